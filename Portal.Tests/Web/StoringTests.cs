using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>What a reader and a program are told when it is our fault, and that what was kept is still given.</summary>
[Collection(CacheFixture.Naam)]
public sealed class StoringTests(CacheFixture dorp)
{
    private static readonly string[] Data =
    [
        "/buurten.geojson?jaar=2051",
        "/wijken/AA/omgeving.geojson",
        "/initiatieven.geojson",
        "/begroting/brug.json?jaar=2051",
        "/begroting/posten.csv?jaar=2051",
        "/begroting/posten.json?jaar=2051",
        "/begroting/posten.csv-metadata.json?jaar=2051",
        "/begroting/versies/begroting-2050/1.csv?met=1",
    ];

    [Fact]
    public async Task While_the_database_is_gone_every_address_says_so_in_its_own_form()
    {
        await dorp.LaadAsync(2050, "5,00");
        var bewaard = await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2050");
        var kaart = await dorp.Haast.GetStringAsync("/buurten.geojson?jaar=2050");
        await ZonderDatabaseAsync(async () =>
        {
            foreach (var pad in Data)
            {
                await IsProbleemAsync(pad, HttpStatusCode.ServiceUnavailable);
            }
            using var pagina = await dorp.Haast.GetAsync("/begroting/brug?jaar=2051");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, pagina.StatusCode);
            Assert.Contains("druk, of er is een storing", await pagina.Content.ReadAsStringAsync());
            using var engels = await dorp.Haast.GetAsync("/en/begroting/brug?jaar=2051");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, engels.StatusCode);
            Assert.Contains("It is too busy now", await engels.Content.ReadAsStringAsync());
            Assert.True(pagina.Headers.Contains("Content-Security-Policy"));
            Assert.NotNull(pagina.Headers.RetryAfter);
            Assert.Equal(bewaard, await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2050"));
            Assert.Equal(kaart, await dorp.Haast.GetStringAsync("/buurten.geojson?jaar=2050"));
        });
        using var weer = await dorp.Haast.GetAsync("/begroting/brug?jaar=2051");
        Assert.Equal(HttpStatusCode.OK, weer.StatusCode);
    }

    [Fact]
    public async Task After_a_restart_of_the_database_the_first_visitor_meets_no_error()
    {
        await dorp.LaadAsync(2053, "5,00");
        List<Task<HttpResponseMessage>> vragen;
        await using (await dorp.HoudTegenAsync("begrotingspost")) // so that there are several connections
        {
            vragen =
            [
                .. Enumerable.Range(0, 4).Select(i => dorp.Haast.GetAsync($"/begroting/posten?jaar=2053&zoek=voor{i}")),
                .. Enumerable.Range(0, 3).Select(i => dorp.Haast.GetAsync($"/begroting/posten.csv?jaar=2053&zoek={i}")),
            ];
            await dorp.WachtendAsync();
            await dorp.TotAsync("application_name = 'portal download' and wait_event_type = 'Lock'");
        }
        await Task.WhenAll(vragen);
        await dorp.Db.ExecuteAsync(
            "select pg_terminate_backend(pid, 60000) from pg_stat_activity "
                + "where datname = current_database() and application_name in ('portal', 'portal download')"
        );

        foreach (
            var pad in new[]
            {
                "/begroting/posten?jaar=2053&zoek=na",
                "/begroting/posten.csv?jaar=2053&zoek=na",
                "/buurten.geojson?jaar=2053",
                "/begroting/posten.json?jaar=2053&zoek=na",
            }
        )
        {
            using var antwoord = await dorp.Haast.GetAsync(pad);
            Assert.Equal((pad, HttpStatusCode.OK), (pad, antwoord.StatusCode));
        }
        await dorp.GehoordAsync(); // listens again
    }

    [Fact]
    public async Task A_crowd_before_a_database_that_is_gone_does_not_fill_the_log()
    {
        using var log = new Meelezer();
        dorp.Services.GetRequiredService<ILoggerFactory>().AddProvider(log);
        await ZonderDatabaseAsync(async () =>
        {
            using var antwoord = await dorp.Haast.GetAsync("/begroting/brug?jaar=2054");
            Assert.Equal(HttpStatusCode.ServiceUnavailable, antwoord.StatusCode);
        });
        var regel = Assert.Single(log.Regels, r => r.Contains("/begroting/brug", StringComparison.Ordinal));
        Assert.StartsWith("Warning 503", regel, StringComparison.Ordinal);
        Assert.DoesNotContain(log.Regels, r => r.StartsWith("Error", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_fault_of_ours_is_no_page_at_an_address_of_data()
    {
        await dorp.Db.ExecuteAsync("alter view jaarprofiel_nu rename to jaarprofiel_weg");
        try
        {
            foreach (var pad in new[] { "/buurten.geojson?jaar=2052", "/begroting/brug.json?jaar=2052" })
            {
                await IsProbleemAsync(pad, HttpStatusCode.InternalServerError);
            }
            using var pagina = await dorp.Haast.GetAsync("/begroting/brug?jaar=2052");
            Assert.Equal(HttpStatusCode.InternalServerError, pagina.StatusCode);
            Assert.Equal("text/html", pagina.Content.Headers.ContentType!.MediaType);
            Assert.True(pagina.Headers.Contains("X-Content-Type-Options"));
        }
        finally
        {
            await dorp.Db.ExecuteAsync("alter view jaarprofiel_weg rename to jaarprofiel_nu");
        }
    }

    private async Task IsProbleemAsync(string pad, HttpStatusCode status)
    {
        using var antwoord = await dorp.Haast.GetAsync(pad);
        Assert.Equal(
            (pad, status, "application/problem+json"),
            (pad, antwoord.StatusCode, antwoord.Content.Headers.ContentType?.MediaType)
        );
        using var json = JsonDocument.Parse(await antwoord.Content.ReadAsStringAsync());
        Assert.Equal((int)status, json.RootElement.GetProperty("status").GetInt32());
        Assert.Contains("ligt niet aan u", json.RootElement.GetProperty("detail").GetString());
    }

    private async Task ZonderDatabaseAsync(Func<Task> doe)
    {
        var naam = new NpgsqlConnectionStringBuilder(dorp.ConnectionString).Database;
        await using var cluster = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(dorp.ConnectionString) { Database = "postgres" }.ConnectionString
        );
        await cluster.ExecuteAsync($"alter database {naam} allow_connections false");
        await cluster.ExecuteAsync($"select pg_terminate_backend(pid) from pg_stat_activity where datname = '{naam}'");
        try
        {
            await doe();
        }
        finally
        {
            await cluster.ExecuteAsync($"alter database {naam} allow_connections true");
            NpgsqlConnection.ClearAllPools();
            dorp.VergeetVerbindingen();
        }
        await dorp.GehoordAsync(); // listens again
    }
}

/// <summary>Keeps what is logged from now on, until it is disposed of.</summary>
internal sealed class Meelezer : ILoggerProvider, ILogger
{
    private readonly ConcurrentQueue<string> _regels = [];
    private volatile bool _klaar;

    public IEnumerable<string> Regels => _regels;

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state)
        where TState : notnull => null;

    public bool IsEnabled(LogLevel logLevel) => !_klaar && logLevel >= LogLevel.Warning;

    public void Log<TState>(
        LogLevel logLevel,
        EventId eventId,
        TState state,
        Exception? exception,
        Func<TState, Exception?, string> formatter
    ) => _regels.Enqueue($"{logLevel} {formatter(state, exception)}");

    public void Dispose() => _klaar = true;
}
