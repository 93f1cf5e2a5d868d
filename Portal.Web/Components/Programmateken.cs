namespace Portal.Web.Components;

/// <summary>
/// One colour and icon per kind of programme, wherever it is drawn. Municipalities name their programmes as they like:
/// the words in the name decide, the first that fits.
/// </summary>
public static class Programmateken
{
    private static readonly (string Teken, string[] Woorden)[] Tekens =
    [
        ("veilig", ["veilig", "openbare orde", "handhaving", "brandweer"]),
        ("zorg", ["zorg", "welzijn", "wmo", "sociaal", "sociale", "gezondheid"]),
        ("jeugd", ["jeugd", "onderwijs", "school"]),
        ("werk", ["werk", "inkomen", "economi", "participatie", "armoede"]),
        ("verkeer", ["verkeer", "vervoer", "mobiliteit", "bereikbaar", "infrastructuur", "parkeren"]),
        ("sport", ["sport", "recreatie"]),
        ("cultuur", ["cultu", "monument", "erfgoed", "kunst", "diversiteit"]),
        ("milieu", ["milieu", "water", "duurza", "afval", "energie", "klimaat"]),
        ("groen", ["groen", "openbare ruimte", "natuur", "park"]),
        ("bouwen", ["bouw", "wonen", "stedelijk", "ruimtelijk", "grond", "huisvesting", "ontwikkeling"]),
        ("bestuur", ["bestuur", "dienstverlening", "gebied", "burger", "financi", "overhead", "ondersteuning"]),
    ];

    /// <returns>Null: a programme that fits none, which is then drawn in the colour of the portal.</returns>
    public static string? Van(string? naam) =>
        naam is null
            ? null
            : Tekens
                .FirstOrDefault(t => t.Woorden.Any(w => naam.Contains(w, StringComparison.OrdinalIgnoreCase)))
                .Teken;
}
