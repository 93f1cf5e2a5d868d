namespace Portal.Data.Gebieden;

/// <summary>A kind of area.</summary>
/// <param name="Meervoud">As it stands in an address.</param>
/// <param name="Per">Title of a list of the areas of this kind.</param>
public sealed record Gebiedsoort(string Soort, string Meervoud, string Per);

/// <summary>The kinds of area, from small to large.</summary>
public static class Gebiedsoorten
{
    public const string Stad = "stad";

    public static readonly IReadOnlyList<Gebiedsoort> Alle =
    [
        new("buurt", "buurten", "Per buurt"),
        new("wijk", "wijken", "Per wijk"),
        new("gebied", "gebieden", "Per gebied"),
        new("stadsdeel", "stadsdelen", "Per stadsdeel"),
        new(Stad, Stad, "Per stad"),
    ];

    /// <summary>Those that a city is divided in: they have lists, maps and pages at their plural.</summary>
    public static readonly string[] InDeStad = [.. Alle.Select(s => s.Soort).Where(s => s != Stad)];

    public static bool LigtOnder(string soort, string boven) => Plek(soort) < Plek(boven);

    /// <exception cref="ImportFout">There is no such kind.</exception>
    public static string Meervoud(string soort) => Van(soort).Meervoud;

    /// <summary>buurten is buurt.</summary>
    public static string Enkelvoud(string meervoud) => Alle.Single(s => s.Meervoud == meervoud).Soort;

    /// <exception cref="ImportFout">There is no such kind.</exception>
    public static Gebiedsoort Van(string soort) =>
        Alle.FirstOrDefault(s => s.Soort == soort)
        ?? throw new ImportFout($"'{soort}' is geen soort gebied. Kies uit buurt, wijk, gebied en stadsdeel.");

    private static int Plek(string soort) =>
        Alle.TakeWhile(s => s.Soort != soort).Count() is var plek && plek < Alle.Count ? plek : -1;
}
