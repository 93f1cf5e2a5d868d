namespace Portal.Data.Uitvoer;

/// <summary>A line of JSON a row: a program can read it as it comes, and keep one row in memory.</summary>
public static class NdjsonFormaat
{
    public static readonly Formaat Formaat = new(
        "ndjson",
        "application/x-ndjson",
        "voor programma's, een regel per rij",
        SchrijfAsync
    );

    private static Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct) =>
        Rijenstroom.SchrijfAsync(
            aanvraag,
            "row_to_json(r)",
            aanvraag.Collectie.Sql.Alles(CollectieSql.Gewoon, VasteKolommen.Vast),
            Rand.Geen,
            naar,
            ct
        );
}
