using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>Names as some clerk will write them, on a phone and at a desk.</summary>
public sealed class VreemdeNamenBrowserTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Fact]
    public Task They_break_no_rule_of_axe_and_nothing_scrolls_sideways() =>
        Scherm.ZonderGebrekenAsync(voorbeeld, VreemdeNamen.Paginas);

    [Fact]
    public async Task The_map_says_a_name_and_does_not_run_it()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart");
        await Scherm.KaartKlaarAsync(pagina);

        var plek = await Scherm.PlekAsync(pagina, VreemdeNamen.Buurt);
        await pagina.Mouse.MoveAsync(plek.X - 1, plek.Y);
        await pagina.Mouse.MoveAsync(plek.X, plek.Y);
        await Assertions
            .Expect(pagina.Locator(".leaflet-tooltip").Filter(new() { HasText = VreemdeNamen.Buurt }))
            .ToHaveCountAsync(1);
        Assert.Equal(0, await pagina.Locator(".leaflet-tooltip b").CountAsync());
    }
}
