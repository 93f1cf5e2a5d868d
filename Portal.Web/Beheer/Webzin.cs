using System.Text.RegularExpressions;

namespace Portal.Web.Beheer;

/// <summary>Sentences of imports speak of options of a command; here they are fields of a form.</summary>
public static partial class Webzin
{
    public static string Van(string zin)
    {
        var schoon = Toegestaan().Replace(zin, "schrijf dan hieronder waarom.");
        schoon = Opdracht().Replace(schoon, "");
        schoon = Geef().Replace(schoon, "Vul het veld ‘$1’ in");
        return Optie().Replace(schoon, "‘$1’");
    }

    /// <summary>Whether a reason will do.</summary>
    public static bool VraagtReden(string? zin) =>
        zin?.Contains("schrijf dan hieronder waarom", StringComparison.Ordinal) == true;

    [GeneratedRegex("geef dan --(?:krimp|verlies)-toegestaan mee\\.")]
    private static partial Regex Toegestaan();

    [GeneratedRegex(@"\s*\(portal [^)]*\)")]
    private static partial Regex Opdracht();

    [GeneratedRegex("Geef --([a-z-]+) mee")]
    private static partial Regex Geef();

    [GeneratedRegex("--([a-z-]+)")]
    private static partial Regex Optie();
}
