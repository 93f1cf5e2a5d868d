using System.Diagnostics;
using Dapper;
using Npgsql;

namespace Portal.Data.Datasets;

/// <summary>
/// The locks of everything that writes. Loading: one at a time per dataset, so that two datasets load side by side.
/// Publishing: one at a time, and short. Judging texts: not while anything loads. Whoever waits is told for whom.
/// </summary>
internal sealed class Slot : IAsyncDisposable
{
    private const int Familie = 5080;
    private const int Publiceren = 0;
    private const int Beoordelen = -1;

    private readonly NpgsqlConnection _connection;
    private readonly int _datasetId;

    private Slot(NpgsqlConnection connection, int datasetId) => (_connection, _datasetId) = (connection, datasetId);

    /// <summary>Of the session, so it outlives the transactions of a load and ends with its process.</summary>
    public static async Task<Slot> VoorLadenAsync(
        NpgsqlConnection connection,
        int datasetId,
        Action<string>? melding,
        CancellationToken ct
    )
    {
        await NeemAsync(connection, GedeeldSql, Beoordelen, melding, ct);
        await NeemAsync(connection, SessieSql, datasetId, melding, ct);
        return new(connection, datasetId);
    }

    /// <summary>Of the transaction.</summary>
    public static Task VoorPublicerenAsync(
        NpgsqlConnection connection,
        Action<string>? melding,
        CancellationToken ct
    ) => NeemAsync(connection, TransactieSql, Publiceren, melding, ct);

    /// <summary>Of the transaction: waits for every load, for those judge with what they read at their start.</summary>
    public static Task VoorBeoordelenAsync(NpgsqlConnection connection, CancellationToken ct) =>
        NeemAsync(connection, TransactieSql, Beoordelen, null, ct);

    /// <summary>Whether nobody is loading this dataset; does not wait.</summary>
    public static Task<bool> IsVrijAsync(NpgsqlConnection connection, int datasetId) =>
        connection.QuerySingleAsync<bool>(
            """
            select not exists (select from pg_locks where locktype = 'advisory' and classid = @Familie
                and objid::bigint = @datasetId
                               and database = (select oid from pg_database where datname = current_database()))
            """,
            new { Familie, datasetId }
        );

    private static async Task NeemAsync(
        NpgsqlConnection connection,
        string sql,
        int sleutel,
        Action<string>? melding,
        CancellationToken ct
    )
    {
        var gewacht = Stopwatch.StartNew();
        var gemeld = false;
        while (!await connection.QuerySingleAsync<bool>(new(sql, new { Familie, sleutel }, cancellationToken: ct)))
        {
            if (!gemeld && gewacht.Elapsed > TimeSpan.FromSeconds(1))
            {
                melding?.Invoke(await VoorWieAsync(connection, sleutel, ct));
                gemeld = true;
            }
            await Task.Delay(100, ct);
        }
    }

    private static async Task<string> VoorWieAsync(NpgsqlConnection connection, int sleutel, CancellationToken ct)
    {
        var bezig = await connection.QueryFirstOrDefaultAsync<(
            string Code,
            string Bestand,
            string Door,
            DateTime Sinds
        )?>(new(BezigSql, new { sleutel }, cancellationToken: ct));
        return sleutel switch
        {
            Publiceren => "Een andere levering wordt nu gepubliceerd; daar wachten we op.",
            Beoordelen => "Er worden nu oordelen over teksten verwerkt; daar wachten we op.",
            _ when bezig is { } b => $"'{b.Code}' wordt al geladen: {b.Bestand}, door {b.Door}, sinds "
                + $"{b.Sinds.ToLocalTime():HH:mm:ss}. Daar wachten we op.",
            _ => "Deze dataset is nu bij een ander in gebruik; daar wachten we op.",
        };
    }

    private const string SessieSql = "select pg_try_advisory_lock(@Familie, @sleutel)";
    private const string GedeeldSql = "select pg_try_advisory_lock_shared(@Familie, @sleutel)";
    private const string TransactieSql = "select pg_try_advisory_xact_lock(@Familie, @sleutel)";

    private const string BezigSql = """
        select d.code, v.bestand, v.geladen_door, v.geladen_op from versie v join dataset d on d.id = v.dataset_id
        where d.id = @sleutel and v.status = 'laden' order by v.id desc limit 1
        """;

    public async ValueTask DisposeAsync()
    {
        if (_connection.State == System.Data.ConnectionState.Open)
        {
            await _connection.ExecuteAsync(
                "select pg_advisory_unlock(@Familie, @_datasetId), pg_advisory_unlock_shared(@Familie, @Beoordelen)",
                new
                {
                    Familie,
                    _datasetId,
                    Beoordelen,
                }
            );
        }
    }
}
