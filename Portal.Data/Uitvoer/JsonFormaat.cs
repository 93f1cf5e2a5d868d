namespace Portal.Data.Uitvoer;

/// <summary>
/// A JSON list of objects. Missing is null; amounts are numbers with two decimals, as the database writes them.
/// </summary>
public static class JsonFormaat
{
    public static readonly Formaat Formaat = new("json", "application/json", "voor programma's", SchrijfAsync)
    {
        Bestandstype = "JSON",
    };

    private static Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct)
    {
        var kolommen = VasteKolommen
            .Alle(aanvraag.Collectie)
            .Where(k => k.Naam is not ("x" or "y"))
            .Select(CollectieSql.Gewoon);
        return Rijenstroom.SchrijfAsync(
            aanvraag,
            "row_to_json(r)",
            $"select {string.Join(", ", kolommen)} from ({VasteKolommen.Tabel(aanvraag.Collectie)}) c",
            Rand.Lijst("[", "]"),
            naar,
            ct
        );
    }
}
