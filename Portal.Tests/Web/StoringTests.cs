using System.Net;
using System.Text.Json;
using Dapper;
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
            Assert.True(pagina.Headers.Contains("Content-Security-Policy"));
            Assert.NotNull(pagina.Headers.RetryAfter);
            Assert.Equal(bewaard, await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2050"));
            Assert.Equal(kaart, await dorp.Haast.GetStringAsync("/buurten.geojson?jaar=2050"));
        });
        using var weer = await dorp.Haast.GetAsync("/begroting/brug?jaar=2051");
        Assert.Equal(HttpStatusCode.OK, weer.StatusCode);
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
