using System.Globalization;
using System.Text.RegularExpressions;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Data.Indicatoren;

/// <summary>
/// Reads what indicators are, from rows that describe them; every text of them passes the privacy judgement.
/// </summary>
public sealed partial class IndicatorLezer(Oordelen.Oordelen oordelen)
{
    public static readonly string[] Verplicht = ["indicator", "naam", "definitie", "eenheid"];

    public static readonly string[] Mag =
    [
        "thema",
        "richting",
        "methode",
        "bron",
        "laagste_schaal",
        "drempel",
        "optelbaar",
        "beleving",
        "kern",
        "naast_geld",
        "breuk",
        "deel_van",
        "doorstroom",
    ];

    private static readonly string[] Richtingen = ["hoog", "laag", "neutraal"];
    private static readonly string[] Kernen = ["schoon", "heel", "veilig"];
    private static readonly string[] JaNee = ["ja", "nee"];

    private readonly Dictionary<string, Indicator> _gelezen = [];

    /// <summary>How many texts may name a person, and stand behind a mask.</summary>
    public int Gemaskeerd { get; private set; }

    public IReadOnlyDictionary<string, Indicator> Gelezen => _gelezen;

    /// <summary>The indicators of the version before: what was explained there stays explained.</summary>
    public IReadOnlyDictionary<string, Indicator> Vorige { get; init; } = new Dictionary<string, Indicator>();

    public Indicator Van(string code) =>
        _gelezen.GetValueOrDefault(code) ?? Vorige.GetValueOrDefault(code) ?? Indicator.Zonder(code);

    /// <returns>The column that is wrong and why, in Dutch; null: the row is good.</returns>
    public (string Kolom, string Reden)? Lees(CsvRij rij)
    {
        if (Verplicht.FirstOrDefault(k => rij[k] is null) is { } leeg)
        {
            return (leeg, "deze waarde is verplicht");
        }
        if (!Plat().IsMatch(rij["indicator"]!))
        {
            return ("indicator", "gebruik alleen letters, cijfers, streepjes en punten, hoogstens 60");
        }
        if (Fout(rij) is { } fout)
        {
            return fout;
        }
        var indicator = Maak(rij);
        if (_gelezen.TryAdd(indicator.Code, indicator))
        {
            _gelezen[indicator.Code] = Openbaar(indicator);
            return null;
        }
        return Openbaar(indicator) == _gelezen[indicator.Code]
            ? null
            : ("indicator", "naam, definitie of iets anders van deze indicator is anders dan eerder in het bestand");
    }

    private static (string, string)? Fout(CsvRij rij) =>
        Geen(rij, "thema", Indicatorthema.Alle.Keys)
        ?? Geen(rij, "richting", Richtingen)
        ?? Geen(rij, "laagste_schaal", Gebiedsoorten.Alle.Select(s => s.Soort))
        ?? Geen(rij, "kern", Kernen)
        ?? Geen(rij, "optelbaar", JaNee)
        ?? Geen(rij, "beleving", JaNee)
        ?? Geen(rij, "naast_geld", JaNee)
        ?? Geen(rij, "doorstroom", JaNee)
        ?? (
            rij["drempel"] is { } drempel
            && !(int.TryParse(drempel, NumberStyles.None, CultureInfo.InvariantCulture, out var d) && d > 0)
                ? ("drempel", "dit is geen heel getal boven nul")
            : rij["breuk"] is { } breuk
            && !(int.TryParse(breuk, NumberStyles.None, CultureInfo.InvariantCulture, out var b) && Jaartal.Kan(b))
                ? ("breuk", Jaartal.Reden)
            : rij["deel_van"] is { } geheel && (geheel == rij["indicator"] || !Plat().IsMatch(geheel))
                ? ("deel_van", "geef de code van een andere indicator, waarvan deze een deel is")
            : null
        );

    private static (string, string)? Geen(CsvRij rij, string kolom, IEnumerable<string> keuzes) =>
        rij[kolom] is { } waarde && !keuzes.Contains(waarde) ? (kolom, $"kies uit: {string.Join(", ", keuzes)}") : null;

    private static Indicator Maak(CsvRij rij) =>
        new()
        {
            Code = rij["indicator"]!,
            Naam = rij["naam"]!,
            Eenheid = rij["eenheid"]!,
            Definitie = rij["definitie"],
            Thema = rij["thema"] ?? Indicatorthema.Overig,
            Richting = rij["richting"] ?? "neutraal",
            Methode = rij["methode"],
            Bron = rij["bron"],
            LaagsteSchaal = rij["laagste_schaal"],
            Drempel = rij["drempel"] is { } drempel ? int.Parse(drempel, CultureInfo.InvariantCulture) : null,
            Optelbaar = rij["optelbaar"] is { } optelbaar ? optelbaar == "ja" : null,
            Beleving = rij["beleving"] == "ja",
            Kern = rij["kern"],
            NaastGeld = rij["naast_geld"] == "ja",
            DeelVan = rij["deel_van"],
            Doorstroom = rij["doorstroom"] == "ja",
            Breuk = rij["breuk"] is { } breuk ? int.Parse(breuk, CultureInfo.InvariantCulture) : null,
        };

    private Indicator Openbaar(Indicator i) =>
        i with
        {
            Naam = Openbaar(i.Naam)!,
            Eenheid = Openbaar(i.Eenheid)!,
            Definitie = Openbaar(i.Definitie),
            Methode = Openbaar(i.Methode),
            Bron = Openbaar(i.Bron),
        };

    private string? Openbaar(string? tekst)
    {
        var openbaar = oordelen.Titel(tekst);
        Gemaskeerd += openbaar == tekst ? 0 : 1;
        return openbaar;
    }

    [GeneratedRegex("^[A-Za-z0-9][A-Za-z0-9_.-]{0,59}$", RegexOptions.NonBacktracking)]
    private static partial Regex Plat();
}
