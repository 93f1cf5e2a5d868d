using System.Security.Cryptography;
using System.Text;
using Dapper;
using Npgsql;

namespace Portal.Data;

/// <summary>Runs <c>db/migrations</c> in order: once each, one transaction each, one migrator at a time.</summary>
public static class Migrator
{
    private const string Prefix = "migrations/";
    private const long Lock = 5080_0001;

    /// <returns>The names of the migrations that were applied now.</returns>
    /// <exception cref="ImportFout">An applied file was edited afterwards.</exception>
    public static async Task<IReadOnlyList<string>> MigrateAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync("select pg_advisory_lock(@Lock)", new { Lock });
        await connection.ExecuteAsync(
            """
            create table if not exists migratie (naam text primary key, sha256 text not null,
                toegepast_op timestamptz not null default now())
            """
        );
        var applied = (
            await connection.QueryAsync<(string Naam, string Sha256)>("select naam, sha256 from migratie")
        ).ToDictionary(m => m.Naam, m => m.Sha256);

        var added = new List<string>();
        foreach (var (naam, sql) in Files())
        {
            var sha256 = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sql)));
            if (!applied.TryGetValue(naam, out var earlier))
            {
                await ApplyAsync(connection, naam, sql, sha256, ct);
                added.Add(naam);
            }
            else if (earlier != sha256)
            {
                throw new ImportFout(
                    $"Migratie {naam} is na het toepassen gewijzigd. Zet het bestand terug en maak een nieuwe migratie."
                );
            }
        }
        await connection.ExecuteAsync("select pg_advisory_unlock(@Lock)", new { Lock });
        return added;
    }

    private static async Task ApplyAsync(
        NpgsqlConnection connection,
        string naam,
        string sql,
        string sha256,
        CancellationToken ct
    )
    {
        await using var transaction = await connection.BeginTransactionAsync(ct);
        await connection.ExecuteAsync(new(sql, transaction: transaction, commandTimeout: 0, cancellationToken: ct));
        await connection.ExecuteAsync(
            "insert into migratie (naam, sha256) values (@naam, @sha256)",
            new { naam, sha256 },
            transaction
        );
        await transaction.CommitAsync(ct);
        connection.ReloadTypes(); // postgis may be new
    }

    private static IEnumerable<(string Naam, string Sql)> Files() =>
        typeof(Migrator)
            .Assembly.GetManifestResourceNames()
            .Where(name => name.StartsWith(Prefix, StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(name => (name[Prefix.Length..], Resource.Read(name)));
}
