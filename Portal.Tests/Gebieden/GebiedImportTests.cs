using Dapper;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Xunit;

namespace Portal.Tests.Gebieden;

public sealed class GebiedImportTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    // Tests that load areas use a division long past, so that the village of 2024 stays what the pages show.
    private const short Toen = 2001;

    [Fact]
    public async Task What_lies_above_the_buurten_is_built_from_them()
    {
        await Dorp.LaadAsync(dorp, DorpFixture.Buurten, "boven.geojson", 2002);

        var gebieden = (
            await dorp.Db.QueryAsync<(string Soort, string Code, double Hectare)>(
                "select soort, code, ST_Area(geom) / 10000 from gebied_gepubliceerd "
                    + "where indeling = 2002 and soort <> 'buurt' order by code"
            )
        ).ToList();
        Assert.Equal(
            [
                ("stadsdeel", "A", 4.0),
                ("wijk", "AA", 2.0),
                ("wijk", "AB", 2.0),
                ("stadsdeel", "B", 2.0),
                ("wijk", "BA", 2.0),
                ("stad", "GM9998", 6.0),
            ],
            gebieden.Select(g => (g.Soort, g.Code, Math.Round(g.Hectare, 3)))
        );
        Assert.Equal(
            ["A", "AA", "AA01", "GM9998"],
            await dorp.Db.QueryAsync<string>(
                "select boven_code from gebied_boven where indeling = 2002 and code = 'AA01' order by 1"
            )
        );
    }

    [Fact]
    public async Task The_same_file_twice_changes_nothing()
    {
        var rapport = await Dorp.LaadAsync(dorp, DorpFixture.Buurten, "buurten.geojson");

        Assert.True(rapport.AlGeladen);
        Assert.Equal(1, rapport.Versie);
    }

    [Fact]
    public async Task A_new_delivery_says_what_changed_and_keeps_the_old_version()
    {
        await Dorp.LaadAsync(dorp, DorpFixture.Buurten, "een.geojson", 2003);
        var rapport = await Dorp.LaadAsync(
            dorp,
            Dorp.GeoJson(Dorp.Buurten.Select(b => b.Code == "AB01" ? b with { Naam = "Nieuwe naam" } : b)),
            "twee.geojson",
            2003
        );

        Assert.Equal((2, 6, 1, 0), (rapport.Versie, rapport.Geladen, rapport.Gewijzigd, rapport.Vervallen));
        Assert.Equal(
            "Kadebuurt",
            await dorp.Db.QuerySingleAsync<string>(
                "select g.naam from gebied g join versie v on v.id = g.versie_id "
                    + "where v.status = 'vervangen' and g.indeling = 2003 and g.code = 'AB01'"
            )
        );
        Assert.True(File.Exists(Path.Combine(dorp.Archief, rapport.Sha256 + ".geojson")));
    }

    [Theory]
    [InlineData("ligtInWijkId")]
    [InlineData("ligtinwijkId")]
    [InlineData("ligtInGebiedenWijkId")]
    public async Task Any_spelling_of_the_relation_finds_the_wijk(string relatie)
    {
        await Dorp.LaadAsync(
            dorp,
            Dorp.Verzameling(
                Dorp.Feature("""{"code":"ZZ","naam":"Z","identificatie":"03630970000001"}""", Dorp.Vierkant(121000))
                    .Replace("buurten.", "wijken.", StringComparison.Ordinal)
            ),
            "z.geojson",
            2004
        );
        await Dorp.LaadAsync(
            dorp,
            Dorp.Verzameling(
                Dorp.Feature(
                    $$"""{ "code": "AA01", "naam": "{{relatie}}", "{{relatie}}": "03630970000001" }""",
                    Dorp.Vierkant(121000)
                )
            ),
            "r.geojson",
            2004
        );

        Assert.Equal(
            "ZZ",
            await dorp.Db.QuerySingleAsync<string>(
                "select ouder_code from gebied_gepubliceerd where indeling = 2004 and code = 'AA01'"
            )
        );
    }

    [Fact]
    public async Task The_api_in_hal_form_is_read_too()
    {
        var rapport = await Dorp.LaadAsync(
            dorp,
            """
            {"_embedded":{"buurten":[{"_links":{"self":{"href":"x","identificatie":"0363098","volgnummer":1},"ligtInWijk":{"href":"y","identificatie":"0363097","volgnummer":2}},
             "identificatie":"0363098","volgnummer":1,"naam":"Halbuurt","code":"HA01","cbsCode":"BU9998HA01","beginGeldigheid":"2022-03-24T00:00:00","eindGeldigheid":null,
             "geometrie":{"type":"Polygon","coordinates":[#]}}]},"_links":{"self":{"href":"z"}},"page":{"number":1,"size":20}}
            """.Replace("#", Dorp.Vierkant(121389, 487369), StringComparison.Ordinal),
            "hal.json",
            2005
        );

        Assert.Equal(1, rapport.Geladen);
        Assert.Equal(
            ("Halbuurt", "HA", new DateOnly(2022, 3, 24)),
            await dorp.Db.QuerySingleAsync<(string, string, DateOnly)>(
                "select naam, ouder_code, geldig_van from gebied_gepubliceerd where indeling = 2005 and soort = 'buurt'"
            )
        );
    }

    [Fact]
    public async Task Coordinates_are_told_apart_by_their_range()
    {
        await Dorp.LaadAsync(
            dorp,
            Dorp.Verzameling(
                Dorp.Feature(
                    """{"code":"AA01","naam":"wgs"}""",
                    "[[5.38721,52.15517],[5.38821,52.15517],[5.38821,52.15617],[5.38721,52.15517]]"
                )
            ),
            "wgs.geojson",
            2006
        );

        var (x, y) = await dorp.Db.QuerySingleAsync<(double, double)>(
            "select ST_XMin(geom), ST_YMin(geom) from gebied_gepubliceerd where indeling = 2006 and soort = 'buurt'"
        );
        Assert.InRange(x, 154999, 155001); // 5.38721, 52.15517 is 155000, 463000 in RD (shared/standards)
        Assert.InRange(y, 462999, 463001);
    }

    [Theory]
    // Web mercator
    [InlineData("[[543000,6867000],[543100,6867000],[543100,6867100],[543000,6867000]]", "liggen niet in Nederland")]
    [InlineData("[[52.15,5.38],[52.16,5.38],[52.16,5.39],[52.15,5.38]]", "verwisseld")]
    [InlineData("[[121000,487000],[121100,487000],[121000,487000]]", "geen oppervlakte")]
    [InlineData("[]", "niet te lezen")]
    public async Task A_geometry_that_cannot_be_used_is_rejected_with_its_row(string ring, string reden)
    {
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            Dorp.LaadAsync(
                dorp,
                Dorp.Verzameling(Dorp.Feature("""{"code":"AA01","naam":"x"}""", ring)),
                "fout.geojson",
                Toen
            )
        );

        var afwijzing = Assert.Single(fout.Rapport.Afwijzingen);
        Assert.Equal((1, "geometrie"), (afwijzing.Rij, afwijzing.Kolom));
        Assert.Contains(reden, afwijzing.Reden, StringComparison.Ordinal);
        await NietsVanToenAsync();
    }

    [Theory]
    [InlineData("""{"type":"FeatureCollection","features":[{"type":"Feature","prop""", "afgekapt")]
    [InlineData(
        "{\"type\":\"FeatureCollection\",\"features\":[\n\nAborted by ReadTimeout during rendering!\n",
        "halverwege afgebroken"
    )]
    [InlineData("""{"type":"Topology"}""", "geen GeoJSON")]
    [InlineData("[1,2,3]", "geen GeoJSON")]
    [InlineData(
        """{"type":"FeatureCollection","features":[{"type":"Feature","properties":{},"geometry":null}]}""",
        "--soort"
    )]
    public async Task A_broken_file_is_refused_as_a_whole(string inhoud, string melding)
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => Dorp.LaadAsync(dorp, inhoud, "kapot.geojson", Toen));

        Assert.Contains(melding, fout.Message, StringComparison.Ordinal);
        await NietsVanToenAsync();
    }

    [Fact]
    public async Task A_missing_and_an_empty_file_say_so()
    {
        Assert.Contains(
            "bestaat niet",
            (
                await Assert.ThrowsAsync<ImportFout>(() => Dorp.LaadAsync(dorp.Publicatie, "/nergens/x.geojson", Toen))
            ).Message,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "0 bytes",
            (await Assert.ThrowsAsync<ImportFout>(() => Dorp.LaadAsync(dorp, "", "leeg.geojson", Toen))).Message,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Rows_without_code_or_with_a_code_twice_are_rejected_and_the_rest_is_loaded()
    {
        var rapport = await Dorp.LaadAsync(
            dorp,
            Dorp.Verzameling(
                Dorp.Feature("""{"code":"AA01","naam":"een"}""", Dorp.Vierkant(121000)),
                Dorp.Feature("""{"naam":"zonder"}""", Dorp.Vierkant(121100)),
                Dorp.Feature("""{"code":"AA01","naam":"dubbel"}""", Dorp.Vierkant(121200)),
                Dorp.Feature("""{"code":"AA03"}""", Dorp.Vierkant(121300)),
                Dorp.Feature("""{"code":"AA04","naam":"oud","eindGeldigheid":"2022-03-24"}""", Dorp.Vierkant(121400))
            ),
            "rijen.geojson",
            2007
        );

        Assert.Equal((5, 2), (rapport.Gelezen, rapport.Geladen));
        Assert.Equal([(2, "code"), (3, "code")], rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)));
        Assert.Contains(rapport.Meldingen, m => m.Contains("Buurt AA03", StringComparison.Ordinal));
        Assert.Contains(rapport.Meldingen, m => m.Contains("niet meer geldig", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_invalid_border_is_repaired_and_an_overlap_reported()
    {
        var rapport = await Dorp.LaadAsync(
            dorp,
            Dorp.Verzameling(
                Dorp.Feature(
                    """{"code":"AA01","naam":"vlinder"}""",
                    "[[121000,487000],[121100,487100],[121100,487000],[121000,487100],[121000,487000]]"
                ),
                Dorp.Feature("""{"code":"AA02","naam":"b"}""", Dorp.Vierkant(121200)),
                Dorp.Feature("""{"code":"AA03","naam":"c"}""", Dorp.Vierkant(121250))
            ),
            "ongeldig.geojson",
            2008
        );

        Assert.Equal(3, rapport.Geladen);
        Assert.Contains(
            rapport.Meldingen,
            m => m.StartsWith("Rij 1: de grens van gebied AA01 klopte niet en is hersteld", StringComparison.Ordinal)
        );
        Assert.Contains("Buurt AA02 en buurt AA03 overlappen 5000 m².", rapport.Meldingen);
    }

    [Fact]
    public async Task A_delivery_that_lost_a_fifth_of_its_rows_is_refused_unless_it_is_meant()
    {
        await Dorp.LaadAsync(dorp, DorpFixture.Buurten, "heel.geojson", 2009);
        var half = Dorp.Schrijf(dorp, "half.geojson", Dorp.GeoJson(Dorp.Buurten.Take(3)));

        await Assert.ThrowsAsync<AfgekeurdeLevering>(() => Dorp.LaadAsync(dorp.Publicatie, half, 2009));
        Assert.Equal(
            6,
            await dorp.Db.QuerySingleAsync<long>(
                "select count(*) from gebied_gepubliceerd where indeling = 2009 and soort = 'buurt'"
            )
        );

        var rapport = await Dorp.LaadAsync(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true },
            half,
            2009
        );
        Assert.Equal((3, 3), (rapport.Geladen, rapport.Vervallen));
    }

    [Fact]
    public async Task Three_versions_keep_their_rows_and_all_keep_their_record()
    {
        foreach (var i in Enumerable.Range(1, 5))
        {
            await Dorp.LaadAsync(
                dorp,
                Dorp.GeoJson(Dorp.Buurten.Select(b => b with { Naam = $"{b.Naam} {i}" })),
                $"v{i}.geojson",
                2010
            );
        }
        Assert.Equal(
            (5, 3),
            await dorp.Db.QuerySingleAsync<(int, int)>(
                """
                select count(*)::int, count(*) filter (where exists (select from gebied g
                    where g.versie_id = v.id))::int
                from versie v join dataset d on d.id = v.dataset_id where d.code = 'buurten-2010'
                """
            )
        );
    }

    [Fact]
    public async Task Inhabitants_are_summed_upward_only_when_all_are_known()
    {
        await File.WriteAllTextAsync(
            Dorp.Pad(dorp, "deel.csv"),
            "Code,Inwoners\nAA01,10\nAA02,20\nAB01,.\nBU9998AB02,5\nBA01,1\nBA02,2\nQQ01,9\nAA01,3\nBA02,veel\n"
                + "BU0363AA01,8\n"
        );
        var rapport = await new InwonersImport(dorp.Publicatie).LaadAsync(
            Dorp.Pad(dorp, "deel.csv"),
            1999,
            null,
            CancellationToken.None
        );

        Assert.Equal([(8, "code"), (9, "code"), (10, "inwoners")], rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)));
        Assert.Equal(
            [("AA", 30), ("B", 3), ("BA", 3)],
            await dorp.Db.QueryAsync<(string, int)>(
                "select code, inwoners from inwoners_nu where jaar = 1999 and length(code) <= 2 order by code"
            )
        );
    }

    private async Task NietsVanToenAsync() =>
        Assert.Equal(
            0,
            await dorp.Db.QuerySingleAsync<long>(
                "select count(*) from versie v join dataset d on d.id = v.dataset_id "
                    + "where d.code like '%-2001' and v.status <> 'mislukt'"
            )
        );
}

/// <summary>Dapper on a data source, for what a test looks up itself.</summary>
internal static class DbTests
{
    public static async Task ExecuteAsync(this Npgsql.NpgsqlDataSource db, string sql, object? met = null)
    {
        await using var connection = await db.OpenConnectionAsync();
        await Dapper.SqlMapper.ExecuteAsync(connection, sql, met, commandTimeout: 0);
    }

    public static async Task<T> QuerySingleAsync<T>(this Npgsql.NpgsqlDataSource db, string sql, object? met = null)
    {
        await using var connection = await db.OpenConnectionAsync();
        return await connection.QuerySingleAsync<T>(sql, met);
    }

    public static async Task<IEnumerable<T>> QueryAsync<T>(
        this Npgsql.NpgsqlDataSource db,
        string sql,
        object? met = null
    )
    {
        await using var connection = await db.OpenConnectionAsync();
        return await connection.QueryAsync<T>(sql, met);
    }
}
