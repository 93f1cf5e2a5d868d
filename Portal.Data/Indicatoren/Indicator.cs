namespace Portal.Data.Indicatoren;

/// <summary>A defined figure, as a delivery describes it (register R16).</summary>
public sealed record Indicator
{
    public required string Code { get; init; }
    public required string Naam { get; init; }

    /// <summary>Empty where the source says none.</summary>
    public string Eenheid { get; init; } = "";

    /// <summary>Null: known by its code only, until somebody explains it.</summary>
    public string? Definitie { get; init; }
    public string Thema { get; init; } = Indicatorthema.Overig;

    /// <summary>hoog, laag or neutraal: which way a resident would call better.</summary>
    public string Richting { get; init; } = "neutraal";
    public string? Methode { get; init; }
    public string? Bron { get; init; }

    /// <summary>The smallest kind of area that it may be given for.</summary>
    public string? LaagsteSchaal { get; init; }

    /// <summary>A figure of fewer people, homes or answers is not shown.</summary>
    public int? Drempel { get; init; }

    /// <summary>Whether the figures of areas add up, as counts do and shares do not; null: not said.</summary>
    public bool? Optelbaar { get; init; }

    /// <summary>What people find, not what was counted.</summary>
    public bool Beleving { get; init; }
    public string? Kern { get; init; }

    /// <summary>The first year that was made in another way than the years before it.</summary>
    public int? Breuk { get; init; }

    /// <summary>A measure of need that stands beside money.</summary>
    public bool NaastGeld { get; init; }

    /// <summary>
    /// The code of the indicator that this one and others of its kind add up to: men and women to inhabitants.
    /// </summary>
    public string? DeelVan { get; init; }

    /// <summary>
    /// Which part of the inhabitants came or went in a year: what a figure of an area must be read beside.
    /// </summary>
    public bool Doorstroom { get; init; }

    /// <summary>Of a code alone: the source has it, and nobody said what it means.</summary>
    public static Indicator Zonder(string code) => new() { Code = code, Naam = code };
}

/// <summary>What an indicator is about, in the order in which a resident is shown them.</summary>
public static class Indicatorthema
{
    public const string Overig = "overig";

    public static readonly IReadOnlyDictionary<string, string> Alle = new Dictionary<string, string>
    {
        ["bevolking"] = "Wie hier wonen",
        ["wonen"] = "Wonen",
        ["werk_inkomen"] = "Werk en inkomen",
        ["leren_opgroeien"] = "Leren en opgroeien",
        ["samenleven"] = "Samen leven",
        ["veiligheid"] = "Veiligheid",
        ["openbare_ruimte"] = "Straat en groen",
        ["verkeer"] = "Verkeer",
        ["zorg"] = "Gezondheid en zorg",
        ["economie"] = "Bedrijven en winkels",
        ["voorzieningen"] = "Sport, cultuur en buurthuizen",
        [Overig] = "Overig",
    };
}
