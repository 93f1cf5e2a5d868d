using System.Globalization;

namespace Portal.Data.Uitvoer;

/// <summary>A piece of the map that a visitor chose.</summary>
/// <param name="Vorm">A point or a polygon in WGS84, as WKT.</param>
/// <param name="Straal">How far around it, in metres; of a polygon 0.</param>
public sealed record Omtrek(string Vorm, int Straal)
{
    public static Omtrek Cirkel(double breedte, double lengte, int straal) =>
        new($"POINT({Paar((breedte, lengte))})", straal);

    /// <param name="hoeken">Latitude and longitude; the last one need not be the first.</param>
    public static Omtrek Vlak(IReadOnlyList<(double Breedte, double Lengte)> hoeken) =>
        new($"POLYGON(({string.Join(',', hoeken.Append(hoeken[0]).Select(Paar))}))", 0);

    private static string Paar((double Breedte, double Lengte) p) =>
        string.Create(CultureInfo.InvariantCulture, $"{p.Lengte} {p.Breedte}");

    /// <summary>The shape of the parameters @Fvorm and @Fstraal in RD, as a constant expression.</summary>
    internal const string InRd = "ST_Transform(ST_MakeValid(ST_GeomFromText(@Fvorm, 4326)), 28992)";
}
