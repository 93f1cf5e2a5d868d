namespace Portal.Data.Uitvoer;

/// <summary>What a value is: how it is read from a delivery, and written in every format.</summary>
public enum KolomSoort
{
    /// <summary>At most 200 characters.</summary>
    Tekst,

    /// <summary>Several lines; no HTML.</summary>
    LangeTekst,
    Datum,
    Jaar,

    /// <summary>A whole number.</summary>
    Aantal,
    Getal,

    /// <summary>Euros, two decimals.</summary>
    Bedrag,
    JaNee,

    /// <summary>An https address.</summary>
    Url,

    /// <summary>One of <see cref="Kolom.Codes"/>.</summary>
    Code,
}

/// <summary>A word of a code list: as stored, and as a resident reads it.</summary>
public sealed record CodeWoord(string Code, string Naam);

/// <summary>
/// A column: of the table, of a delivery, and of every download. From the list of them follow the import, the pages,
/// the filters and the formats.
/// </summary>
/// <param name="Naam">In the table, in a delivery and in a download: lower case, with underscores.</param>
/// <param name="Kop">As a resident reads it.</param>
/// <param name="Codes">For <see cref="KolomSoort.Code"/>; empty is any text that is no free text, such as a kind that
/// the source names.</param>
/// <param name="Vrij">Free text: judged, for it may name a person.</param>
/// <param name="Filter">The list can be narrowed by it.</param>
/// <param name="Inlijst">It stands in the list, not on the detail page alone.</param>
public sealed record Kolom(
    string Naam,
    string Kop,
    KolomSoort Soort = KolomSoort.Tekst,
    string? Uitleg = null,
    bool Verplicht = false,
    bool Vrij = false,
    bool Filter = false,
    bool InLijst = true
)
{
    public IReadOnlyList<CodeWoord> Codes { get; init; } = [];

    /// <summary>Values that are none of <see cref="Codes"/> may be there too: nobody said what those mean.</summary>
    public bool AndereOok { get; init; }

    /// <summary>What it is in a Fiscal Data Package (an os-type); null: it is not of money.</summary>
    public string? Fiscaal { get; init; }

    /// <summary>What a number counts; null: nothing but itself.</summary>
    public string? Eenheid => Soort == KolomSoort.Bedrag ? "euro" : null;

    /// <summary>The same name as the API has it: <c>bezwaarTot</c>.</summary>
    [System.Text.Json.Serialization.JsonIgnore]
    public string ApiNaam => MetHoofdletters(Naam);

    /// <summary>
    /// A last day to do something: the list can be narrowed to what can still be done, and followed as a calendar.
    /// </summary>
    public bool Termijn { get; init; }

    private static string MetHoofdletters(string naam) =>
        string.Concat(
            naam.Split('_', StringSplitOptions.RemoveEmptyEntries)
                .Select((deel, i) => i == 0 ? deel : char.ToUpperInvariant(deel[0]) + deel[1..])
        );
}
