namespace Portal.Web.Components;

/// <summary>A rectangle in the units of the drawing.</summary>
public readonly record struct Vlak(double X, double Y, double Breedte, double Hoogte);

/// <summary>
/// Squarified treemap (Bruls, Huizing and Van Wijk, 2000): a row along the shorter side grows
/// for as long as that makes its rectangles more square; then the next row, in what is left.
/// </summary>
public static class Boomindeling
{
    /// <summary>One rectangle per value, in the order of the values; together they fill the whole.</summary>
    public static IReadOnlyList<Vlak> Verdeel(IReadOnlyList<decimal> waarden, double breedte, double hoogte)
    {
        if (waarden.Any(w => w <= 0))
        {
            throw new ArgumentOutOfRangeException(nameof(waarden), "An area must be more than nothing.");
        }
        // From large to small: then the squarest rows come first. Equal values keep their order, so the drawing is
        // always the same.
        var volgorde = Enumerable.Range(0, waarden.Count).OrderByDescending(i => waarden[i]).ToList();
        var som = waarden.Sum(w => (double)w);
        var oppervlakten = volgorde.Select(i => (double)waarden[i] / som * breedte * hoogte).ToList();

        var vlakken = new Vlak[waarden.Count];
        var rest = new Vlak(0, 0, breedte, hoogte);
        for (var begin = 0; begin < oppervlakten.Count; )
        {
            var eind = RijEind(oppervlakten, begin, Math.Min(rest.Breedte, rest.Hoogte));
            var (rij, over) = Rij(oppervlakten[begin..eind], rest, eind == oppervlakten.Count);
            for (var i = 0; i < rij.Count; i++)
            {
                vlakken[volgorde[begin + i]] = rij[i];
            }
            (rest, begin) = (over, eind);
        }
        return vlakken;
    }

    private static int RijEind(List<double> oppervlakten, int begin, double zijde)
    {
        var eind = begin + 1;
        var som = oppervlakten[begin];
        while (
            eind < oppervlakten.Count
            && Langwerpigst(oppervlakten[begin], oppervlakten[eind], som + oppervlakten[eind], zijde)
                <= Langwerpigst(oppervlakten[begin], oppervlakten[eind - 1], som, zijde)
        )
        {
            som += oppervlakten[eind++];
        }
        return eind;
    }

    // The worst ratio of sides in a row: of its largest or of its smallest.
    private static double Langwerpigst(double grootste, double kleinste, double som, double zijde) =>
        Math.Max(zijde * zijde * grootste / (som * som), som * som / (zijde * zijde * kleinste));

    private static (List<Vlak> Rij, Vlak Over) Rij(List<double> oppervlakten, Vlak rest, bool laatste)
    {
        var staand = rest.Breedte >= rest.Hoogte;
        var (kort, lang) = staand ? (rest.Hoogte, rest.Breedte) : (rest.Breedte, rest.Hoogte);
        // The last row and the last of a row take what is left: no slit by rounding.
        var dikte = laatste || kort <= 0 ? lang : Math.Min(lang, oppervlakten.Sum() / kort);
        var rij = new List<Vlak>();
        var plek = 0.0;
        for (var i = 0; i < oppervlakten.Count; i++)
        {
            var lengte =
                i + 1 == oppervlakten.Count || dikte <= 0
                    ? kort - plek
                    : Math.Min(kort - plek, oppervlakten[i] / dikte);
            rij.Add(staand ? new(rest.X, rest.Y + plek, dikte, lengte) : new(rest.X + plek, rest.Y, lengte, dikte));
            plek += lengte;
        }
        var over = staand
            ? rest with
            {
                X = rest.X + dikte,
                Breedte = rest.Breedte - dikte,
            }
            : rest with
            {
                Y = rest.Y + dikte,
                Hoogte = rest.Hoogte - dikte,
            };
        return (rij, over);
    }
}
