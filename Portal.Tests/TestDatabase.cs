using System.Collections.Concurrent;
using Dapper;
using Npgsql;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;

namespace Portal.Tests;

/// <summary>Where a test publishes a delivery.</summary>
public interface ITestDatabase
{
    NpgsqlDataSource Db { get; }
    string Archief { get; }
    Publicatie Publicatie { get; }
}

/// <summary>
/// A database on the test cluster (PORTAL_TEST_DB, set by ./test) and the folder of its deliveries. Migrating and
/// filling is done once a run, in templates; what a test gets is a copy, which takes a fraction of a second.
/// </summary>
public sealed class TestDatabase : ITestDatabase, IAsyncDisposable
{
    private static readonly string Cluster =
        Environment.GetEnvironmentVariable("PORTAL_TEST_DB")
        ?? throw new InvalidOperationException(
            "PORTAL_TEST_DB is not set: run ./test, it starts a PostGIS for the tests."
        );

    private static readonly Lazy<Task<TestDatabase>> Migrated = new(() => TemplateAsync(null, MigrateAsync));
    private static readonly ConcurrentDictionary<string, Lazy<Task<TestDatabase>>> Templates = [];

    private readonly string _name = $"test_{Guid.NewGuid():N}";

    /// <summary>As an import logs in.</summary>
    public NpgsqlDataSource Schrijver { get; }

    private TestDatabase()
    {
        Db = NpgsqlDataSource.Create(ConnectionString);
        Schrijver = NpgsqlDataSource.Create(PortalData.AlsSchrijver(ConnectionString));
    }

    /// <summary>As the owner, who may do anything: for what a test looks up or puts wrong.</summary>
    public NpgsqlDataSource Db { get; }
    public string Archief { get; } = Directory.CreateTempSubdirectory("portal-archief").FullName;
    public string ConnectionString => new NpgsqlConnectionStringBuilder(Cluster) { Database = _name }.ConnectionString;

    /// <summary>
    /// For small deliveries in which much is wrong on purpose: <see cref="StrengePublicatie"/> is as an operator's is.
    /// </summary>
    public Publicatie Publicatie => new(Schrijver, Archief) { MagVerliezen = true };
    public Publicatie StrengePublicatie => new(Schrijver, Archief);

    /// <summary>Forgets its connections, after the database was away.</summary>
    public void VergeetVerbindingen()
    {
        Db.Clear();
        Schrijver.Clear();
    }

    /// <summary>
    /// A copy that nobody else has of what is filled here; that is done once for all who give this name.
    /// </summary>
    public static async Task<TestDatabase> CloneAsync(string name, Func<ITestDatabase, Task> fill)
    {
        var template = Templates.GetOrAdd(
            name,
            _ => new(async () => await TemplateAsync(await Migrated.Value, fill)) // two who ask at once get the same
        );
        return await CopyAsync(await template.Value);
    }

    public static async Task DropTemplatesAsync()
    {
        foreach (
            var template in Templates
                .Values.Append(Migrated)
                .Where(t => t is { IsValueCreated: true, Value.IsCompletedSuccessfully: true })
        )
        {
            await (await template.Value).DisposeAsync();
        }
    }

    private static async Task<TestDatabase> TemplateAsync(TestDatabase? from, Func<ITestDatabase, Task> fill)
    {
        var template = await CopyAsync(from);
        await fill(template);
        await template.Db.ExecuteAsync("vacuum analyze"); // autovacuum does not know that a copy was never analysed
        await template.Schrijver.DisposeAsync();
        await template.Db.DisposeAsync(); // PostgreSQL copies only what nobody is connected to
        return template;
    }

    private static async Task<TestDatabase> CopyAsync(TestDatabase? from)
    {
        var copy = new TestDatabase();
        await ClusterAsync($"create database {copy._name} template {from?._name ?? "template1"}");
        foreach (var file in from is null ? [] : Directory.GetFiles(from.Archief))
        {
            File.Copy(file, Path.Combine(copy.Archief, Path.GetFileName(file)));
        }
        return copy;
    }

    private static async Task MigrateAsync(ITestDatabase database)
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        await Migrator.MigrateAsync(database.Db, CancellationToken.None);
    }

    private static async Task ClusterAsync(string sql)
    {
        await using var cluster = new NpgsqlConnection(Cluster);
        await cluster.ExecuteAsync(sql);
    }

    public async ValueTask DisposeAsync()
    {
        await Schrijver.DisposeAsync();
        await Db.DisposeAsync();
        await ClusterAsync($"drop database if exists {_name} with (force)");
        Directory.Delete(Archief, recursive: true);
    }
}
