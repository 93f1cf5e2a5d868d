using Npgsql;

namespace Portal.Data.Beheer;

/// <summary>The database as the staff pages see it: concepts too, and what they themselves keep there.</summary>
public sealed class BeheerBron(string connectionString) : IAsyncDisposable
{
    /// <summary>The role of the staff pages: it reads, and writes only people and the log.</summary>
    public const string Rol = "portal_beheer";

    private const int Verbindingen = 5;

    public NpgsqlDataSource Db { get; } = NpgsqlDataSource.Create(AlsBeheer(connectionString));

    public static string AlsBeheer(string connectionString) =>
        new NpgsqlConnectionStringBuilder(connectionString)
        {
            ApplicationName = "portal beheer",
            MaxPoolSize = Verbindingen,
            Timeout = 5,
            Options = $"-c role={Rol} -c statement_timeout=30s -c lock_timeout=10s",
        }.ConnectionString;

    public ValueTask DisposeAsync() => Db.DisposeAsync();
}
