using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Kaart;

/// <summary>What a count of a collection is divided by.</summary>
internal enum Telwijze
{
    Aantal,
    Per1000,
    PerHectare,
}

/// <summary>A figure that areas can have.</summary>
/// <param name="Code">As it stands in an address.</param>
/// <param name="Soorten">The kinds of area that have it; null: all.</param>
/// <param name="Jaren">The newest first; of a count known once it is read. None: it is of no year.</param>
public sealed record Cijfer(
    string Code,
    string Groep,
    string Naam,
    string Eenheid,
    IReadOnlyList<string>? Soorten,
    IReadOnlyList<int> Jaren
)
{
    public const string Geld = "geld";

    /// <summary>The name is the source's own.</summary>
    public bool VanBron { get; init; }

    public string? Uitleg { get; init; }

    internal IndicatorAanbodRow? Indicator { get; init; }
    internal Collectie? Collectie { get; init; }
    internal Telwijze Telling { get; init; }

    public bool IsGeld => Code == Geld;

    public bool Kent(string niveau) => Soorten is null || Soorten.Contains(niveau);
}

/// <summary>One of two figures that are compared, with what it is of every area that has it.</summary>
/// <param name="Jaar">Null: of all years that there are.</param>
/// <param name="Geld">Of money: which.</param>
/// <param name="NietGeteld">Of a count: how many lie in no area of this kind.</param>
public sealed record Kant(
    Cijfer Cijfer,
    int? Jaar,
    BegrotingKeuze? Geld,
    string? Programma,
    IReadOnlyDictionary<string, decimal> Waarden,
    IReadOnlyList<DatasetRow> Bronnen,
    long NietGeteld = 0
)
{
    public string Naam =>
        Geld is null
            ? Jaar is null
                ? Cijfer.Naam
                : $"{Cijfer.Naam} ({Jaar})"
            : Programma is null
                ? Taal.Zin("{0} {1} per inwoner", Taal.Zin(Teksten.Fasen[Geld.Fase].Naam), Geld.Jaar)
                : Taal.Zin("{0} {1} per inwoner, {2}", Taal.Zin(Teksten.Fasen[Geld.Fase].Naam), Geld.Jaar, Programma);

    /// <summary>With its unit, where the name does not say it.</summary>
    public string Kop => Cijfer.Indicator?.Eenheid is { Length: > 0 } eenheid ? $"{Naam}, {eenheid}" : Naam;

    public string Teken => Geld is null ? "" : "€\u00A0";

    public decimal? Van(string gebied) => Waarden.TryGetValue(gebied, out var waarde) ? waarde : null;

    public string Toon(decimal? waarde) =>
        waarde is null ? Opmaak.Onbekend
        : Geld is not null ? Opmaak.EuroCent(waarde)
        : Opmaak.Kommagetal(waarde.Value);
}
