using Npgsql;

namespace Portal.Data;

/// <summary>
/// The same database for what takes long: downloads, and deliveries read again from the archive. A pool of its own, so
/// that slow readers leave the pages their connections; and time of its own, for a statement lasts as long as its
/// reader.
/// </summary>
public sealed class DownloadBron(string connectionString) : IAsyncDisposable
{
    public const int Plaatsen = 6;
    private static readonly TimeSpan Langst = TimeSpan.FromMinutes(30);

    public NpgsqlDataSource Db { get; } =
        NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(PortalData.AlsLezer(connectionString, Langst))
            {
                ApplicationName = "portal download",
                MaxPoolSize = Plaatsen,
                Timeout = 5, // a download that finds no place is told so
                CommandTimeout = 0, // the statement's own time counts, not ours
                ReadBufferSize = 64 * 1024,
                SocketReceiveBufferSize = 256 * 1024, // else the kernel gives a fast reader ever more
            }.ConnectionString
        );

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
