using Dapper;
using Npgsql;
using Portal.Data.Bestanden;

namespace Portal.Data.Datasets;

/// <summary>
/// Ends a load before the disk is full. PostgreSQL that cannot write its log stops, and starts again only when there is
/// room: the whole site would be away. Watched is the disk of the archive, which is that of the database where
/// <c>./start</c> made both.
/// </summary>
internal sealed class Schijfwacht : IAsyncDisposable
{
    private static readonly TimeSpan Ritme = TimeSpan.FromMilliseconds(250);

    // As the login itself: the role that an import takes may not end what that login does
    private const string Breek = "set role none; select pg_cancel_backend(@pid)";

    private readonly CancellationTokenSource _klaar = new();
    private readonly Task _kijkt;
    private readonly string _archief;
    private volatile bool _vol;

    private Schijfwacht(NpgsqlDataSource db, int pid, string archief)
    {
        _archief = archief;
        _kijkt = KijkAsync(db, pid);
    }

    /// <param name="pid">Of the backend that loads.</param>
    /// <exception cref="ImportFout">There is too little room to begin.</exception>
    public static Schijfwacht Begin(NpgsqlDataSource db, int pid, string archief, string bestand) =>
        TeVol(archief) ? throw Fout(archief, bestand) : new(db, pid, archief);

    /// <summary>Why the load ended, if it was for this.</summary>
    public ImportFout? Reden(string bestand) => _vol ? Fout(_archief, bestand) : null;

    public async ValueTask DisposeAsync()
    {
        await _klaar.CancelAsync();
        await _kijkt;
        _klaar.Dispose();
    }

    private async Task KijkAsync(NpgsqlDataSource db, int pid)
    {
        using var tik = new PeriodicTimer(Ritme);
        try
        {
            while (await tik.WaitForNextTickAsync(_klaar.Token))
            {
                if (TeVol(_archief))
                {
                    _vol = true;
                    await using var connection = await db.OpenConnectionAsync(_klaar.Token);
                    await connection.ExecuteAsync(new(Breek, new { pid }, cancellationToken: _klaar.Token));
                }
            }
        }
        catch (Exception fout) when (fout is OperationCanceledException or NpgsqlException)
        {
            // The load is over, or says itself that the database is away
        }
    }

    private static bool TeVol(string archief) => Vrij(archief) < Grenzen.Nu.Schijf;

    /// <summary>Bytes; null: that cannot be known here.</summary>
    private static long? Vrij(string archief)
    {
        try
        {
            return new DriveInfo(Path.GetFullPath(archief)).AvailableFreeSpace;
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return null;
        }
    }

    private static ImportFout Fout(string archief, string bestand) =>
        new(
            $"{bestand}: op de schijf van {Path.GetFullPath(archief)} is nog {Zin.Getal((Vrij(archief) ?? 0) / 1_000_000)} "
                + $"MB vrij, en er moet {Zin.Getal(Grenzen.Nu.Schijf / 1_000_000)} MB vrij blijven: een database zonder "
                + "ruimte stopt. Maak ruimte en probeer het opnieuw. Er is niets veranderd."
        );
}
