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
}

/// <summary>What is asked: the rows of a collection, through a connection that may take its time.</summary>
/// <param name="Basis">Where the portal stands, e.g. <c>https://buurt.example.nl/</c>, for addresses in what is written.</param>
public sealed record Aanvraag(
    NpgsqlConnection Db,
    Collectie Collectie,
    CollectieFilter Filter,
    Uri Basis,
    DateOnly Vandaag
);

/// <summary>The one list of formats. What each is, its own file says.</summary>
public static class Formaten
{
    public static readonly IReadOnlyList<Formaat> Alle =
    [
        CsvFormaat.Formaat,
        JsonFormaat.Formaat,
        NdjsonFormaat.Formaat,
        GeoJsonFormaat.Formaat,
        AtomFormaat.Formaat,
        IcsFormaat.Formaat,
    ];
}
