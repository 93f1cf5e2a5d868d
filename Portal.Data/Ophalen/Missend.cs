using System.Globalization;

namespace Portal.Data.Ophalen;

/// <summary>A number of a source, or that there is none.</summary>
internal static class Missend
{
    /// <summary>
    /// What CBS writes where it has no figure: -99995, -99997, -99998, -99999999 (sources.md, D2); StatLine a dot.
    /// </summary>
    private const decimal Grens = -99990;

    public static decimal? Getal(string? tekst) =>
        decimal.TryParse(tekst, NumberStyles.Float, CultureInfo.InvariantCulture, out var getal) && getal > Grens
            ? getal
            : null;
}
