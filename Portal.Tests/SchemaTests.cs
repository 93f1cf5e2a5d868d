using Portal.Data;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests;

/// <summary>What every table owes its readers.</summary>
public sealed class SchemaTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task Every_geometry_is_found_by_place() =>
        Assert.Empty(
            await dorp.Db.QueryAsync<string>(
                """
                select c.relname || '.' || a.attname from pg_attribute a
                join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                where a.atttypid = 'geometry'::regtype and not a.attisdropped and c.relname <> 'register_basis' -- a mould, without rows
                  and not exists (
                    select from pg_index i join pg_class x on x.oid = i.indexrelid join pg_am m on m.oid = x.relam
                    where i.indrelid = c.oid and m.amname = 'gist' and i.indkey[0] = a.attnum)
                """
            )
        );

    [Fact]
    public async Task Sums_that_stay_for_good_are_found_by_version_first() =>
        Assert.Empty(
            await dorp.Db.QueryAsync<string>(
                """
                select i.indexrelid::regclass::text from pg_index i
                join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                where i.indrelid::regclass::text in ('begrotingsom', 'postsom', 'jaarprofiel', 'controletotaal')
                  and i.indexrelid::regclass::text <> 'begrotingsom_id' -- of who reads them all, in parts
                  and a.attname <> 'versie_id'
                """
            )
        );

    [Fact]
    public async Task Every_way_of_attribution_that_the_table_allows_is_in_the_code_list_of_the_downloads()
    {
        var toegestaan = await dorp.Db.QueryAsync<string>(
            """
            select m[1] from pg_constraint, regexp_matches(pg_get_constraintdef(oid), $m$'([a-z_]+)'::text$m$, 'g') m
            where conrelid = 'begrotingspost'::regclass and conname = 'toerekening_bekend'
            """
        );
        var codes = Onderwerpen
            .Collecties.First(c => c.Pad == "begroting-per-gebied")
            .Kolommen.First(k => k.Naam == "toerekening")
            .Codes.Select(c => c.Code);

        Assert.Equal(toegestaan.Order(StringComparer.Ordinal), codes.Order(StringComparer.Ordinal));
    }

    // Else each part that a program reads costs the sorting of all (decision 0042)
    [Fact]
    public async Task Rows_that_are_replaced_whole_are_read_in_parts_by_a_number_of_their_own() =>
        Assert.Empty(
            await dorp.Db.QueryAsync<string>(
                """
                select t from unnest(array['begrotingspost', 'gebied_inwoners', 'iv3', 'meting', 'meting_herrekend']) t
                where not exists (
                    select from pg_index i join pg_attribute a on a.attrelid = i.indrelid and a.attnum = i.indkey[0]
                    where i.indrelid = t::regclass and i.indisunique and i.indnatts = 1 and a.attname = 'id')
                """
            )
        );
}
