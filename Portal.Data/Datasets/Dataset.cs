namespace Portal.Data.Datasets;

/// <summary>What a dataset is, before any delivery. <paramref name="Doel"/>: what a resident can use it for.</summary>
/// <param name="Ritme">A code of <see cref="Datasets.Ritme"/>; null: what is known of it stays.</param>
public sealed record Dataset(
    string Code,
    string Titel,
    string Onderwerp,
    string Doel,
    string Eigenaar,
    string Bron,
    string Licentie,
    string? LicentieUrl = null,
    bool Voorbeeld = false,
    string? Ritme = null
);
