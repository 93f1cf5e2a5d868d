namespace Portal.Web.Components;

/// <summary>Three classes of about equally many areas: low, middle, high. Equal figures are in one class.</summary>
/// <param name="Grenzen">The highest figure of the low class, and that of the middle one; none without figures.</param>
public sealed record Tercielen(IReadOnlyList<decimal> Grenzen)
{
    public int Klasse(decimal waarde) => Grenzen.Count(g => waarde > g);

    public static string Woord(int klasse) =>
        klasse switch
        {
            0 => Taal.Zin("laag"),
            1 => Taal.Zin("midden"),
            _ => Taal.Zin("hoog"),
        };

    public static Tercielen Van(IEnumerable<decimal> waarden)
    {
        var rij = waarden.Order().ToList();
        return new(rij.Count == 0 ? [] : [rij[(rij.Count + 2) / 3 - 1], rij[(2 * rij.Count + 2) / 3 - 1]]);
    }
}
