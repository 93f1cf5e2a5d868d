using Dapper;
using Npgsql;

namespace Portal.Data.Ophalen;

/// <summary>Which shapes lie in the municipality, of those that a rectangle around it gave.</summary>
internal static class Binnengrens
{
    private const string Sql = """
        with stad as materialized (select geom from gebied_nu where soort = 'stad' limit 1),
        ruw as (select v.nummer - 1 as plek, lees_geojson(v.vorm) as g
                from unnest(@vormen::text[]) with ordinality v(vorm, nummer) where v.vorm is not null),
        vorm as (select plek, case when ST_XMax(g) <= 8 then ST_Transform(ST_SetSRID(g, 4326), 28992)
                                   else ST_SetSRID(g, 28992) end as geom
                 from ruw where g is not null and not ST_IsEmpty(g))
        select plek::int from vorm, stad where ST_Intersects(stad.geom, ST_PointOnSurface(ST_MakeValid(vorm.geom)))
        """;

    /// <returns>The places in the list of those that do.</returns>
    public static async Task<HashSet<int>> ZoekAsync(NpgsqlDataSource db, string?[] vormen, CancellationToken ct)
    {
        await using var verbinding = await db.OpenConnectionAsync(ct);
        return
        [
            .. await verbinding.QueryAsync<int>(new(Sql, new { vormen }, commandTimeout: 0, cancellationToken: ct)),
        ];
    }
}
