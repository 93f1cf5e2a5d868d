using System.Text.RegularExpressions;
using Portal.Data.Bestanden;

namespace Portal.Data.Begrotingen;

/// <summary>
/// What names mean: those of the areas, in the forms that people write, and those of the municipality's own table.
/// </summary>
internal sealed partial class Gebiedsnamen
{
    private readonly Dictionary<string, HerkenbaarGebied> _gebieden;
    private readonly Dictionary<string, List<(HerkenbaarGebied Gebied, string? Stadsdeel)>> _namen = [];
    private readonly HashSet<string> _geenBewijs;
    private readonly HashSet<string> _alleenInStadsdeel;

    public Gebiedsnamen(
        IReadOnlyList<HerkenbaarGebied> gebieden,
        IReadOnlyList<Gebiedsnaam> namen,
        IReadOnlyList<Plaatsnaam> plekken
    )
    {
        var plaatsen = plekken.Select(p => p.AlsGebied()).ToList();
        _gebieden = gebieden.Concat(plaatsen).ToDictionary(g => g.Code);
        _geenBewijs = [.. namen.Where(n => n.GebiedCode is null).Select(n => Sleutel(n.Naam))];
        _alleenInStadsdeel =
        [
            .. namen.Where(n => n.GebiedCode is not null && n.Reden is not null).SelectMany(n => Vormen(n.Naam)),
        ];
        _alleenInStadsdeel.ExceptWith(
            namen.Where(n => n.GebiedCode is not null && n.Reden is null).Select(n => Sleutel(n.Naam))
        );
        foreach (var naam in namen.Where(n => n.GebiedCode is not null))
        {
            Voeg(naam.Naam, _gebieden[naam.GebiedCode!], naam.Stadsdeel);
        }
        // What the table says of a name replaces what the areas say; of the areas the smallest say it first.
        var uitTabel = _namen.Keys.ToHashSet();
        foreach (var soort in HerkenbaarGebied.Soorten)
        {
            var kleiner = _namen.Keys.ToHashSet();
            foreach (var (naam, gebied, isDeel) in gebieden.Where(g => g.Soort == soort).SelectMany(Delen))
            {
                VoegEigen(naam, gebied, isDeel && soort == "gebied" ? kleiner : uitTabel);
            }
        }
        var bekend = _namen.Keys.ToHashSet();
        foreach (var (stam, gebied) in gebieden.SelectMany(Stammen))
        {
            VoegEigen(stam, gebied, bekend);
        }
        // What an area is called, or what proves nothing, is not the name of a place as well
        var vanGebieden = _namen.Keys.ToHashSet();
        foreach (var plaats in plaatsen.Where(p => Plekwoorden.IsEigenNaam(new(p.Naam))))
        {
            VoegPlaats(plaats, vanGebieden);
        }
        LangsteNaam = _namen.Keys.Concat(_geenBewijs).Select(n => n.Length).DefaultIfEmpty().Max() + 5;
    }

    public int LangsteNaam { get; }

    /// <summary>
    /// How names are compared: without case, accents, spaces and signs, for "Overtoomse Veld" is written as one word
    /// too.
    /// </summary>
    public static string Sleutel(string naam) =>
        new Plaatstekst(naam) is var tekst ? tekst.Sleutel(0, tekst.Aantal) : "";

    public bool Kent(string sleutel) => _namen.ContainsKey(Eigen(sleutel));

    // "Landlustbuurt" is Landlust, if nothing else is called so.
    private string Eigen(string sleutel) =>
        sleutel.Length > 10 && sleutel.EndsWith("buurt", StringComparison.Ordinal) && !_namen.ContainsKey(sleutel)
            ? sleutel[..^5]
            : sleutel;

    /// <summary>
    /// Whether the table says that this name is no proof; of some names that is so only in a row of the whole city.
    /// </summary>
    public bool IsGeenBewijs(string sleutel, string? stadsdeel) =>
        _geenBewijs.Contains(sleutel) || stadsdeel is null && _alleenInStadsdeel.Contains(sleutel);

    /// <summary>
    /// The one area that a name means in a stadsdeel, or in the city; null when it means none there, or more than one
    /// area holds.
    /// </summary>
    public HerkenbaarGebied? Vind(string sleutel, string? stadsdeel) =>
        _namen.TryGetValue(Eigen(sleutel), out var alle)
            ? KleinsteMet([
                .. alle.Where(n => stadsdeel is null || n.Stadsdeel == stadsdeel || n.Gebied.LigtIn(stadsdeel))
                    .Select(n => n.Gebied),
            ])
            : null;

    /// <summary>The smallest area that holds all of these; null when that is the city.</summary>
    public HerkenbaarGebied? KleinsteMet(IReadOnlyCollection<HerkenbaarGebied> gebieden)
    {
        var samen =
            gebieden.Count == 0 ? [] : gebieden.Select(g => g.Boven.Append(g.Code)).Aggregate((a, b) => a.Intersect(b));
        return samen
            .Select(c => _gebieden.GetValueOrDefault(c))
            .OfType<HerkenbaarGebied>()
            .MinBy(g => HerkenbaarGebied.Soorten.IndexOf(g.Soort));
    }

    // "De Pijp / Rivierenbuurt" is called by its parts too, unless something smaller is called so.
    private static IEnumerable<(string Naam, HerkenbaarGebied Gebied, bool IsDeel)> Delen(HerkenbaarGebied gebied)
    {
        var delen = gebied.Naam.Split(['/', ',']);
        return delen
            .Select((d, i) => (EnOmstreken().Replace(d, "").Trim(), gebied, delen.Length > 1))
            .Where((d, i) => i == 0 || !Plaatswoorden.IsWindstreek(Tekst.Kaal(d.Item1)));
    }

    // "Vogelbuurt" stands for what holds Vogelbuurt-Noord and -Zuid, and at least for their wijk.
    private IEnumerable<(string Stam, HerkenbaarGebied Gebied)> Stammen(HerkenbaarGebied gebied)
    {
        var wijk = gebied.Boven.Select(c => _gebieden.GetValueOrDefault(c)).FirstOrDefault(b => b?.Soort == "wijk");
        return gebied.Soort is "buurt" or "wijk"
            ? gebied
                .Naam.Split(['/', ','])
                .Select(d => Windrichting().Match(d.Trim()))
                .Where(m => m.Success)
                .Select(m => (m.Groups[1].Value, wijk ?? gebied))
            : [];
    }

    // A park is where all of the city comes, also when a buurt is called so; "Centrum" is a word like any other.
    private void VoegEigen(string naam, HerkenbaarGebied gebied, HashSet<string> behalve)
    {
        var sleutel = Sleutel(naam);
        var gewoonWoord = Plaatswoorden.IsWindstreek(sleutel) && (gebied.Soort != "stadsdeel" || sleutel == "centrum");
        if (
            sleutel.Length >= 3
            && !gewoonWoord
            && !sleutel.EndsWith("park", StringComparison.Ordinal)
            && !behalve.Contains(sleutel)
        )
        {
            Voeg(naam, gebied, null);
        }
    }

    private void VoegPlaats(HerkenbaarGebied plaats, HashSet<string> behalve)
    {
        if (!Vormen(plaats.Naam).Any(v => behalve.Contains(v) || _geenBewijs.Contains(v)))
        {
            VoegSleutel(Sleutel(plaats.Naam), plaats, null); // with its article, if it has one: "De Stadstuin" is not any stadstuin
        }
    }

    // "De Kolenkit", "Kolenkit" and "deKolenkit" are one name, unless the short one is no proof: "punt".
    private IEnumerable<string> Vormen(string naam)
    {
        var kort = Sleutel(Lidwoord().Replace(naam, ""));
        return _geenBewijs.Contains(kort) ? [Sleutel(naam)] : new[] { Sleutel(naam), kort, "de" + kort }.Distinct();
    }

    private void Voeg(string naam, HerkenbaarGebied gebied, string? stadsdeel)
    {
        foreach (var sleutel in Vormen(naam).Where(s => !_geenBewijs.Contains(s)))
        {
            VoegSleutel(sleutel, gebied, stadsdeel);
        }
    }

    private void VoegSleutel(string sleutel, HerkenbaarGebied gebied, string? stadsdeel)
    {
        var bij = _namen.TryGetValue(sleutel, out var lijst) ? lijst : _namen[sleutel] = [];
        bij.Add((gebied, stadsdeel));
    }

    [GeneratedRegex(@"\be\.o\.?")]
    private static partial Regex EnOmstreken();

    [GeneratedRegex(@"^\s*(?:de|het)\s+", RegexOptions.IgnoreCase)]
    private static partial Regex Lidwoord();

    [GeneratedRegex(
        @"^(.+?)[- ](?:noord|zuid|oost|west|midden|noordoost|noordwest|zuidoost|zuidwest|\d)$",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Windrichting();
}
