using System.Globalization;
using System.Text;

namespace Portal.Data.Ophalen;

/// <summary>Figures as the delivery that <see cref="Indicatoren.MetingImport"/> reads. The same figures give the same bytes.</summary>
internal static class Cijferbestand
{
    /// <summary>A year of which no area has a figure yet is no year of it.</summary>
    /// <returns>How many rows there are.</returns>
    public static int Schrijf(string pad, IEnumerable<Waarneming> cijfers)
    {
        var rijen = cijfers
            .Select(c => c with { Waarde = Veilig(c) })
            .GroupBy(c => (c.Cijfer.Code, c.Jaar))
            .Where(g => g.Any(c => c.Waarde is not null))
            .SelectMany(g => g)
            .OrderBy(c => c.Cijfer.Code, StringComparer.Ordinal)
            .ThenBy(c => c.Jaar)
            .ThenBy(c => c.Gebied, StringComparer.Ordinal)
            .ToList();
        using var naar = new StreamWriter(pad, append: false, new UTF8Encoding(false));
        naar.WriteLine("indicator;naam;definitie;eenheid;gebiedscode;jaar;waarde");
        foreach (var r in rijen)
        {
            string?[] velden =
            [
                r.Cijfer.Code,
                r.Cijfer.Naam,
                r.Cijfer.Definitie,
                r.Cijfer.Eenheid,
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

    private static decimal? Veilig(Waarneming c) => c.Waarde > 0 && c.Waarde <= c.Cijfer.Kleinst ? null : c.Waarde;
}
