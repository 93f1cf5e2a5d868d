using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Npgsql;
using Portal.Data.Datasets;
using Xunit;

namespace Portal.Tests;

/// <summary>The portal on a real port, before a database that only this fixture has.</summary>
public abstract class PortalFixture : WebApplicationFactory<Program>, ITestDatabase, IAsyncLifetime
{
    private TestDatabase _database = null!;

    public NpgsqlDataSource Db => _database.Db;
    public NpgsqlDataSource Schrijver => _database.Schrijver;
    public string Archief => _database.Archief;
    public string ConnectionString => _database.ConnectionString;
    public Publicatie Publicatie => _database.Publicatie;
    public Publicatie StrengePublicatie => _database.StrengePublicatie;

    /// <summary>Sees what a test has published before it asks.</summary>
    public HttpClient Http { get; private set; } = null!;

    /// <summary>Asks at once, as a visitor does; for the tests of the caches themselves.</summary>
    public HttpClient Haast { get; private set; } = null!;
    public Uri Adres { get; private set; } = null!;

    /// <summary>What fixtures with the same data have in common: it is filled once.</summary>
    protected virtual string Inhoud => GetType().Name;

    /// <summary>Fills a migrated database; done once a run, each fixture of this type gets a copy.</summary>
    protected abstract Task VulAsync(ITestDatabase database);

    public async Task InitializeAsync()
    {
        _database = await TestDatabase.CloneAsync(Inhoud, VulAsync);

        UseKestrel(0);
        StartServer();
        Adres = new Uri(ClientOptions.BaseAddress.ToString());
        Http = new HttpClient(new NaPublicatie(this) { InnerHandler = Direct() }) { BaseAddress = Adres };
        Haast = new HttpClient(Direct()) { BaseAddress = Adres };
    }

    public void VergeetVerbindingen() => _database.VergeetVerbindingen();

    private static HttpClientHandler Direct() => new() { AllowAutoRedirect = false };

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseEnvironment("Tests");
        builder.UseStaticWebAssets();
        builder.UseSetting("PORTAL_DB", ConnectionString);
        builder.UseSetting("PORTAL_ARCHIEF", Archief);
        builder.UseSetting("PORTAL_DB_IMPORT", ConnectionString);
        builder.UseSetting("PORTAL_DB_BEHEER", ConnectionString);
        builder.UseSetting("Portal:Sleutels", Path.Combine(Archief, "sleutels")); // goes with the archive
        builder.UseSetting("Portal:Uitgaven", Path.Combine(Archief, "uitgaven"));
        builder.UseSetting("Portal:UitgavenSeconden", "0"); // a test asks for what it needs
        builder.UseSetting("Portal:Inlogpogingen", "1000"); // all from one address
        builder.UseSetting("Portal:Locatieserver", ""); // tests ask nobody outside
        builder.UseSetting("Portal:Achtergrond", "");
        builder.UseSetting("Portal:PaginaSeconden", "60"); // several portals and a browser share the machine
    }

    async Task IAsyncLifetime.DisposeAsync()
    {
        Http?.Dispose();
        Haast?.Dispose();
        await base.DisposeAsync();
        if (_database is not null)
        {
            await _database.DisposeAsync();
        }
    }
}
