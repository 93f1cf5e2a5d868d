using System.Globalization;
using System.Net;
using System.Text.Json;
using Dapper;
using Microsoft.Playwright;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.EigenGebied;

/// <summary>A piece of the map: what lies in it, and nothing else.</summary>
public sealed class EigenGebiedTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private const string Keuze = "jaar=2025&fase=realisatie";

    [Fact]
    public async Task Its_money_is_that_of_whole_areas_to_the_cent_and_what_is_cut_through_is_said()
    {
        var vlak = await VlakAsync("AA01", 3);
        await using var db = await voorbeeld.Db.OpenConnectionAsync();
        const string sql = """
            with v as (select ST_Transform(ST_GeomFromText(@wkt, 4326), 28992) as geom),
            d as (select g.code, ST_Area(ST_Intersection(g.geom, v.geom)) / ST_Area(g.geom) as deel
                  from gebied_nu g join v on ST_Intersects(g.geom, v.geom) where g.soort = 'buurt')
            select (select sum(s.bedrag) from begrotingsom_nu s join d on d.code = s.gebied_code and d.deel >= 0.99
                    where s.jaar = 2025 and s.fase = 'realisatie' and s.bl = 'L' and s.jaarsoort = 'toekenning'),
                   (select count(*) from d where deel >= 0.99),
                   (select count(*) from d where deel between 0.001 and 0.99)
            """;
        var (totaal, heel, deels) = await db.QuerySingleAsync<(decimal, long, long)>(sql, new { wkt = Wkt(vlak) });
        Assert.True(heel > 0 && deels > 0 && totaal > 0, $"{heel} {deels} {totaal}");

        var rijen = (await voorbeeld.Http.GetStringAsync($"/eigen-gebied.csv?vlak={vlak}&{Keuze}"))
            .Split("\r\n", StringSplitOptions.RemoveEmptyEntries)[1..]
            .Select(r => r.Split(','))
            .ToList();
        Assert.Equal(heel + deels, rijen.Count);
        Assert.Equal(
            totaal,
            rijen
                .Where(r => r[4] == "ja" && r[9].Length > 0)
                .Sum(r => decimal.Parse(r[9], CultureInfo.InvariantCulture))
        );
        var pagina = await voorbeeld.Http.GetStringAsync($"/eigen-gebied?vlak={vlak}&{Keuze}");
        Assert.Contains($"data-euro=\"{totaal.ToString("0.00", CultureInfo.InvariantCulture)}\"", pagina);
        Assert.Contains("% erin", pagina);
        var jaren = pagina[pagina.IndexOf("id=\"jaren\"", StringComparison.Ordinal)..];
        Assert.Contains(
            $"data-kop=\"Besteed\" data-euro=\"{totaal.ToString("0.00", CultureInfo.InvariantCulture)}\"",
            jaren
        );
    }

    [Fact]
    public async Task Its_lists_are_what_postgis_finds_there_in_every_format()
    {
        var vlak = await VlakAsync("AA01", 2);
        await using var db = await voorbeeld.Db.OpenConnectionAsync();
        var (binnen, alles) = await db.QuerySingleAsync<(long, long)>(
            """
            select count(*) filter (where ST_Intersects(geom, ST_Transform(ST_GeomFromText(@wkt, 4326), 28992))),
                count(*)
            from vergunning_nu
            """,
            new { wkt = Wkt(vlak) }
        );
        Assert.InRange(binnen, 1, alles - 1);

        using var geojson = JsonDocument.Parse(
            await voorbeeld.Http.GetStringAsync($"/vergunningen.geojson?vlak={vlak}")
        );
        Assert.Equal(binnen, geojson.RootElement.GetProperty("features").GetArrayLength());
        Assert.Contains($"Vergunningen: {binnen}<", await voorbeeld.Http.GetStringAsync($"/eigen-gebied?vlak={vlak}"));
        Assert.Contains($"{binnen} gevonden", await voorbeeld.Http.GetStringAsync($"/vergunningen?vlak={vlak}"));
    }

    [Fact]
    public async Task Around_a_place_too_and_where_no_area_lies_whole_there_is_no_total()
    {
        await using var db = await voorbeeld.Db.OpenConnectionAsync();
        var plek = await db.QuerySingleAsync<string>(
            """
            select round(ST_Y(p)::numeric, 5) || ',' || round(ST_X(p)::numeric, 5)
            from (select ST_Transform(ST_PointOnSurface(geom), 4326) as p from gebied_nu where code = 'AA01') x
            """
        );
        var pagina = await voorbeeld.Http.GetStringAsync($"/eigen-gebied?bij={plek}&straal=250&{Keuze}");
        Assert.Contains("Alles binnen 250 meter van deze plek.", pagina);
        Assert.Contains("Er ligt geen buurt helemaal in dit gebied.", pagina);
        Assert.DoesNotContain("data-euro", pagina);
        Assert.Contains(
            "Everything within 250 metres",
            await voorbeeld.Http.GetStringAsync($"/en/eigen-gebied?bij={plek}&straal=250")
        );
    }

    [Theory]
    [InlineData("vlak=52.37,4.89;52.38,4.90", "Een vlak heeft ten minste drie verschillende hoeken.")]
    [InlineData("vlak=52.37,4.89;52.38,4.90;121000,487000", "Bij vlak staat &#x27;121000,487000&#x27;.")]
    [InlineData("vlak=52.37,4.89;52.38,4.90;52.39,4.89&bij=52.37,4.89", "Kies &#xE9;&#xE9;n van de twee")]
    [InlineData("straal=500000", "Bij straal hoort ook bij")]
    [InlineData("bij=52.37,4.89&straal=7", "Kies uit: 250, 500, 1000")]
    public async Task What_is_no_piece_of_the_map_is_refused_with_a_reason(string zoek, string reden)
    {
        using var antwoord = await voorbeeld.Http.GetAsync($"/eigen-gebied?{zoek}");
        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.Contains(reden, await antwoord.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task A_shape_that_crosses_itself_is_taken_as_what_it_covers()
    {
        using var antwoord = await voorbeeld.Http.GetAsync(
            "/eigen-gebied?vlak=52.30,4.80;52.40,5.00;52.40,4.80;52.30,5.00"
        );
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        Assert.Contains("kruist zichzelf", await antwoord.Content.ReadAsStringAsync());
        Assert.DoesNotContain(
            "kruist zichzelf",
            await voorbeeld.Http.GetStringAsync(
                "/eigen-gebied?vlak=52.30,4.80;52.40,4.80;52.40,5.00;52.30,5.00;52.30,4.80"
            )
        );
    }

    [Fact]
    public async Task It_is_drawn_by_keyboard_alone_and_the_address_says_which()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, 740);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync($"/eigen-gebied?{Keuze}");
        await Scherm.KaartKlaarAsync(pagina);

        await Knop("Teken een gebied").FocusAsync();
        await pagina.Keyboard.PressAsync("Enter");
        foreach (var toets in new[] { "ArrowRight", "ArrowDown", "ArrowLeft" })
        {
            await Knop("Hoek in het midden").FocusAsync();
            await pagina.Keyboard.PressAsync("Enter");
            await pagina.Locator(".leaflet-container").FocusAsync();
            await pagina.Keyboard.PressAsync(toets);
            await pagina.WaitForTimeoutAsync(400);
        }
        await Assertions.Expect(pagina.Locator(".tekenen [role=status]")).ToHaveTextAsync("3 van 25 hoeken");
        await Knop("Toon dit gebied").FocusAsync();
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**vlak=**");

        Assert.Contains(Keuze, pagina.Url, StringComparison.Ordinal);
        await Scherm.KaartKlaarAsync(pagina);
        await Assertions.Expect(pagina.Locator("path.eigen").First).ToBeAttachedAsync();
        await Assertions.Expect(pagina.Locator("h1 + .antwoord")).ToContainTextAsync("het gebied dat u tekende");

        ILocator Knop(string naam) => pagina.GetByRole(AriaRole.Button, new() { Name = naam });
    }

    [Fact]
    public async Task The_keyboard_comes_out_of_a_map_and_what_lies_elsewhere_is_said()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, 740);
        var pagina = await profiel.NewPageAsync();
        foreach (var adres in new[] { "/kaart?laag=vergunningen", "/eigen-gebied" })
        {
            await pagina.GotoAsync(adres);
            await Scherm.KaartKlaarAsync(pagina);
            await pagina.Locator(".leaflet-container").FocusAsync();
            var stappen = 0;
            while (await pagina.EvaluateAsync<bool>("document.activeElement.closest('portal-map') !== null"))
            {
                Assert.True(++stappen < 8, adres);
                await pagina.Keyboard.PressAsync("Tab");
            }
        }
        Assert.Contains(
            "Misschien ligt dit buiten de gemeente.",
            await voorbeeld.Http.GetStringAsync("/eigen-gebied?bij=51.0,5.9&straal=500")
        );
    }

    [Fact]
    public async Task The_list_of_the_map_says_what_the_map_shows_of_the_part_in_view()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync($"/kaart?{Keuze}&laag=vergunningen&niveau=buurt");
        await Scherm.KaartKlaarAsync(pagina);
        var alles = await pagina.Locator("#als-lijst").GetAttributeAsync("href");
        Assert.DoesNotContain("vlak=", alles, StringComparison.Ordinal);
        for (var i = 0; i < 4; i++)
        {
            await pagina.Locator(".leaflet-control-zoom-in").ClickAsync();
            await pagina.WaitForTimeoutAsync(400);
        }
        var zoom = await ZoomAsync();
        await pagina.Locator("#als-lijst").ClickAsync();
        await pagina.WaitForURLAsync("**/kaart/lijst?**vlak=**");
        Assert.Contains("laag=vergunningen", pagina.Url, StringComparison.Ordinal);

        var vlak = Uri.UnescapeDataString(pagina.Url.Split("vlak=")[1]);
        await using var db = await voorbeeld.Db.OpenConnectionAsync();
        var namen = await db.QueryAsync<string>(
            """
            select naam from (select g.naam, ST_Area(ST_Intersection(g.geom, v)) / ST_Area(g.geom) as deel
                from gebied_nu g,
                ST_Transform(ST_GeomFromText(@wkt, 4326), 28992) v
                where g.soort = 'buurt' and ST_Intersects(g.geom, v)) x
            where deel >= 0.001
            """,
            new { wkt = Wkt(vlak) }
        );
        var getoond = await pagina.Locator("table.geld tbody th").AllInnerTextsAsync();
        Assert.Equal(namen.Order(StringComparer.Ordinal), getoond.Order(StringComparer.Ordinal));
        Assert.InRange(
            getoond.Count,
            1,
            (await db.QuerySingleAsync<int>("select count(*)::int from gebied_nu where soort = 'buurt'")) - 1
        );

        await pagina.Locator("#naar-kaart").ClickAsync();
        await pagina.WaitForURLAsync("**/kaart?**");
        await Scherm.KaartKlaarAsync(pagina);
        Assert.Equal(zoom, await ZoomAsync());

        Task<string> ZoomAsync() =>
            pagina.Locator("#insluitcode").EvaluateAsync<string>("v => v.value.match(/#zicht=([^,]+)/)[1]");
    }

    // A rectangle around so many buurten, a little larger, with corners as an address has them.
    private async Task<string> VlakAsync(string vanaf, int aantal)
    {
        await using var db = await voorbeeld.Db.OpenConnectionAsync();
        return await db.QuerySingleAsync<string>(
            """
            with b as (select geom from gebied_nu where soort = 'buurt' and code >= @vanaf order by code limit @aantal),
            v as (select ST_Transform(ST_SetSRID(ST_Expand(ST_Extent(geom)::box2d, 20)::geometry, 28992), 4326) as geom
                from b)
            select string_agg(round(ST_Y(p.geom)::numeric, 5) || ',' || round(ST_X(p.geom)::numeric, 5), ';'
                order by p.path)
            from v cross join lateral ST_DumpPoints(ST_ExteriorRing(v.geom)) p where p.path[1] < 5
            """,
            new { vanaf, aantal }
        );
    }

    private static string Wkt(string vlak)
    {
        var hoeken = vlak.Split(';').Select(h => string.Join(' ', h.Split(',').Reverse())).ToList();
        return $"POLYGON(({string.Join(',', hoeken.Append(hoeken[0]))}))";
    }
}
