using System.Text.RegularExpressions;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>
/// What the announcements of one case have in common: its number, else the activity at an address. Two cases of the
/// same activity at one address share the second form, so ask for a time as well. Null where neither is known.
/// </summary>
public static partial class Zaaksleutel
{
    private const RegexOptions Zo =
        RegexOptions.NonBacktracking | RegexOptions.IgnoreCase | RegexOptions.CultureInvariant;
    private const string Vaag = "andere vergunning";

    public static string? Van(KoopRecord record, Bekendmakingsoort soort)
    {
        if (Zaaknummer(record) is { } nummer)
        {
            return nummer;
        }
        var activiteit = soort.Activiteit ?? (Vergunning().IsMatch(soort.Soort) ? soort.Soort : null);
        return activiteit is null or Vaag || Adres(record) is not { } adres ? null : $"{activiteit} | {adres}";
    }

    /// <summary>
    /// The one number in the record, title or abstract: Z2022-N002608, Z/23/2117534, OLO1234567, 2024-012345. Null when
    /// several are named.
    /// </summary>
    public static string? Zaaknummer(KoopRecord record)
    {
        if (record.Referentienummer is { } eigen && eigen.Count(char.IsAsciiDigit) >= 4)
        {
            return Een(eigen);
        }
        var nummers = Nummers($"{record.Titel} {record.Samenvatting}");
        return nummers.Count == 1 ? nummers[0] : null;
    }

    public static Adrestekst? Adres(KoopRecord record) =>
        Adrestekst.Lees(record.Titel)
        ?? (
            record.Markeringen.Select(m => m.Label).OfType<string>().Distinct().ToList() is [var label]
                ? Adrestekst.Lees(label)
                : null
        );

    private static List<string> Nummers(string tekst) =>
        Nummer().Matches(tekst).Select(m => Een(m.Groups[1].Value)).Distinct().ToList();

    private static string Een(string nummer)
    {
        var een = string.Concat(nummer.ToUpperInvariant().Where(t => !char.IsWhiteSpace(t)));
        return Olo().Match(een) is { Success: true } olo ? $"OLO{olo.Groups[1].Value}" : een;
    }

    // The sign before it is part of the pattern: gmb-2024-53490 is the number of an announcement.
    [GeneratedRegex(
        @"(?:^|[^\w/-])(Z\d{4}-[A-Z]?\d{4,8}|Z[/-]\d{2,4}[/-]\d{4,9}|"
            + @"OLO[\s-]?(?:nummer|nr\.?)?:?\s?\d{6,8}|(?:19|20)\d{2}-\d{5,7})(?:$|[^\w-])",
        Zo
    )]
    private static partial Regex Nummer();

    [GeneratedRegex(@"^OLO\D*(\d{6,8})$", Zo)]
    private static partial Regex Olo();

    [GeneratedRegex("vergunning$", Zo)]
    private static partial Regex Vergunning();
}
