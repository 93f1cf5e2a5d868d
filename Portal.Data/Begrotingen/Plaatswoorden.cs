using System.Text.RegularExpressions;

namespace Portal.Data.Begrotingen;

/// <summary>Dutch words that tell a place from something else. Names of one municipality do not belong here but in its table.</summary>
internal static partial class Plaatswoorden
{
    private static readonly string[] Soortnamen = ["buurt", "wijk", "plein", "park", "dorp", "eiland", "veld", "kwartier", "gracht", "polder"];

    /// <summary>The ends by which a half word in a list can be made whole.</summary>
    public static IEnumerable<string> Staarten(string woord) => Soortnamen.Where(s => woord.EndsWith(s, StringComparison.Ordinal));

    /// <summary>Whether a word that is no known name still looks like a place: "Molenstraat", "Weverbuurt".</summary>
    public static bool LijktPlaats(Plaatstekst tekst, int i) => tekst.MetHoofdletter(i) && Plaatsnaam().IsMatch(tekst[i]) || Buurtnaam().IsMatch(tekst[i]);

    /// <summary>Whether the name is used for the place itself, not as a word of its own or in the name of something else.</summary>
    public static bool IsBewijs(Plaatstekst tekst, Plaats plaats, bool heelDeStad)
    {
        var (begin, voor, na) = (plaats.Begin, plaats.Begin - 1, plaats.Eind);
        var vast = tekst.Vast(begin) || tekst.Vast(na);
        if (na - begin == 1 && (Windstreek().IsMatch(tekst[begin]) && (vast || !tekst.MetHoofdletter(begin)) || tekst[begin].Length <= 2 && !tekst.IsAfkorting(begin)))
        {
            return false;
        }
        return !heelDeStad || !vast && !(!tekst.Breekt(begin) && Instelling().IsMatch(tekst[voor])) && !(!tekst.Breekt(na) && Instelling().IsMatch(tekst[na]));
    }

    [GeneratedRegex("^.{3,}(?:buurt|wijk|plein|park|dorp|eiland|eilanden|kwartier|gracht|polder|straat|laan|kade|dijk|weg|singel|plantsoen|hof|oever|haven)$")]
    private static partial Regex Plaatsnaam();

    [GeneratedRegex("^.{3,}buurt$")]
    private static partial Regex Buurtnaam();

    [GeneratedRegex("^(?:noord|oost|zuid|west|midden|centrum|noordoost|noordwest|zuidoost|zuidwest)$")]
    private static partial Regex Windstreek();

    [GeneratedRegex("(?:school|college|lyceum|theater|museum|kerk|moskee|sporthal|zwembad|muziekcentrum|fonds|fondsen|stichting|vereniging|orkest|festival|ziekenhuis|kinderboerderij)$")]
    private static partial Regex Instelling();
}
