namespace Portal.Data.Gebieden;

/// <summary>The kinds of area, from small to large, with the plural by which they stand in an address.</summary>
public static class Gebiedsoorten
{
    private static readonly (string Soort, string Meervoud)[] Alle =
    [
        ("buurt", "buurten"),
        ("wijk", "wijken"),
        ("gebied", "gebieden"),
        ("stadsdeel", "stadsdelen"),
        ("stad", "stad"),
    ];

    /// <summary>Those that a city is divided in.</summary>
    public static readonly string[] InDeStad = [.. Alle.Select(s => s.Soort).Where(s => s != "stad")];

    public static bool LigtOnder(string soort, string boven) => Plek(soort) < Plek(boven);

    /// <exception cref="ImportFout">There is no such kind.</exception>
    public static string Meervoud(string soort) =>
        Plek(soort) is >= 0 and var plek
            ? Alle[plek].Meervoud
            : throw new ImportFout($"'{soort}' is geen soort gebied. Kies uit buurt, wijk, gebied en stadsdeel.");

    /// <summary>buurten is buurt.</summary>
    public static string Enkelvoud(string meervoud) => Alle.Single(s => s.Meervoud == meervoud).Soort;

    private static int Plek(string soort) => Array.FindIndex(Alle, s => s.Soort == soort);
}
