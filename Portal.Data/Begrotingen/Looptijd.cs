using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The years that money is for, as a text says them. <paramref name="Tot"/> null: for more years, until when is not
/// said.
/// </summary>
/// <param name="Tekst">The words from which the years were read.</param>
public sealed partial record Looptijd(short Van, short? Tot, string Tekst)
{
    /// <summary>Years further from that of the dossier are of something else: "Visie 2040", "sinds 1998".</summary>
    private const int Ver = 3;

    private const int Langst = 12;

    /// <summary>
    /// Reads "2025", "2025-2030", "2025 t/m 2027", "2022-2023-2024", "2023/24", "seizoen 23-24", "schooljaar
    /// 2023-2024": of the project, or else of the scheme.
    /// A scheme keeps its name for years ("Buurtteams 2021-2026"), so of its years only the dossier's own or the next
    /// counts, and several only if it says so ("Vierjarige subsidies 2025-2028").
    /// </summary>
    /// <param name="dossier">The year of the dossier.</param>
    public static Looptijd? Lees(int dossier, string? project, string? regeling)
    {
        var meerjarig = Meerjarig().IsMatch(project ?? "") || Meerjarig().IsMatch(regeling ?? "");
        if (Vind(dossier, project) is { } uitProject)
        {
            return Open(uitProject, meerjarig);
        }
        if (Vind(dossier, regeling) is not { } uitRegeling)
        {
            return null;
        }
        var geldt =
            uitRegeling.Van >= dossier
            && uitRegeling.Van <= dossier + 1
            && (uitRegeling.Van == uitRegeling.Tot || Jarig().IsMatch(regeling!));
        return geldt ? Open(uitRegeling, meerjarig) : null;
    }

    // "Sociale basis 2025, meerjarig" begins in 2025; when it ends is not said.
    private static Looptijd Open(Looptijd gelezen, bool meerjarig) =>
        meerjarig && gelezen.Van == gelezen.Tot ? gelezen with { Tot = null } : gelezen;

    private static Looptijd? Vind(int dossier, string? tekst)
    {
        if (string.IsNullOrEmpty(tekst))
        {
            return null;
        }
        var zin = Dag().Replace(Kenmerk().Replace(tekst, " "), " ");
        return Schijf(dossier, zin) ?? Reeks(dossier, zin) ?? Kort(dossier, zin) ?? Los(dossier, zin);
    }

    // "Regeling 2021-2026, jaarschijf 2024": the year of this part, not the years of the whole.
    private static Looptijd? Schijf(int dossier, string zin) =>
        Jaarschijf().Match(zin) is { Success: true } m
        && (short)Getal(m.Groups[1].Value) is var jaar
        && Math.Abs(jaar - dossier) <= Ver
            ? new(jaar, jaar, m.Value)
            : null;

    // Years that are joined: from the first to the last of the row of years.
    private static Looptijd? Reeks(int dossier, string zin)
    {
        foreach (Match m in Jarenreeks().Matches(zin))
        {
            var jaren = Jaartal().Matches(m.Value).Select(j => Getal(j.Value)).ToList();
            if (m.Groups["kort"].Success)
            {
                jaren.Add(jaren[^1] / 100 * 100 + Getal(m.Groups["kort"].Value));
            }
            var (van, tot) = (jaren.Min(), jaren.Max());
            if (jaren[0] == van && tot > van && tot - van <= Langst && tot >= dossier - Ver && van <= dossier + Ver)
            {
                return new((short)van, (short)tot, m.Value.Trim());
            }
        }
        return null;
    }

    // "schooljaar 23-24": the year after, and near the dossier; two such numbers without the word may be ages or a
    // date.
    private static Looptijd? Kort(int dossier, string zin)
    {
        foreach (Match m in KorteJaren().Matches(zin))
        {
            var (van, tot) = (2000 + Getal(m.Groups[1].Value), 2000 + Getal(m.Groups[2].Value));
            if (tot == van + 1 && Math.Abs(van - dossier) <= 2)
            {
                return new((short)van, (short)tot, m.Value.Trim());
            }
        }
        return null;
    }

    // One year, or years that follow each other ("in 2023 en van mei 2024"); years apart say two things, and we cannot
    // know which.
    private static Looptijd? Los(int dossier, string zin)
    {
        var jaren = LosJaar()
            .Matches(zin)
            .Select(m => Getal(m.Value))
            .Where(j => Math.Abs(j - dossier) <= Ver)
            .Distinct()
            .Order()
            .ToList();
        return jaren.Count == 0 || jaren[^1] - jaren[0] >= jaren.Count
            ? null
            : new((short)jaren[0], (short)jaren[^1], string.Join(", ", jaren));
    }

    private static int Getal(string cijfers) => int.Parse(cijfers, CultureInfo.InvariantCulture);

    // Case numbers look like years: "(oud zaaknr: 2015/20102)", "Z-14-15972", "2014-8162D".
    [GeneratedRegex(
        @"\(?\boud zaaknr[^)]{0,60}\)?|\bZ-\d\d-\d+|\b\d{4}-\d{3,8}[A-Z]\b|\b\d{4}[-/]\d{5,8}\b",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Kenmerk();

    // Day and month before a year: "31-12-2024", "1 oktober 2024", "jul 2019".
    [GeneratedRegex(
        @"\b\d{1,2}[-/.]\d{1,2}[-/.](?=20\d\d\b)|\b(?:\d{1,2} )?(?:jan|feb|mrt|maart|apr|mei|jun|jul|aug|sep|okt|nov|dec)[a-z]{0,6}\.? (?=20\d\d\b)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Dag();

    [GeneratedRegex(
        @"\b(?:jaarschijf|jaargang|jaarprogramma|jaarplan|actualisatie|tranche)\s(20\d\d)(?![\w/]|\s?[-–])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Jaarschijf();

    [GeneratedRegex(
        @"(?<![\w.,/-])20\d\d(?:\s{0,3}(?:-|–|—|/|_|&|\+|,|t/m|tot en met|tot|en)\s{0,3}20\d\d)+(?!\w)|(?<![\w.,/-])20\d\d[-–/_](?<kort>\d\d)(?![\w/-])",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex Jarenreeks();

    [GeneratedRegex(
        @"\b(?:schooljaar|seizoen|cursusjaar|studiejaar|jaar|jaren|periode|VLOA|reiskosten)\s?'?(\d\d)\s?[-/_–]\s?'?(\d\d)(?!\d)",
        RegexOptions.IgnoreCase
    )]
    private static partial Regex KorteJaren();

    [GeneratedRegex(@"20\d\d")]
    private static partial Regex Jaartal();

    [GeneratedRegex(@"(?<![\w./€-])20\d\d(?![\w%]|/\d|[.,]\d)")]
    private static partial Regex LosJaar();

    [GeneratedRegex(@"\bmeerjar(?:ig|en)", RegexOptions.IgnoreCase)]
    private static partial Regex Meerjarig();

    [GeneratedRegex(@"jarige?\b", RegexOptions.IgnoreCase)]
    private static partial Regex Jarig();
}
