using System.Globalization;
using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Begrotingen;

/// <summary>What the sender says a sum is: of a programme, or of a taakveld in it.</summary>
internal sealed record Controletotaal(
    int Rij,
    short Jaar,
    string Fase,
    string Bl,
    string? ProgrammaCode,
    string? Taakveld,
    decimal Bedrag
);

/// <summary>
/// Refuses a delivery that does not add up to its own control totals, to the cent, naming the programmes.
/// </summary>
internal static class Controletotalen
{
    private static readonly CultureInfo Nl = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>
    /// Control totals stand in the delivery itself, as rows whose toerekening is <c>controletotaal</c>.
    /// </summary>
    public static bool IsControle(CsvRij rij) =>
        rij["toerekening"]?.Equals("controletotaal", StringComparison.OrdinalIgnoreCase) == true;

    /// <exception cref="AfgekeurdeLevering">The sums differ, or some posts have no control total.</exception>
    public static async Task ControleerAsync(Lading lading, IReadOnlyList<Controletotaal> totalen, CancellationToken ct)
    {
        if (totalen.Count == 0)
        {
            lading.Rapport.Meldingen.Add(
                "De levering heeft geen controletotalen: of zij compleet is, kan niet worden nagegaan."
            );
            return;
        }
        foreach (var dubbel in totalen.GroupBy(t => (t.Bl, t.ProgrammaCode, t.Taakveld)).Where(g => g.Count() > 1))
        {
            lading.Rapport.Wijs(
                dubbel.Last().Rij,
                "toerekening",
                "controletotaal",
                $"dit controletotaal staat ook in rij {dubbel.First().Rij}; laat er één staan"
            );
        }
        if (
            lading.Rapport.Afwijzingen.Count > 0
            && totalen.DistinctBy(t => (t.Bl, t.ProgrammaCode, t.Taakveld)).Count() < totalen.Count
        )
        {
            throw new AfgekeurdeLevering(
                lading.Rapport,
                $"{lading.Rapport.Bestand} heeft een controletotaal dubbel. Er is niets veranderd."
            );
        }
        foreach (var totaal in totalen)
        {
            await lading.Db.ExecuteAsync(
                new(
                    InvoegSql,
                    new
                    {
                        lading.VersieId,
                        totaal.Rij,
                        totaal.Jaar,
                        totaal.Fase,
                        totaal.Bl,
                        totaal.ProgrammaCode,
                        totaal.Taakveld,
                        totaal.Bedrag,
                    },
                    lading.Transactie,
                    cancellationToken: ct
                )
            );
        }
        var verschillen = (
            await lading.Db.QueryAsync<(int Rij, string Waar, decimal? Controle, decimal? Posten)>(
                new(VerschilSql, new { lading.VersieId }, lading.Transactie, commandTimeout: 0, cancellationToken: ct)
            )
        ).AsList();
        if (verschillen.Count > 0)
        {
            foreach (var v in verschillen)
            {
                lading.Rapport.Wijs(
                    v.Rij,
                    "bedrag",
                    null,
                    string.Create(
                        Nl,
                        $"{v.Waar}: posten {Euro(v.Posten)}, controletotaal {Euro(v.Controle)}, verschil "
                            + $"{(v.Posten ?? 0) - (v.Controle ?? 0):N2}"
                    )
                );
            }
            throw new AfgekeurdeLevering(
                lading.Rapport,
                $"{lading.Rapport.Bestand} klopt niet met de controletotalen: "
                    + $"{(verschillen.Count == 1 ? "één verschil" : $"{verschillen.Count} verschillen")}, te "
                    + $"beginnen bij {verschillen[0].Waar}. Er is niets veranderd."
            );
        }
    }

    private static string Euro(decimal? bedrag) => bedrag is null ? "ontbreekt" : bedrag.Value.ToString("N2", Nl);

    private const string InvoegSql = """
        insert into controletotaal (versie_id, rij, jaar, fase, bl, programma_code, taakveld, bedrag)
        values (@VersieId, @Rij, @Jaar, @Fase, @Bl, @ProgrammaCode, @Taakveld, @Bedrag)
        """;

    // Programmes must match both ways; a taakveld is only checked where a total for it was given.
    private const string VerschilSql = """
        with post as (select bl, programma_code, sum(bedrag) as bedrag, min(rij) as rij from begrotingspost
            where versie_id = @VersieId group by 1, 2),
        controle as (select bl, programma_code, bedrag, rij from controletotaal
            where versie_id = @VersieId and taakveld is null),
        verschil as (
            select coalesce(c.bl, p.bl) as bl, coalesce(c.programma_code, p.programma_code) as programma_code,
                null as taakveld, c.bedrag as controle, p.bedrag as posten, coalesce(c.rij, p.rij) as rij
            from controle c full join post p on p.bl = c.bl and p.programma_code is not distinct from c.programma_code
            where c.bedrag is null or c.bedrag <> coalesce(p.bedrag, 0)
            union all
            select c.bl, c.programma_code, c.taakveld, c.bedrag, sum(p.bedrag), c.rij
            from controletotaal c
            left join begrotingspost p on p.versie_id = c.versie_id and p.bl = c.bl
                and p.programma_code is not distinct from c.programma_code and p.taakveld = c.taakveld
            where c.versie_id = @VersieId and c.taakveld is not null
            group by c.bl, c.programma_code, c.taakveld, c.bedrag, c.rij having coalesce(sum(p.bedrag), 0) <> c.bedrag)
        select v.rij, format('%s, %s%s', coalesce(r.naam, 'zonder programma'),
            case v.bl when 'L' then 'lasten' else 'baten' end, ', taakveld ' || v.taakveld), v.controle, v.posten
        from verschil v left join programma r on r.code = v.programma_code
        where v.controle is not null or v.posten is not null
        order by r.volgorde nulls last, v.bl desc, v.taakveld nulls first
        """;
}
