using System.Text.RegularExpressions;
using Portal.Data.Bestanden;

namespace Portal.Data.Begrotingen;

/// <summary>A buurt or wijk that a text may name.</summary>
public sealed record HerkenbaarGebied(string Code, string Soort, string Naam, string? WijkCode, string Stadsdeel);

/// <summary>
/// Recognises a buurt or wijk in free text: its name as whole words, within one stadsdeel. A text that names places
/// in more than one wijk is left alone. How often it is right is measured in Portal.Tests/Begrotingen/Herkenning.
/// </summary>
public sealed partial class GebiedHerkenning
{
    /// <summary>Rows that were read one by one, and how many of them were right; stated on /uitleg, checked by the tests.</summary>
    public static readonly (int Nagekeken, int Goed) Meting = (240, 237);

    /// <summary>Names that are no proof of a place, each with the reason. Also excluded: every name that ends in "park".</summary>
    public static readonly IReadOnlyDictionary<string, string> Uitgesloten = new Dictionary<string, string>
    {
        ["amc"] = "ook de naam van een ziekenhuis",
        ["calandlaan"] = "een straat, die door meer buurten loopt",
        ["centrum"] = "gewoon woord en ook een stadsdeel",
        ["circus"] = "gewoon woord",
        ["don bosco"] = "ook de naam van scholen",
        ["gaasperplas"] = "ook een meer waar heel het stadsdeel komt",
        ["hoofdweg"] = "een straat, die door meer buurten loopt",
        ["leliegracht"] = "een gracht, die door meer buurten loopt",
        ["lelylaan"] = "een straat, die door meer buurten loopt",
        ["lucas"] = "ook een voornaam en een ziekenhuis",
        ["melkweg"] = "ook de naam van een poppodium",
        ["midden"] = "gewoon woord",
        ["nes"] = "te kort, ook een straat",
        ["nieuwe meer"] = "ook een meer waar heel het stadsdeel komt",
        ["nieuwendijk"] = "een straat, die door meer buurten loopt",
        ["noord"] = "windrichting en ook een stadsdeel",
        ["olympisch stadion"] = "een gebouw waar heel de stad komt",
        ["oost"] = "windrichting en ook een stadsdeel",
        ["oude kerk"] = "een gebouw waar heel de stad komt",
        ["plantage"] = "gewoon woord, ook een straat met Artis",
        ["punt"] = "gewoon woord; alleen \"De Punt\" telt",
        ["spuistraat"] = "een straat, die door meer buurten loopt",
        ["waterland"] = "ook een streek buiten de gemeente",
        ["west"] = "windrichting en ook een stadsdeel",
        ["zeeburgerdijk"] = "een straat, die door meer buurten loopt",
        ["zuid"] = "windrichting en ook een stadsdeel",
    };

    /// <summary>Names of more than one wijk: a text with such a name is about more than the one place that it also names.</summary>
    public static readonly IReadOnlyList<string> GroterDanEenWijk = ["gouden reael", "houthaven", "osdorp", "weesp"];

    private readonly ILookup<string, (string Naam, HashSet<HerkenbaarGebied> Gebieden)> _namen;

    private readonly Dictionary<string, HerkenbaarGebied> _wijken;

    public GebiedHerkenning(IReadOnlyList<HerkenbaarGebied> gebieden)
    {
        _wijken = gebieden.Where(g => g.Soort == "wijk").ToDictionary(g => g.Code);
        _namen = gebieden
            .GroupBy(g => g.Stadsdeel)
            .SelectMany(stadsdeel => NamenVan([.. stadsdeel]).Select(n => (Stadsdeel: stadsdeel.Key, Naam: n.Key, Gebieden: n.Value)))
            .ToLookup(n => n.Stadsdeel, n => (n.Naam, n.Gebieden));
    }

    /// <summary>Looks in the first text that names any place.</summary>
    /// <returns>The area and the name by which it was found; null when no text names one, or the first that does names more than one.</returns>
    public (HerkenbaarGebied Gebied, string Tekst)? Vind(string stadsdeel, params ReadOnlySpan<string?> teksten)
    {
        foreach (var tekst in teksten)
        {
            if (Namen(stadsdeel, tekst ?? "") is not { } gevonden)
            {
                return null;
            }
            if (gevonden.Count > 0)
            {
                return EnigGebied([.. gevonden.SelectMany(n => n.Gebieden)]) is { } gebied ? (gebied, string.Join(", ", gevonden.Select(n => n.Naam))) : null;
            }
        }
        return null;
    }

    /// <returns>The names in a text; null when it is about more places than can be told apart.</returns>
    private List<(string Naam, HashSet<HerkenbaarGebied> Gebieden)>? Namen(string stadsdeel, string tekst)
    {
        // A colon, comma or slash parts two names: "Zuid: Pijp" is not "Zuid Pijp".
        var zin = ' ' + string.Join(" | ", Scheiding().Split(tekst).Select(Tekst.Kaal)) + ' ';
        if (TweeLetterbuurten().IsMatch(zin) || GroterDanEenWijk.Any(naam => zin.Contains($" {naam} ", StringComparison.Ordinal)))
        {
            return null;
        }
        var gevonden = _namen[stadsdeel].Where(n => zin.Contains($" {n.Naam} ", StringComparison.Ordinal)).ToList();
        gevonden.RemoveAll(kort => gevonden.Any(lang => lang.Naam.Length > kort.Naam.Length && $" {lang.Naam} ".Contains($" {kort.Naam} ", StringComparison.Ordinal)));
        return gevonden;
    }

    /// <summary>The one area, or the one wijk that all of them lie in.</summary>
    private HerkenbaarGebied? EnigGebied(HashSet<HerkenbaarGebied> gebieden)
    {
        var wijken = gebieden.Select(g => g.WijkCode ?? g.Code).ToHashSet();
        return gebieden.Count == 1 ? gebieden.Single() : wijken.Count == 1 ? _wijken.GetValueOrDefault(wijken.Single()) : null;
    }

    private static Dictionary<string, HashSet<HerkenbaarGebied>> NamenVan(List<HerkenbaarGebied> gebieden)
    {
        var wijken = gebieden.Where(g => g.Soort == "wijk").ToDictionary(g => g.Code);
        var namen = new Dictionary<string, HashSet<HerkenbaarGebied>>();
        void Voeg(string naam, HerkenbaarGebied gebied)
        {
            if (naam.Length >= 3 && !naam.EndsWith("park", StringComparison.Ordinal) && !Uitgesloten.ContainsKey(naam))
            {
                (namen.TryGetValue(naam, out var bij) ? bij : namen[naam] = []).Add(gebied);
            }
        }
        foreach (var gebied in gebieden)
        {
            foreach (var naam in Vormen(gebied.Naam))
            {
                Voeg(naam, gebied);
            }
        }
        // "Vogelbuurt" stands for the wijk of Vogelbuurt-Noord and -Zuid; "Buitenveldert" names two wijken and so decides nothing.
        foreach (var gebied in gebieden)
        {
            foreach (var stam in gebied.Naam.Split('/').Select(deel => Windrichting().Match(deel)).Where(m => m.Success).SelectMany(m => Vormen(m.Groups[1].Value)))
            {
                var heelWijk = gebied.Soort == "wijk" ? gebied : wijken.GetValueOrDefault(gebied.WijkCode ?? "");
                if (heelWijk is not null && !(namen.TryGetValue(stam, out var zelf) && zelf.Any(g => Vormen(g.Naam).Contains(stam))))
                {
                    Voeg(stam, heelWijk);
                }
            }
        }
        return namen;
    }

    private static IEnumerable<string> Vormen(string naam)
    {
        foreach (var deel in naam.Split('/').Select(d => Tekst.Kaal(EnOmstreken().Replace(d, ""))))
        {
            yield return deel;
            if (deel.StartsWith("de ", StringComparison.Ordinal))
            {
                yield return deel[3..];
            }
        }
    }

    [GeneratedRegex(@"[:;,/()|]|\s-\s")]
    private static partial Regex Scheiding();

    // "G- en K-buurt", once bare.
    [GeneratedRegex(@" [a-z] (\| )?(en )?[a-z] buurt ")]
    private static partial Regex TweeLetterbuurten();

    [GeneratedRegex(@"\be\.o\.?")]
    private static partial Regex EnOmstreken();

    [GeneratedRegex(@"^\s*(.+?)[- ](noord|zuid|oost|west|midden|noordoost|noordwest|zuidoost|zuidwest)\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Windrichting();
}
