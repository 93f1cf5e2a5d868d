using System.Text.RegularExpressions;

namespace Portal.Web.Beheer;

/// <summary>Sentences of imports speak of commands and their options; here they are pages and fields of a form.</summary>
public static partial class Webzin
{
    private const string EerstGebieden =
        "Lever eerst gebieden aan: kies bij Gegevens aanleveren ‘Buurten, wijken en " + "stadsdelen’.";
    private const string OpDeServer =
        "Alles samen terughalen kan alleen op de server: vraag het de technisch beheerder.";

    private static readonly (Regex Van, string Naar)[] Zinnen =
    [
        (Toegestaan(), "schrijf dan hieronder waarom."),
        (Opdracht(), ""),
        (AndereGebieden(), "Kies ‘Lees het bestand opnieuw’."),
        (OfTrekIn(), ", of gooi dit concept weg."),
        (Gebieden(), EerstGebieden),
        (MetAlles(), OpDeServer),
        (Sleutel(), "Lever zelf een verdeelsleutel aan, bij Gegevens aanleveren."),
        (Terug(), "maak de levering dan ongedaan."),
        (Status(), ""),
        (Laag(), "Vul die in bij het veld ‘laag’."),
        (Uniek(), "Beter: vul bij het veld ‘sleutel’ de kolom in die elk ding uniek maakt."),
        (MeeMet(), "Vul het veld ‘$1’ in"),
        (Geef(), "Vul het veld ‘$1’ in"),
        (GeefWat(), "Vul bij het veld ‘$1’ in: $2"),
        (Opnieuw(), ""),
        (Optie(), "‘$1’"),
    ];

    public static string Van(string zin) =>
        Zinnen.Aggregate(zin, (z, regel) => regel.Van.Replace(z, regel.Naar)).Trim();

    /// <summary>Whether a reason will do.</summary>
    public static bool VraagtReden(string? zin) =>
        zin?.Contains("schrijf dan hieronder waarom", StringComparison.Ordinal) == true;

    /// <summary>Whether the same file is to be read again, for what it says is the same and what it rests on is not.</summary>
    public static bool VraagtOpnieuw(string? zin) =>
        zin?.Contains("‘Lees het bestand opnieuw’", StringComparison.Ordinal) == true;

    /// <summary>How large a file is, as staff say it.</summary>
    public static string Grootte(long bytes) =>
        bytes < 1_000_000 ? $"{Math.Max(1, bytes / 1000)} kB" : $"{(bytes / 1e6).ToString("N1", Taal.Nederlands)} MB";

    [GeneratedRegex(@"geef dan --(?:krimp|verlies)-toegestaan mee\.")]
    private static partial Regex Toegestaan();

    [GeneratedRegex(@"\s*\(portal [^)]*\)")]
    private static partial Regex Opdracht();

    [GeneratedRegex(@"Trek het concept in en laad het bestand opnieuw: portal intrekken .*? --reden ""[^""]*""\.")]
    private static partial Regex AndereGebieden();

    [GeneratedRegex(@", of trek het concept in met: portal intrekken [^.]*\.")]
    private static partial Regex OfTrekIn();

    [GeneratedRegex(
        @"(?:Laad eerst gebieden: |Begin met )portal import gebieden(?: BESTAND --indeling JAAR)?"
            + @"(?:, of [^.]*portal gemeente NAAM)?\."
    )]
    private static partial Regex Gebieden();

    [GeneratedRegex(
        @"(?:Klopt dat, doe dan: portal terug [^.]*|Haal de levering terug met alles wat erop rust: portal terug [^.]*)\."
    )]
    private static partial Regex MetAlles();

    [GeneratedRegex(@"Laad zelf een sleutel met: portal import sleutel\.")]
    private static partial Regex Sleutel();

    [GeneratedRegex(@"haal de levering dan terug met: portal terug [^.]*\.")]
    private static partial Regex Terug();

    [GeneratedRegex(@"\s*Kijk met:? portal status[^.]*\.")]
    private static partial Regex Status();

    [GeneratedRegex(@"Kies er een met --laag NAAM\.")]
    private static partial Regex Laag();

    [GeneratedRegex(@"Beter: --sleutel KOLOM\.")]
    private static partial Regex Uniek();

    [GeneratedRegex(@"Geef het mee met --([a-z-]+)")]
    private static partial Regex MeeMet();

    [GeneratedRegex(@"[Gg]eef --([a-z-]+) mee")]
    private static partial Regex Geef();

    [GeneratedRegex(@"[Gg]eef --([a-z-]+) ([^.]*?) mee\b")]
    private static partial Regex GeefWat();

    [GeneratedRegex(@"\s*Opnieuw lezen: --opnieuw\.")]
    private static partial Regex Opnieuw();

    [GeneratedRegex("--([a-z-]+)")]
    private static partial Regex Optie();
}
