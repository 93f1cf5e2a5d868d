using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>Whether the areas of one division fit together: buurten do not overlap, and fill their wijk.</summary>
internal static class GebiedTopologie
{
    /// <returns>A sentence for each place where they do not fit, the largest first.</returns>
    public static async Task<IReadOnlyList<string>> ControleerAsync(Lading lading, short indeling, CancellationToken ct)
    {
        var vraag = new CommandDefinition(
            Sql,
            new { indeling },
            lading.Transactie,
            commandTimeout: 0,
            cancellationToken: ct
        );
        return await Tijdslot.BinnenAsync(lading, async () => (await lading.Db.QueryAsync<string>(vraag)).AsList(), ct)
            ??
            [
                "Of de gebieden op elkaar aansluiten is niet nagekeken: dat duurde langer dan "
                    + $"{lading.Nakijktijd.TotalSeconds:0.###} seconden. De gebieden zijn wel geladen.",
            ];
    }

    // Slivers: up to 100 m² of overlap, up to 1 % of a wijk not filled by its buurten. The buurten of a division are of
    // one version, so that the index on place finds who may overlap.
    private const string Sql = """
        with buurt as (select versie_id, code, ouder_code, geom from gebied_gepubliceerd where indeling = @indeling
            and soort = 'buurt'),
        overlap as (
            select a.code as a, b.code as b, ST_Area(ST_Intersection(a.geom, b.geom)) as m2
            from buurt a join gebied b on b.versie_id = a.versie_id and b.code > a.code and a.geom && b.geom
                and ST_Overlaps(a.geom, b.geom)),
        gevuld as (
            select w.code, ST_Area(ST_SymDifference(w.geom, u.geom)) as m2, ST_Area(w.geom) as heel
            from gebied_gepubliceerd w
            join (select ouder_code, ST_Union(geom) as geom from buurt group by ouder_code) u on u.ouder_code = w.code
            where w.indeling = @indeling and w.soort = 'wijk' and w.rij is not null)
        select format('Buurt %s en buurt %s overlappen %s m².', a, b, round(m2))
            from (select * from overlap where m2 > 100 order by m2 desc) o
        union all
        select format('De buurten van wijk %s vullen de wijk niet precies: %s m² verschil (%s %%).', code, round(m2),
            round((100 * m2 / heel)::numeric, 1))
        from (select * from gevuld where m2 > heel / 100 order by m2 desc) g
        union all
        select format('Wijk %s wordt door buurten genoemd, maar bestaat niet.', ouder_code) from buurt b
        where not exists (select from gebied_gepubliceerd w where w.indeling = @indeling and w.code = b.ouder_code)
            group by ouder_code
        union all
        select format(
            'Geen buurt zegt in gebied %s %s te liggen: het blijft leeg. Zijn dit alleen namen, geef dan --alleen-namen mee.',
            g.code, g.naam)
        from gebied_gepubliceerd g
        where g.indeling = @indeling and g.soort = 'gebied'
            and not exists (select from gebied_boven b where b.indeling = @indeling and b.boven_code = g.code
            and b.code <> g.code)
          and exists (select from gebied_gepubliceerd b where b.indeling = @indeling and b.ggw_id is not null)
        """;
}
