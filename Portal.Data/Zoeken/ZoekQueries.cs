using Dapper;

namespace Portal.Data.Zoeken;

/// <summary>An area that somebody may have meant.</summary>
/// <param name="Ook">The other name by which it was found; null: by its own.</param>
/// <param name="Mate">How much it is what was typed: 3 is the name or code itself, from 1.5 the letters of it, and less
/// a name that looks like it.</param>
public sealed record ZoekRow(
    string Code,
    string Soort,
    string Naam,
    string? BovenSoort,
    string? BovenNaam,
    string? Ook,
    double Mate
)
{
    /// <summary>It is called so, or has this code.</summary>
    public bool Zeker => Mate >= 3;
}

/// <summary>The smallest area around a point; <paramref name="Nr"/> counts the points from 1.</summary>
public sealed record PlekRow(long Nr, string Code, string Soort, string Naam);

/// <summary>Finds areas by what people type, and by where something is.</summary>
public sealed class ZoekQueries(Lezing lezing)
{
    /// <summary>Of more the best are given.</summary>
    public const int Hoogstens = 12;

    // "Kolekit", "kolen kit" and "kolenkitt" are De Kolenkit: letters without spaces, in groups of three. A name that
    // begins with what was typed comes before one that only looks like it; then the smallest kind, for a resident looks
    // for her buurt. What only looks like it is compared without the end that half the city has in common: "Kinkerstraat"
    // is like Kinkerbuurt, and not like Czaar Peterstraat.
    private const string GebiedenSql = """
        with v as (select kaal(@zoek) as tekst, replace(kaal(@zoek), ' ', '') as dicht,
            regexp_replace(replace(kaal(@zoek), ' ', ''), '(?<=...)(straat|buurt|wijk|kwartier)$', '') as kern),
        namen as (
            select code, naam, null::text as ook from gebied_nu
            union all
            select g.code, n.naam, n.naam from gebiedsnaam_nu n
                join gebied_nu g on n.gebied in (g.code, g.cbs_code, g.identificatie)
                where n.reden is null and n.stadsdeel is null),
        gelijkenis as (
            select distinct on (n.code) n.code, n.ook,
                   case when lower(n.code) = lower(trim(@zoek)) or kaal(n.naam) = v.tekst then 3
                        when v.tekst <> '' and ' ' || kaal(n.naam) like '% ' || v.tekst || '%' then 2
                        when length(v.dicht) >= 3 and replace(kaal(n.naam), ' ', '') like '%' || v.dicht || '%' then 1.5
                        when length(v.dicht) >= 4 then greatest(word_similarity(v.kern,
                            replace(kaal(n.naam), ' ', '')),
                            case when v.kern = v.dicht then similarity(v.tekst, kaal(n.naam)) else 0 end)
                        else 0 end as mate
            from namen n, v
            order by n.code, 3 desc, n.ook nulls first)
        select g.code, g.soort, g.naam, o.soort as boven_soort, o.naam as boven_naam, t.ook, t.mate::float8 as mate
        from gelijkenis t join gebied_nu g on g.code = t.code left join gebied_nu o on o.code = g.ouder_code
        where t.mate >= 0.4
        order by t.mate desc, array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel', 'stad'], g.soort), g.naam,
            g.code
        limit @hoogstens
        """;

    private const string PlekSql = """
        select distinct on (p.nr) p.nr, g.code, g.soort, g.naam
        from unnest(@x, @y) with ordinality p(x, y, nr)
        join gebied_nu g on ST_Covers(g.geom, ST_SetSRID(ST_MakePoint(p.x, p.y), 28992))
        order by p.nr, array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel', 'stad'], g.soort)
        """;

    private const string StadSql = "select code, naam from gebied_nu where soort = 'stad' order by code limit 1";

    /// <summary>
    /// Areas by code or name, also of another name that is known for them, and also with a typing error.
    /// </summary>
    public async Task<IReadOnlyList<ZoekRow>> GebiedenAsync(string zoek, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<ZoekRow>(
                new(GebiedenSql, new { zoek, hoogstens = Hoogstens }, cancellationToken: ct)
            )
        ).AsList();
    }

    /// <summary>The smallest area around each point; a point outside the municipality has none.</summary>
    /// <param name="punten">In RD (EPSG:28992), metres.</param>
    public async Task<IReadOnlyDictionary<long, PlekRow>> BijAsync(
        IReadOnlyCollection<(double X, double Y)> punten,
        CancellationToken ct
    )
    {
        if (punten.Count == 0)
        {
            return new Dictionary<long, PlekRow>();
        }
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<PlekRow>(
                new(
                    PlekSql,
                    new { x = punten.Select(p => p.X).ToArray(), y = punten.Select(p => p.Y).ToArray() },
                    cancellationToken: ct
                )
            )
        ).ToDictionary(p => p.Nr);
    }

    /// <summary>The smallest area around a point in WGS84; null: outside the municipality.</summary>
    public async Task<PlekRow?> BijPuntAsync(double breedte, double lengte, CancellationToken ct)
    {
        const string sql = """
            select 1::bigint as nr, g.code, g.soort, g.naam
            from gebied_nu g
            where ST_Covers(g.geom, ST_Transform(ST_SetSRID(ST_MakePoint(@lengte, @breedte), 4326), 28992))
            order by array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel', 'stad'], g.soort) limit 1
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<PlekRow>(
            new(sql, new { breedte, lengte }, cancellationToken: ct)
        );
    }

    /// <summary>The municipality: its code, such as GM0363, and name; null while no areas are loaded.</summary>
    public async Task<(string Code, string Naam)?> GemeenteAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QueryFirstOrDefaultAsync<(string, string)?>(new(StadSql, cancellationToken: ct));
    }
}
