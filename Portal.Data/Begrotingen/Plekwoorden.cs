using System.Text.RegularExpressions;
using Portal.Data.Oordelen;

namespace Portal.Data.Begrotingen;

/// <summary>Dutch words that tell whether a text that names a thing of a layer means the place itself.</summary>
internal static partial class Plekwoorden
{
    private const int KortsteNaam = 4;

    /// <summary>
    /// Whether a thing of a layer has a name of its own, by which a text can mean it: not "Heemtuin", "De Omloop",
    /// "LLC".
    /// </summary>
    public static bool IsEigenNaam(Plaatstekst naam)
    {
        var begin = naam[0] is "de" or "het" ? 1 : 0;
        return naam.Aantal - begin > 1
            || naam[begin].Length > KortsteNaam && !Beoordelaar.Standaard.IsGewoonWoord(naam[begin]);
    }

    /// <summary>Whether the name is part of another name, or what is done is there in part or around it.</summary>
    // "De Strohalm/Sloterpark", "BC Oosterpark", "rond het Oosterpark"; one of three in a row: "2018, Vondelpark 2019,
    // 2020"
    public static bool IsDeel(Plaatstekst tekst, int begin, int na)
    {
        var voor = begin - 1;
        while (tekst.IsVulwoord(voor) && !Rondom().IsMatch(tekst[voor]))
        {
            voor--;
        }
        return tekst.Aaneen(begin)
            || tekst.Aaneen(na)
            || Rondom().IsMatch(tekst[voor])
            || OmgevingErna().IsMatch(tekst[na])
            || tekst[na] == "en" && OmgevingErna().IsMatch(tekst[na + 1])
            || tekst.IsOmstreken(na)
            || !tekst.Breekt(begin) && IsNaamErvoor(tekst, begin - 1)
            || Enumerable.Range(1, begin).Any(tekst.Komma) && Enumerable.Range(na, tekst.Aantal - na).Any(tekst.Komma);
    }

    // "UniKidz Noorderpark" is called so; a "Buurtfeest Noorderpark" is there
    private static bool IsNaamErvoor(Plaatstekst tekst, int i) =>
        GebouwErvoor().IsMatch(tekst[i])
        || tekst.MetHoofdletter(i) && !tekst.IsVulwoord(i) && !Beoordelaar.Standaard.IsWoord(tekst[i]);

    /// <summary>Whether a name is of a park: a point says where it is, but not which buurten it lies in.</summary>
    public static bool IsPark(string naam) => ParkNaam().IsMatch(naam);

    [GeneratedRegex("^(?:bc|biz|buurtcentrum|buurthuis|wijkcentrum)$")]
    private static partial Regex GebouwErvoor();

    [GeneratedRegex("^(?:om|rond|rondom|nabij|omgeving)$")]
    private static partial Regex Rondom();

    [GeneratedRegex("^(?:trust|omgeving|buurt)$")]
    private static partial Regex OmgevingErna();

    [GeneratedRegex("(?:park|bos|plas|meer|weide)$", RegexOptions.IgnoreCase)]
    private static partial Regex ParkNaam();
}
