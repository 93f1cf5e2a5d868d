using System.Globalization;

namespace Portal.Data.Bestanden;

/// <summary>A date as files write it, the day before the month.</summary>
public static class Datum
{
    private static readonly string[] Vormen = ["yyyy-MM-dd", "yyyy-MM-ddTHH:mm:ss", "d-M-yyyy", "d/M/yyyy", "yyyyMMdd"];

    /// <returns>Null: it is no date.</returns>
    public static DateOnly? Lees(string? tekst) =>
        DateTime.TryParseExact(tekst?.Trim(), Vormen, CultureInfo.InvariantCulture, DateTimeStyles.None, out var datum)
            ? DateOnly.FromDateTime(datum)
            : null;
}
