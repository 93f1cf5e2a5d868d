using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Tests.Gebieden;
using Portal.Web;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>
/// A crowd waits or is told to come back; what is in a cache and what others ask is not touched by it.
/// </summary>
[Collection(CacheFixture.Naam)]
public sealed class DrukteTests(CacheFixture dorp)
{
    [Fact]
    public async Task A_crowd_of_searches_is_told_to_come_back_and_takes_few_connections()
    {
        await dorp.LaadAsync(2061, "5,00");
        var bewaard = await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2061");
        List<HttpResponseMessage> antwoorden;
        await using (await dorp.HoudTegenAsync("begrotingspost"))
        {
            var vragen = Enumerable
                .Range(0, 60)
                .Select(i => dorp.Haast.GetAsync($"/begroting/posten?jaar=2061&fase=begroting&zoek=woord{i}"))
                .ToList();
            await dorp.WachtendAsync();
            Assert.Equal(bewaard, await dorp.Haast.GetStringAsync("/begroting/brug?jaar=2061"));
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await await Task.WhenAny(vragen)).StatusCode);
            var samen = dorp.Services.GetRequiredService<Instellingen>().PaginasTegelijk;
            Assert.Equal(samen * 3 / 4, await VerbondenAsync("portal")); // of one visitor: others find a place
            await Task.Delay(TimeSpan.FromSeconds(1));
            antwoorden = [];
            foreach (var vraag in vragen.Where(v => v.IsCompleted))
            {
                antwoorden.Add(await vraag);
            }
            Assert.All(
                antwoorden,
                a =>
                {
                    Assert.Equal(HttpStatusCode.ServiceUnavailable, a.StatusCode);
                    Assert.NotNull(a.Headers.RetryAfter);
                    Assert.True(a.Headers.Contains("Content-Security-Policy"));
                }
            );
        }
        using var weer = await dorp.Haast.GetAsync("/begroting/posten?jaar=2061&fase=begroting&zoek=daarna");
        Assert.Equal(HttpStatusCode.OK, weer.StatusCode);
    }

    [Fact]
    public async Task Who_waited_for_a_page_that_found_no_place_does_not_make_it_once_more()
    {
        await dorp.LaadAsync(2063, "5,00");
        var plaatsen = dorp.Services.GetRequiredService<Instellingen>().PaginasTegelijk;
        List<Task<HttpResponseMessage>> bezet;
        List<Task<HttpResponseMessage>> lezers;
        await using (await dorp.HoudTegenAsync("begrotingspost"))
        {
            bezet =
            [
                .. Enumerable
                    .Range(0, plaatsen)
                    .Select(i =>
                        AlsAsync($"203.0.113.{i}", $"/begroting/posten?jaar=2063&fase=begroting&zoek=bezet{i}")
                    ),
            ];
            await dorp.TotAsync(
                "(select count(*) from pg_stat_activity b where b.datname = current_database() and "
                    + $"b.application_name = 'portal' and b.wait_event_type = 'Lock') = {plaatsen}"
            );
            lezers =
            [
                .. Enumerable
                    .Range(0, 20)
                    .Select(i => AlsAsync($"198.51.100.{i}", "/begroting/posten?jaar=2063&fase=begroting&zoek=zelfde")),
            ];
            Assert.Equal(HttpStatusCode.ServiceUnavailable, (await await Task.WhenAny(lezers)).StatusCode);
        }
        await Task.WhenAll(bezet);

        Assert.All(
            await Task.WhenAll(lezers),
            a =>
                Assert.Equal(
                    (HttpStatusCode.ServiceUnavailable, true),
                    (a.StatusCode, a.Headers.RetryAfter is not null)
                )
        );
        using var weer = await AlsAsync("198.51.100.1", "/begroting/posten?jaar=2063&fase=begroting&zoek=zelfde");
        Assert.Equal(HttpStatusCode.OK, weer.StatusCode);
    }

    [Fact]
    public void Downloads_that_wait_for_the_database_leave_threads_to_the_rest()
    {
        Assert.NotNull(dorp.Services);
        ThreadPool.GetMinThreads(out var draden, out _);
        Assert.InRange(draden, Environment.ProcessorCount + DownloadBron.Plaatsen, int.MaxValue);
    }

    private async Task<HttpResponseMessage> AlsAsync(string bezoeker, string pad)
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Get, pad);
        vraag.Headers.Add("X-Forwarded-For", bezoeker);
        return await dorp.Haast.SendAsync(vraag);
    }

    [Fact]
    public async Task A_download_that_nobody_waits_for_leaves_the_database()
    {
        await dorp.LaadAsync(2062, "5,00");
        await using var slot = await dorp.HoudTegenAsync("begrotingspost");
        foreach (var soort in new[] { "csv", "csv", "csv", "json", "ndjson" })
        {
            using var weg = new CancellationTokenSource();
            var vraag = dorp.Haast.GetAsync($"/begroting/posten.{soort}?jaar=2062&fase=begroting", weg.Token);
            await dorp.TotAsync("application_name = 'portal download' and wait_event_type = 'Lock'");
            await weg.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => vraag);

            await dorp.TotAsync(
                "not exists (select from pg_stat_activity b where b.datname = current_database() and "
                    + "b.application_name = 'portal download' and b.state <> 'idle')"
            );
        }
    }

    private Task<int> VerbondenAsync(string naam) =>
        dorp.Db.QuerySingleAsync<int>(
            "select count(*)::int from pg_stat_activity "
                + $"where datname = current_database() and application_name = '{naam}' and state = 'active'"
        );
}
