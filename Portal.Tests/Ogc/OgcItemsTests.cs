using System.Globalization;
using System.Net;
using System.Text.Json;
using Portal.Tests.Api;
using Xunit;

namespace Portal.Tests.Ogc;

/// <summary>
/// The abstract test suite of OGC API - Features, Part 1: Core (17-069r4, annex A): lists of features.
/// </summary>
[Collection(ProgrammaFixture.Naam)]
public sealed class OgcItemsTests(ProgrammaFixture portaal) : OgcProef(portaal)
{
    [Fact(DisplayName = "/req/core/fc-op, /req/core/fc-response, /req/geojson/definition, /req/geojson/content")]
    public async Task List()
    {
        using var antwoord = await VraagAsync(Items);
        var lijst = await LeesAsync(Items);

        Assert.Equal("application/geo+json", antwoord.Content.Headers.ContentType!.MediaType);
        Assert.Equal("FeatureCollection", Tekst(lijst, "type"));
        Assert.Equal(["T/1", "T-2", "T-3", "T-4", "T-5", "T-6"], await BomenAsync(""));
        var eik = Features(lijst).First().GetProperty("properties");
        Assert.Equal(("De \"Dikke\" eik", 21.5m), (Tekst(eik, "titel"), eik.GetProperty("hoogte").GetDecimal()));
        Assert.Equal(JsonValueKind.Null, Features(lijst).ElementAt(2).GetProperty("geometry").ValueKind);
    }

    [Fact(DisplayName = "/req/core/crs84: longitude first")]
    public async Task Crs84_is_what_comes_by_itself()
    {
        var plek = await PlekAsync("");

        Assert.Equal(4.89381, plek[0], 0.00001);
        Assert.Equal(52.37345, plek[1], 0.00001);
    }

    [Fact(DisplayName = "/req/core/fc-limit-definition, /req/core/fc-bbox-definition, /req/core/fc-time-definition")]
    public async Task Definitions()
    {
        var document = await LeesAsync("/ogc/api");
        JsonElement Schema(string naam)
        {
            var p = Parameter(document, naam);
            Assert.Equal(("query", "form"), (Tekst(p, "in"), Tekst(p, "style")));
            Assert.Equal(
                (false, false),
                (p.GetProperty("required").GetBoolean(), p.GetProperty("explode").GetBoolean())
            );
            return p.GetProperty("schema");
        }
        var (limit, bbox) = (Schema("limit"), Schema("bbox"));
        int Getal(JsonElement van, string naam) => van.GetProperty(naam).GetInt32();

        Assert.Equal(("integer", 1, 10_000), (Tekst(limit, "type"), Getal(limit, "minimum"), Getal(limit, "maximum")));
        Assert.Equal(("array", 4, 6), (Tekst(bbox, "type"), Getal(bbox, "minItems"), Getal(bbox, "maxItems")));
        Assert.Equal("number", Tekst(bbox.GetProperty("items"), "type"));
        Assert.Equal("string", Tekst(Schema("datetime"), "type"));
    }

    [Fact(DisplayName = "/req/core/fc-limit-response-1, /req/core/fc-numberReturned, /req/core/fc-links (next)")]
    public async Task Parts()
    {
        var (gezien, adres) = (new List<string>(), (string?)$"{Items}?limit=4");
        for (var delen = 0; adres is not null; delen++)
        {
            var deel = await LeesAsync(adres);
            var rijen = Features(deel).Select(f => Tekst(f, "id")!).ToList();
            Assert.InRange(rijen.Count, 1, 4);
            Assert.Equal(rijen.Count, deel.GetProperty("numberReturned").GetInt32());
            gezien.AddRange(rijen);
            adres = Links(deel).Where(l => l.Rel == "next").Select(l => l.Href).SingleOrDefault();
            Assert.InRange(delen, 0, 2);
        }
        Assert.Equal(6, gezien.Distinct().Count());
        Assert.Equal(6, (await BomenAsync("limit=99999")).Length); // more than the most is the most
    }

    [Fact(DisplayName = "/req/core/fc-links, /req/core/fc-rel-type")]
    public async Task Links_have_a_relation_and_a_type()
    {
        var links = Links(await LeesAsync($"{Items}?limit=1&soort=eik"));

        Assert.Equal(["self", "alternate", "next", "collection"], links.Select(l => l.Rel));
        Assert.All(links.Take(3), l => Assert.Contains("soort=eik", l.Href, StringComparison.Ordinal));
        foreach (var link in links)
        {
            using var antwoord = await VraagAsync(link.Href);
            Assert.Equal(
                (HttpStatusCode.OK, link.Soort),
                (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.MediaType)
            );
        }
    }

    [Fact(DisplayName = "/req/core/fc-timeStamp")]
    public async Task Time()
    {
        var moment = DateTimeOffset.Parse(Tekst(await LeesAsync(Items), "timeStamp")!, CultureInfo.InvariantCulture);

        Assert.InRange((DateTimeOffset.UtcNow - moment).TotalSeconds, -2, 60);
    }

    [Fact(DisplayName = "/req/core/fc-numberMatched: of all when nothing is chosen, else only for who asks")]
    public async Task Matched()
    {
        int Aantal(JsonElement lijst) => lijst.GetProperty("numberMatched").GetInt32();

        Assert.Equal(6, Aantal(await LeesAsync($"{Items}?limit=1")));
        Assert.False((await LeesAsync($"{Items}?limit=1&soort=eik")).TryGetProperty("numberMatched", out _));
        Assert.Equal(3, Aantal(await LeesAsync($"{Items}?limit=1&soort=eik&numberMatched=true")));
    }

    [Theory(DisplayName = "/req/core/fc-bbox-response: what touches the box, and what has no place")]
    [InlineData("4.893,52.373,4.896,52.374", "T/1 T-2 T-3")]
    [InlineData("4.89,52.37,4.8935,52.374", "T-3 T-5")]
    [InlineData("4.89,52.37,0,4.8935,52.374,9", "T-3 T-5")]
    [InlineData("-180,-90,180,90", "T/1 T-2 T-3 T-4 T-5 T-6")]
    [InlineData("-1.5,50,1.5,53", "T-3")]
    [InlineData("-80,-5,-70,5", "T-3")]
    [InlineData("177,65,-177,70", "T-3")]
    [InlineData("5,50,-170,54", "T-3 T-4")]
    [InlineData("-180,85,180,90", "T-3")]
    [InlineData("4.8,52.3,4.8,52.3", "T-3")]
    public async Task Bbox(string bbox, string verwacht) =>
        Assert.Equal(verwacht.Split(' '), await BomenAsync($"bbox={bbox}"));

    [Theory(DisplayName = "/req/core/fc-time-response: what is of the period, and what has no day")]
    [InlineData("2001-11-15", "T-2 T-4")]
    [InlineData("2001-11-15T00:00:00Z", "T-2 T-4")]
    [InlineData("2001-01-01T00:00:00Z/2010-06-30T12:00:00+02:00", "T-2 T-3 T-4")]
    [InlineData("../2001-11-14", "T/1 T-4")]
    [InlineData("/2001-11-14", "T/1 T-4")]
    [InlineData("2020-01-01/..", "T-4 T-5 T-6")]
    [InlineData("2020-01-01/", "T-4 T-5 T-6")]
    [InlineData("1900-01-01", "T-4")]
    public async Task Datetime(string tijd, string verwacht) =>
        Assert.Equal(verwacht.Split(' '), await BomenAsync($"datetime={Uri.EscapeDataString(tijd)}"));

    [Theory(
        DisplayName = "/rec/core/fc-filters, /req/queryables-query-parameters/parameters: a column by its own name"
    )]
    [InlineData("soort=eik", "T/1 T-4 T-6")]
    [InlineData("soort=eik&beschermd=true", "T/1 T-4")]
    [InlineData("jaar=2010", "T-3")]
    [InlineData("hoogte=12.25", "T-2")]
    [InlineData("geplant_op=2024-02-29", "T-6")]
    [InlineData("titel=O'Neill_plein", "T-6")]
    [InlineData("soort=eik&bbox=4,52,5,53&datetime=1980-03-01", "T/1")]
    public async Task Columns(string vraag, string verwacht) =>
        Assert.Equal(verwacht.Split(' '), await BomenAsync(vraag));

    [Fact(DisplayName = "the same again is 304, until something is published")]
    public async Task Etag()
    {
        using var eerst = await VraagAsync(Items);
        using var weer = new HttpRequestMessage(HttpMethod.Get, Items);
        weer.Headers.TryAddWithoutValidation("If-None-Match", eerst.Headers.ETag!.ToString());
        using var niets = await Portaal.Http.SendAsync(weer);

        Assert.Equal((HttpStatusCode.NotModified, ""), (niets.StatusCode, await niets.Content.ReadAsStringAsync()));
    }
}
