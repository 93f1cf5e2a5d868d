using System.Globalization;
using System.Text;

namespace Portal.Data.Ophalen;

/// <summary>
/// Figures as the delivery that <see cref="Indicatoren.MetingImport"/> reads. The same figures give the same bytes.
/// </summary>
internal static class Cijferbestand
{
    /// <summary>A year of which no area has a figure yet is no year of it.</summary>
    /// <returns>How many rows there are.</returns>
    public static int Schrijf(string pad, IEnumerable<Waarneming> cijfers)
    {
        var rijen = cijfers
            .GroupBy(c => (c.Cijfer.Code, c.Jaar))
            .Where(g => g.Any(c => c.Waarde is not null))
            .SelectMany(g => g)
            .OrderBy(c => c.Cijfer.Code, StringComparer.Ordinal)
            .ThenBy(c => c.Jaar)
            .ThenBy(c => c.Gebied, StringComparer.Ordinal)
            .ToList();
        using var naar = new StreamWriter(pad, append: false, new UTF8Encoding(false));
        naar.WriteLine("indicator;naam;definitie;eenheid;thema;richting;optelbaar;drempel;gebiedscode;jaar;waarde");
        foreach (var r in rijen)
        {
            string?[] velden =
            [
                r.Cijfer.Code,
                r.Cijfer.Naam,
                r.Cijfer.Definitie,
                r.Cijfer.Eenheid,
                r.Cijfer.Thema,
                r.Cijfer.Richting,
                r.Cijfer.Optelbaar ? "ja" : "nee",
                r.Cijfer.Drempel?.ToString(CultureInfo.InvariantCulture),
                r.Gebied,
                r.Jaar.ToString(CultureInfo.InvariantCulture),
                r.Waarde?.ToString("0.##########", CultureInfo.InvariantCulture),
            ];
            naar.WriteLine(
                string.Join(';', velden.Select(v => $"\"{v?.Replace("\"", "\"\"", StringComparison.Ordinal)}\""))
            );
        }
        return rijen.Count;
    }
}
