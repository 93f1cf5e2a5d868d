using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Json;
using Dapper;
using Microsoft.Playwright;
using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;
using Portal.Data.Vergunningen;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Uitvoer;

/// <summary>A layer by the square of a map: every place is in one, and what is counted together adds up.</summary>
public sealed class TegelTests(TegelFixture veel) : IClassFixture<TegelFixture>
{
    [Theory]
    [InlineData(7)]
    [InlineData(11)]
    [InlineData(14)]
    [InlineData(17)]
    public async Task The_squares_of_a_zoom_hold_every_place_once(int zoom)
    {
        await using var db = await veel.Db.OpenConnectionAsync();
        var (aantal, west, zuid, oost, noord) = await db.QuerySingleAsync<(long, double, double, double, double)>(
            """
            select count(geom), ST_XMin(e), ST_YMin(e), ST_XMax(e), ST_YMax(e)
            from vergunning_nu cross join (select ST_Transform(ST_SetSRID(ST_Extent(geom)::geometry, 28992), 3857) as e
                from vergunning_nu) x
            where soort = 'kap' group by e
            """
        );
        var zijde = new Tegel(zoom, 0, 0).Zijde;
        int Nummer(double m) => (int)Math.Floor((m + 20037508.342789244) / zijde);
        var geteld = 0L;
        for (var x = Nummer(west - 30); x <= Nummer(oost + 30); x++)
        {
            for (var y = Nummer(-noord - 30); y <= Nummer(-zuid + 30); y++)
            {
                using var json = JsonDocument.Parse(
                    await veel.Http.GetStringAsync($"/tegels/vergunningen/{zoom}/{x}/{y}.json?soort=kap")
                );
                geteld += json.RootElement.EnumerateArray().Sum(r => r[2].GetInt64());
                Assert.All(
                    json.RootElement.EnumerateArray(),
                    r => Assert.Equal(r[2].GetInt64() == 1 ? 6 : 3, r.GetArrayLength())
                );
            }
        }
        Assert.Equal(TegelFixture.Kap, aantal);
        Assert.Equal(aantal, geteld);
    }

    [Fact]
    public async Task What_a_map_shows_at_once_is_kept_and_more_comes_as_a_stream_with_every_row()
    {
        using var kaart = await veel.Http.GetAsync("/vergunningen.geojson?soort=kap");
        using var alles = await veel.Http.GetAsync("/vergunningen.geojson");
        using var json = JsonDocument.Parse(await alles.Content.ReadAsStringAsync());

        Assert.NotNull(kaart.Headers.ETag);
        Assert.Null(alles.Headers.ETag);
        Assert.Equal("application/geo+json", alles.Content.Headers.ContentType!.MediaType);
        Assert.Equal(
            TegelFixture.Kap + TegelFixture.Bouw,
            json.RootElement.GetProperty("features").EnumerateArray().Select(f => f.ToString()).Distinct().Count()
        );
    }

    [Fact]
    public async Task Gdal_reads_a_vector_tile_with_every_row_or_with_sums_where_there_are_too_many()
    {
        var (x, y) = await TegelVanAsync(15);
        var rijen = await GdalAsync($"/tegels/vergunningen/15/{x}/{y}.mvt?soort=kap", 15, x, y);
        await using var db = await veel.Db.OpenConnectionAsync();
        var binnen = await db.QuerySingleAsync<long>(
            """
            select count(*) from vergunning_nu where soort = 'kap'
                and ST_Intersects(ST_Transform(geom, 3857), ST_TileEnvelope(15, @x, @y))
            """,
            new { x, y }
        );
        Assert.InRange(binnen, 1, TegelFixture.Kap - 1);
        Assert.InRange(rijen.Count, binnen, binnen * 1.2); // and what lies a hair outside, for a symbol on the edge
        Assert.All(
            rijen,
            r => Assert.StartsWith("Boom ", r.GetProperty("titel").GetString(), StringComparison.Ordinal)
        );
        Assert.All(rijen, r => Assert.Equal("verleend", r.GetProperty("fase").GetString()));

        var (x7, y7) = await TegelVanAsync(7);
        var sommen = await GdalAsync($"/tegels/vergunningen/7/{x7}/{y7}.mvt", 7, x7, y7);
        Assert.Equal(TegelFixture.Kap + TegelFixture.Bouw, sommen.Sum(r => r.GetProperty("aantal").GetInt64()));
        Assert.InRange(sommen.Count, 1, 16);
    }

    [Theory]
    [InlineData("/tegels/vergunningen/21/0/0.mvt", HttpStatusCode.BadRequest, "De hoogste zoom is 20")]
    [InlineData("/tegels/vergunningen/3/9/0.json", HttpStatusCode.BadRequest, "Er is geen tegel 3/9/0")]
    [InlineData("/tegels/vergunningen/3/4/2.json?fase=zomaar", HttpStatusCode.BadRequest, "fase")]
    [InlineData("/tegels/vergunningen/3/4/2.json?kleur=rood", HttpStatusCode.BadRequest, "kent geen &#x27;kleur")]
    [InlineData("/tegels/lagen/bestaat-niet/3/4/2.mvt", HttpStatusCode.NotFound, "")]
    [InlineData("/tegels/vergunningen/3/0/0.json", HttpStatusCode.OK, "[]")]
    public async Task What_is_no_square_or_no_choice_is_refused_and_elsewhere_is_nothing(
        string adres,
        HttpStatusCode code,
        string tekst
    )
    {
        using var antwoord = await veel.Http.GetAsync(adres);
        Assert.Equal(code, antwoord.StatusCode);
        Assert.Contains(
            WebUtility.HtmlDecode(tekst),
            WebUtility
                .HtmlDecode(await antwoord.Content.ReadAsStringAsync())
                .Replace("\\u0027", "'", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_number_on_the_map_brings_the_map_closer()
    {
        await using var profiel = await Chromium.OpenAsync(veel, 360, 740);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/vergunningen?soort=bouw");
        await Scherm.KaartKlaarAsync(pagina);
        var trossen = pagina.Locator(".tros");
        await Assertions.Expect(trossen.First).ToBeVisibleAsync();
        var som = (await Task.WhenAll((await trossen.AllAsync()).Select(t => t.GetAttributeAsync("title")))).Sum(t =>
            int.Parse(t!.Split(' ')[0], NumberStyles.AllowThousands, new CultureInfo("nl-NL"))
        );
        Assert.InRange(som, 1_000, TegelFixture.Bouw); // of the part in view

        var tros = await VrijeTrosAsync(pagina);
        var voor = await tros.GetAttributeAsync("title");
        await tros.ClickAsync();
        await pagina.WaitForURLAsync("**zicht=**");
        await Assertions.Expect(pagina.GetByTitle(voor!, new() { Exact = true })).ToHaveCountAsync(0);
        await Scherm.ZonderGebrekenAsync(veel, ["/vergunningen?soort=bouw"]);
    }

    /// <summary>
    /// The first number that nothing lies over: the tiles come in any order, and some lie under a button.
    /// </summary>
    private static async Task<ILocator> VrijeTrosAsync(IPage pagina)
    {
        var eerste = await pagina.EvaluateAsync<int>(
            """
            () => [...document.querySelectorAll('.tros')].findIndex((tros) => {
              tros.scrollIntoView({ block: 'center' })
              const vak = tros.getBoundingClientRect()
              return tros.contains(document.elementFromPoint(vak.x + vak.width / 2, vak.y + vak.height / 2))
            })
            """
        );
        Assert.True(eerste >= 0, "no number on the map can be touched");
        return pagina.Locator(".tros").Nth(eerste);
    }

    private async Task<(int X, int Y)> TegelVanAsync(int zoom)
    {
        await using var db = await veel.Db.OpenConnectionAsync();
        var (x, y) = await db.QuerySingleAsync<(double, double)>(
            "select ST_X(p), ST_Y(p) from (select ST_Transform(geom, 3857) as p from vergunning_nu "
                + "where soort = 'kap' order by id limit 1) x"
        );
        var zijde = new Tegel(zoom, 0, 0).Zijde;
        return ((int)((x + 20037508.342789244) / zijde), (int)((20037508.342789244 - y) / zijde));
    }

    private async Task<List<JsonElement>> GdalAsync(string adres, int z, int x, int y)
    {
        var bestand = Path.Combine(veel.Archief, "tegel.mvt");
        await File.WriteAllBytesAsync(bestand, await veel.Http.GetByteArrayAsync(adres));
        var opdracht = new ProcessStartInfo(
            "ogr2ogr",
            ["-f", "GeoJSON", "/vsistdout/", bestand, "-oo", $"X={x}", "-oo", $"Y={y}", "-oo", $"Z={z}"]
        )
        {
            RedirectStandardOutput = true,
        };
        using var proces = Process.Start(opdracht)!;
        using var json = JsonDocument.Parse(await proces.StandardOutput.ReadToEndAsync());
        return
        [
            .. json
                .RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(f => f.GetProperty("properties").Clone()),
        ];
    }
}

/// <summary>The village with more permits than a tile gives one by one.</summary>
public sealed class TegelFixture : PortalFixture
{
    public const int Kap = 600;
    public const int Bouw = 9_800;

    protected override async Task VulAsync(ITestDatabase database)
    {
        await Dorp.LaadAsync(database, DorpFixture.Buurten, "buurten.geojson");
        var csv = new StringBuilder("id;titel;soort;fase;besloten_op;x;y\n");
        for (var i = 0; i < Kap + Bouw; i++)
        {
            var (kap, kolom, rij) = (i < Kap, i % 101, i / 101);
            csv.Append(
                CultureInfo.InvariantCulture,
                $"p{i};{(kap ? "Boom" : "Dakkapel")} {i};{(kap ? "kap" : "bouw")};verleend;2026-01-05;"
                    + $"{121000 + (kolom * 15)};{486000 + (rij * 13)}\n"
            );
        }
        var soort = VergunningOnderwerp.Onderwerp.Imports[0];
        await soort.Laad(
            database.Publicatie,
            Dorp.Schrijf(database, "veel.csv", csv.ToString()),
            new Keuzes(new Dictionary<string, string> { ["dataset"] = "veel" }),
            CancellationToken.None
        );
    }
}
