using Microsoft.Extensions.Localization;
using Portal.Data.Begrotingen;
using Portal.Web.Components;

namespace Portal.Web;

/// <summary>
/// Whole years up to the chosen one, promised and what it became; of an area, or of several together.
/// </summary>
public static class Jaarreeks
{
    private const int Meeste = 5;
    private const int Genoeg = 3;

    public static IReadOnlyList<JaarBedrag> Van(
        IEnumerable<JaarRow> rijen,
        BegrotingAanbod aanbod,
        BegrotingKeuze keuze
    )
    {
        List<JaarBedrag> jaren = [.. rijen.Select(r => Jaar(aanbod, keuze, r)).Where(j => j.Bekend)];
        return
        [
            .. jaren.Count(j => j.Jaar <= keuze.Jaar) >= Genoeg
                ? jaren.Where(j => j.Jaar <= keuze.Jaar).TakeLast(Meeste)
                : jaren.Take(Meeste),
        ];
    }

    /// <summary>Between which years no line may be drawn, and why: by the later of the two.</summary>
    public static IReadOnlyDictionary<int, Breukzin> Breuken(
        IReadOnlyList<JaarBedrag> jaren,
        BegrotingAanbod aanbod,
        BegrotingKeuze keuze,
        (bool HeleStad, bool PerProgramma) wat,
        IStringLocalizer<Teksten> tekst
    ) =>
        jaren
            .Zip(jaren.Skip(1))
            .Select(p =>
                (
                    p.Second.Jaar,
                    Reden: Jaarzinnen.Breuk(
                        aanbod,
                        keuze with
                        {
                            Jaar = p.Second.Jaar,
                        },
                        p.First.Jaar,
                        wat.HeleStad,
                        wat.PerProgramma,
                        tekst
                    )
                )
            )
            .Where(b => b.Reden is not null)
            .ToDictionary(b => b.Jaar, b => b.Reden!);

    // Years that are not complete are no point of a line
    private static JaarBedrag Jaar(BegrotingAanbod aanbod, BegrotingKeuze keuze, JaarRow j)
    {
        var (eerste, tweede) = keuze.Subsidie
            ? (("verleend", j.Verleend), ("vastgesteld", j.Vastgesteld))
            : (("begroting", j.Begroot), ("realisatie", j.Besteed));
        var (beloofd, geworden) = (Heel(aanbod, keuze, j.Jaar, eerste), Heel(aanbod, keuze, j.Jaar, tweede));
        return new(
            j.Jaar,
            beloofd,
            geworden,
            null,
            (beloofd is null && eerste.Item2 is not null) || (geworden is null && tweede.Item2 is not null)
        );
    }

    private static decimal? Heel(
        BegrotingAanbod aanbod,
        BegrotingKeuze keuze,
        int jaar,
        (string Fase, decimal? Bedrag) wat
    ) => aanbod.Profiel(jaar, wat.Fase, keuze.Bl, keuze.Jaarsoort) is { Volledig: true } ? wat.Bedrag : null;
}
