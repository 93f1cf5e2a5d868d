using Portal.Data.Uitvoer;

namespace Portal.Data.Ogc;

/// <summary>A row as a GeoJSON Feature, its columns called as in every download.</summary>
public static class Featurevorm
{
    public static Rijvorm Van(Collectie collectie, Crs crs) =>
        new(
            $$"""
            '{"type":"Feature","id":' || to_json(c.dataset || ':' || c.sleutel)::text || ',"geometry":' ||
                coalesce(ST_AsGeoJSON({{crs.Uit("c.geom")}}, {{crs.Decimalen}}, 0), 'null') || ',"properties":' ||
                (select row_to_json(p)::text from (select {{string.Concat(
                Kiesveld.Van(collectie).Where(q => q.Soort != KiesveldSoort.Vorm).Select((q, i) => $"{(i > 0 ? ", " : "")}{q.Sql} as {q.Naam}")
            )}}) p) || '}'
            """
        );
}
