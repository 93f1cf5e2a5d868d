namespace Portal.Web.Components;

/// <summary>
/// An axis from zero with three or four round lines. The step is 1, 2 or 5 with zeros, and never less than a euro:
/// other steps have labels that <see cref="Opmaak.EuroKort"/> would round.
/// </summary>
public sealed record Schaal(decimal Stap, int Onder, int Boven)
{
    public static Schaal Van(IEnumerable<decimal> waarden)
    {
        var rij = waarden.Append(0).ToList();
        var (laagste, hoogste) = (rij.Min(), rij.Max());
        var stap = 1m;
        while (hoogste - laagste > 3 * stap)
        {
            stap *= stap.ToString(System.Globalization.CultureInfo.InvariantCulture)[0] == '2' ? 2.5m : 2;
            stap = decimal.Floor(stap);
        }
        return new(stap, (int)Math.Floor(laagste / stap), Math.Max(1, (int)Math.Ceiling(hoogste / stap)));
    }

    public IEnumerable<decimal> Lijnen => Enumerable.Range(Onder, Boven - Onder + 1).Select(i => i * Stap);

    /// <summary>How far up the axis: 0 at the bottom, 1 at the top.</summary>
    public double Hoogte(decimal waarde) => (double)((waarde / Stap - Onder) / (Boven - Onder));
}
