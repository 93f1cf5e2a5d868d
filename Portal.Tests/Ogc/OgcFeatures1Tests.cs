using System.Net;
using Portal.Tests.Api;
using Xunit;

namespace Portal.Tests.Ogc;

/// <summary>
/// The abstract test suite of OGC API - Features, Part 1: Core (17-069r4, annex A): what is not a list.
/// </summary>
[Collection(ProgrammaFixture.Naam)]
public sealed class OgcFeatures1Tests(ProgrammaFixture portaal) : OgcProef(portaal)
{
    private const string Klasse = "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/";

    [Fact(DisplayName = "/req/core/root-op, /req/core/root-success")]
    public async Task Landing()
    {
        var rels = Links(await LeesAsync("/ogc")).Select(l => l.Rel).ToList();

        Assert.All(["self", "alternate", "service-desc", "conformance", "data"], r => Assert.Contains(r, rels));
    }

    [Fact(DisplayName = "/req/core/api-definition-op, /req/core/api-definition-success, /req/oas30/oas-definition-1")]
    public async Task Api_definition()
    {
        foreach (var link in Links(await LeesAsync("/ogc")).Where(l => l.Rel is "service-desc" or "service-doc"))
        {
            using var antwoord = await VraagAsync(link.Href, link.Soort);
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            Assert.StartsWith(
                link.Soort.Split(';')[0],
                antwoord.Content.Headers.ContentType!.ToString(),
                StringComparison.Ordinal
            );
        }
        Assert.StartsWith("3.0.", Tekst(await LeesAsync("/ogc/api"), "openapi"), StringComparison.Ordinal);
    }

    [Fact(DisplayName = "/req/oas30/completeness, /req/oas30/oas-impl: every path of the description is there")]
    public async Task Every_path_is_there()
    {
        var document = await LeesAsync("/ogc/api");
        var paden = document.GetProperty("paths").EnumerateObject().Select(p => p.Name).ToList();

        Assert.Contains("/collections/bomen/items", paden);
        foreach (var pad in paden.Where(p => !p.Contains('{', StringComparison.Ordinal)))
        {
            await LeesAsync($"/ogc{pad.TrimEnd('/')}");
        }
    }

    [Fact(DisplayName = "/req/core/conformance-op, /req/core/conformance-success")]
    public async Task Conformance()
    {
        var klassen = Teksten((await LeesAsync("/ogc/conformance")).GetProperty("conformsTo"));

        Assert.All(["core", "geojson", "html", "oas30"], k => Assert.Contains(Klasse + k, klassen));
    }

    [Theory(DisplayName = "/req/core/query-param-unknown, /req/oas30/exceptions-codes")]
    [InlineData("/ogc")]
    [InlineData("/ogc/conformance")]
    [InlineData("/ogc/collections")]
    [InlineData("/ogc/collections/bomen")]
    [InlineData(Items)]
    [InlineData(Items + "/bomenlijst:T-2")]
    public async Task Unknown(string pad) =>
        Assert.Contains("kent geen 'unknown'", await FoutAsync($"{pad}?unknown=1"), StringComparison.Ordinal);

    [Theory(DisplayName = "/req/core/query-param-invalid")]
    [InlineData("limit=0")]
    [InlineData("limit=x")]
    [InlineData("bbox=1,2,3")]
    [InlineData("bbox=a,b,c,d")]
    [InlineData("bbox=5,53,4,52,1")]
    [InlineData("bbox=4,53,5,52")]
    [InlineData("bbox=190,52,191,53")]
    [InlineData("datetime=gisteren")]
    [InlineData("datetime=../..")]
    [InlineData("datetime=2020-01-02/2020-01-01")]
    [InlineData("na=x")]
    [InlineData("numberMatched=ja")]
    [InlineData("jaar=x")]
    [InlineData("beschermd=misschien")]
    public async Task Invalid(string vraag) => Assert.NotEmpty(await FoutAsync($"{Items}?{vraag}"));

    [Fact(DisplayName = "/req/core/fc-md-op, /req/core/fc-md-success, /req/core/fc-md-links, /req/core/fc-md-items")]
    public async Task Collections()
    {
        var lijst = await LeesAsync("/ogc/collections");
        var namen = lijst.GetProperty("collections").EnumerateArray().Select(c => Tekst(c, "id")).ToList();

        Assert.Equal(["self", "alternate"], Links(lijst).Select(l => l.Rel));
        Assert.All(
            ["bomen", "grenzen", "vergunningen", "bekendmakingen", "initiatieven"],
            n => Assert.Contains(n, namen)
        );
    }

    [Fact(DisplayName = "/req/core/fc-md-items-links, /req/core/sfc-md-op, /req/core/sfc-md-success")]
    public async Task One_collection_is_as_in_the_list()
    {
        foreach (var c in (await LeesAsync("/ogc/collections")).GetProperty("collections").EnumerateArray())
        {
            var een = await LeesAsync($"/ogc/collections/{Tekst(c, "id")}");
            Assert.Equal(
                ["application/geo+json", "text/html"],
                Links(c).Where(l => l.Rel == "items").Select(l => l.Soort)
            );
            Assert.All(
                ["id", "title", "description", "extent"],
                n => Assert.Equal($"{c.GetProperty(n)}", $"{een.GetProperty(n)}")
            );
        }
        foreach (var adres in new[] { "", "/items?limit=3&kleur=rood", "/items/a:1", "/queryables?kleur=rood" })
        {
            Assert.Contains(
                "geen collectie 'niets'. Op /ogc/collections staat",
                await FoutAsync($"/ogc/collections/niets{adres}", HttpStatusCode.NotFound),
                StringComparison.Ordinal
            );
        }
    }

    [Fact(DisplayName = "/req/core/fc-md-extent: all shapes and days lie in it")]
    public async Task Extent()
    {
        var extent = (await LeesAsync("/ogc/collections/bomen")).GetProperty("extent");
        var vak = Getallen(extent.GetProperty("spatial").GetProperty("bbox")[0]);

        foreach (var sleutel in new[] { "T/1", "T-2", "T-4", "T-6" })
        {
            var plek = await PlekAsync("", sleutel);
            Assert.InRange(plek[0], vak[0], vak[2]);
            Assert.InRange(plek[1], vak[1], vak[3]);
        }
        Assert.Equal(
            ["1980-03-01T00:00:00Z", "2024-02-29T23:59:59Z"],
            Teksten(extent.GetProperty("temporal").GetProperty("interval")[0])
        );
    }

    [Theory(DisplayName = "/req/core/f-op, /req/core/f-success, /req/core/f-links: also with a slash in its key")]
    [InlineData("T-2")]
    [InlineData("T%2F1")]
    public async Task One_feature(string sleutel)
    {
        var boom = await LeesAsync($"{Items}/bomenlijst:{sleutel}");

        Assert.Equal(
            ("Feature", $"bomenlijst:{Uri.UnescapeDataString(sleutel)}"),
            (Tekst(boom, "type"), Tekst(boom, "id"))
        );
        Assert.Equal(["self", "alternate", "collection"], Links(boom).Select(l => l.Rel));
        Assert.Contains(
            "geen 'bomenlijst:niets'",
            await FoutAsync($"{Items}/bomenlijst:niets", HttpStatusCode.NotFound),
            StringComparison.Ordinal
        );
        Assert.NotEmpty(await FoutAsync($"{Items}/{sleutel}", HttpStatusCode.NotFound));
    }

    [Theory(DisplayName = "/req/html/definition, /req/html/content: a page for who asks one, by f or by Accept")]
    [InlineData("/ogc", "Kaartgegevens")]
    [InlineData("/ogc/api", "CQL2")]
    [InlineData("/ogc/conformance", "ogcapi-features-2")]
    [InlineData("/ogc/collections", "Zien welke bomen er staan.")]
    [InlineData("/ogc/collections/bomen", "6 rijen")]
    [InlineData("/ogc/collections/bomen/queryables", "Geplant op")]
    [InlineData(Items, "De &quot;Dikke&quot; eik")]
    [InlineData(Items + "/bomenlijst:T-6", "O&#x27;Neill_plein")]
    public async Task Html(string pad, string tekst)
    {
        using var opf = await VraagAsync($"{pad}?f=html");
        using var opAccept = await VraagAsync(pad, "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8");
        using var json = await VraagAsync(pad, "*/*");

        Assert.Equal("text/html", opf.Content.Headers.ContentType!.MediaType);
        Assert.Contains(tekst, await opf.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal("text/html", opAccept.Content.Headers.ContentType!.MediaType);
        Assert.Contains("Accept", json.Headers.Vary);
        Assert.Contains("json", json.Content.Headers.ContentType!.MediaType, StringComparison.Ordinal);
        Assert.Equal("*", json.Headers.GetValues("Access-Control-Allow-Origin").Single());
    }

    [Fact(DisplayName = "/req/html/definition: an error is a page too for who reads")]
    public async Task Html_error()
    {
        using var antwoord = await VraagAsync($"{Items}?f=html&limit=0");

        Assert.Equal(
            (HttpStatusCode.BadRequest, "text/html"),
            (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.MediaType)
        );
        Assert.Contains("Kies een getal van 1", await antwoord.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Kies uit: json, html", await FoutAsync("/ogc?f=xml"), StringComparison.Ordinal);
    }
}
