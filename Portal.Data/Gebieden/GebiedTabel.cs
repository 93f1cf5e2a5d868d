using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>The rows of one delivery as a temporary table <c>gebied_in</c>, with their shapes in RD.</summary>
internal static class GebiedTabel
{
    /// <summary>
    /// Fills the table; a border that is not valid is repaired and reported, one that cannot be used is rejected with
    /// its row.
    /// </summary>
    public static async Task KopieerAsync(Lading lading, IEnumerable<GebiedRij> rijen, CancellationToken ct)
    {
        var connection = lading.Db;
        await connection.ExecuteAsync(TijdelijkSql);
        await using (
            var copy = await connection.BeginBinaryImportAsync(
                """
                copy gebied_in (rij, code, cbs_code, identificatie, volgnummer, naam, ouder, ggw, geldig_van,
                    geldig_tot, inwoners, geojson) from stdin (format binary)
                """,
                ct
            )
        )
        {
            foreach (var r in rijen)
            {
                await copy.WriteRowAsync(
                    ct,
                    r.Rij,
                    r.Code,
                    Of(r.CbsCode),
                    Of(r.Identificatie),
                    Of(r.Volgnummer),
                    Of(r.Naam),
                    Of(r.Ouder),
                    Of(r.Ggw),
                    Of(r.GeldigVan),
                    Of(r.GeldigTot),
                    Of(r.Inwoners),
                    r.Geometrie
                );
            }
            await copy.CompleteAsync(ct);
        }
        await connection.ExecuteAsync(new(GeometrieSql, commandTimeout: 0, cancellationToken: ct));
        lading.Rapport.Meldingen.AddRange(
            await connection.QueryAsync<string>(
                new(HerstelSql, transaction: lading.Transactie, commandTimeout: 0, cancellationToken: ct)
            )
        );
        foreach (
            var fout in await connection.QueryAsync<(int Rij, string? Waarde, string Reden)>(
                new(FoutSql, transaction: lading.Transactie, commandTimeout: 0, cancellationToken: ct)
            )
        )
        {
            lading.Rapport.Wijs(fout.Rij, "geometrie", fout.Waarde, fout.Reden);
        }
    }

    private static object Of(object? waarde) => waarde ?? DBNull.Value;

    private const string TijdelijkSql = """
        create temp table if not exists gebied_in (
            rij int, code text, cbs_code text, identificatie text, volgnummer int, naam text, ouder text, ggw text,
            geldig_van date, geldig_tot date, inwoners int, geojson text, ruw geometry, fout text, geom geometry)
                on commit drop;
        truncate gebied_in
        """;

    // Coordinates are told apart by their range, never by what the file calls them (domain.md, Areas).
    private const string GeometrieSql = """
        update gebied_in set ruw = lees_geojson(geojson);
        update gebied_in set fout = case
            when ruw is null or ST_IsEmpty(ruw) then 'de geometrie is niet te lezen'
            when not ringen_dicht(ruw) then 'een ring is niet gesloten; herhaal het eerste punt aan het eind'
            when ST_Dimension(ruw) <> 2 then 'de geometrie is geen vlak (Polygon of MultiPolygon)'
            when ST_XMin(ruw) between 3 and 8 and ST_XMax(ruw) between 3 and 8 and ST_YMin(ruw) between 50 and 54
                and ST_YMax(ruw) between 50 and 54 then null
            when ST_XMin(ruw) >= 0 and ST_XMax(ruw) <= 300000 and ST_YMin(ruw) >= 300000 and ST_YMax(ruw) <= 630000
                then null
            when ST_XMin(ruw) between 50 and 54 and ST_YMin(ruw) between 3 and 8
                then 'lengte en breedte zijn verwisseld; schrijf eerst de lengte (3-8), dan de breedte (50-54)'
            else 'de coördinaten liggen niet in Nederland; lever WGS84 (lengte, breedte) of RD (EPSG:28992)' end;
        update gebied_in set geom = case when ST_XMax(ruw) <= 8
            then ST_Transform(ST_SetSRID(vlak_van(ruw), 4326), 28992)
            else ST_SetSRID(vlak_van(ruw), 28992) end where fout is null
        """;

    private const string FoutSql = """
        update gebied_in set fout = 'de geometrie heeft geen oppervlakte', geom = null where geom is not null
            and ST_Area(geom) < 1;
        select rij, case when ruw is not null then format('x %s–%s, y %s–%s', round(ST_XMin(ruw)::numeric, 2),
            round(ST_XMax(ruw)::numeric, 2),
               round(ST_YMin(ruw)::numeric, 2), round(ST_YMax(ruw)::numeric, 2)) end,
                   format('gebied %s: %s', code, fout)
        from gebied_in where fout is not null order by rij
        """;

    private const string HerstelSql = """
        with kapot as (select rij, code, reden_ongeldig(geom) as reden from gebied_in where geom is not null
            and not ST_IsValid(geom)),
             hersteld as (update gebied_in g set geom = ST_CollectionExtract(ST_MakeValid(geom), 3) from kapot k
                 where k.rij = g.rij returning k.rij, k.code, k.reden)
        select melding from (
            select rij, format('Rij %s: de grens van gebied %s klopte niet en is hersteld (%s).', rij, code, reden)
                as melding
            from hersteld
            union all
            select rij, format('Rij %s: gebied %s is een GeometryCollection; alleen de vlakken erin tellen.', rij, code)
            from gebied_in where geom is not null and GeometryType(ruw) = 'GEOMETRYCOLLECTION') m order by rij
        """;
}
