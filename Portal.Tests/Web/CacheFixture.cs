using System.Collections.Concurrent;
using System.Diagnostics;
using Dapper;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Portal.Web;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>
/// The village, behind a proxy and with a clock that can be put forward; its database can be held, watched and taken
/// away.
/// </summary>
public sealed class CacheFixture : PortalFixture
{
    public const string Naam = nameof(CacheFixture);
    public const string Kop = "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n";

    private static readonly TimeSpan Lang = TimeSpan.FromMinutes(1); // what has not come by then will not, also on a busy machine

    public Wekker Tijd { get; } = new();

    protected override Task VulAsync(ITestDatabase database) =>
        Dorp.LaadAsync(database, DorpFixture.Buurten, "buurten.geojson");

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("PORTAL_PROXY", "127.0.0.1, ::1");
        builder.UseSetting("Portal:DownloadSeconden", "1");
        builder.UseSetting("AllowedHosts", "localhost;127.0.0.1;begroting.example");
        builder.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(Tijd));
    }

    /// <summary>Publishes one post, and waits until the portal has heard of it.</summary>
    public async Task LaadAsync(int jaar, string bedrag, string fase = "begroting")
    {
        var regel = $"{jaar};{fase};Welzijn en zorg;L;AA01;direct_adres;Plein;{bedrag}\n";
        await new BegrotingImport(Publicatie).LaadAsync(
            Dorp.Schrijf(this, $"{jaar}.csv", Kop + regel),
            CancellationToken.None
        );
        await GehoordAsync();
    }

    /// <summary>Until the portal has heard of everything that was published up to now: notices come in order.</summary>
    public async Task GehoordAsync(string? onderwerp = null)
    {
        var generaties = Services.GetRequiredService<Generaties>();
        var slot = $"slot {Guid.NewGuid()}";
        var voor = generaties.Van([slot]);
        using var genoeg = new CancellationTokenSource(Lang);
        while (generaties.Van([slot]) == voor) // again, for while it does not listen it hears nothing
        {
            await Db.ExecuteAsync(
                $"select pg_notify('portal_versie', o) from unnest(array['{onderwerp ?? slot}', '{slot}']) o"
            );
            await Task.Delay(20, genoeg.Token);
        }
    }

    /// <summary>Nobody can read this table until the answer is disposed of.</summary>
    public async Task<NpgsqlConnection> HoudTegenAsync(string tabel)
    {
        var connection = await Db.OpenConnectionAsync();
        await connection.ExecuteAsync($"begin; lock table {tabel} in access exclusive mode");
        return connection;
    }

    /// <summary>Until a page of the portal waits for a table.</summary>
    public Task WachtendAsync() => TotAsync("application_name = 'portal' and wait_event_type = 'Lock'");

    public async Task TotAsync(string voorwaarde)
    {
        using var genoeg = new CancellationTokenSource(Lang);
        await using var connection = await Db.OpenConnectionAsync();
        while (
            !await connection.QuerySingleAsync<bool>(
                $"select exists (select from pg_stat_activity where datname = current_database() and {voorwaarde})"
            )
        )
        {
            await Task.Delay(10, genoeg.Token);
        }
    }
}

/// <summary>A clock that stands at the real time, and can be put forward.</summary>
public sealed class Wekker : TimeProvider
{
    private TimeSpan _vooruit;

    public void Zet(DateTimeOffset nu) => _vooruit = nu - System.GetUtcNow();

    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + _vooruit;
}

/// <summary>
/// Counts the statements on one database that hold a text, from now on, as Npgsql itself reports them.
/// </summary>
public sealed class Teller : IDisposable
{
    private readonly ActivityListener _luisteraar;
    private readonly ConcurrentBag<string> _gezien = [];

    public Teller(PortalFixture portaal, string tekst)
    {
        var database = new NpgsqlConnectionStringBuilder(portaal.ConnectionString).Database;
        _luisteraar = new()
        {
            ShouldListenTo = bron => bron.Name == "Npgsql",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = vraag =>
            {
                if (
                    (string?)(vraag.GetTagItem("db.namespace") ?? vraag.GetTagItem("db.name")) == database
                    && (vraag.GetTagItem("db.query.text") ?? vraag.GetTagItem("db.statement")) is string sql
                    && sql.Contains(tekst, StringComparison.Ordinal)
                )
                {
                    _gezien.Add(sql);
                }
            },
        };
        ActivitySource.AddActivityListener(_luisteraar);
    }

    public int Aantal => _gezien.Count;

    public void Dispose() => _luisteraar.Dispose();
}

[CollectionDefinition(CacheFixture.Naam)]
public sealed class CacheGroep : ICollectionFixture<CacheFixture>;
