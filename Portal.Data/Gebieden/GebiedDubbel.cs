using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>Areas that are there twice: in the same place, or under a code that another kind has already.</summary>
internal static class GebiedDubbel
{
    /// <summary>From which share of its surface in another an area is taken for the same.</summary>
    private const double Vrijwel = 0.95;

    public static async Task WijsAfAsync(Lading lading, string soort, short indeling, CancellationToken ct)
    {
        var args = new
        {
            soort,
            indeling,
            Vrijwel,
        };
        await WijsAfAsync(lading, "code", await QueryAsync(lading, AndereSoortSql, args, ct), ct);
        await lading.Db.ExecuteAsync(new(IndexSql, transaction: lading.Transactie, cancellationToken: ct));
        if (await Tijdslot.BinnenAsync(lading, () => QueryAsync(lading, ZelfdePlekSql, args, ct), ct) is { } dubbel)
        {
            await WijsAfAsync(lading, "geometrie", dubbel, ct);
        }
        else
        {
            lading.Rapport.Meldingen.Add(
                "Of er gebieden dubbel in het bestand staan is niet nagekeken: dat duurde langer dan "
                    + $"{lading.Nakijktijd.TotalSeconds:0.###} seconden. Vereenvoudig de grenzen."
            );
        }
    }

    private static async Task WijsAfAsync(
        Lading lading,
        string kolom,
        List<(int Rij, string Code, string Reden)> fouten,
        CancellationToken ct
    )
    {
        foreach (var (rij, code, reden) in fouten)
        {
            lading.Rapport.Wijs(rij, kolom, code, reden);
        }
        await lading.Db.ExecuteAsync(
            new(
                "update gebied_in set geom = null where rij = any (@Rijen)",
                new { Rijen = fouten.Select(f => f.Rij).ToArray() },
                lading.Transactie,
                cancellationToken: ct
            )
        );
    }

    private static async Task<List<(int Rij, string Code, string Reden)>> QueryAsync(
        Lading lading,
        string sql,
        object args,
        CancellationToken ct
    ) =>
        (
            await lading.Db.QueryAsync<(int, string, string)>(
                new(sql, args, lading.Transactie, commandTimeout: 0, cancellationToken: ct)
            )
        ).AsList();

    private const string IndexSql = """
        create index if not exists gebied_in_geom on gebied_in using gist (geom);
        analyze gebied_in
        """;

    private const string AndereSoortSql = """
        select distinct on (i.rij) i.rij, i.code,
            format('zo heet %s %s van indeling %s al (dataset %s); geef dit gebied een andere code', g.soort, g.naam,
            g.indeling,
                d.code)
        from gebied_in i
        join gebied_gepubliceerd g on g.indeling = @indeling and g.soort <> @soort and lower(g.code) = lower(i.code)
        join versie v on v.id = g.versie_id join dataset d on d.id = v.dataset_id and not d.voorbeeld
        where i.geom is not null order by i.rij
        """;

    // Of two that are equal the first stays; of one within another the larger. The boxes are compared first.
    private const string ZelfdePlekSql = """
        with paar as (
            select a.rij, a.code, b.rij as ander_rij, b.code as ander_code, ST_Area(a.geom) as m2,
                ST_Area(b.geom) as ander_m2,
                ST_Area(ST_Intersection(a.geom, b.geom)) as samen
            from gebied_in a join gebied_in b on a.geom && b.geom and a.rij <> b.rij
            where ST_Area(ST_Intersection(ST_Envelope(a.geom), ST_Envelope(b.geom))) >= @Vrijwel * ST_Area(a.geom)
              and ST_Area(b.geom) >= @Vrijwel * ST_Area(a.geom))
        select distinct on (rij) rij, code, format('gebied %s ligt %s in gebied %s van rij %s', code,
            case when samen >= 0.9999 * m2 then 'helemaal'
                else format('voor %s %%', round((100 * samen / m2)::numeric)) end,
            ander_code, ander_rij)
        from paar where samen >= @Vrijwel * m2 and (samen < @Vrijwel * ander_m2 or ander_rij < rij)
        order by rij, samen desc, ander_rij
        """;
}
