using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;

namespace Portal.Web.Pages.Cijfers;

/// <summary>Reads an indicator by what a reader chose.</summary>
public sealed class Cijferlezer(CijferQueries cijfers, GebiedQueries gebieden)
{
    public static readonly string[] Sorteringen = ["naam", "waarde"];

    /// <returns>It; or why that cannot be, in Dutch; or neither, when there is no such indicator.</returns>
    public async Task<(CijferBlik? Blik, string? Reden)> LeesAsync(
        string dataset,
        string code,
        CijferFilter filter,
        CancellationToken ct
    )
    {
        if (await cijfers.VindAsync(dataset, code, ct) is not { } indicator)
        {
            return (null, null);
        }
        var alle = await cijfers.NiveausAsync(dataset, code, ct);
        var indeling = filter.Indeling ?? alle.Select(n => (int?)n.Indeling).FirstOrDefault();
        var niveaus = alle.Where(n => n.Indeling == indeling).ToList();
        var gevonden = filter.Gebied is null ? null : await gebieden.VindAsync(filter.Gebied, ct);
        var reden =
            Ongeldig.Waarde("sorteer", filter.Sorteer, Sorteringen)
            ?? Ongeldig.Waarde(
                "indeling",
                filter.Indeling is { } i ? $"{i}" : null,
                alle.Select(n => $"{n.Indeling}").Distinct()
            )
            ?? Ongeldig.Waarde("niveau", filter.Niveau, niveaus.Select(n => n.Soort));
        var niveau = Kies(niveaus, filter.Niveau ?? gevonden?.Gebied?.Soort);
        if (reden is not null || niveau is null)
        {
            return (null, reden);
        }
        var namen = await cijfers.GebiedenAsync(niveau, ct);
        var gebied = namen.FirstOrDefault(g => g.Code == (gevonden?.Gebied?.Code ?? filter.Gebied));
        reden = filter.Gebied is not null && gebied is null && gevonden?.Gebied is null ? gevonden?.Reden : null;
        var reeks = await cijfers.ReeksAsync(dataset, code, niveau, ct);
        var perioden = reeks
            .Where(p => p.Waarde is not null)
            .Select(Periode.Van)
            .Distinct()
            .OrderBy(p => p.Plek)
            .ToList();
        reden ??= Ongeldig.Waarde("periode", filter.Periode, reeks.Select(p => Periode.Van(p).Code).Distinct());
        if (reden is not null)
        {
            return (null, reden);
        }
        Periode? gekozen = reeks
            .Select(Periode.Van)
            .Where(p => p.Code == filter.Periode)
            .Cast<Periode?>()
            .FirstOrDefault();
        gekozen ??= perioden.Count > 0 ? perioden[^1] : null;
        var stad = niveaus.FirstOrDefault(n => n.Soort == Gebiedsoorten.Stad);
        return (
            new(
                dataset,
                indicator,
                alle,
                niveau,
                namen,
                reeks,
                stad is null ? [] : await cijfers.ReeksAsync(dataset, code, stad, ct),
                gekozen,
                gebied
            ),
            null
        );
    }

    // Who chose none gets that of the area, else the smallest.
    private static Meetniveau? Kies(List<Meetniveau> niveaus, string? soort) =>
        niveaus.FirstOrDefault(n => n.Soort == soort) ?? niveaus.FirstOrDefault();
}
