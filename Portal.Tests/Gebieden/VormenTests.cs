using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Portal.Data.Gebieden;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>Shapes and figures apart: what the map draws is what the GeoJSON says.</summary>
public sealed class VormenTests(VoorbeeldFixture voorbeeld, AmsterdamFixture amsterdam)
    : IClassFixture<VoorbeeldFixture>,
        IClassFixture<AmsterdamFixture>
{
    [Theory]
    [InlineData("")]
    [InlineData("&per=hectare")]
    [InlineData("&per=totaal")]
    [InlineData("&programma=sport-en-recreatie&tel=direct")]
    public async Task The_figures_alone_are_those_of_the_geojson(string keuze)
    {
        var maat = keuze switch
        {
            "&per=hectare" => "per_hectare",
            "&per=totaal" => "bedrag",
            _ => "per_inwoner",
        };
        using var geojson = await JsonAsync(
            voorbeeld,
            "/buurten.geojson?jaar=2025" + Regex.Replace(keuze, "&per=[a-z]+", "")
        );
        using var cijfers = await JsonAsync(voorbeeld, "/cijfers/buurten.json?jaar=2025" + keuze);

        Assert.Equal(maat, cijfers.RootElement.GetProperty("maat").GetString());
        var gebieden = cijfers.RootElement.GetProperty("gebieden");
        var features = geojson.RootElement.GetProperty("features").EnumerateArray().ToList();
        Assert.Equal(features.Count, gebieden.EnumerateObject().Count());
        foreach (var feature in features.Select(f => f.GetProperty("properties")))
        {
            var paar = gebieden.GetProperty(feature.GetProperty("code").GetString()!);
            Assert.Equal(feature.GetProperty("bedrag").GetRawText(), paar[0].GetRawText());
            Assert.Equal(feature.GetProperty(maat).GetRawText(), paar[1].GetRawText());
        }
        Assert.Contains(
            features,
            f => f.GetProperty("properties").GetProperty("bedrag").ValueKind == JsonValueKind.Number
        );
    }

    [Theory]
    [InlineData("jaar=2025&fase=realisatie", "per_inwoner")]
    [InlineData("jaar=2005&fase=realisatie", "bedrag")] // nothing known: nothing to divide
    public async Task Without_a_measure_the_figures_are_in_that_of_the_page(string keuze, string maat)
    {
        using var cijfers = await JsonAsync(voorbeeld, $"/cijfers/buurten.json?{keuze}");
        var kaart = await voorbeeld.Http.GetStringAsync($"/kaart?niveau=buurt&{keuze}");

        Assert.Equal(maat, cijfers.RootElement.GetProperty("maat").GetString());
        Assert.Contains($"data-waarde=\"{maat}\"", kaart, StringComparison.Ordinal);
        var jaar = keuze[5..9]; // stands in the form, also where there is nothing of it
        Assert.Matches(
            $"<option value=\"{jaar}\" selected=?\"?[a-z]*\"?>{jaar}( \\(geen gegevens\\))?</option>",
            kaart
        );
    }

    [Fact]
    public async Task Shapes_stay_for_a_year_at_an_address_that_names_their_version_and_an_older_one_leads_there()
    {
        var adres = await AdresAsync(voorbeeld, "/kaart");
        using var nu = await voorbeeld.Http.GetAsync(adres);
        Assert.Equal(
            "public, max-age=31536000, immutable",
            $"{nu.Headers.CacheControl}".Replace(
                "public, immutable, max-age=31536000",
                "public, max-age=31536000, immutable",
                StringComparison.Ordinal
            )
        );

        using var handler = new HttpClientHandler { AllowAutoRedirect = false };
        using var http = new HttpClient(handler) { BaseAddress = voorbeeld.Http.BaseAddress };
        using var oud = await http.GetAsync("/vormen/buurten/0123456789ab.topojson");
        Assert.Equal((HttpStatusCode.Redirect, adres), (oud.StatusCode, $"{oud.Headers.Location}"));
        Assert.True(oud.Headers.CacheControl!.NoCache);

        using var fout = await http.GetAsync("/cijfers/buurten.json?per=kilo");
        Assert.Equal(HttpStatusCode.BadRequest, fout.StatusCode);
        Assert.Contains("inwoner, huishouden, hectare, totaal", await fout.Content.ReadAsStringAsync());
    }

    [EchteDataFact]
    public async Task The_518_buurten_are_small_whole_and_nowhere_over_each_other()
    {
        var adres = await AdresAsync(amsterdam, "/kaart?niveau=buurt");
        using var vraag = new HttpRequestMessage(HttpMethod.Get, adres);
        vraag.Headers.AcceptEncoding.ParseAdd("br");
        using var gepakt = await amsterdam.Http.SendAsync(vraag);
        Assert.InRange((await gepakt.Content.ReadAsByteArrayAsync()).Length, 10_000, 30_000);

        using var topojson = await JsonAsync(amsterdam, adres);
        var vormen = Wkt(topojson.RootElement).ToList();
        Assert.Equal(518, vormen.Count);
        await using var db = await amsterdam.Db.OpenConnectionAsync();
        var (ongeldig, over, verschil) = await db.QuerySingleAsync<(long, double, double)>(
            """
            with v as (select code, ST_GeomFromText(wkt, 4326) as geom from unnest(@codes, @wkt) u(code, wkt))
            select (select count(*) from v where not ST_IsValid(geom)),
                   (select sum(ST_Area(ST_Intersection(a.geom, b.geom)::geography)) from v a
                   join v b on a.code < b.code and a.geom && b.geom),
                   (select max(abs(ST_Area(ST_Transform(v.geom, 28992)) / ST_Area(g.geom) - 1)) from v
                   join gebied_nu g on g.code = v.code)
            """,
            new { codes = vormen.Select(v => v.Code).ToArray(), wkt = vormen.Select(v => v.Wkt).ToArray() }
        );
        Assert.Equal(0, ongeldig);
        Assert.InRange(over, 0, 0.01); // square metres, of all pairs together
        Assert.InRange(verschil, 0, 0.06);
    }

    [Fact]
    public void An_island_in_another_area_and_a_border_that_two_share_stand_there_once()
    {
        var buiten = new Ring("A", 1, [(0, 0), (100, 0), (100, 100), (0, 100), (0, 0)]);
        var gat = new Ring("A", 1, [(40, 40), (40, 60), (60, 60), (60, 40), (40, 40)]);
        var eiland = new Ring("B", 1, [(60, 60), (40, 60), (40, 40), (60, 40), (60, 60)]);
        var naast = new Ring("C", 1, [(100, 0), (200, 0), (200, 100), (100, 100), (101, 50), (100, 0)]);
        var metKnik = buiten with { Punten = [(0, 0), (100, 0), (101, 50), (100, 100), (0, 100), (0, 0)] };

        var topologie = Topologie.Van([metKnik, gat, eiland, naast], afstand: 5, smal: 1);

        Assert.Equal(4, topologie.Bogen.Count); // around A, between A and C, the island, around C
        Assert.Equal(~Assert.Single(topologie.Ringen[1]), Assert.Single(topologie.Ringen[2]));
        Assert.Contains(topologie.Ringen[0], b => topologie.Ringen[3].Contains(~b));
        Assert.Contains(topologie.Bogen, b => b.Length == 3); // the only bend, without which A might be no surface
        Assert.Contains(topologie.Bogen, b => b.Length == 5); // the island lost no corner
    }

    private static async Task<string> AdresAsync(PortalFixture portaal, string pagina) =>
        Regex.Match(await portaal.Http.GetStringAsync(pagina), "data-vormen=\"([^\"]+)\"").Groups[1].Value;

    private static async Task<JsonDocument> JsonAsync(PortalFixture portaal, string adres) =>
        JsonDocument.Parse(await portaal.Http.GetStringAsync(adres));

    private static IEnumerable<(string Code, string Wkt)> Wkt(JsonElement topologie)
    {
        var hoek = topologie.GetProperty("transform").GetProperty("translate");
        var begin = ((int)(hoek[0].GetDecimal() * 100_000), (int)(hoek[1].GetDecimal() * 100_000));
        var bogen = topologie.GetProperty("arcs").EnumerateArray().Select(b => Punten(b, begin)).ToList();
        IEnumerable<(int X, int Y)> Boog(int nummer) => nummer < 0 ? Enumerable.Reverse(bogen[~nummer]) : bogen[nummer];
        string Ring(JsonElement ring) =>
            "("
            + string.Join(
                ',',
                ring.EnumerateArray()
                    .SelectMany((b, i) => Boog(b.GetInt32()).Skip(i > 0 ? 1 : 0))
                    .Select(p => string.Create(CultureInfo.InvariantCulture, $"{p.X / 1e5} {p.Y / 1e5}"))
            )
            + ")";
        string Vlak(JsonElement vlak) => "(" + string.Join(',', vlak.EnumerateArray().Select(Ring)) + ")";
        return topologie
            .GetProperty("objects")
            .GetProperty("buurten")
            .GetProperty("geometries")
            .EnumerateArray()
            .Select(g =>
                (
                    g.GetProperty("id").GetString()!,
                    $"MULTIPOLYGON({string.Join(',', g.GetProperty("arcs").EnumerateArray().Select(Vlak))})"
                )
            );
    }

    private static List<(int X, int Y)> Punten(JsonElement boog, (int X, int Y) begin)
    {
        var (x, y) = begin;
        return [.. boog.EnumerateArray().Select(s => (x += s[0].GetInt32(), y += s[1].GetInt32()))];
    }
}
