using System.Diagnostics;
using Dapper;
using Npgsql;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Bench;

/// <summary>
/// What is made of the posts of a version when it is loaded, made again of a version whose posts did not come from a
/// file.
/// </summary>
public static class Sommen
{
    /// <returns>How long the sums took; the version counts after it.</returns>
    public static async Task<TimeSpan> TelAsync(NpgsqlDataSource db, int versie)
    {
        await using var connection = await db.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var rapport = new ImportRapport("bench", "bench", "")
        {
            Geladen = await connection.QuerySingleAsync<int>(
                new(
                    "select count(*)::int from begrotingspost where versie_id = @versie",
                    new { versie },
                    transaction,
                    commandTimeout: 0
                )
            ),
        };
        var begin = Stopwatch.GetTimestamp();
        var lading = new Lading(connection, transaction, versie, null, rapport)
        {
            Levering = new("", "", "", 0),
        };
        await Toerekening.VerdeelEnTelAsync(lading, CancellationToken.None);
        await connection.ExecuteAsync(
            "update versie set status = 'gepubliceerd' where id = @versie",
            new { versie },
            transaction
        );
        await transaction.CommitAsync();
        return Stopwatch.GetElapsedTime(begin);
    }
}
