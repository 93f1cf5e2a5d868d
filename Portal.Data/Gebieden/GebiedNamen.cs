using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// Names that come from another delivery than the borders. A name that the borders' own delivery gives is never
/// replaced; where it gave none, the newest delivery that names the area does, and if there is none, we make one up.
/// </summary>
internal static class GebiedNamen
{
    /// <summary>
    /// From which share of overlap (intersection over union) a named shape and one of our areas are the same area.
    /// </summary>
    public const double Helder = 0.9;

    /// <summary>
    /// Keeps the names that a delivery of figures has for our buurten and wijken, and says which of them differ from
    /// ours.
    /// </summary>
    public static async Task BewaarAsync(
        Lading lading,
        BekendeGebieden gebieden,
        IEnumerable<(int Rij, string Code, string Naam)> namen,
        CancellationToken ct
    )
    {
        var rijen = namen.ToList();
        var args = new
        {
            lading.VersieId,
            gebieden.Indeling,
            Rijen = rijen.Select(n => n.Rij).ToArray(),
            Codes = rijen.Select(n => n.Code).ToArray(),
            Namen = rijen.Select(n => n.Naam).ToArray(),
        };
        await lading.Db.ExecuteAsync(new(BewaarSql, args, lading.Transactie, cancellationToken: ct));
        lading.Rapport.Meldingen.AddRange(
            await lading.Db.QueryAsync<string>(
                new(AndersSql, new { lading.VersieId }, lading.Transactie, cancellationToken: ct)
            )
        );
    }

    private const string BewaarSql = """
        insert into gebied_naam (versie_id, rij, indeling, soort, code, naam)
        select distinct on (g.code) @VersieId, n.rij, g.indeling, g.soort, g.code, n.naam
        from unnest(@Rijen, @Codes, @Namen) n (rij, code, naam)
        join gebied_gepubliceerd g on g.code = n.code and g.indeling = @Indeling and g.soort in ('wijk', 'buurt')
            order by g.code, n.rij
        """;

    private const string AndersSql = """
        select case when bool_or(g.naam_bron is not null)
                    then format('%s gebieden hebben geen naam in hun eigen levering en heten naar dit bestand: %s.',
                        count(*),
                                string_agg(format('%s %s', n.code, n.naam), ', ' order by n.code))
                    else format('%s gebieden heten in dit bestand anders; de naam van hun eigen levering blijft: %s.',
                        count(*),
                                string_agg(format('%s %s (hier %s)', n.code, g.naam, n.naam), ', ' order by n.code)) end
        from gebied_naam n join gebied_nu g on g.code = n.code and g.indeling = n.indeling
        where n.versie_id = @VersieId
          and (g.naam_bron is not null or regexp_replace(lower(unaccent(g.naam)), '[^a-z0-9]', '',
              'g') <> regexp_replace(lower(unaccent(n.naam)), '[^a-z0-9]', '', 'g'))
        group by g.naam_bron is not null
        """;

    // A gebied is the union of the buurten that name it. Its name: the code list's, which knows it by its
    // identificatie; else that of the one shape that covers it.
    public const string SamenstelSql = """
        insert into gebied (versie_id, soort, indeling, code, identificatie, naam, naam_bron, ouder_code, geom, kaart)
        select @VersieId, 'gebied', @indeling, coalesce(vorm.code, lijst.code, s.ggw_id), s.ggw_id,
               coalesce(lijst.naam, vorm.naam, 'Gebied ' || coalesce(nullif(ltrim(substring(s.ggw_id
                   from '^\d{8,}(\d{4})$'), '0'), ''), s.ggw_id)),
               coalesce(lijst.bron, vorm.bron, ''), coalesce(s.stadsdeel, @Stad), s.geom,
                   ST_Transform(ST_SimplifyPreserveTopology(s.geom, 8), 4326)
        from (select b.ggw_id, ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Union(b.geom)), 3)) as geom,
                     case when count(distinct d.boven_code) = 1 and count(d.boven_code) = count(*)
                         then min(d.boven_code) end as stadsdeel
              from gebied_gepubliceerd b left join gebied_boven d on d.indeling = b.indeling and d.code = b.code
                  and d.boven_soort = 'stadsdeel'
              where b.indeling = @indeling and b.soort = 'buurt' and b.ggw_id is not null group by b.ggw_id) s
        left join lateral (
            select n.code, n.naam, n.bron from gebied_naam_nu n
            where n.soort = 'gebied' and n.indeling = @indeling and n.geom && s.geom
                and ST_Area(ST_Intersection(n.geom, s.geom)) / ST_Area(ST_Union(n.geom, s.geom)) >= @Helder
            order by n.geladen_op desc limit 1) vorm on true
        left join lateral (
            select n.code, n.naam, n.bron from gebied_naam_nu n
            where n.soort = 'gebied' and n.indeling = @indeling and n.identificatie = s.ggw_id
                order by n.geladen_op desc limit 1) lijst on true
        """;

    /// <summary>
    /// Gives wijken and buurten without a name of their own the name that another delivery has for their code. A gebied
    /// that
    /// nobody named is a number; so that people know it, the first two wijken in it stand behind that.
    /// </summary>
    public const string PasToeSql = """
        with naam as (
            select g.versie_id, g.code, coalesce(n.naam, initcap(g.soort) || ' ' || g.code) as naam,
                coalesce(n.bron, '') as bron
            from gebied_gepubliceerd g
            left join lateral (
                select n.naam, n.bron from gebied_naam_nu n
                where n.soort = g.soort and n.indeling = g.indeling and n.code = g.code order by n.geladen_op desc,
                    n.rij limit 1) n on true
            where g.naam_bron is not null and g.soort in ('wijk', 'buurt'))
        update gebied g set naam = n.naam, naam_bron = n.bron from naam n
        where n.versie_id = g.versie_id and n.code = g.code and (n.naam, n.bron) is distinct from (g.naam, g.naam_bron);
        update gebied g set naam = regexp_replace(g.naam, ' \(.*', '') || coalesce(' (' || w.namen || ')', '')
        from (select b.indeling, b.boven_code, string_agg(b.naam, ', '
            order by b.rang) filter (where b.rang <= 2) || case when count(*) > 2 then ' e.a.' else '' end as namen
              from (select b.indeling, b.boven_code, k.naam,
                  row_number() over (partition by b.indeling, b.boven_code order by k.code) as rang
                    from gebied_boven b join gebied_gepubliceerd k on k.indeling = b.indeling and k.code = b.code
                        and k.soort = 'wijk' where b.boven_soort = 'gebied') b
              group by 1, 2) w, versie v
        where w.indeling = g.indeling and w.boven_code = g.code and v.id = g.versie_id and v.status = 'gepubliceerd'
            and g.soort = 'gebied' and g.naam_bron = '' and g.rij is null
        """;
}
