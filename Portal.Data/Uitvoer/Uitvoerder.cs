using System.Data;
using Dapper;
using Npgsql;

namespace Portal.Data.Uitvoer;

/// <summary>Writes a collection in a format, on a connection of its own that may take two minutes.</summary>
public sealed class Uitvoerder(NpgsqlDataSource db)
{
    public async Task SchrijfAsync(
        Formaat formaat,
        Collectie collectie,
        CollectieFilter filter,
        Uri basis,
        Stream naar,
        CancellationToken ct
    )
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, ct);
        await connection.ExecuteAsync("set local statement_timeout = '120s'", transaction: transaction);
        await formaat.SchrijfAsync(new(connection, collectie, filter, basis), naar, ct);
    }
}
