using System.Globalization;

namespace Portal.Data.Indicatoren;

/// <summary>A figure as a delivery gives it.</summary>
/// <param name="Gebied">The area by any code that it has.</param>
/// <param name="Waarde">Null: the source gives no figure, which is drawn as missing and never as zero.</param>
public sealed record MetingRij(int Rij, string Indicator, string Gebied, short Jaar, decimal? Waarde)
{
    /// <summary>0: of the whole year.</summary>
    public short Maand { get; init; }

    /// <summary>Of how many people, homes or answers it is made.</summary>
    public int? N { get; init; }
    public bool Voorlopig { get; init; }

    /// <summary>Where it was measured, as WKT in the file's own coordinates; null: somewhere in its area.</summary>
    public string? Plek { get; init; }

    /// <summary>The division that the code is of; null: the newest that knows it.</summary>
    public short? Indeling { get; init; }
}

internal static class Getal
{
    public const string Reden = "dit is geen getal; schrijf bijvoorbeeld 12,5";

    public static (decimal? Waarde, bool Fout) Lees(string? tekst) =>
        tekst is null ? (null, false)
        : decimal.TryParse(
            tekst.Replace(',', '.'),
            NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint,
            CultureInfo.InvariantCulture,
            out var getal
        )
            ? (getal, false)
        : (null, true);
}
