namespace Portal.Data.Lagen;

/// <summary>What a layer is about. <paramref name="Naam"/>: as a visitor reads it.</summary>
public sealed record Laagthema(string Code, string Naam)
{
    public const string Bestuur = "bestuur";
    public const string Bekendmakingen = "bekendmakingen";
    public const string Initiatieven = "initiatieven";
    public const string Veiligheid = "veiligheid";
    public const string Overig = "overig";

    /// <summary>In the order of the catalogue.</summary>
    public static readonly IReadOnlyList<Laagthema> Alle =
    [
        new(Bestuur, "Bestuur en geld"),
        new(Bekendmakingen, "Bekendmakingen"),
        new("onderwijs", "Onderwijs"),
        new(Veiligheid, "Veiligheid"),
        new("groen", "Groen"),
        new("voorzieningen", "Voorzieningen"),
        new(Initiatieven, "Initiatieven"),
        new(Overig, "Meer van de gemeente"),
    ];
}
