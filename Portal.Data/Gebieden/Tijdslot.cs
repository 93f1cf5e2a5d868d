using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>A check that may not take longer than it is worth, and must not take the delivery with it.</summary>
internal static class Tijdslot
{
    private const string Punt = "controle";

    /// <summary>What a query that changes nothing gives; null when it took too long.</summary>
    public static async Task<T?> BinnenAsync<T>(Lading lading, Func<Task<T>> vraag, CancellationToken ct)
        where T : class
    {
        await lading.Transactie.SaveAsync(Punt, ct);
        try
        {
            await Dapper.SqlMapper.ExecuteAsync(
                lading.Db,
                $"set local statement_timeout = {(int)lading.Nakijktijd.TotalMilliseconds}",
                transaction: lading.Transactie
            );
            return await vraag();
        }
        catch (PostgresException fout) when (fout.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            return null;
        }
        finally
        {
            await lading.Transactie.RollbackAsync(Punt, ct); // the limit goes with it
            await lading.Transactie.ReleaseAsync(Punt, ct);
        }
    }
}
