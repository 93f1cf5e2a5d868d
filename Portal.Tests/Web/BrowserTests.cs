using System.Globalization;
using System.Text.Json;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>A person at a keyboard and a phone, in Debian's Chromium.</summary>
[Collection(VoorbeeldFixture.Naam)]
public sealed class BrowserTests(VoorbeeldFixture voorbeeld) : IAsyncLifetime
{
    private IPlaywright _playwright = null!;
    private IBrowser _browser = null!;

    public async Task InitializeAsync()
    {
        _playwright = await Playwright.CreateAsync();
        _browser = await PortalFixture.ChromiumAsync(_playwright);
    }

    public async Task DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }

    [Fact]
    public Task She_finds_her_buurt_by_keyboard() =>
        ZoekLeesVergelijk.DoeAsync(_browser, voorbeeld, "rietsnij", "Rietsnijdersbuurt");

    [Fact]
    public async Task From_home_to_the_largest_post_of_her_buurt_by_keyboard()
    {
        var pagina = await _browser.NewPageAsync(
            new()
            {
                BaseURL = voorbeeld.Adres.ToString(),
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        await pagina.GotoAsync("/");
        await ZoekLeesVergelijk.TabNaarAsync(pagina, "#zoek");
        await pagina.Keyboard.TypeAsync("Havenhoofd");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/buurten/AA01-havenhoofd");
        await ZoekLeesVergelijk.TabNaarAsync(pagina, "a[href^='/begroting/post/']");
        var grootste = await pagina.Locator("a[href^='/begroting/post/']").First.TextContentAsync();
        await pagina.Keyboard.PressAsync("Enter");

        await pagina.WaitForURLAsync("**/begroting/post/**");
        await Assertions.Expect(pagina.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync(grootste!);
        await Assertions.Expect(pagina.Locator("h2#bron")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task No_page_breaks_a_rule_of_axe_or_overflows_on_a_phone()
    {
        foreach (var (breed, hoog) in new[] { (360, 740), (1280, 900) })
        {
            var pagina = await _browser.NewPageAsync(
                new()
                {
                    ViewportSize = new() { Width = breed, Height = hoog },
                    BaseURL = voorbeeld.Adres.ToString(),
                }
            );
            var fouten = new List<string>();
            pagina.Console += (_, m) =>
            {
                if (m.Type == "error")
                {
                    fouten.Add(m.Text);
                }
            };
            foreach (var pad in PaginaTests.Paginas)
            {
                await pagina.GotoAsync(pad);
                await KaartKlaarAsync(pagina);
                await ZonderGebrekenAsync(pagina, pad, breed);
            }
            Assert.Empty(fouten);
            await pagina.CloseAsync();
        }
    }

    [Fact]
    public async Task The_map_draws_every_buurt_in_the_class_of_its_legend()
    {
        var pagina = await _browser.NewPageAsync(new() { BaseURL = voorbeeld.Adres.ToString() });
        await pagina.GotoAsync("/?jaar=2025&fase=realisatie");
        await KaartKlaarAsync(pagina);

        Assert.Equal(60, await pagina.Locator("portal-map path.gebied").CountAsync());
        Assert.True(await pagina.Locator("portal-map path.zonder").CountAsync() >= 2); // too few people: hatched
        var grenzen = await pagina.Locator(".legenda li").CountAsync();
        for (var i = 0; i < grenzen - 1; i++)
        {
            Assert.True(
                await pagina.Locator($"portal-map path.klasse-{i}").CountAsync() > 0,
                $"class {i} is in the legend but not on the map"
            );
        }
        await pagina.Locator("portal-map path.klasse-0").First.ClickAsync();
        await pagina.Locator(".leaflet-popup a[href^='/buurten/']").ClickAsync();
        await pagina.WaitForURLAsync("**/buurten/**");
    }

    [Fact]
    public async Task Without_javascript_the_choices_and_the_table_work()
    {
        var pagina = await _browser.NewPageAsync(
            new() { BaseURL = voorbeeld.Adres.ToString(), JavaScriptEnabled = false }
        );
        await pagina.GotoAsync("/");
        await pagina.GetByLabel("Jaar").SelectOptionAsync("2023");
        await pagina.GetByLabel("Programma").SelectOptionAsync("sport-en-recreatie");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();

        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Besteed 2023: Sport en recreatie" }))
            .ToBeVisibleAsync();
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Totaal", Exact = true }).ClickAsync();
        Assert.Equal(60, await pagina.Locator("#gebieden tbody tr").CountAsync());
        Assert.Contains("jaar=2023", pagina.Url, StringComparison.Ordinal);
        Assert.Contains("sorteer=bedrag", pagina.Url, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/buurten/AA02-lantaarnbuurt/begroting")]
    [InlineData("/buurten/AA02-lantaarnbuurt/begroting?fase=verleend")]
    [InlineData("/stad/begroting")]
    public async Task The_money_of_an_area_prints_on_one_sheet_of_A4(string pad)
    {
        var pagina = await _browser.NewPageAsync(new() { BaseURL = voorbeeld.Adres.ToString() });
        await pagina.GotoAsync(pad);
        var pdf = System.Text.Encoding.Latin1.GetString(
            await pagina.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true })
        );

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(pdf, "/Type\\s*/Page[^s]"));
    }

    [Fact]
    public async Task The_keyboard_enters_the_map_and_leaves_it()
    {
        var pagina = await _browser.NewPageAsync(new() { BaseURL = voorbeeld.Adres.ToString() });
        await pagina.GotoAsync("/");
        await KaartKlaarAsync(pagina);
        await pagina.Locator(".leaflet-control-zoom-in").FocusAsync();
        for (var i = 0; i < 4; i++)
        {
            await pagina.Keyboard.PressAsync("Tab");
        }
        Assert.False(await pagina.EvaluateAsync<bool>("document.activeElement.closest('portal-map') !== null"));
    }

    /// <summary>No violation of WCAG 2.2 AA, and nothing wider than the screen.</summary>
    internal static async Task ZonderGebrekenAsync(IPage pagina, string pad, int breed)
    {
        var resultaat = await pagina.RunAxe(
            new AxeRunOptions
            {
                RunOnly = new RunOnlyOptions
                {
                    Type = "tag",
                    Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                },
            }
        );
        Assert.True(
            resultaat.Violations.Length == 0,
            $"{pad} at {breed}: {string.Join("; ", resultaat.Violations.Select(v => $"{v.Id} {string.Join(" ", v.Nodes.Take(3).Select(n => n.Html))}"))}"
        );
        Assert.True(
            await pagina.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0,
            $"{pad} is wider than {breed}"
        );
    }

    internal static async Task KaartKlaarAsync(IPage pagina)
    {
        foreach (var kaart in await pagina.Locator("portal-map").AllAsync())
        {
            await Assertions
                .Expect(kaart)
                .ToHaveAttributeAsync("data-klaar", new System.Text.RegularExpressions.Regex(@"\d+"));
        }
    }
}

/// <summary>The same walk on the real city.</summary>
[Collection(AmsterdamFixture.Naam)]
public sealed class AmsterdamBrowserTests(AmsterdamFixture amsterdam)
{
    [EchteDataFact]
    public async Task She_finds_the_Kolenkit_by_keyboard()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await PortalFixture.ChromiumAsync(playwright);

        await ZoekLeesVergelijk.DoeAsync(browser, amsterdam, "Kolenkit", "De Kolenkit");
    }

    [EchteDataFact]
    public async Task Years_breaks_masks_and_gebieden_are_accessible_on_a_phone_and_a_desk()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await PortalFixture.ChromiumAsync(playwright);
        var versie = await amsterdam.Db.QuerySingleAsync<string>(
            "select versie || '/' || bronsleutel from begrotingspost_nu where project = '(weggelaten: hierin staat een persoon)' order by id limit 1"
        );
        foreach (var breed in new[] { 360, 1280 })
        {
            var pagina = await browser.NewPageAsync(
                new()
                {
                    BaseURL = amsterdam.Adres.ToString(),
                    ViewportSize = new() { Width = breed, Height = 800 },
                }
            );
            foreach (
                var pad in new[]
                {
                    "/",
                    "/?jaar=2016&niveau=gebied",
                    "/stad/begroting",
                    "/stadsdelen/E-west/begroting?jaar=2023&jaarsoort=waarvoor",
                    "/gebieden",
                    "/gebieden/GE04-bos-en-lommer",
                    "/begroting/vergelijk?gebied=E&gebied=M&jaar=2021",
                    "/begroting/brug?jaar=2016",
                    "/begroting/posten?jaar=2024&jaarsoort=waarvoor",
                    $"/begroting/post/subsidieregister/{versie}",
                    "/begroting/versies/subsidieregister",
                    "/uitleg",
                }
            )
            {
                await pagina.GotoAsync(pad);
                await BrowserTests.KaartKlaarAsync(pagina);
                await BrowserTests.ZonderGebrekenAsync(pagina, pad, breed);
            }
            await pagina.CloseAsync();
        }
    }
}

/// <summary>Searches by keyboard, opens the area, and reads its amount in page, table and GeoJSON as one number.</summary>
internal static class ZoekLeesVergelijk
{
    public static async Task DoeAsync(IBrowser browser, PortalFixture portaal, string zoek, string naam)
    {
        var pagina = await browser.NewPageAsync(
            new()
            {
                BaseURL = portaal.Adres.ToString(),
                ViewportSize = new() { Width = 360, Height = 740 },
            }
        );
        await pagina.GotoAsync("/");
        await TabNaarAsync(pagina, "#zoek");
        await pagina.Keyboard.TypeAsync(zoek);
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/buurten**");
        if (pagina.Url.Contains("zoek=", StringComparison.Ordinal))
        {
            await pagina.WaitForLoadStateAsync();
            await TabNaarAsync(pagina, $"main .lijst a:text-is('{naam}')");
            await pagina.Keyboard.PressAsync("Enter");
        }
        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Heading, new() { Level = 1, Name = naam }))
            .ToBeVisibleAsync();

        var opPagina = decimal.Parse(
            (await pagina.Locator("#antwoord strong").GetAttributeAsync("data-euro"))!,
            CultureInfo.InvariantCulture
        );
        var soorten = new Uri(pagina.Url).Segments[1].TrimEnd('/');
        var jaar = await pagina.Locator("select[name=jaar]").InputValueAsync();
        var fase = await pagina.Locator("select[name=fase]").InputValueAsync();

        await pagina.GotoAsync($"/?jaar={jaar}&fase={fase}&niveau={(soorten == "wijken" ? "wijk" : "buurt")}");
        var inTabel = await pagina
            .Locator(
                "#gebieden tr",
                new() { Has = pagina.GetByRole(AriaRole.Link, new() { Name = naam, Exact = true }) }
            )
            .Locator("td.totaal")
            .GetAttributeAsync("data-euro");
        using var json = JsonDocument.Parse(
            await portaal.Http.GetStringAsync($"/{soorten}.geojson?jaar={jaar}&fase={fase}")
        );
        var opKaart = json
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Select(f => f.GetProperty("properties"))
            .Single(p => p.GetProperty("naam").GetString() == naam)
            .GetProperty("bedrag")
            .GetDecimal();

        Assert.True(opPagina > 0);
        Assert.Equal(opPagina, decimal.Parse(inTabel!, CultureInfo.InvariantCulture));
        Assert.Equal(opPagina, opKaart);
    }

    public static async Task TabNaarAsync(IPage pagina, string doel)
    {
        var gezocht = pagina.Locator(doel).First;
        await gezocht.WaitForAsync();
        for (var i = 0; i < 100; i++)
        {
            await pagina.Keyboard.PressAsync("Tab");
            if (await gezocht.EvaluateAsync<bool>("e => e === document.activeElement"))
            {
                return;
            }
        }
        Assert.Fail($"Tab does not reach {doel}");
    }
}
