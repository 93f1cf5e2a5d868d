using System.Globalization;

namespace Portal.Data.Registers;

/// <summary>Where a row says that it is, by the columns of <see cref="RuwBestand.Plek"/>.</summary>
internal static class Coordinaten
{
    /// <param name="veld">What a column holds; null: nothing.</param>
    /// <param name="wijs">Column, value and reason of what is no place.</param>
    /// <returns>WKT, in the file's own coordinates; null: nowhere.</returns>
    public static string? Wkt(Func<string, string?> veld, Action<string, string, string> wijs)
    {
        if (veld("wkt") is { } wkt)
        {
            return wkt;
        }
        foreach (var (x, y) in new[] { ("x", "y"), ("lon", "lat"), ("longitude", "latitude") })
        {
            if ((veld(x), veld(y)) is ({ } a, { } b))
            {
                if (Getal(a) is { } oost && Getal(b) is { } noord)
                {
                    return string.Create(CultureInfo.InvariantCulture, $"POINT({oost} {noord})");
                }
                wijs(x, $"{a} {b}", "dit zijn geen coördinaten");
            }
        }
        return null;
    }

    private static double? Getal(string tekst) =>
        double.TryParse(tekst.Replace(',', '.'), NumberStyles.Float, CultureInfo.InvariantCulture, out var getal)
        && double.IsFinite(getal)
            ? getal
            : null;
}
