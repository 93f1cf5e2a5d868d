using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Data.Registers;

/// <summary>A delivery is whole for these days: what it does not hold of them is gone from the source.</summary>
/// <param name="Kolom">The column that tells the day of a row.</param>
internal sealed record Periode(string Kolom, DateOnly Van, DateOnly Tot);

/// <summary>
/// Brings the rows of a delivery into a register's table, row by row: an equal row is not written, a changed one is closed and
/// opened anew, and of a full delivery what is missing is closed.
/// </summary>
internal static class RegisterTabel
{
    /// <param name="eigen">Tables of a subject give their columns; a layer gives none, and keeps everything in <c>kenmerken</c>.</param>
    public static async Task LaadAsync(
        Lading lading,
        string tabel,
        IReadOnlyList<Kolom>? eigen,
        IEnumerable<RegisterRij> rijen,
        bool aanvulling,
        CancellationToken ct,
        Periode? periode = null
    )
    {
        await lading.Db.ExecuteAsync(TijdelijkSql, transaction: lading.Transactie);
        await KopieerAsync(lading, rijen, ct);
        await PlaatsAsync(lading, ct);
        var args = new
        {
            lading.VersieId,
            aanvulling,
            periode?.Van,
            periode?.Tot,
        };
        lading.Rapport.Vervallen = await VoerUitAsync(SluitWegSql(tabel, periode?.Kolom), lading, args, ct);
        await VoerUitAsync(SluitAndersSql(tabel), lading, args, ct);
        lading.Rapport.Gewijzigd = await VoerUitAsync(OpenSql(tabel, eigen), lading, args, ct);
        lading.Rapport.Geladen = await lading.Db.QuerySingleAsync<int>(
            $"select count(*)::int from {tabel} t where {InDezeSql} and t.tot is null",
            args,
            lading.Transactie
        );
    }

    private static Task<int> VoerUitAsync(string sql, Lading lading, object args, CancellationToken ct) =>
        lading.Db.ExecuteAsync(new(sql, args, lading.Transactie, commandTimeout: 0, cancellationToken: ct));

    private static async Task KopieerAsync(Lading lading, IEnumerable<RegisterRij> rijen, CancellationToken ct)
    {
        const string sql = """
            copy register_in (rij, sleutel, goed, titel, gebied, geojson, wkt, kenmerken) from stdin (format binary)
            """;

        await using var copy = await lading.Db.BeginBinaryImportAsync(sql, ct);
        foreach (var r in rijen)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(r.Rij, ct);
            await copy.WriteAsync(r.Sleutel, ct);
            await copy.WriteAsync(r.Goed, ct);
            await copy.WriteAsync(r.Titel, ct);
            await copy.WriteAsync((object?)r.Gebied ?? DBNull.Value, ct);
            await copy.WriteAsync((object?)r.GeoJson ?? DBNull.Value, ct);
            await copy.WriteAsync((object?)r.Wkt ?? DBNull.Value, ct);
            await copy.WriteAsync(r.Kenmerken, NpgsqlTypes.NpgsqlDbType.Jsonb, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private static async Task PlaatsAsync(Lading lading, CancellationToken ct)
    {
        await VoerUitAsync(PlaatsSql, lading, new { }, ct);
        var fouten = await lading.Db.QueryAsync<(int Rij, string Kolom, string? Waarde, string Reden)>(
            new(FoutSql, transaction: lading.Transactie, cancellationToken: ct)
        );
        foreach (var (rij, kolom, waarde, reden) in fouten)
        {
            lading.Rapport.Wijs(rij, kolom, waarde, reden);
        }
        var kapot = await lading.Db.QuerySingleAsync<int>(
            "select count(*)::int from register_in where kapot",
            transaction: lading.Transactie
        );
        if (kapot > 0)
        {
            lading.Rapport.Meldingen.Add(
                $"{kapot} {(kapot == 1 ? "vorm klopte niet en is" : "vormen klopten niet en zijn")} hersteld: de lijnen kruisten zichzelf."
            );
        }
        await VoerUitAsync(GebiedSql, lading, new { }, ct);
        var zonder = await lading.Db.QuerySingleAsync<int>(
            "select count(*)::int from register_in where goed and gebied_code is null",
            transaction: lading.Transactie
        );
        if (zonder > 0)
        {
            lading.Rapport.Meldingen.Add(
                $"Van {zonder} rijen is niet bekend in welk gebied ze liggen: ze hebben geen plek, of die ligt buiten de gemeente."
            );
        }
    }

    private const string TijdelijkSql = """
        create temp table if not exists register_in (
            rij int, sleutel text primary key, goed boolean, titel text, gebied text, geojson text, wkt text, kenmerken jsonb,
            ruw geometry, fout text, geom geometry(Geometry, 28992), gebied_code text, indeling smallint, inhoud text, kapot boolean not null default false) on commit drop;
        truncate register_in
        """;

    // Coordinates are told apart by their range, never by what the file calls them (domain.md, Areas).
    private const string PlaatsSql = """
        update register_in set ruw = coalesce(lees_geojson(geojson), lees_wkt(wkt));
        update register_in set fout = case
            when geojson is null and wkt is null then null
            when ruw is null or ST_IsEmpty(ruw) then 'de geometrie is niet te lezen'
            when ST_XMin(ruw) between 3 and 8 and ST_XMax(ruw) between 3 and 8 and ST_YMin(ruw) between 50 and 54 and ST_YMax(ruw) between 50 and 54 then null
            when ST_XMin(ruw) >= 0 and ST_XMax(ruw) <= 300000 and ST_YMin(ruw) >= 300000 and ST_YMax(ruw) <= 630000 then null
            when ST_XMin(ruw) between 50 and 54 and ST_YMin(ruw) between 3 and 8 then 'lengte en breedte zijn verwisseld; schrijf eerst de lengte (3-8), dan de breedte (50-54)'
            else 'de coördinaten liggen niet in Nederland; lever WGS84 (lengte, breedte) of RD (EPSG:28992)' end;
        update register_in set geom = case when ST_XMax(ruw) <= 8 then ST_Transform(ST_SetSRID(ruw, 4326), 28992) else ST_SetSRID(ruw, 28992) end
        where fout is null and ruw is not null;
        update register_in set geom = ST_MakeValid(geom), kapot = true where not ST_IsValid(geom);
        update register_in i set fout = format('gebied %s is niet bekend', i.gebied)
        where i.fout is null and i.gebied is not null and not exists (select from gebied_nu g where i.gebied in (g.code, g.cbs_code));
        """;

    private const string FoutSql = """
        update register_in set goed = false where fout is not null;
        select rij, case when fout like 'gebied %' then 'gebiedscode' else 'geometrie' end, coalesce(gebied, left(wkt, 80)), fout
        from register_in where fout is not null order by rij
        """;

    // The area that the file names counts; else the place tells it.
    private const string GebiedSql = """
        update register_in i set (gebied_code, indeling) = (
            select g.code, g.indeling from gebied_nu g where i.gebied in (g.code, g.cbs_code)
            union all (select code, indeling from gebied_van(i.geom) where i.gebied is null) limit 1)
        where i.goed;
        update register_in set inhoud = md5(concat_ws(chr(31), titel, gebied_code, indeling, kenmerken, ST_AsEWKB(geom))) where goed
        """;

    private const string InDezeSql = "t.dataset_id = (select dataset_id from versie where id = @VersieId)";

    // A row that was rejected is not gone from the source: what was known of it stays.
    private static string SluitWegSql(string tabel, string? datum) =>
        $"""
            update {tabel} t set tot = @VersieId
            where {InDezeSql} and t.tot is null and {(
                datum is null ? "not @aanvulling" : $"t.{Collectie.Naam(datum)} between @Van and @Tot"
            )}
              and not exists (select from register_in i where i.sleutel = t.sleutel)
            """;

    private static string SluitAndersSql(string tabel) =>
        $"""
            update {tabel} t set tot = @VersieId from register_in i
            where {InDezeSql} and t.tot is null and i.goed and i.sleutel = t.sleutel and i.inhoud <> t.inhoud
            """;

    private static string OpenSql(string tabel, IReadOnlyList<Kolom>? eigen)
    {
        var kolommen = eigen is null ? ["kenmerken"] : eigen.Select(k => Collectie.Naam(k.Naam)).ToArray();
        var waarden = eigen is null ? ["i.kenmerken"] : kolommen.Select(k => $"w.{k}");
        var uit = eigen is null ? "" : $"cross join lateral jsonb_populate_record(null::{tabel}, i.kenmerken) w";
        return $"""
            insert into {tabel} (dataset_id, vanaf, rij, sleutel, inhoud, titel, gebied_code, indeling, geom, {string.Join(
                ", ",
                kolommen
            )})
            select v.dataset_id, v.id, i.rij, i.sleutel, i.inhoud, i.titel, i.gebied_code, i.indeling, i.geom, {string.Join(
                ", ",
                waarden
            )}
            from register_in i cross join versie v {uit}
            where v.id = @VersieId and i.goed
              and not exists (select from {tabel} t where t.dataset_id = v.dataset_id and t.sleutel = i.sleutel and t.tot is null)
            order by i.rij
            """;
    }
}
