using System.Globalization;
using Portal.Data.Uitvoer;

namespace Portal.Data.Ogc;

/// <summary>A box on the map, as WKT in its own coordinate system.</summary>
public sealed record Kader(string Wkt)
{
    // No rectangle of RD is larger than this, and no sum over it overflows
    private const decimal VersteRd = 10_000_000;

    /// <param name="getallen">Four, or six with a height, in the order of the axes of the system.</param>
    public static (Kader? Kader, string? Fout) Lees(IReadOnlyList<decimal> getallen, Crs crs)
    {
        if (getallen.Count is not (4 or 6))
        {
            return (null, "een kader heeft vier getallen: de hoek linksonder en de hoek rechtsboven.");
        }
        var (ax, ay) = (getallen[0], getallen[1]);
        var (bx, by) = (getallen[getallen.Count / 2], getallen[getallen.Count / 2 + 1]);
        if ((Buiten(ax, ay, crs) ?? Buiten(bx, by, crs)) is { } fout)
        {
            return (null, fout);
        }
        var (onder, boven) = crs.Omgekeerd ? (ax, bx) : (ay, by);
        var (west, oost) = crs.Omgekeerd ? (ay, by) : (ax, bx);
        return onder > boven ? (null, "de onderkant van het kader ligt boven de bovenkant.")
            : west <= oost ? (new($"MULTIPOLYGON({Doos(ax, ay, bx, by)})"), null)
            : !crs.InGraden ? (null, "de linkerkant van het kader ligt rechts van de rechterkant.")
            // Across the line where the day begins
            : crs.Omgekeerd ? (new($"MULTIPOLYGON({Doos(ax, ay, bx, 180)},{Doos(ax, -180, bx, by)})"), null)
            : (new($"MULTIPOLYGON({Doos(ax, ay, 180, by)},{Doos(-180, ay, bx, by)})"), null);
    }

    /// <summary>What lies in the box, and what has no place (OGC 17-069r4, /req/core/fc-bbox-response C).</summary>
    public static Voorwaarde Waar(Kader kader, Crs crs) =>
        new(
            $" and (c.geom is null or ST_Intersects(c.geom, {crs.In("@Fkader")}))",
            new Dictionary<string, object?> { ["Fkader"] = kader.Wkt }
        );

    /// <returns>Why it is no place in this system; null: it is one.</returns>
    internal static string? Buiten(decimal x, decimal y, Crs crs)
    {
        var (lengte, breedte) = crs.Omgekeerd ? (y, x) : (x, y);
        return crs.InGraden
            ? Math.Abs(lengte) > 180 || Math.Abs(breedte) > 90
                ? crs.Omgekeerd
                    ? "een breedtegraad (eerst) ligt tussen -90 en 90, een lengtegraad tussen -180 en 180."
                    : "een lengtegraad (eerst) ligt tussen -180 en 180, een breedtegraad tussen -90 en 90."
                : null
            : Math.Abs(x) > VersteRd || Math.Abs(y) > VersteRd
                ? "deze coördinaten liggen buiten RD."
                : null;
    }

    private static string Doos(decimal ax, decimal ay, decimal bx, decimal by) =>
        string.Create(CultureInfo.InvariantCulture, $"(({ax} {ay},{bx} {ay},{bx} {by},{ax} {by},{ax} {ay}))");
}
