namespace Portal.Data.Uitvoer;

/// <summary>
/// A GeoJSON FeatureCollection of the rows that have a place: in WGS84, longitude first (RFC 7946), or in RD with the
/// name of the system in it (GeoJSON 2008), for who asks for it.
/// </summary>
public static class GeoJsonFormaat
{
    private const string Rd = "28992";

    public static readonly Formaat Formaat = new("geojson", "application/geo+json", "voor een kaart", SchrijfAsync)
    {
        Past = c => c.MetPlek,
        Bestandstype = "GEOJSON",
        Keuzes = new Dictionary<string, string[]> { ["crs"] = ["84", Rd] },
    };

    private const string Plek = ", ST_Transform(c.geom, 4326) as geom";

    private static Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct)
    {
        var rd = aanvraag.Keuzes.GetValueOrDefault("crs") == Rd;
        var rijen = aanvraag.Collectie.Sql.Alles(
            CollectieSql.Gewoon,
            VasteKolommen.Vast,
            rd ? ", ST_SetSRID(c.geom, 0) as geom" : Plek,
            " and c.geom is not null"
        );
        var stelsel = rd ? """ "crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},""" : "";
        return Rijenstroom.SchrijfAsync(
            aanvraag,
            $"ST_AsGeoJSON(r.*, 'geom', {(rd ? 3 : 7)})",
            rijen,
            Rand.Lijst($$"""{"type":"FeatureCollection",{{stelsel}}"features":[""", "]}"),
            naar,
            ct
        );
    }
}
