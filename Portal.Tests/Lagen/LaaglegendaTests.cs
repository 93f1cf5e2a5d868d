using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Microsoft.Playwright;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Lagen;

/// <summary>A layer that goes by the square, since it is large, is coloured by the legend that staff gave it.</summary>
public sealed class LaaglegendaTests(LaaglegendaFixture veel) : IClassFixture<LaaglegendaFixture>
{
    private const string Kaart = "/kaart?laag=lagen/peilbuizen";

    [Theory]
    [InlineData(Kaart)]
    [InlineData("/lagen/peilbuizen")]
    public async Task The_legend_stands_beside_the_map_with_its_limits_and_colours(string pad)
    {
        var pagina = WebUtility.HtmlDecode(await veel.Http.GetStringAsync(pad));

        Assert.Contains("/tegels/lagen/peilbuizen/", pagina, StringComparison.Ordinal);
        Assert.Matches("<rect [^>]*fill=\"#[0-9a-f]{6}\"></rect></svg> minder dan 5", pagina);
        Assert.Contains("</svg> 5 tot 15", pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_place_of_a_square_says_what_the_legend_colours_by_and_what_is_missing_stays_missing()
    {
        var (lengte, breedte) = await PlekAsync();
        var x = (lengte + 180) / 360 * (1 << 19);
        var lat = breedte * Math.PI / 180;
        var y = (1 - (Math.Log(Math.Tan(lat) + (1 / Math.Cos(lat))) / Math.PI)) / 2 * (1 << 19);
        var rijen = new List<JsonElement>();
        for (var dx = -1; dx <= 1; dx++)
        {
            for (var dy = -1; dy <= 1; dy++)
            {
                using var json = JsonDocument.Parse(
                    await veel.Http.GetStringAsync($"/tegels/lagen/peilbuizen/19/{(int)x + dx}/{(int)y + dy}.json")
                );
                rijen.AddRange(json.RootElement.Clone().EnumerateArray());
            }
        }

        Assert.True(rijen.Count > 3, $"{rijen.Count} places near the first");
        Assert.All(
            rijen,
            r =>
                Assert.Equal(
                    LaaglegendaFixture.Waarde(int.Parse(r[5].GetString()!.Split(' ')[1], CultureInfo.InvariantCulture)),
                    r[6].ValueKind == JsonValueKind.Null ? null : r[6].GetInt32()
                )
        );
        Assert.Contains(rijen, r => r[6].ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Each_place_on_the_map_has_the_colour_of_its_class_and_without_a_value_none()
    {
        await using var profiel = await Chromium.OpenAsync(veel);
        var pagina = await profiel.NewPageAsync();
        var (lengte, breedte) = await PlekAsync();
        await pagina.GotoAsync(FormattableString.Invariant($"{Kaart}#zicht=19,{breedte},{lengte}"));
        await Scherm.KaartKlaarAsync(pagina);
        await pagina
            .Locator("portal-map path.laag-0")
            .First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

        var vullingen = await pagina
            .Locator("portal-map path.laag-0")
            .EvaluateAllAsync<string[]>("v => [...new Set(v.map((p) => p.getAttribute('fill')))].sort()");
        var legenda = Regex
            .Matches(await veel.Http.GetStringAsync(Kaart), "fill=\"(#[0-9a-f]{6})\"")
            .Select(m => m.Groups[1].Value)
            .Append("none")
            .Order(StringComparer.Ordinal);
        Assert.Equal(legenda, vullingen.Order(StringComparer.Ordinal));
    }

    // Of a place in the middle, as degrees
    private async Task<(double Lengte, double Breedte)> PlekAsync()
    {
        await using var db = await veel.Db.OpenConnectionAsync();
        return await db.QuerySingleAsync<(double, double)>(
            "select ST_X(p), ST_Y(p) from ST_Transform(ST_SetSRID(ST_MakePoint(121200, 487060), 28992), 4326) p"
        );
    }
}

/// <summary>1,100 places in a grid, with a number that staff made a legend of.</summary>
public sealed class LaaglegendaFixture : PortalFixture
{
    /// <summary>Of the place with this number; null: it was not measured.</summary>
    public static int? Waarde(int nummer) => nummer % 4 == 3 ? null : nummer % 4 * 10;

    protected override async Task VulAsync(ITestDatabase database)
    {
        await DorpFixture.VulDorpAsync(database);
        await new BegrotingImport(database.Publicatie).LaadAsync(
            Dorp.Schrijf(
                database,
                "geld.csv",
                "boekjaar;fase;bl;programma;gebiedscode;toerekening;omschrijving;bedrag\n2024;realisatie;L;Openbare ruimte en groen;AA01;direct_gebied;Bomen;500\n"
            ),
            CancellationToken.None
        );
        var rijen = Enumerable
            .Range(0, 1100)
            .Select(i => $"{i};Buis {i};{121000 + (i % 33 * 20)};{487000 + (i / 33 * 20)};{Waarde(i)}\n");
        var bestand = Dorp.Schrijf(database, "peilbuizen.csv", "id;naam;x;y;stand\n" + string.Concat(rijen));
        await new LaagImport(new Publicatie(database.Db, database.Archief)).LaadAsync(
            bestand,
            new Keuzes(new Dictionary<string, string> { ["dataset"] = "peilbuizen", ["titel"] = "Peilbuizen" }),
            CancellationToken.None
        );
        var beschrijving = new Beschrijving { Legenda = new("stand", Legenda.Zelf, 3, "vuur", [5, 15]) };
        await using var db = await database.Db.OpenConnectionAsync();
        await db.ExecuteAsync(
            "update versie set beschrijving = @json::jsonb where dataset_id = (select id from dataset where code = 'peilbuizen')",
            new { json = beschrijving.AlsJson() }
        );
    }
}
