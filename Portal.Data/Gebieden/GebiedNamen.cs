namespace Portal.Data.Gebieden;

/// <summary>
/// Names that come from another delivery than the borders. A name that the borders' own delivery gives is never
/// replaced; where it gave none, the newest delivery that names the area does, and if there is none, we make one up.
/// </summary>
internal static class GebiedNamen
{
    /// <summary>From which share of overlap (intersection over union) a named shape and one of our areas are the same area.</summary>
    public const double Helder = 0.9;

    // A gebied is the union of the buurten that name it. Its name: the code list's, which knows it by its identificatie; else that of the one shape that covers it.
    public const string SamenstelSql = """
        insert into gebied (versie_id, soort, indeling, code, identificatie, naam, naam_bron, ouder_code, geom, kaart)
        select @VersieId, 'gebied', @indeling, coalesce(vorm.code, lijst.code, s.ggw_id), s.ggw_id,
               coalesce(lijst.naam, vorm.naam, 'Gebied ' || coalesce(nullif(ltrim(substring(s.ggw_id from '^\d{8,}(\d{4})$'), '0'), ''), s.ggw_id)),
               coalesce(lijst.bron, vorm.bron, ''), coalesce(s.stadsdeel, @Stad), s.geom, ST_Transform(ST_SimplifyPreserveTopology(s.geom, 8), 4326)
        from (select b.ggw_id, ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Union(b.geom)), 3)) as geom,
                     case when count(distinct d.boven_code) = 1 and count(d.boven_code) = count(*) then min(d.boven_code) end as stadsdeel
              from gebied_gepubliceerd b left join gebied_boven d on d.indeling = b.indeling and d.code = b.code and d.boven_soort = 'stadsdeel'
              where b.indeling = @indeling and b.soort = 'buurt' and b.ggw_id is not null group by b.ggw_id) s
        left join lateral (
            select n.code, n.naam, n.bron from gebied_naam_nu n
            where n.soort = 'gebied' and n.indeling = @indeling and n.geom && s.geom and ST_Area(ST_Intersection(n.geom, s.geom)) / ST_Area(ST_Union(n.geom, s.geom)) >= @Helder
            order by n.geladen_op desc limit 1) vorm on true
        left join lateral (
            select n.code, n.naam, n.bron from gebied_naam_nu n
            where n.soort = 'gebied' and n.indeling = @indeling and n.identificatie = s.ggw_id order by n.geladen_op desc limit 1) lijst on true
        """;

    /// <summary>Gives wijken and buurten without a name of their own the name that another delivery has for their code.</summary>
    public const string PasToeSql = """
        with naam as (
            select g.versie_id, g.code, coalesce(n.naam, initcap(g.soort) || ' ' || g.code) as naam, coalesce(n.bron, '') as bron
            from gebied_gepubliceerd g
            left join lateral (
                select n.naam, n.bron from gebied_naam_nu n
                where n.soort = g.soort and n.indeling = g.indeling and n.code = g.code order by n.geladen_op desc, n.rij limit 1) n on true
            where g.naam_bron is not null and g.soort in ('wijk', 'buurt'))
        update gebied g set naam = n.naam, naam_bron = n.bron from naam n
        where n.versie_id = g.versie_id and n.code = g.code and (n.naam, n.bron) is distinct from (g.naam, g.naam_bron)
        """;
}
