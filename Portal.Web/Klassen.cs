namespace Portal.Web;

/// <summary>
/// The classes of a choropleth: five of about equally many areas, with round limits, so that map, legend and table say
/// the same.
/// </summary>
/// <param name="Grenzen">The lower limits of the classes, rising; the first class takes everything below the second
/// limit.</param>
public sealed record Klassen(IReadOnlyList<decimal> Grenzen)
{
    private const int Aantal = 5;

    /// <summary>The class of the style sheet for a value; without one an area is hatched.</summary>
    public string Stijl(decimal? waarde) =>
        waarde is null ? "zonder"
        : Grenzen.Count == 0 ? "klasse-0"
        : $"klasse-{Math.Max(0, Grenzen.Count(g => g <= waarde) - 1)}";

    /// <param name="fijn">Limits may have decimals: of figures that are no euros.</param>
    public static Klassen Van(IEnumerable<decimal?> waarden, bool fijn = false)
    {
        var rij = waarden.OfType<decimal>().Order().ToList();
        if (rij.Count == 0)
        {
            return new([]);
        }
        // Limits as round as the spread allows: of 1.800 to 2.400 in tens, of 0 to 5 million in hundred thousands.
        var spreiding = (double)(rij[^1] - rij[0]);
        var stap =
            spreiding == 0 ? 1 : (decimal)Math.Pow(10, Math.Max(fijn ? -6 : 0, Math.Floor(Math.Log10(spreiding / 10))));
        var laagste = Math.Floor(rij[0] / stap) * stap;
        var grenzen = Enumerable
            .Range(1, Aantal - 1)
            .Select(i => Math.Round(rij[i * rij.Count / Aantal] / stap) * stap);
        return new([laagste, .. grenzen.Where(g => g > laagste && g <= rij[^1]).Distinct()]);
    }
}
