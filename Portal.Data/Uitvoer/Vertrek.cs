using Dapper;
using Npgsql;

namespace Portal.Data.Uitvoer;

/// <summary>
/// Stops what a connection does as soon as its reader leaves, also while the database searches or sorts. Npgsql asks
/// once, and a statement that has not quite begun is not stopped by that: it would run on for as long as a download
/// may.
/// </summary>
internal sealed class Vertrek : IAsyncDisposable
{
    private readonly CancellationTokenSource _klaar = new();
    private readonly CancellationTokenRegistration _vertrek;
    private Task _afbreken = Task.CompletedTask;

    public Vertrek(NpgsqlConnection bezig, CancellationToken ct)
    {
        var proces = bezig.ProcessID;
        _vertrek = ct.Register(() => _afbreken = BreekAfAsync(bezig, proces, _klaar.Token));
    }

    public async ValueTask DisposeAsync()
    {
        await _klaar.CancelAsync();
        await _vertrek.DisposeAsync();
        await _afbreken; // else it could hit the next query of this connection
        _klaar.Dispose();
    }

    // As the login itself, for a role that it took may not stop it. Again and again: what has not begun cannot be
    // stopped.
    private static async Task BreekAfAsync(NpgsqlConnection bezig, int proces, CancellationToken klaar)
    {
        var zelfde = new NpgsqlConnectionStringBuilder(bezig.ConnectionString)
        {
            Options = "",
            Pooling = false,
            Timeout = 5,
        };
        try
        {
            await using var connection = bezig.CloneWith(zelfde.ConnectionString);
            while (!klaar.IsCancellationRequested)
            {
                await connection.ExecuteAsync(new("select pg_cancel_backend(@proces)", new { proces }));
                await Task.Delay(200, klaar);
            }
        }
        catch (Exception fout) when (fout is NpgsqlException or OperationCanceledException) { } // the statement's own time ends it
    }
}
