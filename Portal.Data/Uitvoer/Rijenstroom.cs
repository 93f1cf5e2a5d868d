namespace Portal.Data.Uitvoer;

/// <summary>JSON that the database makes, a line a row, passed on as it comes.</summary>
internal static class Rijenstroom
{
    // As a CSV of one column whose two signs never stand in JSON, so that nothing is written otherwise than it is: COPY
    // as text would double a backslash, and a usual CSV a quote.
    private const string Onveranderd = @"(format csv, delimiter E'\x01', quote E'\x02')";

    /// <param name="rij">How a row is written, an expression of <c>r</c>.</param>
    /// <param name="rijen">The rows, a query.</param>
    public static async Task SchrijfAsync(
        Aanvraag aanvraag,
        string rij,
        string rijen,
        Rand rand,
        Stream naar,
        CancellationToken ct
    )
    {
        var komma = rand.EersteWeg > 0 ? "',' || " : "";
        var opdracht = await Kopieeropdracht.MaakAsync(
            aanvraag.Db,
            $"copy (select {komma}{rij} from ({rijen}) r) to stdout {Onveranderd}",
            CollectieSql.Waarden(aanvraag.Collectie, aanvraag.Filter),
            ct
        );
        await Kopieeropdracht.StroomAsync(aanvraag.Db, opdracht, naar, ct, rand);
    }
}
