using System.Text;
using Dapper;

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

    private static async Task SchrijfAsync(Aanvraag aanvraag, Stream naar, CancellationToken ct)
    {
        var sql =
            $"select row_to_json(r)::text from ({aanvraag.Collectie.Sql.Alles(CollectieSql.Gewoon, VasteKolommen.Vast)}) r";
        var parameters = CollectieSql.Parameters(aanvraag.Collectie, aanvraag.Filter);
        await using var vertrek = new Vertrek(aanvraag.Db, ct);
        await using var reader = await aanvraag.Db.ExecuteReaderAsync(
            new(sql, parameters, commandTimeout: 0, cancellationToken: ct)
        );
        await using var uit = new StreamWriter(naar, new UTF8Encoding(false), 64 * 1024, leaveOpen: true);
        while (await reader.ReadAsync(ct))
        {
            await uit.WriteAsync(reader.GetString(0).AsMemory(), ct);
            await uit.WriteAsync('\n');
        }
    }
}
