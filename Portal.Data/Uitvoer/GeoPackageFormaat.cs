namespace Portal.Data.Uitvoer;

/// <summary>GeoPackage in RD: every row, also what has no place.</summary>
public static class GeoPackageFormaat
{
    public static readonly Formaat Formaat = new(
        "gpkg",
        "application/geopackage+sqlite3",
        "voor een kaartprogramma, zoals QGIS",
        (aanvraag, naar, ct) =>
            new GdalUitvoer("GPKG", "gpkg", ["-lco", "GEOMETRY_NAME=geom"]).SchrijfAsync(aanvraag, naar, ct)
    )
    {
        Past = c => c.MetPlek,
        Bestand = true,
        Bestandstype = "GPKG",
    };
}
