using System.Globalization;
using Portal.Data.Uitvoer;

namespace Portal.Data.Ogc;

/// <summary>A column that must have one value: <c>?soort=eik</c>.</summary>
public static class Kolomfilter
{
    /// <returns>The condition, or in Dutch why the value is none of that column.</returns>
    public static (Voorwaarde? Waar, string? Fout) Lees(Kiesveld kolom, string tekst)
    {
        object? waarde = kolom.Soort switch
        {
            KiesveldSoort.Getal => decimal.TryParse(
                tekst,
                NumberStyles.Float,
                CultureInfo.InvariantCulture,
                out var getal
            )
                ? getal
                : null,
            KiesveldSoort.JaNee => bool.TryParse(tekst, out var ja) ? ja : null,
            KiesveldSoort.Dag => Leesdag.Van(tekst),
            _ => tekst,
        };
        var parameter = $"Fkolom{kolom.Naam.Replace("_", "", StringComparison.Ordinal)}";
        return waarde is null
            ? (null, $"Bij {kolom.Naam} staat '{tekst}'. Daar hoort {Cql2Vergelijking.Woord(kolom.Soort)}.")
            : (new($" and {kolom.Sql} = @{parameter}", new Dictionary<string, object?> { [parameter] = waarde }), null);
    }
}
