using System.Net;
using System.Text.Json;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>One address for one answer; what an address does not know fills no cache.</summary>
[Collection(CacheFixture.Naam)]
public sealed class AdresTests(CacheFixture dorp) : IAsyncLifetime
{
    public async Task InitializeAsync() => await dorp.LaadAsync(2045, "1,00");

    public Task DisposeAsync() => Task.CompletedTask;

    [Theory]
    [InlineData("/begroting/brug", "jaar=2045&fase=begroting", "controletotaal_nu")]
    [InlineData("/buurten.geojson", "jaar=2045&fase=begroting", "ST_AsGeoJSON")]
    public async Task Other_ways_to_write_an_address_are_the_same_address(string pad, string vraag, string sql)
    {
        var eerste = await dorp.Haast.GetStringAsync($"{pad}?{vraag}");
        using var teller = new Teller(dorp, sql);

        foreach (
            var anders in new[]
            {
                "fase=begroting&jaar=2045",
                "Jaar=02045&fase=begroting",
                "jaar=2045&fase=begroting&programma=&bl=L",
                "jaar=%32045&fase=begroting&tel=alles&jaarsoort=toekenning",
            }
        )
        {
            Assert.Equal(eerste, await dorp.Haast.GetStringAsync($"{pad}?{anders}"));
        }
        Assert.Equal(0, teller.Aantal);
        foreach (var codering in new[] { "x7, br;q=0.9", "gzip;q=0.1, deflate, x9", "identity;q=0.5, br;q=0" })
        {
            using var gevraagd = new HttpRequestMessage(HttpMethod.Get, $"{pad}?{vraag}");
            gevraagd.Headers.TryAddWithoutValidation("Accept-Encoding", codering);
            using var antwoord = await dorp.Haast.SendAsync(gevraagd);
            await antwoord.Content.LoadIntoBufferAsync();
        }
        var perVorm = teller.Aantal; // a page is kept in each of the three forms that there are
        Assert.InRange(perVorm, 0, 2);
        using (var weer = new HttpRequestMessage(HttpMethod.Get, $"{pad}?{vraag}"))
        {
            weer.Headers.TryAddWithoutValidation("Accept-Encoding", "br;q=0.3, x8;q=0.2");
            using var antwoord = await dorp.Haast.SendAsync(weer);
        }
        Assert.Equal(perVorm, teller.Aantal);
        await dorp.Haast.GetStringAsync($"{pad}?{vraag}&tel=direct&jaarsoort=waarvoor&bl=B");
        Assert.Equal(perVorm + 1, teller.Aantal);
    }

    [Theory]
    [InlineData("/kaart?jaar=2045", "&utm_source=krant")]
    [InlineData("/buurten?", "&x=%3Cb%3E")]
    [InlineData("/toegankelijkheid?", "fbclid=1")]
    [InlineData("/begroting/versies/begroting-2045?", "nummer=1&dataset=iets")]
    public async Task What_a_page_does_not_know_is_left_out_of_it_and_of_the_cache(string pad, string vreemd)
    {
        var pagina = await dorp.Haast.GetStringAsync(pad.TrimEnd('?'));
        using var teller = new Teller(dorp, "select");

        Assert.Equal(pagina, await dorp.Haast.GetStringAsync(pad + vreemd));
        Assert.Equal(0, teller.Aantal);
    }

    [Theory]
    [InlineData("/buurten.geojson?jaar=2045&kleur=rood", "kleur", "jaar, fase, programma, bl, tel, jaarsoort")]
    [InlineData("/begroting/brug.json?kleur=rood", "kleur", "jaar, fase, programma, bl, tel, jaarsoort")]
    [InlineData("/begroting/posten.csv?jaarr=2045", "jaarr", "gebied, taakveld, zoek")]
    [InlineData("/begroting/posten.json?jaarr=2045", "jaarr", "gebied, taakveld, zoek")]
    [InlineData("/begroting/posten.csv-metadata.json?x=1", "x", "gebied, taakveld, zoek")]
    [InlineData("/begroting/versies/begroting-2045/1.csv?met=1&nummer=2", "nummer", "met")]
    [InlineData("/initiatieven.geojson?soort=plan", "soort", "gebied, zoek, status, jaar")]
    [InlineData("/buurten/AA01/omgeving.geojson?jaar=2045", "jaar", "Laat alles na het vraagteken weg")]
    [InlineData("/buurten.geojson?jaar=2045&jaar=2041", "jaar", "Geef er één")]
    public async Task An_address_of_data_names_what_it_does_not_know(string pad, string naam, string bekend)
    {
        using var antwoord = await dorp.Haast.GetAsync(pad);

        Assert.Equal(
            (HttpStatusCode.BadRequest, "application/problem+json"),
            (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.MediaType)
        );
        using var json = JsonDocument.Parse(await antwoord.Content.ReadAsStringAsync());
        var reden = json.RootElement.GetProperty("detail").GetString()!;
        Assert.Contains(naam, reden, StringComparison.Ordinal);
        Assert.Contains(bekend, reden, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_areas_beside_each_other_keep_their_places()
    {
        var heen = await dorp.Haast.GetStringAsync("/begroting/vergelijk?gebied=AA01&gebied=&gebied=BA02");
        var terug = await dorp.Haast.GetStringAsync("/begroting/vergelijk?gebied=BA02&gebied=AA01");

        Assert.True(
            heen.IndexOf("Molenbuurt-Noord", StringComparison.Ordinal)
                < heen.IndexOf("Slotenbuurt", StringComparison.Ordinal)
        );
        Assert.True(
            terug.IndexOf("Slotenbuurt", StringComparison.Ordinal)
                < terug.IndexOf("Molenbuurt-Noord", StringComparison.Ordinal)
        );
    }
}
