using Microsoft.Extensions.Localization;
using Portal.Data.Begrotingen;

namespace Portal.Web.Pages.Gebieden;

/// <summary>The answer above the page of an area: one sentence in plain Dutch that says what the figures say.</summary>
public static class Gebiedszin
{
    /// <returns>What stands before the amount, the amount, and what stands after it; without an amount one
    /// sentence.</returns>
    public static (string Voor, decimal? Bedrag, string Na) Van(Gebiedsblik blik, IStringLocalizer<Teksten> tekst)
    {
        var (keuze, naam) = (blik.Keuze, blik.Gebied.Naam);
        if (blik.Totaal is not { } totaal)
        {
            return (
                tekst[
                    keuze.Subsidie
                        ? "Van {0} zelf is over {1} geen subsidie bekend. Dat betekent niet dat er niets is uitgegeven."
                        : "Van {0} zelf zijn over {1} geen bedragen bekend. Dat betekent niet dat er niets is "
                            + "uitgegeven.",
                    naam,
                    keuze.Jaar
                ],
                null,
                ""
            );
        }
        if (totaal == 0 && keuze.Subsidie)
        {
            return (tekst["Van {0} staan over {1} alleen subsidies van", naam, keuze.Jaar], 0, tekst[" in de bron."]);
        }
        var jaar = blik.Aanbod.Profiel(keuze) is { Tot: { } tot, Jaarsoort: BegrotingKeuze.Toekenning }
            ? tekst["{0} (tot en met {1})", keuze.Jaar, Jaarzinnen.Datum(tot)].Value
            : $"{keuze.Jaar}";
        var begin = Jaarzinnen.Jaar(blik.Aanbod, keuze, tekst, jaar);
        var (voor, na) = (keuze.Fase, keuze.Bl) switch
        {
            ("realisatie", "L") => (tekst["gaf de gemeente in {0}", naam].Value, tekst[" uit"].Value),
            ("realisatie", _) => (tekst["ontving de gemeente voor {0}", naam].Value, ""),
            ("begroting" or "begrotingswijziging", _) => (tekst["begrootte de gemeente voor {0}", naam].Value, ""),
            ("verleend", _) => (tekst["is in {0}", naam].Value, tekst[" subsidie toegekend"].Value),
            ("vastgesteld", _) => (tekst["is in {0}", naam].Value, tekst[" subsidie vastgesteld"].Value),
            _ => (tekst["is in {0}", naam].Value, tekst[" subsidie aangevraagd"].Value),
        };
        return (
            $"{char.ToUpperInvariant(begin[0])}{begin[1..]} {voor}",
            totaal,
            $"{na}{PerHoofd(blik, totaal, tekst)}{Meeste(blik, tekst)}."
        );
    }

    private static string PerHoofd(Gebiedsblik blik, decimal totaal, IStringLocalizer<Teksten> tekst)
    {
        if (!GebiedBedragRow.MagPerHoofd(blik.Bedrag?.Inwoners) || !blik.Keuze.PerHoofd || blik.IsOvergeslagen)
        {
            return "";
        }
        var hoofd = tekst[", {0} per inwoner", Opmaak.EuroPerHoofd(totaal / blik.Bedrag!.Inwoners!.Value)].Value;
        return blik.Bedrag.InwonersJaar == blik.Keuze.Jaar
            ? hoofd
            : hoofd + tekst[" (met het aantal inwoners van {0})", blik.Bedrag.InwonersJaar!].Value;
    }

    /// <summary>Why there is no figure per inhabitant; null where there is one, or no amount at all.</summary>
    public static string? GeenPerHoofd(Gebiedsblik blik, IStringLocalizer<Teksten> tekst) =>
        blik.Totaal is null ? null
        : !blik.Keuze.PerHoofd
            ? tekst[
                blik.Aanbod.Profiel(blik.Keuze) is { Volledig: false }
                    ? "Een bedrag per inwoner geven we niet: de cijfers van dit jaar zijn niet compleet."
                    : "Een bedrag per inwoner geven we niet: veel van dit geld is voor andere jaren."
            ].Value
        : blik.IsOvergeslagen
            ? tekst[
                "Hoeveel mensen hier in {0} woonden, is niet bekend. Daarom kreeg dit gebied geen deel van het geld dat over de buurten is verdeeld. Het bedrag is dus te laag, en een bedrag per inwoner geven we niet.",
                blik.Keuze.Jaar
            ].Value
        : !GebiedBedragRow.MagPerHoofd(blik.Bedrag?.Inwoners)
            ? tekst["Een bedrag per inwoner is er niet: het aantal inwoners is niet bekend of kleiner dan 50."].Value
        : null;

    // Money without a programme competes too: else a programme is named that most of the money is not known to be of.
    private static string Meeste(Gebiedsblik blik, IStringLocalizer<Teksten> tekst)
    {
        var meeste = blik.Gekozen.PerProgramma.MaxBy(g => g.Bedrag);
        return meeste.Bedrag <= 0 ? ""
            : meeste.Naam is null ? tekst["; van het meeste is het programma niet bekend"]
            : tekst["; het meeste ging naar {0}", meeste.Naam];
    }
}
