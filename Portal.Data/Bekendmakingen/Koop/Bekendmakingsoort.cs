namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>What kind of announcement it is, about which activity, and how far the case is.</summary>
/// <param name="Soort">The rubriek of the source in small letters; "onbekend" where it has none.</param>
/// <param name="Activiteit">As the source says it, or as the title names the permit; null where neither does.</param>
public sealed record Bekendmakingsoort(string Soort, string? Activiteit, Fase Fase)
{
    private const string Onbekend = "onbekend";

    // What a title calls a permit that the source knows as "andere vergunning" only; the first that fits.
    private static readonly (string Woord, string Activiteit)[] Namen =
    [
        ("vakantieverhuur", "vakantieverhuur"),
        ("bed & breakfast", "bed & breakfast"),
        ("bed and breakfast", "bed & breakfast"),
        ("splitsingsvergunning", "splitsen"),
        ("splitsing", "splitsen"),
        ("omzettingsvergunning", "omzetten"),
        ("onttrekkingsvergunning", "onttrekken"),
        ("samenvoeg", "samenvoegen"),
        ("woningvorming", "woningvorming"),
        ("exploitatievergunning", "exploitatie"),
        ("alcoholvergunning", "alcohol"),
        ("alcoholwet", "alcohol"),
        ("drank- en horeca", "alcohol"),
        ("terrasvergunning", "terras"),
        ("evenementenvergunning", "evenement"),
        ("evenement", "evenement"),
        ("eigen parkeerplaats", "parkeerplaats"),
        ("ligplaats", "ligplaats"),
        ("standplaats", "standplaats"),
        ("mobiel puinbreken", "puinbreken"),
        ("kapvergunning", "kappen"),
        ("sloopmelding", "slopen"),
        ("gebruiksmelding", "brandveilig gebruik"),
        ("apv vergunning", "apv"),
        ("apv-vergunning", "apv"),
    ];

    /// <summary>The code of the phase, as it is stored and filtered by.</summary>
    public string Fasecode => Fase.ToString().ToLowerInvariant();

    public static Bekendmakingsoort Van(KoopRecord record)
    {
        var soort = record.Rubriek?.ToLowerInvariant() ?? Onbekend;
        var activiteit = record.Activiteiten.Count switch
        {
            0 => Array.Find(Namen, n => record.Titel.Contains(n.Woord, StringComparison.OrdinalIgnoreCase)).Activiteit,
            1 => record.Activiteiten[0].ToLowerInvariant(),
            // One key for one case, in whatever order they stand.
            _ => string.Join(
                " + ",
                record.Activiteiten.Select(a => a.ToLowerInvariant()).Order(StringComparer.Ordinal)
            ),
        };
        return new(soort, activiteit, Fasewoorden.Van(record.Titel, soort));
    }
}
