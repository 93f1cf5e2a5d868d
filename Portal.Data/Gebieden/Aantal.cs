using System.Globalization;
using System.Text.RegularExpressions;

namespace Portal.Data.Gebieden;

/// <summary>A whole number as files write it: 1234, 1.234 or 1234.0; below zero where CBS has no figure.</summary>
internal static partial class Aantal
{
    /// <returns>Null: it is no whole number.</returns>
    public static int? Lees(string? tekst)
    {
        var getal = tekst?.Trim() ?? "";
        if (Duizendtallen().IsMatch(getal))
        {
            getal = getal.Replace(".", "", StringComparison.Ordinal);
        }
        else if (Heel().Match(getal) is { Success: true } heel)
        {
            getal = heel.Groups[1].Value;
        }
        return int.TryParse(getal, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var aantal)
            ? aantal
            : null;
    }

    [GeneratedRegex(@"^-?\d{1,3}(\.\d{3})+$")]
    private static partial Regex Duizendtallen();

    [GeneratedRegex(@"^(-?\d+)[.,]0+$")]
    private static partial Regex Heel();
}
