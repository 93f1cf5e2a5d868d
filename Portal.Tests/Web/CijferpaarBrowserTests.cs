using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>Two figures side by side, on every screen and without JavaScript.</summary>
public sealed class CijferpaarBrowserTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private static readonly string[] Paginas =
    [
        "/kaart/vergelijk",
        "/kaart/vergelijk?niveau=stadsdeel&x=geld&xprogramma=sport-en-recreatie&y=per-1000:vergunningen&sorteer=x",
        "/kaart/vergelijk?niveau=buurt&x=geld&xjaar=2024&y=geld&yjaar=2025",
        "/en/kaart/vergelijk",
    ];

    [Fact]
    public async Task No_rule_of_axe_is_broken_and_nothing_overflows()
    {
        await Scherm.ZonderGebrekenAsync(voorbeeld, Paginas, WoordenInDeTekeningAsync);
        await Scherm.ZonderGebrekenAsync(voorbeeld, Paginas[..1], 360, 740, null, ColorScheme.Dark);
    }

    private static async Task WoordenInDeTekeningAsync(IPage pagina, string waar)
    {
        foreach (var balk in await pagina.Locator(".schuif input").AllAsync())
        {
            await balk.PressAsync("Home");
            Assert.Equal("2025", await balk.GetAttributeAsync("aria-valuetext"));
            Assert.Equal("inset(0px 0px 0px 0%)", await LaatsteAsync());
            await balk.PressAsync("End");
            Assert.Equal("inset(0px 0px 0px 100%)", await LaatsteAsync());
        }
        Assert.Equal(
            waar.Contains("yjaar", StringComparison.Ordinal) ? 1 : 0,
            await pagina.Locator(".schuif input").CountAsync()
        );
        Assert.True(
            await pagina.EvaluateAsync<bool>(
                "[...document.querySelectorAll('.spreiding text')].every(t => { const r = "
                    + "t.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth })"
            ),
            $"words run out of the drawing on {waar}"
        );

        Task<string> LaatsteAsync() =>
            pagina.Locator(".tweejaren > .kaartje").Last.EvaluateAsync<string>("k => getComputedStyle(k).clipPath");
    }

    [Fact]
    public async Task Without_javascript_she_chooses_two_figures_and_the_map_legend_and_table_say_the_same()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, javascript: false);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart/vergelijk");
        await pagina.Locator("details.keuze summary").ClickAsync();
        await pagina.Locator("select[name=niveau]").SelectOptionAsync("buurt");
        await pagina.Locator("select[name=y]").SelectOptionAsync("per-1000:vergunningen");
        await pagina.Locator("select[name=xprogramma]").SelectOptionAsync("welzijn-en-zorg");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Vergelijk" }).ClickAsync();

        Assert.Contains("xprogramma=welzijn-en-zorg", pagina.Url, StringComparison.Ordinal);
        Assert.Equal(60, await pagina.Locator(".kaartje path:not(.rand)").CountAsync());
        var stippen = await pagina.Locator(".spreiding circle").CountAsync();
        Assert.Equal(stippen, 60 - await pagina.Locator(".kaartje path.zonder").CountAsync());
        var hoogLaag = await pagina.Locator(".kaartje path.bi-20").CountAsync();
        Assert.Equal(
            $"{hoogLaag}",
            (await pagina.Locator(".tweekleur tbody tr").Last.Locator("td").Last.InnerTextAsync()).Trim()
        );
        Assert.Equal(hoogLaag, await pagina.Locator("#gebieden td:text-is('hoog, laag')").CountAsync());
        Assert.Contains(
            "betekent niet dat",
            await pagina.Locator(".geen-oorzaak").InnerTextAsync(),
            StringComparison.Ordinal
        );

        await pagina.GetByRole(AriaRole.Link, new() { NameRegex = new("^Vergunningen per 1.000") }).ClickAsync();
        await pagina.WaitForURLAsync("**sorteer=y**");
        var waarden = (await pagina.Locator("#gebieden td:nth-child(3)").AllInnerTextsAsync())
            .Where(w => !w.Contains("geen", StringComparison.Ordinal))
            .Select(w => decimal.Parse(w, Portal.Web.Taal.Nederlands))
            .ToList();
        Assert.Equal(waarden.OrderDescending(), waarden);
    }
}
