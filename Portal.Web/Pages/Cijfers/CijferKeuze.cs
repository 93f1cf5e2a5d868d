using System.Globalization;
using Portal.Data;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;

namespace Portal.Web.Pages.Cijfers;

/// <summary>What the page of an indicator shows, as it stands in the URL. Null is: choose for me.</summary>
/// <param name="Periode">2024, or 2024-03.</param>
/// <param name="Gebied">Code or name of the area that stands out.</param>
/// <param name="Indeling">Of an older division: its areas as they were, with its figures as they were
/// delivered.</param>
public sealed record CijferFilter(
    string? Niveau,
    string? Periode,
    string? Gebied,
    int? Indeling,
    [Standaard("naam")] string? Sorteer
);

/// <summary>A year, or a month of one.</summary>
public readonly record struct Periode(int Jaar, int Maand)
{
    public string Code => Maand == 0 ? $"{Jaar}" : $"{Jaar}-{Maand:00}";

    public string Naam =>
        Maand == 0 ? $"{Jaar}" : new DateOnly(Jaar, Maand, 1).ToString("MMMM yyyy", CultureInfo.CurrentCulture);

    public int Plek => 100 * Jaar + Maand;

    public static Periode Van(Meetpunt punt) => new(punt.Jaar, punt.Maand);
}

/// <summary>An indicator as it is looked at: of which areas, when, with which of them standing out.</summary>
public sealed record CijferBlik(
    string Dataset,
    Indicator Indicator,
    IReadOnlyList<Meetniveau> Niveaus,
    Meetniveau Niveau,
    IReadOnlyList<Naamgebied> Gebieden,
    IReadOnlyList<Meetpunt> Reeks,
    IReadOnlyList<Meetpunt> Stad,
    Periode? Gekozen,
    Naamgebied? Gebied
)
{
    /// <summary>From old to new; of a period without any figure of this kind of area none is shown.</summary>
    public IReadOnlyList<Periode> Perioden { get; } = [.. Reeks.Select(Periode.Van).Distinct().OrderBy(p => p.Plek)];

    public IReadOnlyDictionary<string, Meetpunt> Nu { get; } =
        Reeks.Where(p => Periode.Van(p) == Gekozen).DistinctBy(p => p.Code).ToDictionary(p => p.Code);

    public IReadOnlyList<decimal> Waarden => [.. Nu.Values.Select(p => p.Waarde).OfType<decimal>()];

    public decimal? VanStad => Stad.FirstOrDefault(p => Periode.Van(p) == Gekozen)?.Waarde;

    /// <summary>The middle one, for what adds up: a whole city says nothing beside its parts.</summary>
    public decimal? Gemiddelde =>
        Indicator.Optelbaar == true && Waarden.Count > 0
            ? decimal.Round(Waarden.Average(), 1, MidpointRounding.AwayFromZero)
            : null;

    public Meetpunt? Van(string code) => Nu.GetValueOrDefault(code);

    public string Soorten => Taal.Zin(Gebiedsoorten.Meervoud(Niveau.Soort));

    public string Toon(decimal? waarde) => Meetwaarde.Met(waarde, Indicator.Eenheid);

    /// <summary>This page with another choice.</summary>
    public string Adres(
        string? niveau = null,
        Periode? periode = null,
        string? gebied = null,
        int? indeling = null,
        string? sorteer = null
    )
    {
        var van = indeling ?? Niveau.Indeling;
        return CijferAdres(Dataset, Indicator.Code)
            + QueryString.Create(
                new Dictionary<string, string?>
                {
                    ["niveau"] = niveau ?? Niveau.Soort,
                    ["periode"] = (periode ?? Gekozen)?.Code,
                    ["gebied"] = gebied ?? Gebied?.Code,
                    ["indeling"] = Niveaus.Any(n => n.Nu && n.Indeling == van) ? null : $"{van}",
                    ["sorteer"] = sorteer,
                }.Where(k => !string.IsNullOrEmpty(k.Value))
            );
    }

    public static string CijferAdres(string dataset, string indicator) =>
        $"/cijfers/{Uri.EscapeDataString(dataset)}/{Uri.EscapeDataString(indicator)}";
}

/// <summary>Figures with their unit, as a reader writes them.</summary>
public static class Meetwaarde
{
    public static string Met(decimal? waarde, string eenheid) =>
        waarde is null ? Opmaak.Onbekend
        : eenheid is "" or "rapportcijfer" or "index" or "punten" ? Opmaak.Kommagetal(waarde.Value)
        : $"{Opmaak.Kommagetal(waarde.Value)}\u00A0{eenheid}";

    /// <summary>What must be known beside a figure; null: nothing.</summary>
    public static string? Opmerking(Meetpunt punt) =>
        string.Join(
            ", ",
            new[]
            {
                punt.Onderdrukt ? Taal.Zin("te klein om te tonen") : null,
                !punt.Herrekend ? null
                : punt.Waarde is null ? Taal.Zin("te weinig bekend om te herrekenen")
                : Taal.Zin("herrekend uit {0}", punt.VanIndeling),
                punt.Voorlopig ? Taal.Zin("voorlopig") : null,
                Teksten.Koppelingen.TryGetValue(punt.Koppeling, out var koppeling) ? Taal.Zin(koppeling.Naam) : null,
                punt is { N: < Weinig } ? Taal.Zin("van maar {0}", punt.N) : null,
            }.OfType<string>()
        )
            is { Length: > 0 } tekst
            ? tekst
            : null;

    /// <summary>A figure of fewer people or answers moves by chance: their number stands beside it.</summary>
    public const int Weinig = 50;
}
