namespace Portal.Data.Oordelen;

/// <summary>
/// How often the judge was right on texts of one register, labelled by a reader who had not seen its rules or verdicts:
/// the half of the labels, by a hash of the text, that the last change was not made on.
/// </summary>
/// <param name="Gemeente">Code of the municipality it was measured on; of no other is anything said.</param>
public sealed record OordeelMeting(string Gemeente, string Bron, DateOnly Op, Meetreeks Ontvangers, Meetreeks Titels);

/// <param name="PersonenGemaskeerd">How many of the texts that name a person are masked.</param>
/// <param name="PersonenDeel">The same, weighted to the whole register.</param>
/// <param name="Van">Of <paramref name="PersonenDeel"/> per row: from here up to <paramref name="Tot"/> in 95 of 100
/// draws made anew from the labels.</param>
/// <param name="EuroVan">The same per euro, up to <paramref name="EuroTot"/>.</param>
/// <param name="OverigeDeel">Of what names nobody the share that is masked; what the reader could not tell is left
/// out.</param>
/// <param name="MetOnzeker">The same, what the reader could not tell counted as nobody's name.</param>
public sealed record Meetreeks(
    int Gelabeld,
    int Personen,
    int PersonenGemaskeerd,
    Aandeel PersonenDeel,
    int Van,
    int Tot,
    int EuroVan,
    int EuroTot,
    Aandeel OverigeDeel,
    Aandeel MetOnzeker
);

/// <summary>A percentage of the different texts, of the rows they stand in, and of the euros of those rows.</summary>
public sealed record Aandeel(decimal Teksten, decimal Rijen, decimal Euros);
