using System.Net;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Api;

/// <summary>What changes while a program reads on.</summary>
[Collection(CacheFixture.Naam)]
public sealed class ApiDrukteTests(CacheFixture dorp)
{
    [Fact]
    public async Task Parts_of_two_versions_are_never_mixed()
    {
        await dorp.LaadAsync(2071, "5,00");
        await TweePostenAsync("1,00");
        var verder = await VerderAsync();
        Assert.Equal(HttpStatusCode.OK, (await dorp.Haast.GetAsync(verder)).StatusCode);
        await TweePostenAsync("2,00");

        using var later = await dorp.Haast.GetAsync(verder);

        Assert.Equal(HttpStatusCode.Gone, later.StatusCode);
        Assert.Contains("nieuwe versie", await later.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_that_staff_add_is_there_without_a_line_of_code()
    {
        await new LaagImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "banken.csv",
                "id,titel,soort hout,x,y\n1,Bank,eik,121050,487050\n2,Bankje,den,121060,487050\n"
            ),
            new Keuzes(new Dictionary<string, string> { ["dataset"] = "banken", ["titel"] = "Banken" }),
            CancellationToken.None
        );
        await dorp.GehoordAsync();

        using var rijen = JsonDocument.Parse(await dorp.Haast.GetStringAsync("/api/v1/lagen/banken"));
        using var document = JsonDocument.Parse(await dorp.Haast.GetStringAsync("/api/v1/openapi.json"));

        Assert.Equal(
            ["eik", "den"],
            rijen.RootElement.GetProperty("rijen").EnumerateArray().Select(r => r.GetProperty("soortHout").GetString())
        );
        Assert.True(document.RootElement.GetProperty("paths").TryGetProperty("/lagen/banken", out _));
    }

    private async Task TweePostenAsync(string bedrag)
    {
        var regels = string.Concat(
            new[] { "Plein", "Park" }.Select(p => $"2072;begroting;Welzijn en zorg;L;AA01;direct_adres;{p};{bedrag}\n")
        );
        await new Portal.Data.Begrotingen.BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, "2072.csv", CacheFixture.Kop + regels),
            CancellationToken.None
        );
        await dorp.GehoordAsync();
    }

    private async Task<string> VerderAsync()
    {
        using var deel = JsonDocument.Parse(
            await dorp.Haast.GetStringAsync("/api/v1/begroting/posten?jaar=2072&fase=begroting&limit=1")
        );
        return deel.RootElement.GetProperty("_links").GetProperty("next").GetProperty("href").GetString()!;
    }
}

/// <summary>A client that asks too often is told when to come back; another is not.</summary>
public sealed class VerzoekremTests(VerzoekremTests.Fixture dorp) : IClassFixture<VerzoekremTests.Fixture>
{
    public sealed class Fixture : PortalFixture
    {
        protected override string Inhoud => nameof(CacheFixture);

        protected override Task VulAsync(ITestDatabase database) =>
            Dorp.LaadAsync(database, DorpFixture.Buurten, "buurten.geojson");

        protected override void ConfigureWebHost(IWebHostBuilder builder)
        {
            base.ConfigureWebHost(builder);
            builder.UseSetting("Portal:ApiPerMinuut", "5");
            builder.UseSetting("PORTAL_PROXY", "127.0.0.1, ::1");
        }
    }

    [Fact]
    public async Task Who_asks_too_often_waits_and_another_does_not()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await VraagAsync("192.0.2.1")).StatusCode);
        }

        using var teVeel = await VraagAsync("192.0.2.1");

        Assert.Equal(HttpStatusCode.TooManyRequests, teVeel.StatusCode);
        Assert.InRange(teVeel.Headers.RetryAfter!.Delta!.Value.TotalSeconds, 1, 60);
        Assert.Equal("application/problem+json", teVeel.Content.Headers.ContentType!.MediaType);
        Assert.Equal("*", teVeel.Headers.GetValues("Access-Control-Allow-Origin").Single());
        Assert.Equal(HttpStatusCode.OK, (await VraagAsync("192.0.2.2")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await dorp.Haast.GetAsync("/toegankelijkheid")).StatusCode);
    }

    [Fact]
    public async Task All_addresses_of_one_household_are_one_visitor()
    {
        for (var i = 0; i < 5; i++)
        {
            Assert.Equal(HttpStatusCode.OK, (await VraagAsync($"2001:db8:1:2::{i}")).StatusCode);
        }

        Assert.Equal(HttpStatusCode.TooManyRequests, (await VraagAsync("2001:db8:1:2:ffff::9")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await VraagAsync("2001:db8:1:3::1")).StatusCode);
    }

    private async Task<HttpResponseMessage> VraagAsync(string van)
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Get, "/api/v1/grenzen?limit=1");
        vraag.Headers.Add("X-Forwarded-For", van);
        return await dorp.Haast.SendAsync(vraag);
    }
}
