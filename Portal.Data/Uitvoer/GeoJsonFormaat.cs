using System.Text;

namespace Portal.Data.Uitvoer;

/// <summary>A GeoJSON FeatureCollection in WGS84 (RFC 7946) of the rows that have a place.</summary>
public static class GeoJsonFormaat
{
    public static readonly Formaat Formaat = new("geojson", "application/geo+json", "voor een kaart", SchrijfAsync)
    {
        Past = c => c.MetPlek,
    };

    private const string Vast = """
        c.sleutel as id, c.titel, c.gebied_code as gebiedscode, c.gebied, c.gebied_soort as gebiedstype, c.dataset, c.versie
        """;

    private const string Plek = ", ST_Transform(c.geom, 4326) as geom";

    private static Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct) =>
        Rijenstroom.SchrijfAsync(
            aanvraag,
            $"""
            select ST_AsGeoJSON(r.*, 'geom', 6)
            from ({aanvraag.Collectie.Sql.Alles(CollectieSql.Gewoon, Vast, Plek, " and c.geom is not null")}) r
            """,
            Encoding.UTF8.GetBytes("""{"type":"FeatureCollection","features":["""),
            Encoding.UTF8.GetBytes("]}"),
            naar,
            ct
        );
}
