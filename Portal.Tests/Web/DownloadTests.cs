using System.IO.Compression;
using System.Net;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>
/// Downloads: packed for who can only gzip, and whole for who reads slowly, from connections of their own.
/// </summary>
[Collection(CacheFixture.Naam)]
public sealed class DownloadTests(CacheFixture dorp)
{
    private const int Rijen = 6_000; // of 3,000 letters: far more than a socket holds

    [Theory]
    [InlineData("/buurten.geojson?jaar=2046&fase=begroting")]
    [InlineData("/begroting/posten.csv?jaar=2046&fase=begroting")]
    [InlineData("/begroting/posten.json?jaar=2046&fase=begroting")]
    [InlineData("/begroting/posten.csv-metadata.json?jaar=2046&fase=begroting")]
    [InlineData("/begroting/brug.json?jaar=2046&fase=begroting")]
    [InlineData("/begroting/brug?jaar=2046&fase=begroting")]
    [InlineData("/buurten.geojson?fase=zomaar")]
    [InlineData("/img/logo.svg")]
    public async Task Gzip_is_enough_to_get_it_packed(string pad)
    {
        await dorp.LaadAsync(2046, "1,00");
        using var plat = await GetAsync(pad, null);
        using var gzip = await GetAsync(pad, "gzip");
        using var brotli = await GetAsync(pad, "gzip;q=0, br");

        Assert.Empty(plat.Content.Headers.ContentEncoding);
        Assert.Equal(["gzip"], gzip.Content.Headers.ContentEncoding);
        Assert.DoesNotContain("gzip", brotli.Content.Headers.ContentEncoding);
        foreach (var antwoord in new[] { plat, gzip, brotli })
        {
            Assert.Contains("Accept-Encoding", antwoord.Headers.Vary);
        }
        await using var uitgepakt = new GZipStream(await gzip.Content.ReadAsStreamAsync(), CompressionMode.Decompress);
        Assert.Equal(await plat.Content.ReadAsStringAsync(), await new StreamReader(uitgepakt).ReadToEndAsync());
    }

    [Theory]
    [InlineData("/begroting/versies/begroting-2047/2.csv?met=1")]
    [InlineData("/begroting/posten.csv?jaar=2047&fase=begroting")]
    [InlineData("/begroting/posten.json?jaar=2047&fase=begroting")]
    public async Task A_slow_reader_gets_every_row_from_a_connection_that_pages_do_not_miss(string pad)
    {
        await VulAsync();
        using var traag = new HttpClient { BaseAddress = dorp.Adres }; // a socket that was read before may hold all of it
        using var antwoord = await traag.GetAsync(pad, HttpCompletionOption.ResponseHeadersRead);
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        await using var stroom = await antwoord.Content.ReadAsStreamAsync();

        // Longer than a page may take; the database waits for the reader.
        const string wacht = "state = 'active' and now() - query_start > interval '6 s'";
        await dorp.TotAsync($"application_name = 'portal download' and {wacht}");
        using var lezer = new StreamReader(stroom);
        var tekst = await lezer.ReadToEndAsync();

        Assert.True(tekst.Split("post nummer").Length > Rijen);
        Assert.EndsWith(pad.Contains("json", StringComparison.Ordinal) ? "]" : "\n", tekst, StringComparison.Ordinal);
    }

    private const string Groot = "/begroting/posten.csv?jaar=2047&fase=begroting";

    [Fact]
    public async Task Slow_readers_leave_a_place_to_who_has_none_and_give_theirs_to_who_waits()
    {
        await VulAsync();
        var lezers = new List<Traag>();
        try
        {
            for (var i = 0; i < 3; i++)
            {
                lezers.Add(await Traag.BeginAsync(dorp.Adres, "203.0.113.1", Groot));
            }
            lezers.Add(await Traag.BeginAsync(dorp.Adres, "203.0.113.2", Groot));
            Assert.All(lezers, l => Assert.Equal(200, l.Status));
            using var tweede = new HttpRequestMessage(HttpMethod.Get, Groot)
            {
                Headers = { { "X-Forwarded-For", "203.0.113.2" } },
            };
            using var geweigerd = await dorp.Haast.SendAsync(tweede);
            Assert.Equal(HttpStatusCode.ServiceUnavailable, geweigerd.StatusCode);
            foreach (var ander in new[] { "203.0.113.3", "203.0.113.4" })
            {
                lezers.Add(await Traag.BeginAsync(dorp.Adres, ander, Groot));
            }
            Assert.All(lezers, l => Assert.Equal(200, l.Status));

            Assert.Equal(HttpStatusCode.OK, await HeelAsync("203.0.113.5"));

            Assert.Single(await Task.WhenAll(lezers.Select(l => l.LeesVerderAsync())), heel => !heel);
        }
        finally
        {
            lezers.ForEach(l => l.Dispose());
        }
    }

    // A busy machine may need more than the five seconds that a place is waited for.
    private async Task<HttpStatusCode> HeelAsync(string bezoeker)
    {
        using var genoeg = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        while (true)
        {
            using var vraag = new HttpRequestMessage(HttpMethod.Get, Groot)
            {
                Headers = { { "X-Forwarded-For", bezoeker } },
            };
            using var antwoord = await dorp.Haast.SendAsync(vraag, genoeg.Token);
            if (antwoord.StatusCode != HttpStatusCode.ServiceUnavailable)
            {
                return antwoord.StatusCode;
            }
        }
    }

    // The rows of two versions, made where they are: 6,000 of them, all different in the second.
    private async Task VulAsync()
    {
        if (await dorp.Db.QuerySingleAsync<bool>("select exists (select from dataset where code = 'begroting-2047')"))
        {
            return;
        }
        await dorp.LaadAsync(2047, "1,00");
        await dorp.LaadAsync(2047, "2,00");
        await dorp.Db.ExecuteAsync(
            $"""
            insert into begrotingspost (versie_id, rij, bronsleutel, jaar, fase, bl, toerekening, omschrijving, bedrag,
                inhoud, voor_van, voor_tot)
            select v.id, 10 + i, 'n' || i, 2047, 'begroting', 'L', 'stadsbreed',
                repeat('lang ', 600) || 'post nummer ' || i, i, v.nummer::text, 2047, 2047
            from versie v join dataset d on d.id = v.dataset_id
                and d.code = 'begroting-2047', generate_series(1, {Rijen}) i
            """
        );
    }

    private async Task<HttpResponseMessage> GetAsync(string url, string? codering)
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Get, url);
        if (codering is not null)
        {
            vraag.Headers.Add("Accept-Encoding", codering);
        }
        return await dorp.Haast.SendAsync(vraag);
    }
}
