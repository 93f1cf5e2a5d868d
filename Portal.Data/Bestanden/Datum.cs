using System.Globalization;

namespace Portal.Data.Bestanden;

/// <summary>A date as the systems of a city write it; day before month, whatever the machine is set to.</summary>
public static class Datum
{
    private static readonly string[] Vormen = ["yyyy-M-d", "d-M-yyyy", "d/M/yyyy", "d.M.yyyy", "yyyy/M/d", "yyyyMMdd"];

    public const string Uitleg = "dit is geen datum; schrijf bijvoorbeeld 2026-03-31 of 31-03-2026";

    /// <returns>The day, of a moment too; null where there is none, also of a year before 1800 or after 2200.</returns>
    public static DateOnly? Lees(string? tekst)
    {
        if (tekst is null || tekst.Length > 40)
        {
            return null;
        }
        var dag = tekst.Trim();
        if (dag.IndexOfAny(['T', ' ']) is > 0 and var eind)
        {
            if (!IsTijd(dag[(eind + 1)..]))
            {
                return null;
            }
            dag = dag[..eind];
        }
        return
            DateOnly.TryParseExact(dag, Vormen, CultureInfo.InvariantCulture, DateTimeStyles.None, out var datum)
            && datum.Year is >= 1800 and <= 2200
            ? datum
            : null;
    }

    // 00:00, 00:00:00.000, 00:00:00Z, 00:00:00+01:00
    private static bool IsTijd(string tijd) =>
        DateTimeOffset.TryParse(
            $"2000-01-01T{tijd}",
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out _
        );
}
