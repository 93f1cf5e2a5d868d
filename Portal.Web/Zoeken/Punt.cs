using System.Globalization;

namespace Portal.Web.Zoeken;

/// <summary>A place as it stands in an address: latitude and longitude (WGS84) with a comma between them.</summary>
public readonly record struct Punt(double Breedte, double Lengte)
{
    /// <returns>Null: it is no place in the Netherlands.</returns>
    public static Punt? Lees(string? tekst) =>
        tekst?.Split(',') is [var b, var l]
        && double.TryParse(b, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var breedte)
        && double.TryParse(l, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var lengte)
        && breedte is > 50 and < 54
        && lengte is > 3 and < 8
            ? new(breedte, lengte)
            : null;
}
