using System.Globalization;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Registers;

/// <summary>
/// Where the rows of a delivery are: their shapes to RD, what is wrong with them, and the area they lie in.
/// </summary>
internal static class RegisterPlaats
{
    private const int Getoond = 8;

    private sealed record FoutRow(int Rij, string Kolom, string? Waarde, string Reden);

    private sealed record HersteldRow(int Rij, double? Breedte, double? Lengte, string? Gebied);

    public static async Task ZoekAsync(Lading lading, CancellationToken ct)
    {
        await VoerUitAsync(PlaatsSql, lading, ct);
        foreach (var f in await LeesAsync<FoutRow>(FoutSql, lading, ct))
        {
            lading.Rapport.Wijs(f.Rij, f.Kolom, f.Waarde, f.Reden);
        }
        await VoerUitAsync(GebiedSql, lading, ct);
        var omgedraaid = await LeesAsync<int>("select rij from register_in where omgedraaid order by rij", lading, ct);
        var hersteld = await LeesAsync<HersteldRow>(HersteldSql, lading, ct);
        var zonder = await LeesAsync<int>(
            "select count(*)::int from register_in where goed and gebied_code is null",
            lading,
            ct
        );
        lading.Rapport.Meldingen.AddRange(
            new[] { Omgedraaid(omgedraaid), Hersteld(hersteld), Zonder(zonder[0]) }.OfType<string>()
        );
    }

    private static async Task<IReadOnlyList<T>> LeesAsync<T>(string sql, Lading lading, CancellationToken ct) =>
        (
            await lading.Db.QueryAsync<T>(
                new(sql, transaction: lading.Transactie, commandTimeout: 0, cancellationToken: ct)
            )
        ).AsList();

    private static Task<int> VoerUitAsync(string sql, Lading lading, CancellationToken ct) =>
        lading.Db.ExecuteAsync(new(sql, transaction: lading.Transactie, commandTimeout: 0, cancellationToken: ct));

    private static string? Omgedraaid(IReadOnlyList<int> rijen) =>
        rijen.Count == 0
            ? null
            : $"Bij {rijen.Count} {(rijen.Count == 1 ? "rij" : "rijen")} (de eerste is rij {rijen[0]}) "
                + "waren de coördinaten "
                + "verwisseld; ze zijn omgedraaid. Lever eerst de lengte (3-8) of x, dan de breedte (50-54) of y.";

    private static string? Hersteld(IReadOnlyList<HersteldRow> vormen) =>
        vormen.Count == 0
            ? null
            : $"{vormen.Count} "
                + $"{(vormen.Count == 1 ? "vorm klopte niet en is" : "vormen klopten niet en zijn")} hersteld: de "
                + $"lijnen kruisten of raakten zichzelf. Dat is bij "
                + $"{string.Join(", ", vormen.Take(Getoond).Select(Plek))}"
                + (vormen.Count > Getoond ? $" en nog {vormen.Count - Getoond}." : ".");

    private static string Plek(HersteldRow vorm)
    {
        var punt = vorm.Breedte is null
            ? null
            : string.Create(CultureInfo.InvariantCulture, $"{vorm.Breedte:F5} {vorm.Lengte:F5}");
        return (punt, vorm.Gebied) switch
        {
            (null, _) => $"rij {vorm.Rij}",
            (_, null) => $"rij {vorm.Rij} ({punt})",
            _ => $"rij {vorm.Rij} ({punt}, {Zin.Veilig(vorm.Gebied, 30)})",
        };
    }

    private static string? Zonder(int rijen) =>
        rijen == 0
            ? null
            : $"Van {rijen} rijen is niet bekend in welk gebied ze liggen: ze hebben geen plek, of die ligt "
                + "buiten de gemeente.";

    // Coordinates are told apart by their range, never by what the file calls them (domain.md, Areas). Of no two of
    // these
    // ranges one can be taken for the other, so what was swapped is sure too.
    private const string PlaatsSql = """
        update register_in set ruw = coalesce(lees_geojson(geojson), lees_wkt(wkt));
        update register_in set ruw = ST_FlipCoordinates(ruw), omgedraaid = true
        where ST_XMin(ruw) between 50 and 54 and ST_XMax(ruw) between 50 and 54 and ST_YMin(ruw) between 3 and 8 and ST_YMax(ruw) between 3 and 8
           or ST_XMin(ruw) > 300000 and ST_XMax(ruw) <= 630000 and ST_YMin(ruw) >= 0 and ST_YMax(ruw) < 300000;
        update register_in set fout = case
            when geojson is null and wkt is null then null
            when ruw is null or ST_IsEmpty(ruw) then 'de geometrie is niet te lezen'
            when ST_XMin(ruw) between 3 and 8 and ST_XMax(ruw) between 3 and 8 and ST_YMin(ruw) between 50 and 54 and ST_YMax(ruw) between 50 and 54 then null
            when ST_XMin(ruw) >= 0 and ST_XMax(ruw) <= 300000 and ST_YMin(ruw) >= 300000
                and ST_YMax(ruw) <= 630000 then null
            else 'de coördinaten liggen niet in Nederland; lever WGS84 (lengte, breedte) of RD (EPSG:28992)' end;
        update register_in set geom = case when ST_XMax(ruw) <= 8 then ST_Transform(ST_SetSRID(ruw, 4326), 28992)
            else ST_SetSRID(ruw, 28992) end
        where fout is null and ruw is not null;
        update register_in set kapot = true, plek = (ST_IsValidDetail(geom)).location where not ST_IsValid(geom);
        update register_in set geom = case when GeometryType(geom) like '%POLYGON'
            and not ST_IsEmpty(ST_CollectionExtract(ST_MakeValid(geom), 3))
            then ST_CollectionExtract(ST_MakeValid(geom), 3) else ST_MakeValid(geom) end where kapot;
        update register_in i set fout = format('gebied %s is niet bekend', i.gebied)
        where i.fout is null and i.gebied is not null and not exists (select from gebied_nu g
            where i.gebied in (g.code, g.cbs_code));
        """;

    private const string FoutSql = """
        update register_in set goed = false where fout is not null;
        select rij, case when fout like 'gebied %' then 'gebiedscode' else 'geometrie' end as kolom,
            coalesce(gebied, left(wkt, 80)) as waarde, fout as reden
        from register_in where fout is not null order by rij
        """;

    // The area that the file names counts; else the place tells it.
    private const string GebiedSql = """
        update register_in i set (gebied_code, indeling) = (
            select g.code, g.indeling from gebied_nu g where i.gebied in (g.code, g.cbs_code)
            union all (select code, indeling from gebied_van(i.geom) where i.gebied is null) limit 1)
        where i.goed;
        update register_in set inhoud = md5(concat_ws(chr(31), titel, gebied_code, indeling, kenmerken,
            ST_AsEWKB(geom))) where goed
        """;

    private const string HersteldSql = """
        select i.rij, ST_Y(p.punt) as breedte, ST_X(p.punt) as lengte, g.naam as gebied
        from register_in i cross join lateral (select ST_Transform(ST_SetSRID(i.plek, 28992), 4326) as punt) p
        left join lateral (select n.naam from gebied_van(ST_SetSRID(i.plek, 28992)) v
                           join gebied_nu n on n.code = v.code and n.indeling = v.indeling limit 1) g on true
        where i.kapot order by i.rij
        """;
}
