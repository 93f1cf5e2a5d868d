using System.Text;

namespace Portal.Data.Uitvoer;

/// <summary>A JSON list of objects. Missing is null; amounts are numbers with two decimals, as the database writes them.</summary>
public static class JsonFormaat
{
    public static readonly Formaat Formaat = new("json", "application/json", "voor programma's", SchrijfAsync)
    {
        Bestandstype = "JSON",
    };

    private const string Plek = """
        , round(ST_X(ST_Transform(ST_PointOnSurface(c.geom), 4326))::numeric, 6) as lon, round(ST_Y(ST_Transform(ST_PointOnSurface(c.geom), 4326))::numeric, 6) as lat
        """;

    private static Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct) =>
        Rijenstroom.SchrijfAsync(
            aanvraag,
            $"select row_to_json(r)::text from ({aanvraag.Collectie.Sql.Alles(CollectieSql.Gewoon, VasteKolommen.Vast, Plek)}) r",
            Encoding.UTF8.GetBytes("["),
            Encoding.UTF8.GetBytes("]"),
            naar,
            ct
        );
}
