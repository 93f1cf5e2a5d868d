using Dapper;

namespace Portal.Data.Gebieden;

/// <summary>
/// One shape of a small map, in the units of its drawing: <see cref="KaartjeQueries.Breedte"/> wide, y downwards.
/// </summary>
/// <param name="Soort">A kind of area; <c>rand</c> is the outline of a larger area.</param>
/// <param name="Zelf">The area that the map is of.</param>
/// <param name="Pad">As the d of an SVG path.</param>
/// <param name="X">Middle of the largest circle in the shape: where its name may stand. So
/// <paramref name="Y"/>.</param>
/// <param name="Straal">Of that circle: how much room a name has.</param>
/// <param name="Hoogte">Of the whole drawing.</param>
/// <param name="Hoeken">Longitude and latitude (WGS84) of the corners left above, right above and left below.</param>
public sealed record KaartVlak(
    string Code,
    string Soort,
    string Naam,
    bool Zelf,
    string Pad,
    double X,
    double Y,
    double Straal,
    double Hoogte,
    string Hoeken
);

/// <summary>Small maps as shapes that a page draws itself: no tiles, no script, no second request.</summary>
public sealed class KaartjeQueries(Lezing lezing)
{
    public const int Breedte = 400;

    // The frame moved to (0, 0) and scaled; ST_AsSVG turns y round. Details below a pixel are left out. Both parts are
    // materialized: else the corners and each shape are made again wherever they are named, 518 times and four times.
    private const string Vlakken = """
        blad as materialized (
            select e, @Breedte / greatest(ST_XMax(e) - ST_XMin(e), 1) as s,
                   (select string_agg(round(ST_X(p.h)::numeric, 6) || ',' || round(ST_Y(p.h)::numeric, 6), ' '
                   order by p.n)
                    from (values (1, ST_XMin(e), ST_YMax(e)), (2, ST_XMax(e), ST_YMax(e)),
                        (3, ST_XMin(e), ST_YMin(e))) as q (n, x, y)
                    cross join lateral (select q.n,
                        ST_Transform(ST_SetSRID(ST_MakePoint(q.x, q.y), 28992), 4326) as h) p) as hoeken
            from kader),
        vlak as materialized (
            select v.code, v.soort, v.naam, v.zelf, k.hoeken, k.s * (ST_YMax(k.e) - ST_YMin(k.e)) as hoogte,
                   ST_Scale(ST_Translate(ST_SimplifyPreserveTopology(v.geom, 0.6 / k.s), -ST_XMin(k.e), -ST_YMax(k.e)),
                   k.s, k.s) as vorm
            from gekozen v cross join blad k)
        select v.code, v.soort, v.naam, v.zelf, ST_AsSVG(v.vorm, 1, 0) as pad, ST_X(m.center) as x,
            -ST_Y(m.center) as y,
               coalesce(m.radius, 0) as straal, v.hoogte, v.hoeken
        from vlak v left join lateral (
            select c.center, c.radius from ST_MaximumInscribedCircle(v.vorm) c where ST_Dimension(v.vorm) = 2) m on true
        where not ST_IsEmpty(v.vorm)
        order by v.soort = 'rand', v.zelf, v.code limit 2000
        """;

    /// <summary>All areas of a kind, or those that lie in a larger one.</summary>
    /// <param name="indeling">Of an older division; null: of the one that is shown.</param>
    public Task<IReadOnlyList<KaartVlak>> AlleAsync(
        string soort,
        CancellationToken ct,
        string? binnen = null,
        int? indeling = null
    )
    {
        const string sql = $"""
            with gekozen as (select code, soort, naam, false as zelf, geom from gebied_gepubliceerd
                where soort = @Soort
                  and indeling = coalesce(@Indeling::smallint, (select max(indeling) from gebied_gepubliceerd))
                  and (@Binnen::text is null or code in (select code from gebied_boven
                      where boven_code = @Binnen and nu))),
            kader as (select ST_Extent(geom)::geometry as e from gekozen),
            {Vlakken}
            """;
        return LeesAsync(
            sql,
            new
            {
                Soort = soort,
                Binnen = binnen,
                Indeling = indeling,
                Breedte = (double)Breedte,
            },
            ct
        );
    }

    /// <summary>An area in the middle of what lies around it, with the borders of the kind above its own.</summary>
    public Task<IReadOnlyList<KaartVlak>> OmAsync(string code, CancellationToken ct)
    {
        const string sql = $"""
            with zelf as (select code, soort, ouder_code, geom from gebied_nu where code = @Code),
            maat as (
                select ST_Centroid(ST_Envelope(geom)) as midden,
                       0.85 * greatest(ST_XMax(geom) - ST_XMin(geom), (ST_YMax(geom) - ST_YMin(geom)) * 4 / 3) as half
                from zelf),
            kader as (
                select ST_MakeEnvelope(ST_X(midden) - half, ST_Y(midden) - half * 0.75,
                                       ST_X(midden) + half, ST_Y(midden) + half * 0.75, 28992) as e
                from maat),
            gekozen as (
                select g.code, g.soort, g.naam, g.code = z.code as zelf, ST_Intersection(g.geom, k.e) as geom
                from zelf z cross join kader k join gebied_nu g on g.soort = z.soort and ST_Intersects(g.geom, k.e)
                union all
                select o.code, 'rand', o.naam, false, ST_Intersection(ST_Boundary(o.geom), k.e)
                from zelf z join gebied_nu ouder on ouder.code = z.ouder_code cross join kader k
                join gebied_nu o on o.soort = ouder.soort and o.soort <> 'stad' and ST_Intersects(o.geom, k.e)),
            {Vlakken}
            """;
        return LeesAsync(sql, new { Code = code, Breedte = (double)Breedte }, ct);
    }

    private async Task<IReadOnlyList<KaartVlak>> LeesAsync(string sql, object parameters, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<KaartVlak>(new(sql, parameters, cancellationToken: ct))).AsList();
    }
}
