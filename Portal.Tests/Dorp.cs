using System.Globalization;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Tests;

/// <summary>Small deliveries for the invented village.</summary>
public static class Dorp
{
    /// <summary>Code, name and the x of the south-west corner; each buurt is a square of 100 m at y 487,000.</summary>
    public static readonly (string Code, string Naam, int X)[] Buurten =
    [
        ("AA01", "Molenbuurt-Noord", 121000),
        ("AA02", "Molenbuurt-Zuid", 121100),
        ("AB01", "Kadebuurt", 121200),
        ("AB02", "Pakhuisbuurt", 121300),
        ("BA01", "Weidebuurt", 121400),
        ("BA02", "Slotenbuurt", 121500),
    ];

    public static string GeoJson(IEnumerable<(string Code, string Naam, int X)> buurten) =>
        Verzameling(
            buurten.Select(b =>
                Feature(
                    $$"""{ "code": "{{b.Code}}", "naam": "{{b.Naam}}", "cbsCode": "BU9998{{b.Code}}" }""",
                    Vierkant(b.X)
                )
            )
        );

    public static string Verzameling(params IEnumerable<string> features) =>
        "{\"type\":\"FeatureCollection\",\"features\":[" + string.Join(',', features) + "]}";

    public static string Feature(string eigenschappen, string ring) =>
        """{"type":"Feature","id":"buurten.1.1","properties":%,"geometry":{"type":"Polygon","coordinates":[#]}}"""
            .Replace("%", eigenschappen, StringComparison.Ordinal)
            .Replace("#", ring, StringComparison.Ordinal);

    public static string Vierkant(double x, double y = 487000, double zijde = 100) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"[[{x},{y}],[{x + zijde},{y}],[{x + zijde},{y + zijde}],[{x},{y + zijde}],[{x},{y}]]"
        );

    public static string Pad(ITestDatabase database, string naam) => Path.Combine(database.Archief, naam);

    public static Task<ImportRapport> LaadAsync(
        ITestDatabase database,
        string geojson,
        string naam,
        short indeling = 2024,
        string? soort = null
    ) => LaadAsync(database.Publicatie, Schrijf(database, naam, geojson), indeling, soort);

    public static Task<ImportRapport> LaadAsync(
        Publicatie publicatie,
        string pad,
        short indeling = 2024,
        string? soort = null
    ) => new GebiedImport(publicatie).LaadAsync(pad, new(indeling, soort, null, "Dorp"), CancellationToken.None);

    public static string Schrijf(ITestDatabase database, string naam, string inhoud)
    {
        File.WriteAllText(Pad(database, naam), inhoud);
        return Pad(database, naam);
    }
}
