using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.Playwright;
using Npgsql;
using Portal.Data;
using Portal.Data.Datasets;
using Xunit;

namespace Portal.Tests;

/// <summary>A database of its own on the test cluster (PORTAL_TEST_DB, set by ./test), and the portal on a real port before it.</summary>
public abstract class PortalFixture : WebApplicationFactory<Program>, IAsyncLifetime
{
    private static readonly string Cluster =
        Environment.GetEnvironmentVariable("PORTAL_TEST_DB")
        ?? throw new InvalidOperationException(
            "PORTAL_TEST_DB is not set: run ./test, it starts a PostGIS for the tests."
        );

    private readonly string _name = $"test_{Guid.NewGuid():N}";

    public NpgsqlDataSource Db { get; private set; } = null!;
    public string Archief { get; } = Directory.CreateTempSubdirectory("portal-archief").FullName;
    public HttpClient Http { get; private set; } = null!;
    public string ConnectionString => new NpgsqlConnectionStringBuilder(Cluster) { Database = _name }.ConnectionString;
    public Uri Adres { get; private set; } = null!;

    /// <summary>Fills the migrated database.</summary>
    protected abstract Task VulAsync();

    public Publicatie Publicatie => new(Db, Archief);

    public async Task InitializeAsync()
    {
        DefaultTypeMap.MatchNamesWithUnderscores = true;
        await using (var cluster = new NpgsqlConnection(Cluster))
        {
            await cluster.ExecuteAsync($"create database {_name}");
        }
        Db = NpgsqlDataSource.Create(ConnectionString);
        await Migrator.MigrateAsync(Db, CancellationToken.None);
        await VulAsync();

        UseKestrel(0);
        StartServer();
        Adres = new Uri(ClientOptions.BaseAddress.ToString());
        Http = new HttpClient(new HttpClientHandler { AllowAutoRedirect = false }) { BaseAddress = Adres };
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Tests");
        builder.UseStaticWebAssets();
        builder.UseSetting("PORTAL_DB", ConnectionString);
        builder.UseSetting("PORTAL_ARCHIEF", Archief);
    }

    /// <summary>A page in Debian's Chromium.</summary>
    public static Task<IBrowser> ChromiumAsync(IPlaywright playwright) =>
        playwright.Chromium.LaunchAsync(
            new()
            {
                ExecutablePath = Environment.GetEnvironmentVariable("PORTAL_TEST_CHROMIUM") ?? "/usr/bin/chromium",
                Args =
                [
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                ],
            }
        );

    async Task IAsyncLifetime.DisposeAsync()
    {
        Http?.Dispose();
        await base.DisposeAsync();
        await Db.DisposeAsync();
        NpgsqlConnection.ClearAllPools();
        await using var cluster = new NpgsqlConnection(Cluster);
        await cluster.ExecuteAsync($"drop database if exists {_name} with (force)");
        Directory.Delete(Archief, recursive: true);
    }
}
