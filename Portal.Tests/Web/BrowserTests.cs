using Microsoft.Playwright;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>A person at a keyboard and a phone, in Debian's Chromium.</summary>
public sealed class BrowserTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Fact]
    public Task She_finds_her_buurt_by_keyboard() =>
        ZoekLeesVergelijk.DoeAsync(voorbeeld, "rietsnij", "Rietsnijdersbuurt");

    [Fact]
    public async Task From_home_to_the_largest_post_of_her_buurt_by_keyboard()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, 740);
        var pagina = await profiel.NewPageAsync();
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
    public Task No_page_breaks_a_rule_of_axe_or_overflows_on_a_phone() =>
        Scherm.ZonderGebrekenAsync(voorbeeld, PaginaTests.Paginas);

    [Fact]
    public async Task The_map_draws_every_buurt_in_the_class_of_its_legend()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart?jaar=2025&fase=realisatie");
        await Scherm.KaartKlaarAsync(pagina);

        Assert.Equal(60, await Scherm.GebiedenAsync(pagina, "gebied"));
        Assert.True(await Scherm.GebiedenAsync(pagina, "zonder") >= 2); // too few people: hatched
        Assert.False((await Scherm.PlekAsync(pagina, "zonder")).Gekleurd);
        var grenzen = await pagina.Locator(".legenda li").CountAsync();
        for (var i = 0; i < grenzen - 1; i++)
        {
            var plek = await Scherm.PlekAsync(pagina, $"klasse-{i}");
            Assert.True(plek.Gekleurd, $"class {i} is in the legend but not on the map");
            await pagina.Mouse.ClickAsync(plek.X, plek.Y);
            await Assertions.Expect(pagina.Locator("#gekozen a[href^='/buurten/']").First).ToBeVisibleAsync();
            Assert.Equal(1, await Scherm.GebiedenAsync(pagina, "gekozen"));
        }
        await pagina.Locator("#gekozen a[href^='/buurten/']").ClickAsync();
        await pagina.WaitForURLAsync("**/buurten/**");
    }

    [Fact]
    public async Task Without_javascript_the_choices_and_the_table_work()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, javascript: false);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart");
        await pagina.Locator("details.keuze summary").ClickAsync();
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
    [InlineData("/buurten/AA02-lantaarnbuurt")]
    [InlineData("/buurten/AA02-lantaarnbuurt?fase=verleend")]
    [InlineData("/stad")]
    public async Task The_money_of_an_area_prints_on_one_sheet_of_A4(string pad)
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync(pad);
        var pdf = System.Text.Encoding.Latin1.GetString(
            await pagina.PdfAsync(new() { Format = "A4", PreferCSSPageSize = true })
        );

        Assert.Single(System.Text.RegularExpressions.Regex.Matches(pdf, "/Type\\s*/Page[^s]"));
    }

    [Fact]
    public async Task The_keyboard_enters_the_map_and_leaves_it()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart");
        await Scherm.KaartKlaarAsync(pagina);
        await pagina.Locator(".leaflet-control-zoom-in").FocusAsync();
        for (var i = 0; i < 4; i++)
        {
            await pagina.Keyboard.PressAsync("Tab");
        }
        Assert.False(await pagina.EvaluateAsync<bool>("document.activeElement.closest('portal-map') !== null"));
    }
}

/// <summary>The same walk on the real city.</summary>
public sealed class AmsterdamBrowserTests(AmsterdamFixture amsterdam) : IClassFixture<AmsterdamFixture>
{
    [EchteDataFact]
    public async Task She_finds_the_Kolenkit_by_keyboard()
    {
        await ZoekLeesVergelijk.DoeAsync(amsterdam, "Kolenkit", "De Kolenkit");
    }

    [EchteDataFact]
    public async Task Years_breaks_masks_and_gebieden_are_accessible_on_a_phone_and_a_desk()
    {
        var versie = await amsterdam.Db.QuerySingleAsync<string>(
            "select versie || '/' || bronsleutel from begrotingspost_nu "
                + "where project = '(weggelaten: hierin staat een persoon)' order by id limit 1"
        );
        await Scherm.ZonderGebrekenAsync(
            amsterdam,
            [
                "/",
                "/kaart?jaar=2016&niveau=gebied",
                "/stad",
                "/stadsdelen/E-west?jaar=2023&jaarsoort=waarvoor",
                "/gebieden",
                "/gebieden/GE04-bos-en-lommer",
                "/begroting/vergelijk?gebied=E&gebied=M&jaar=2021",
                "/begroting/brug?jaar=2016",
                "/begroting/posten?jaar=2024&jaarsoort=waarvoor",
                $"/begroting/post/subsidieregister/{versie}",
                "/begroting/versies/subsidieregister",
                "/uitleg",
            ]
        );
    }
}
