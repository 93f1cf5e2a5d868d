using Npgsql;

namespace Portal.Data.Uitvoer;

/// <summary>A form in which every collection can be had.</summary>
/// <param name="Extensie">What stands after the dot of the address.</param>
/// <param name="MediaType">As answered.</param>
/// <param name="Uitleg">For whom it is, as a visitor reads it beside the link.</param>
/// <param name="SchrijfAsync">Writes the rows as they come: memory stays flat.</param>
public sealed record Formaat(
    string Extensie,
    string MediaType,
    string Uitleg,
    Func<Aanvraag, Stream, CancellationToken, Task> SchrijfAsync
)
{
    /// <summary>Whether a collection can be had in it: not every one has places, or days.</summary>
    public Func<Collectie, bool> Past { get; init; } = _ => true;

    /// <summary>It is a file to keep, so the answer has a name.</summary>
    public bool Bestand { get; init; }

    /// <summary>
    /// Its name in the list of file types of the European Publications Office; null: it is not in there.
    /// </summary>
    public string? Bestandstype { get; init; }

    /// <summary>
    /// How the rows can be written: per parameter of the address the words it may be, the first of them if none.
    /// </summary>
    public IReadOnlyDictionary<string, string[]> Keuzes { get; init; } = new Dictionary<string, string[]>();

    /// <summary>It says what the rows are now, and not of a version.</summary>
    public bool AlleenNu { get; init; }

    /// <summary>The same, written in one way.</summary>
    public Formaat Met(IReadOnlyDictionary<string, string> keuzes) =>
        this with
        {
            SchrijfAsync = (aanvraag, naar, ct) => SchrijfAsync(aanvraag with { Keuzes = keuzes }, naar, ct),
        };
}

/// <summary>What is asked: the rows of a collection, through a connection that may take its time.</summary>
/// <param name="Basis">Where the portal stands, e.g. <c>https://buurt.example.nl/</c>, for addresses in what is
/// written.</param>
public sealed record Aanvraag(
    NpgsqlConnection Db,
    Collectie Collectie,
    CollectieFilter Filter,
    Uri Basis,
    DateOnly Vandaag
)
{
    public IReadOnlyDictionary<string, string> Keuzes { get; init; } = new Dictionary<string, string>();
}

/// <summary>Why a file cannot be made, as the reader is told.</summary>
/// <param name="druk">Later it may.</param>
public sealed class UitvoerFout(string message, bool druk = false) : Exception(message)
{
    public bool Druk => druk;
}

/// <summary>The one list of formats. What each is, its own file says.</summary>
public static class Formaten
{
    public static readonly IReadOnlyList<Formaat> Alle =
    [
        CsvFormaat.Formaat,
        XlsxFormaat.Formaat,
        JsonFormaat.Formaat,
        NdjsonFormaat.Formaat,
        GeoJsonFormaat.Formaat,
        GeoPackageFormaat.Formaat,
        ShapefileFormaat.Formaat,
        FlatGeobufFormaat.Formaat,
        KmlFormaat.Formaat,
        AtomFormaat.Formaat,
        IcsFormaat.Formaat,
    ];
}
