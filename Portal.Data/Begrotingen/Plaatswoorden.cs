using System.Text.RegularExpressions;

namespace Portal.Data.Begrotingen;

/// <summary>
/// Dutch words that tell a place from something else. Names of one municipality do not belong here but in its table.
/// </summary>
internal static partial class Plaatswoorden
{
    private static readonly string[] Soortnamen =
    [
        "buurt",
        "wijk",
        "plein",
        "park",
        "dorp",
        "eiland",
        "veld",
        "kwartier",
        "gracht",
        "polder",
    ];

    /// <summary>The ends by which a half word in a list can be made whole.</summary>
    public static IEnumerable<string> Staarten(string woord) =>
        Soortnamen.Where(s => woord.EndsWith(s, StringComparison.Ordinal));

    /// <summary>Whether a word that is no known name still looks like a place: "Molenstraat", "Weverbuurt".</summary>
    public static bool LijktPlaats(Plaatstekst tekst, int i) =>
        tekst.MetHoofdletter(i) && Plaatsnaam().IsMatch(tekst[i])
        || Buurtnaam().IsMatch(tekst[i])
        || IsWindstreek(tekst[i]);

    public static bool IsWindstreek(string woord) => Windstreek().IsMatch(woord);

    /// <summary>
    /// Whether an applicant says where it works, by what it is or in words ("Welkom in de Stadionbuurt").
    /// </summary>
    public static bool ZegtWaar(string naam) =>
        IsBuurtorganisatie(naam) || naam.Contains(" in de ", StringComparison.OrdinalIgnoreCase);

    /// <summary>
    /// Whether an applicant works in the stadsdeel that it is called after ("Buurtteam Amsterdam Noord"), and does so
    /// in this project: not with "Stedelijk jaarplan buurtteams".
    /// </summary>
    public static bool WerktInStadsdeel(string naam, string? project) =>
        Stadsdeelorganisatie().IsMatch(naam) && (project is null || !Stedelijk().IsMatch(project));

    /// <summary>Whether an organisation is of an area by its kind: a BIZ, a village council, a playground.</summary>
    private static bool IsBuurtorganisatie(string naam) => Buurtorganisatie().IsMatch(naam);

    public static bool IsGewoon(string woord) => Gewoon().IsMatch(woord);

    /// <summary>
    /// Whether the name is used for the place itself, not as a word of its own or in the name of something else.
    /// </summary>
    /// <param name="streng">In a row of the whole city, and for a place.</param>
    public static bool IsBewijs(Plaatstekst tekst, Plaats plaats, bool streng)
    {
        var (begin, na) = (plaats.Begin, plaats.Eind);
        var vast = tekst.Vast(begin) || tekst.Vast(na);
        var alleen = na - begin == 1;
        if (alleen && IsWindstreek(tekst[begin]) && (vast || !IsStreek(tekst, begin)) || IsTeKort(tekst, plaats))
        {
            return false;
        }
        var isPlek = plaats.Gebied?.Plek is not null;
        return !streng
            || !vast
                && !IsNaamVanInstelling(tekst, begin, isPlek || alleen && plaats.Gebied?.Soort == "stadsdeel")
                && (tekst.Breekt(na) || !InstellingErna().IsMatch(tekst[na]))
                && !(isPlek && Plekwoorden.IsDeel(tekst, begin, na));
    }

    // "NW" is a stadsdeel and "nw" is not; "K-buurt" is a buurt, and "d  Buurt" lacks a letter.
    private static bool IsTeKort(Plaatstekst tekst, Plaats plaats)
    {
        var laatste = plaats.Eind - 1;
        var letters = Enumerable
            .Range(plaats.Begin, plaats.Eind - plaats.Begin)
            .Where(i => tekst[i] is not ("de" or "het"))
            .ToList();
        return letters.TrueForAll(i => tekst[i].Length <= 2) && (letters.Count > 1 || !tekst.IsAfkorting(laatste))
            || letters is [var letter, _]
                && tekst[letter] is "d"
                && !tekst.IsAfkorting(letter)
                && !tekst.Vast(letter + 1);
    }

    // "Sporthal Gaasperdam"; of a stadsdeel also "Stichting Productiehuis Noord": back over the capitals to what it is.
    private static bool IsNaamVanInstelling(Plaatstekst tekst, int begin, bool verder)
    {
        for (var i = begin; i > 0 && !tekst.Breekt(i) && !IsBuurtorganisatie(tekst.Bron); i--)
        {
            if (Instelling().IsMatch(tekst[i - 1]))
            {
                return true;
            }
            if (!verder || !tekst.MetHoofdletter(i - 1) || tekst.IsVulwoord(i - 1))
            {
                return false;
            }
        }
        return false;
    }

    // Not "ten noorden", not "Kinkerstraat Oost" or "Blok 5 Zuid", not "West Talks"; in small letters only at the end:
    // "Jongerenwerk west 2016".
    private static bool IsStreek(Plaatstekst tekst, int i)
    {
        var slot = tekst.Breekt(i + 1) || i + 1 == tekst.Aantal || Jaartal().IsMatch(tekst[i + 1]);
        return (tekst.MetHoofdletter(i) || i > 0 && slot)
            && (i > 0 ? tekst.Breekt(i) || !GeenStreekErna().IsMatch(tekst[i - 1]) : slot);
    }

    [GeneratedRegex("^(?:19|20)[0-9]{2}$")]
    private static partial Regex Jaartal();

    [GeneratedRegex("(?:straat|laan|kade|gracht|weg|dijk|singel)$|^(?:[0-9]{1,2}|de|het|naar|richting|ten)$")]
    private static partial Regex GeenStreekErna();

    [GeneratedRegex(
        "^.{3,}(?:buurt|wijk|plein|park|dorp|eiland|eilanden|kwartier|gracht|polder|straat|laan|kade|dijk|weg|singel|plantsoen|hof|oever|haven)$"
    )]
    private static partial Regex Plaatsnaam();

    [GeneratedRegex("^.{3,}buurt$")]
    private static partial Regex Buurtnaam();

    [GeneratedRegex("^(?:noord|oost|zuid|west|midden|centrum|noordoost|noordwest|zuidoost|zuidwest)$")]
    private static partial Regex Windstreek();

    [GeneratedRegex("^(?:omgeving|omstreken|ouderen|jongeren|kinderen|jeugd|omliggende)$")]
    private static partial Regex Gewoon();

    [GeneratedRegex(
        @"\b(?:BIZ|BI-?zone|bedrijveninvesteringszone|stadsdorp|dorp(?:s|en)raad|bewoners\w*|buurt\w*|wijk\w*|winkeliers\w*|ondernemersvereniging|winkelcentrum|speeltuin\w*|ontmoetingsruimte|dorpshuis)\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Buurtorganisatie();

    [GeneratedRegex(
        @"\b(?:(?:buurt|wijk)(?:teams?|hulp|opbouworgaan|zorg)|speeltuin(?:en|vereniging))\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Stadsdeelorganisatie();

    [GeneratedRegex(@"\b(?:stedelijke?|stadsbrede?|hele stad)\b", RegexOptions.IgnoreCase)]
    private static partial Regex Stedelijk();

    [GeneratedRegex(
        "(?:school|college|lyceum|theater|museum|kerk|moskee|sporthal|zwembad|muziekcentrum|fonds|fondsen|stichting|vereniging|^vve|^st|orkest|ziekenhuis)$"
    )]
    private static partial Regex Instelling();

    [GeneratedRegex("^(?:school|college|lyceum|parktheater|theater|museum|kerk|moskee|orkest|ziekenhuis)$")]
    private static partial Regex InstellingErna();
}
