using Microsoft.Playwright;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Iv3;

/// <summary>The page of municipalities at a phone and at a desk, in Debian's Chromium.</summary>
public sealed class Iv3BrowserTests(Iv3Fixture iv3) : IClassFixture<Iv3Fixture>
{
    private static readonly string[] Paginas =
    [
        "/begroting/gemeenten",
        "/begroting/gemeenten?jaar=2024&fase=begroting&gemeente=Schiermonnikoog&taakveld=8.2",
        "/begroting/gemeenten?gemeente=Vijfheerenlanden&taakveld=0.10",
        "/begroting/gemeenten?jaar=2024&fase=realisatie",
    ];

    [EchteDataFact]
    public Task No_rule_of_axe_is_broken_and_nothing_overflows() =>
        Scherm.ZonderGebrekenAsync(iv3, Paginas, WoordenInDeTekeningAsync);

    internal static async Task WoordenInDeTekeningAsync(IPage pagina, string waar)
    {
        Assert.True(
            await pagina.EvaluateAsync<bool>(
                "[...document.querySelectorAll('.stippen text')].every(t => { const r = "
                    + "t.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth })"
            ),
            $"words run out of the drawing on {waar}"
        );
    }

    [EchteDataFact]
    public async Task Without_javascript_she_chooses_her_municipality_and_task()
    {
        await using var profiel = await Chromium.OpenAsync(iv3, javascript: false);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/begroting/gemeenten");
        await pagina.Locator("details.keuze summary").ClickAsync();
        await pagina.Locator("input[name=gemeente]").FillAsync("Zwolle");
        await pagina.Locator("select[name=taakveld]").SelectOptionAsync("7.3");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();

        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Afval in 2023" }))
            .ToBeVisibleAsync();
        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Img, new() { NameRegex = new("Afval.*Zwolle") }))
            .ToBeVisibleAsync();
        Assert.Contains("gemeente=Zwolle", pagina.Url, StringComparison.Ordinal);
        await pagina.GetByRole(AriaRole.Link, new() { NameRegex = new("^Alle \\d+ taken") }).ClickAsync();
        await Assertions.Expect(pagina.Locator("#alles")).ToHaveTextAsync("Alle taken van Zwolle");
        Assert.Equal(69, await pagina.Locator("#taakvelden tbody tr").CountAsync());
    }
}

/// <summary>The same on the small file.</summary>
public sealed class Iv3KleinBrowserTests(Iv3KleinFixture iv3) : IClassFixture<Iv3KleinFixture>
{
    private static readonly string[] Paginas =
    [
        "/begroting/gemeenten",
        "/begroting/gemeenten?jaar=2024&fase=begroting&gemeente=Oeverzand&taakveld=8.2",
        "/begroting/gemeenten?gemeente=Stillewaarden&taakveld=0.10",
        "/begroting/gemeenten?jaar=2024&fase=realisatie",
    ];

    [Fact]
    public Task No_rule_of_axe_is_broken_and_nothing_overflows() =>
        Scherm.ZonderGebrekenAsync(iv3, Paginas, Iv3BrowserTests.WoordenInDeTekeningAsync);

    [Fact]
    public async Task Without_javascript_she_chooses_her_municipality_and_task()
    {
        await using var profiel = await Chromium.OpenAsync(iv3, javascript: false);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/begroting/gemeenten");
        await pagina.Locator("details.keuze summary").ClickAsync();
        await pagina.Locator("input[name=gemeente]").FillAsync("Rietmeer");
        await pagina.Locator("select[name=taakveld]").SelectOptionAsync("7.3");
        await pagina.Locator("input[name=naast]").First.FillAsync("Oeverzand");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();

        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Afval in 2023" }))
            .ToBeVisibleAsync();
        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Img, new() { NameRegex = new("Afval.*Rietmeer") }))
            .ToBeVisibleAsync();
        await pagina.GetByRole(AriaRole.Link, new() { NameRegex = new("^Alle \\d+ taken") }).ClickAsync();
        await Assertions.Expect(pagina.Locator("#alles")).ToHaveTextAsync("Alle taken van Rietmeer");
        Assert.Equal(12, await pagina.Locator("#taakvelden tbody tr").CountAsync());
        Assert.Equal(
            ["Oeverzand", "Rietmeer"],
            (await pagina.Locator("#gemeenten-lijst strong").AllInnerTextsAsync()).Order(StringComparer.Ordinal)
        );
    }
}
