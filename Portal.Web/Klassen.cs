namespace Portal.Web;

/// <summary>
/// The classes of a choropleth: five of about equally many areas, with round limits, so that map, legend and table say the same.
/// </summary>
/// <param name="Grenzen">The lower limits of the classes, rising; the first class takes everything below the second limit.</param>
public sealed record Klassen(IReadOnlyList<decimal> Grenzen)
{
    private const int Aantal = 5;

    public static Klassen Van(IEnumerable<decimal?> waarden)
    {
        var rij = waarden.OfType<decimal>().Order().ToList();
        if (rij.Count == 0)
        {
            return new([]);
        }
        var grenzen = Enumerable.Range(1, Aantal - 1).Select(i => Rond(rij[i * rij.Count / Aantal])).Where(g => g > rij[0]).Distinct();
        return new([Rond(rij[0], naarBeneden: true), .. grenzen.Where(g => g > Rond(rij[0], naarBeneden: true))]);
    }

    /// <summary>Two significant digits: a limit of 12.345 reads as 12.000.</summary>
    private static decimal Rond(decimal waarde, bool naarBeneden = false)
    {
        if (waarde == 0)
        {
            return 0;
        }
        var stap = (decimal)Math.Pow(10, Math.Max(0, Math.Floor(Math.Log10((double)Math.Abs(waarde))) - 1));
        return (naarBeneden ? Math.Floor(waarde / stap) : Math.Round(waarde / stap)) * stap;
    }
}
