using System.Net;
using System.Net.Sockets;
using System.Text;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Portal.Web;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>What comes in at all: by a name of ours, to read, at an address as we write it.</summary>
[Collection(CacheFixture.Naam)]
public sealed class IngangTests(CacheFixture dorp)
{
    [Theory]
    [InlineData("buurt.voorbeeld.nl", "400")]
    [InlineData("localhost:1", "400")]
    [InlineData("localhost:65536", "400")]
    [InlineData("a:65536", "400")]
    [InlineData("", "400")]
    [InlineData("10.1.2.3", "400")]
    [InlineData("localhost", "200")]
    [InlineData("LOCALHOST:{poort}", "200")]
    [InlineData("127.0.0.1:{poort}", "200")]
    public async Task A_name_that_is_not_ours_is_refused(string host, string status)
    {
        var antwoord = await VraagAsync(
            $"GET /buurten HTTP/1.1\r\nHost: {host.Replace("{poort}", $"{dorp.Adres.Port}")}"
        );

        Assert.StartsWith($"HTTP/1.1 {status}", antwoord, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Only_reading_is_taken_and_every_answer_is_safe()
    {
        foreach (var methode in new[] { "TRACE", "POST", "PUT", "DELETE", "BREW" })
        {
            var antwoord = await VraagAsync($"{methode} /buurten HTTP/1.1\r\nHost: localhost\r\nContent-Length: 0");
            Assert.StartsWith("HTTP/1.1 405", antwoord, StringComparison.Ordinal);
            Assert.Contains("Allow: GET, HEAD", antwoord, StringComparison.Ordinal);
            Assert.Contains("Content-Security-Policy", antwoord, StringComparison.Ordinal);
        }
        Assert.StartsWith(
            "HTTP/1.1 204",
            await VraagAsync("OPTIONS /buurten.geojson HTTP/1.1\r\nHost: localhost"),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("/BUURTEN/AA01", "/buurten/AA01")]
    [InlineData("/BUURTEN.GEOJSON?jaar=2040", "/buurten.geojson?jaar=2040")]
    [InlineData("/Begroting/posten", "/begroting/posten")]
    [InlineData("/Stad", "/stad")]
    [InlineData("/Wat%20Is%0ADit", "/wat%20is%0adit")]
    [InlineData("//EVIL.nl/x", null)]
    public async Task An_address_in_capitals_leads_to_the_written_form(string pad, string? naar)
    {
        using var antwoord = await dorp.Haast.GetAsync(
            new Uri(dorp.Adres, pad[1..].StartsWith('/') ? "/." + pad : pad)
        );

        if (naar is null)
        {
            Assert.NotEqual(HttpStatusCode.PermanentRedirect, antwoord.StatusCode);
            return;
        }
        Assert.Equal(
            (HttpStatusCode.PermanentRedirect, naar),
            (antwoord.StatusCode, antwoord.Headers.Location!.OriginalString.Replace("%0A", "%0a"))
        );
    }

    [Theory]
    [InlineData("//elders.example/begroting")] // an old address led on to what stands before it
    [InlineData("/en//elders.example/posten.csv")]
    [InlineData("//elders.example")]
    public async Task Nobody_is_sent_to_another_site(string pad)
    {
        var antwoord = await VraagAsync($"GET {pad} HTTP/1.1\r\nHost: localhost");

        Assert.StartsWith("HTTP/1.1 40", antwoord, StringComparison.Ordinal);
        Assert.DoesNotContain("Location:", antwoord, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"//", antwoord, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/begroting/posten?van=1")]
    [InlineData("/begroting/posten.csv?van=1")]
    [InlineData("/begroting/posten.ndjson?zoek=1")]
    [InlineData("/vergunningen?zoek=1")]
    public async Task A_value_that_is_too_long_is_refused_at_once(string pad)
    {
        using var antwoord = await dorp.Haast.GetAsync(pad + new string('+', 800) + "x");

        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.Contains("letters", await antwoord.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_address_of_the_portal_is_one_name_without_a_path()
    {
        Assert.Equal("https://buurt.voorbeeld.nl/", Lees("https://buurt.voorbeeld.nl").Adres!.ToString());
        Assert.Null(Lees("").Adres);
        foreach (var fout in new[] { "buurt.voorbeeld.nl", "https://buurt.voorbeeld.nl/portaal", "ftp://x" })
        {
            Assert.Contains(fout, Assert.Throws<InstellingFout>(() => Lees(fout)).Message, StringComparison.Ordinal);
        }
    }

    private static Instellingen Lees(string adres) =>
        Instellingen.Lees(
            new ConfigurationBuilder()
                .AddInMemoryCollection(
                    new Dictionary<string, string?> { ["PORTAL_DB"] = "Host=x", ["PORTAL_ADRES"] = adres }
                )
                .Build()
        );

    // As a robot writes it, without a library that mends it.
    private async Task<string> VraagAsync(string kop)
    {
        using var lijn = new TcpClient();
        await lijn.ConnectAsync(IPAddress.Loopback, dorp.Adres.Port);
        await using var stroom = lijn.GetStream();
        await stroom.WriteAsync(Encoding.ASCII.GetBytes(kop + "\r\nConnection: close\r\n\r\n"));
        using var lezer = new StreamReader(stroom);
        return await lezer.ReadToEndAsync();
    }
}

/// <summary>Behind a proxy with TLS one setting is enough.</summary>
public sealed class PortaalMetAdres : PortalFixture
{
    protected override Task VulAsync(ITestDatabase database) => DorpFixture.VulDorpAsync(database);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("PORTAL_ADRES", "https://buurt.voorbeeld.nl");
    }
}

public sealed class AdresVanPortaalTests(PortaalMetAdres portaal) : IClassFixture<PortaalMetAdres>
{
    [Fact]
    public async Task Addresses_are_ours_whatever_was_asked()
    {
        foreach (var naam in new[] { "localhost", "localhost:99", "buurt.voorbeeld.nl", "BUURT.voorbeeld.nl:8443" })
        {
            using var vraag = new HttpRequestMessage(HttpMethod.Get, "/vergunningen.atom");
            vraag.Headers.Host = naam;
            using var antwoord = await portaal.Http.SendAsync(vraag);
            var tekst = await antwoord.Content.ReadAsStringAsync();

            Assert.Equal((naam, HttpStatusCode.OK), (naam, antwoord.StatusCode));
            Assert.Contains("https://buurt.voorbeeld.nl/", tekst, StringComparison.Ordinal);
            Assert.DoesNotContain("localhost", tekst, StringComparison.Ordinal);
            Assert.True(antwoord.Headers.Contains("Strict-Transport-Security"));
        }
    }

    [Fact]
    public async Task Another_name_fills_no_cache()
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Get, "/");
        vraag.Headers.Host = "elders.nl";
        using var antwoord = await portaal.Http.SendAsync(vraag);

        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.DoesNotContain("elders", await antwoord.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
