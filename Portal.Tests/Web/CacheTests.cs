using System.Diagnostics;
using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Portal.Data.Begrotingen;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>Delivery of the data: encodings, validators, and that an import shows at once.</summary>
[Collection(Alleen.Naam)]
public sealed class CacheTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Url = "/buurten.geojson?jaar=2040&fase=begroting";

    [Fact]
    public async Task Geojson_is_brotli_with_a_strong_etag_per_encoding()
    {
        using var plat = await GetAsync(Url, encoding: null);
        using var brotli = await GetAsync(Url, encoding: "gzip, br");

        Assert.Equal("application/geo+json", plat.Content.Headers.ContentType?.MediaType);
        Assert.Equal("br", Assert.Single(brotli.Content.Headers.ContentEncoding));
        Assert.Empty(plat.Content.Headers.ContentEncoding);
        foreach (var antwoord in new[] { plat, brotli })
        {
            Assert.False(antwoord.Headers.ETag!.IsWeak);
            Assert.Equal(["Accept-Encoding"], antwoord.Headers.Vary);
            Assert.True(antwoord.Headers.CacheControl!.Public && antwoord.Headers.CacheControl.NoCache);
        }
        Assert.NotEqual(plat.Headers.ETag, brotli.Headers.ETag);

        await using var uitgepakt = new BrotliStream(
            await brotli.Content.ReadAsStreamAsync(),
            CompressionMode.Decompress
        );
        Assert.Equal(await plat.Content.ReadAsStringAsync(), await new StreamReader(uitgepakt).ReadToEndAsync());
        using var geweigerd = await GetAsync(Url, encoding: "br;q=0");
        Assert.Empty(geweigerd.Content.Headers.ContentEncoding);
    }

    [Fact]
    public async Task A_known_etag_is_answered_304_without_a_body()
    {
        using var eerste = await GetAsync(Url, "br");
        using var tweede = await GetAsync(Url, "br", eerste.Headers.ETag!.Tag);
        using var anders = await GetAsync(Url, "br", "\"iets anders\"");

        Assert.Equal(HttpStatusCode.NotModified, tweede.StatusCode);
        Assert.Equal(eerste.Headers.ETag, tweede.Headers.ETag);
        Assert.Empty(await tweede.Content.ReadAsByteArrayAsync());
        Assert.Equal(HttpStatusCode.OK, anders.StatusCode);
    }

    [Fact]
    public async Task Geojson_of_each_kind_is_wgs84_and_a_bad_choice_is_refused()
    {
        foreach (var (soorten, aantal) in new[] { ("buurten", 6), ("wijken", 3), ("stadsdelen", 2) })
        {
            using var json = JsonDocument.Parse(await dorp.Haast.GetStringAsync($"/{soorten}.geojson"));
            var features = json.RootElement.GetProperty("features").EnumerateArray().ToList();
            Assert.Equal(aantal, features.Count);
            Assert.All(
                features,
                f => Assert.InRange(f.GetProperty("geometry").GetProperty("coordinates")[0][0][0].GetDouble(), 4.8, 5.0)
            );
        }
        using var fout = await dorp.Haast.GetAsync("/buurten.geojson?fase=zomaar");
        Assert.Equal(HttpStatusCode.BadRequest, fout.StatusCode);
        using var omgeving = JsonDocument.Parse(await dorp.Haast.GetStringAsync("/buurten/AA01/omgeving.geojson"));
        Assert.Equal(5, omgeving.RootElement.GetProperty("features").GetArrayLength());
        using var plannen = JsonDocument.Parse(await dorp.Haast.GetStringAsync("/initiatieven.geojson"));
        Assert.Equal(0, plannen.RootElement.GetProperty("features").GetArrayLength());
    }

    [Fact]
    public async Task An_import_shows_on_pages_and_maps_within_two_seconds()
    {
        await LaadAsync("111,11");
        await WachtAsync("111,11", "111.11");
        var voor = (await GetAsync(Url, "br")).Headers.ETag;

        await LaadAsync("222,22");

        await WachtAsync("222,22", "222.22");
        Assert.NotEqual(voor, (await GetAsync(Url, "br")).Headers.ETag);
    }

    private async Task WachtAsync(string opPagina, string opKaart)
    {
        var klok = Stopwatch.StartNew();
        while (true)
        {
            var pagina = (
                await dorp.Haast.GetStringAsync("/buurten/AA01-molenbuurt-noord?jaar=2040&fase=begroting")
            ).Contains(opPagina, StringComparison.Ordinal);
            var kaart = (await dorp.Haast.GetStringAsync(Url)).Contains(opKaart, StringComparison.Ordinal);
            if (pagina && kaart)
            {
                return;
            }
            Assert.True(klok.Elapsed < TimeSpan.FromSeconds(2), $"page {pagina}, map {kaart}");
            await Task.Delay(50);
        }
    }

    private Task<Data.Datasets.ImportRapport> LaadAsync(string bedrag) =>
        new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "2040.csv",
                "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n"
                    + $"2040;begroting;Welzijn en zorg;L;AA01;direct_adres;Plein;{bedrag}\n"
            ),
            CancellationToken.None
        );

    private async Task<HttpResponseMessage> GetAsync(string url, string? encoding, string? etag = null)
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Get, url);
        if (encoding is not null)
        {
            vraag.Headers.Add("Accept-Encoding", encoding);
        }
        if (etag is not null)
        {
            vraag.Headers.Add("If-None-Match", etag);
        }
        return await dorp.Haast.SendAsync(vraag);
    }
}
