using Portal.Tests.Api;
using Xunit;

namespace Portal.Tests.Ogc;

/// <summary>The abstract test suite of OGC API - Features, Part 2: Coordinate Reference Systems (18-058r1).</summary>
[Collection(ProgrammaFixture.Naam)]
public sealed class OgcFeatures2Tests(ProgrammaFixture portaal) : OgcProef(portaal)
{
    private const string Rd = "http://www.opengis.net/def/crs/EPSG/0/28992";

    [Fact(DisplayName = "/req/crs/crs-uri, /req/crs/fc-md-crs-list, -list-global, /req/crs/fc-md-storageCrs")]
    public async Task Lists()
    {
        var bomen = await LeesAsync("/ogc/collections/bomen");

        string[] verwacht = [Crs84, Rd, Epsg(4258), Epsg(4326)];
        Assert.Equal(verwacht, Teksten((await LeesAsync("/ogc/collections")).GetProperty("crs")));
        Assert.Equal(verwacht, Teksten(bomen.GetProperty("crs")));
        Assert.Equal(Rd, Tekst(bomen, "storageCrs"));
    }

    [Theory(DisplayName = "/req/crs/fc-crs-definition, /req/crs/fc-bbox-crs-definition")]
    [InlineData("crs")]
    [InlineData("bbox-crs")]
    public async Task Definitions(string naam)
    {
        var p = Parameter(await LeesAsync("/ogc/api"), naam);

        Assert.Equal(("query", "form"), (Tekst(p, "in"), Tekst(p, "style")));
        Assert.Equal(
            ("string", "uri"),
            (Tekst(p.GetProperty("schema"), "type"), Tekst(p.GetProperty("schema"), "format"))
        );
    }

    [Theory(DisplayName = "/req/crs/fc-crs-valid-value, /req/crs/fc-bbox-crs-valid-value")]
    [InlineData(Items + "?crs=http://www.opengis.net/def/crs/EPSG/0/3857")]
    [InlineData(Items + "?bbox=1,2,3,4&bbox-crs=EPSG:4326")]
    [InlineData(Items + "/bomenlijst:T-2?crs=iets")]
    [InlineData(Items + "?filter-crs=iets")]
    public async Task Unknown(string adres) =>
        Assert.Contains("Kies uit", await FoutAsync(adres), StringComparison.Ordinal);

    // The pair of ../shared/standards
    [Theory(DisplayName = "/req/crs/fc-crs-action, /req/crs/geojson: the axes in the order of the system")]
    [InlineData(28992, 121400, 487400, 0.01)]
    [InlineData(4258, 52.37345, 4.89381, 0.00001)]
    [InlineData(4326, 52.37345, 4.89381, 0.00001)]
    public async Task Crs(int code, double eerste, double tweede, double marge)
    {
        var plek = await PlekAsync($"crs={Epsg(code)}");
        var een = await LeesAsync($"{Items}/bomenlijst:T%2F1?crs={Epsg(code)}");

        Assert.Equal(eerste, plek[0], marge);
        Assert.Equal(tweede, plek[1], marge);
        Assert.Equal(plek, Getallen(een.GetProperty("geometry").GetProperty("coordinates")));
    }

    [Fact(DisplayName = "/req/crs/fc-crs-default-value, /req/crs/fc-bbox-crs-valid-defaultvalue: without it CRS84")]
    public async Task Default()
    {
        const string bbox = "bbox=4.893,52.373,4.896,52.374";
        Assert.Equal(await PlekAsync(""), await PlekAsync($"crs={Crs84}"));
        Assert.Equal(await BomenAsync(bbox), await BomenAsync($"{bbox}&bbox-crs={Crs84}"));
    }

    [Theory(DisplayName = "/req/crs/fc-bbox-crs-action: the same box in every system")]
    [InlineData(28992, "121390,487390,121510,487410")]
    [InlineData(4326, "52.373,4.893,52.374,4.896")]
    [InlineData(4258, "52.373,4.893,52.374,4.896")]
    public async Task Bbox(int code, string bbox) =>
        Assert.Equal(["T/1", "T-2", "T-3"], await BomenAsync($"bbox={bbox}&bbox-crs={Epsg(code)}"));

    [Theory(DisplayName = "/req/core/fc-bbox-response F: what lies outside the system is refused, not guessed")]
    [InlineData(4326, "4.893,252,4.896,253")]
    [InlineData(28992, "1e300,0,1e301,1")]
    [InlineData(28992, "99999999,0,99999999,1")]
    [InlineData(28992, "2,1,1,2")]
    public async Task Outside(int code, string bbox) =>
        Assert.NotEmpty(await FoutAsync($"{Items}?bbox={bbox}&bbox-crs={Epsg(code)}"));

    [Theory(DisplayName = "/req/crs/ogc-crs-header, /req/crs/ogc-crs-header-value")]
    [InlineData("", Crs84)]
    [InlineData("?crs=" + Rd, Rd)]
    public async Task Header(string vraag, string crs)
    {
        foreach (var adres in new[] { Items, $"{Items}/bomenlijst:T-2" })
        {
            using var antwoord = await VraagAsync(adres + vraag);
            Assert.Equal($"<{crs}>", antwoord.Headers.GetValues("Content-Crs").Single());
        }
    }
}
