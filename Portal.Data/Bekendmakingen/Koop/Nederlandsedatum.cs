using System.Text.RegularExpressions;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>Dates as people write them: 3 januari 2024, woensdag 3 jan. 2024, 3-1-2024, 2024-01-03, 3 maart.</summary>
internal static partial class Nederlandsedatum
{
    private const string Maandnaam =
        "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december|"
        + "jan|feb|febr|mrt|apr|jun|jul|aug|sep|sept|okt|nov|dec";

    /// <summary>To put in a pattern; what it finds goes to <see cref="Lees"/>. In small letters.</summary>
    public const string Vorm =
        "(?:(?:maandag|dinsdag|woensdag|donderdag|vrijdag|zaterdag|zondag),? )?"
        + @"([0-9]{1,2} (?:"
        + Maandnaam
        + @")\.?(?: [0-9]{4})?|[0-9]{1,2}[-/.][0-9]{1,2}[-/.][0-9]{4}|[0-9]{4}-[0-9]{2}-[0-9]{2})";

    private static readonly string[] Maanden =
    [
        "jan",
        "feb",
        "m",
        "apr",
        "mei",
        "jun",
        "jul",
        "aug",
        "sep",
        "okt",
        "nov",
        "dec",
    ];

    public static bool IsMaand(string woord) => Maand().IsMatch(woord);

    /// <summary>Null when there is no such day.</summary>
    /// <param name="bij">A date without a year is the one nearest to this day.</param>
    public static DateOnly? Lees(string tekst, DateOnly bij)
    {
        var delen = tekst.Split([' ', '-', '/', '.'], StringSplitOptions.RemoveEmptyEntries);
        if (delen[0].Length == 4)
        {
            return Dag(delen[0], delen[1], delen[2]);
        }
        if (char.IsAsciiDigit(delen[1][0]))
        {
            return Dag(delen[2], delen[1], delen[0]);
        }
        var maand = (Array.FindIndex(Maanden, m => delen[1].StartsWith(m, StringComparison.Ordinal)) + 1).ToString(
            System.Globalization.CultureInfo.InvariantCulture
        );
        maand = delen[1] == "mei" ? "5" : maand;
        return delen.Length > 2
            ? Dag(delen[2], maand, delen[0])
            : new[] { bij.Year - 1, bij.Year, bij.Year + 1 }
                .Select(jaar => Dag($"{jaar}", maand, delen[0]))
                .OfType<DateOnly>()
                .OrderBy(dag => Math.Abs(dag.DayNumber - bij.DayNumber))
                .Cast<DateOnly?>()
                .FirstOrDefault();
    }

    private static DateOnly? Dag(string jaar, string maand, string dag)
    {
        var cultuur = System.Globalization.CultureInfo.InvariantCulture;
        var (j, m, d) = (int.Parse(jaar, cultuur), int.Parse(maand, cultuur), int.Parse(dag, cultuur));
        return j is >= 1900 and <= 2200 && m is >= 1 and <= 12 && d >= 1 && d <= DateTime.DaysInMonth(j, m)
            ? new DateOnly(j, m, d)
            : null;
    }

    [GeneratedRegex("^(?:" + Maandnaam + @")\.?,?$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Maand();
}
