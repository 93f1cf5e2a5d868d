namespace Portal.Data.Datasets;

/// <summary>What a dataset is, before any delivery. <paramref name="Doel"/>: what a resident can use it for.</summary>
public sealed record Dataset(
    string Code,
    string Titel,
    string Onderwerp,
    string Doel,
    string Eigenaar,
    string Bron,
    string Licentie,
    string? LicentieUrl = null,
    bool Voorbeeld = false
);

/// <summary>The subjects a dataset can have; also the tags by which a running portal drops its cache.</summary>
public static class Onderwerp
{
    public const string Gebieden = "gebieden";
    public const string Begroting = "begroting";
    public const string Initiatieven = "initiatieven";
    public const string Vergunningen = "vergunningen";

    public static readonly string[] Alle = [Gebieden, Begroting, Initiatieven, Vergunningen];
}
