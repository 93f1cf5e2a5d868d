using Portal.Data.Uitvoer;

namespace Portal.Data.Uitgaven;

/// <summary>What a dataset is, as its newest delivery says.</summary>
/// <param name="Contact">Who answers questions: a role or a desk.</param>
public sealed record UitgaveDataset(
    string Code,
    string Titel,
    string Onderwerp,
    string Doel,
    string Eigenaar,
    string Bron,
    string Licentie,
    string? LicentieUrl,
    string? Ritme,
    bool Voorbeeld,
    string? Contact
);

/// <summary>A version that is or was public, with its number for ever.</summary>
/// <param name="Reden">Why it was withdrawn.</param>
public sealed record UitgaveVersie(
    int Id,
    int Nummer,
    string Status,
    DateTime GepubliceerdOp,
    DateOnly? Peildatum,
    int Geladen,
    int Gewijzigd,
    int Afgewezen,
    string Sha256,
    string? Reden,
    string? Wijziging,
    DateTime? IngetrokkenOp
)
{
    public bool Geldt => Status == "gepubliceerd";
    public bool Ingetrokken => Status == "ingetrokken";
}

/// <summary>A table of a version: the rows of one collection.</summary>
public sealed record UitgaveTabel(Collectie Collectie, long Rijen)
{
    /// <summary>How its files are called.</summary>
    public string Naam => Collectie.Pad.Split('/')[^1];

    /// <summary>The formats in which it is kept.</summary>
    public IEnumerable<Formaat> Formaten => Uitvoer.Formaten.Alle.Where(f => f.Past(Collectie) && !f.AlleenNu);
}

/// <summary>One version of one dataset, with all that its page and its descriptions say.</summary>
public sealed record Uitgave(
    UitgaveDataset Dataset,
    UitgaveVersie Versie,
    IReadOnlyList<UitgaveVersie> Versies,
    IReadOnlyList<UitgaveTabel> Tabellen
)
{
    /// <summary>The subject that it is of; null: one that the portal no longer knows.</summary>
    public Datasets.Onderwerp? Onderwerp { get; init; }

    /// <summary>The address of the version, without the first slash.</summary>
    public string Pad => $"data/{Dataset.Code}/versies/{Versie.Nummer}";

    public string Bestand(UitgaveTabel tabel, Formaat formaat) => $"{Pad}/{tabel.Naam}.{formaat.Extensie}";
}

/// <summary>How much of a table is known: per column in how many rows it is filled.</summary>
/// <param name="Weggelaten">Rows of which a text was left out, for it may name a person.</param>
/// <param name="Onderdrukt">Figures that are not shown for they are of too few people; null: it has no such
/// figures.</param>
/// <param name="Leemten">In how many rows, per gap of the collection.</param>
public sealed record Vulling(
    long Rijen,
    IReadOnlyDictionary<string, long> Gevuld,
    long MetPlek,
    long Weggelaten,
    long? Onderdrukt,
    IReadOnlyList<(Leemte Leemte, long Rijen)> Leemten
)
{
    /// <summary>What the table does not say.</summary>
    public IEnumerable<Gemis> Gemist(Collectie collectie)
    {
        var zonderPlek = collectie.MetPlek ? Rijen - MetPlek : 0;
        return collectie
            .LetOp.Select(l => new Gemis(l))
            .Concat(
                Leemten
                    .Select(l => new Gemis(l.Leemte.Zin, l.Rijen, Rijen))
                    .Append(new(Gemis.ZonderPlek, zonderPlek))
                    .Append(new(Gemis.Weggelaten, this.Weggelaten))
                    .Append(new(Gemis.Onderdrukt, this.Onderdrukt ?? 0))
                    .Where(g => g.Aantal > 0)
            );
    }
}

/// <summary>A sentence about what is not there.</summary>
/// <param name="Zin">With {0} for how many rows that are, and {1} for of how many.</param>
public sealed record Gemis(string Zin, long Aantal = 0, long Van = 0)
{
    public const string ZonderPlek =
        "Zonder plek op de kaart: {0}. Dat staat niet in GeoJSON, Shapefile, FlatGeobuf en KML, en wel in CSV en GeoPackage.";
    public const string Weggelaten = "Een tekst is weggelaten, omdat die over een persoon kan gaan: in {0}.";
    public const string Onderdrukt = "Niet getoond, omdat het van te weinig mensen is: {0}.";
}
