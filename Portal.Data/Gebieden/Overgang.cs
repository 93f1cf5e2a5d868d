using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;

namespace Portal.Data.Gebieden;

/// <summary>
/// How the areas of older divisions lie in those of now, kind by kind: by the inhabitants of the smallest areas of now
/// of which all are known, spread evenly in each; without those by area. What is under half a per cent of both is a
/// border that was drawn otherwise, and is left out (docs/decisions/0034).
/// </summary>
internal static class Overgang
{
    /// <summary>Makes them anew, and the figures that run through them.</summary>
    public static async Task WerkBijAsync(Lading lading, CancellationToken ct)
    {
        await lading.Db.ExecuteAsync(
            new(Sql, transaction: lading.Transactie, commandTimeout: 0, cancellationToken: ct)
        );
        await Herrekening.AllesAsync(lading, ct);
    }

    internal const string Sql = """
        delete from overgang;
        insert into overgang (van_indeling, van_code, soort, naar_indeling, naar_code, gewicht, deel, grondslag)
        with nu as materialized (select max(indeling) as i from gebied_gepubliceerd),
        oud as materialized (
            select g.indeling, g.soort, g.code, g.geom from gebied_gepubliceerd g cross
                join nu where g.indeling < nu.i),
        nieuw as materialized (
            select g.soort, g.code, g.geom from gebied_gepubliceerd g cross join nu
            where g.indeling = nu.i and g.soort in (select soort from oud)),
        bekend as materialized (
            select g.soort, g.geom, ST_Area(g.geom) as m2, i.inwoners
            from gebied_gepubliceerd g cross join nu left join lateral (
                select x.inwoners from inwoners_nu x where x.indeling = g.indeling and x.code = g.code
                order by x.jaar desc limit 1) i on true
            where g.indeling = nu.i and g.soort in ('buurt', 'wijk') and exists (select from oud)),
        mens as materialized (
            select geom, m2, inwoners from bekend
            where inwoners > 0 and soort = (select soort from bekend group by soort
                                            having count(*) = count(inwoners) order by soort limit 1)),
        vlak as (
            select o.indeling, o.soort, o.code as van, null as naar, o.geom from oud o
            union all
            select null, n.soort, null, n.code, n.geom from nieuw n
            union all
            select o.indeling, o.soort, o.code, n.code, ST_CollectionExtract(ST_Intersection(o.geom, n.geom), 3)
            from oud o join nieuw n on n.soort = o.soort and n.geom && o.geom and ST_Intersects(n.geom, o.geom)),
        maat as materialized (
            select v.indeling, v.soort, v.van, v.naar, ST_Area(v.geom) as m2, coalesce((
                select sum(m.inwoners * ST_Area(ST_Intersection(m.geom, v.geom)) / m.m2) from mens m
                where m.geom && v.geom and ST_Intersects(m.geom, v.geom)), 0) as mensen
            from vlak v),
        aandeel as (
            select s.indeling, s.soort, s.van, s.naar, o.mensen > 0 as telt,
                   case when o.mensen > 0 then s.mensen / o.mensen else s.m2 / o.m2 end as gewicht,
                   least(1, case when n.mensen > 0 then s.mensen / n.mensen else s.m2 / n.m2 end) as deel
            from maat s
            join maat o on o.indeling = s.indeling and o.soort = s.soort and o.van = s.van and o.naar is null
            join maat n on n.soort = s.soort and n.naar = s.naar and n.van is null
            where s.van is not null and s.naar is not null and s.m2 > 0),
        groot as (select * from aandeel where greatest(gewicht, deel) >= 0.005),
        heel as (
            select indeling, soort, van, naar, telt, gewicht, deel from groot
            union all
            select o.indeling, o.soort, o.van, null, o.mensen > 0, 1 - coalesce(sum(g.gewicht), 0), 0
            from maat o left join groot g on g.indeling = o.indeling and g.soort = o.soort and g.van = o.van
            where o.van is not null and o.naar is null
            group by o.indeling, o.soort, o.van, o.mensen having 1 - coalesce(sum(g.gewicht), 0) >= 0.005),
        rond as (
            select h.*, round((gewicht / sum(gewicht) over w)::numeric, 6) as r,
                   row_number() over (partition by indeling, soort, van order by gewicht desc, naar) as nr
            from heel h window w as (partition by indeling, soort, van))
        select indeling, van, soort, nu.i, naar,
               case when nr = 1 then 1 - coalesce(sum(r) filter (where nr > 1) over (partition by indeling, soort, van),
                   0)
                    else r end,
               round(deel::numeric, 6), case when telt then 'inwoners' else 'oppervlakte' end
        from rond cross join nu;
        update overgang o set verschoven = 1 - b.beste, zelfde = b.beste >= 0.95 and least(o.gewicht, o.deel) = b.beste
        from (select van_indeling, naar_code, max(least(gewicht, deel)) as beste from overgang
              group by van_indeling, naar_code) b
        where b.van_indeling = o.van_indeling and b.naar_code = o.naar_code
        """;
}
