namespace Portal.Data.Uitvoer;

/// <summary>KML, in WGS84 as it must be, of the rows that have a place.</summary>
public static class KmlFormaat
{
    public static readonly Formaat Formaat = new(
        "kml",
        "application/vnd.google-earth.kml+xml",
        "voor Google Earth",
        (aanvraag, naar, ct) =>
            new GdalUitvoer("KML", "kml", ["-dsco", "NameField=titel"]) { AlleenMetPlek = true }.SchrijfAsync(
                aanvraag,
                naar,
                ct
            )
    )
    {
        Past = c => c.MetPlek,
        Bestand = true,
        Bestandstype = "KML",
    };
}
