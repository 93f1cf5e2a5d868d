using System.IO.Compression;

namespace Portal.Data.Uitvoer;

/// <summary>
/// A zip with a Shapefile in RD for each kind of shape, for such a file holds one kind. Its names of columns are ten
/// letters at most, its texts 254.
/// </summary>
public static class ShapefileFormaat
{
    private static readonly (string Naam, string Waar)[] Soorten =
    [
        ("punten", "OGR_GEOMETRY = 'POINT'"),
        ("groepen-punten", "OGR_GEOMETRY = 'MULTIPOINT'"),
        ("lijnen", "OGR_GEOMETRY like '%STRING'"),
        ("vlakken", "OGR_GEOMETRY like '%POLYGON'"),
    ];

    public static readonly Formaat Formaat = new(
        "shp.zip",
        "application/zip",
        "voor oudere kaartprogramma's",
        (aanvraag, naar, ct) =>
            new GdalUitvoer("ESRI Shapefile", "shp", ["-lco", "ENCODING=UTF-8"])
            {
                AlleenMetPlek = true,
                Delen = Soorten,
            }.SchrijfAsync(aanvraag, naar, ct)
    )
    {
        Past = c => c.MetPlek,
        Bestand = true,
        Bestandstype = "SHP",
    };

    internal static void Pak(string map, Stream naar)
    {
        using var zip = new ZipArchive(naar, ZipArchiveMode.Create, leaveOpen: true);
        foreach (var pad in Directory.GetFiles(map).Order(StringComparer.Ordinal))
        {
            zip.CreateEntryFromFile(pad, Path.GetFileName(pad));
        }
    }
}
