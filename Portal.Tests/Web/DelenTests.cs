using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>At a chart or a map: its link, its rows and its picture, to take along.</summary>
public sealed class DelenTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Fact]
    public async Task A_chart_gives_its_rows_and_its_picture()
    {
        await using var scherm = await Chromium.OpenAsync(voorbeeld, breed: 360);
        var pagina = await scherm.NewPageAsync();
        await pagina.GotoAsync("/kaart/vergelijk");
        await pagina.Locator(".spreiding + .deelknop").ClickAsync();
        await Assertions.Expect(pagina.Locator("#delen")).ToBeVisibleAsync();

        Assert.Contains(
            "/kaart/vergelijk",
            await pagina.Locator("#delen [name=link]").InputValueAsync(),
            StringComparison.Ordinal
        );
        Assert.Empty((await pagina.Locator("#delen").RunAxe()).Violations);
        var svg = await BewaarAsync(pagina, "svg");
        Assert.StartsWith("<svg", svg, StringComparison.Ordinal);
        Assert.Contains("font-family", svg, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(svg);
        Assert.Equal("\u0089PNG", (await BewaarAsync(pagina, "png"))[..4]);
        var csv = await BewaarAsync(pagina, "csv");
        Assert.True(csv.Split('\n').Length > 5, csv);
        await pagina.Keyboard.PressAsync("Escape");
        await Assertions.Expect(pagina.Locator("#delen")).ToBeHiddenAsync();
    }

    [Fact]
    public async Task The_map_gives_the_line_for_another_site()
    {
        await using var scherm = await Chromium.OpenAsync(voorbeeld);
        var pagina = await scherm.NewPageAsync();
        await pagina.GotoAsync("/kaart");
        await Scherm.KaartKlaarAsync(pagina);
        await pagina.Locator(".kaart-blok + .deelknop").ClickAsync();
        await Assertions.Expect(pagina.Locator("#delen")).ToBeVisibleAsync();

        Assert.Contains(
            "<iframe",
            await pagina.Locator("#delen [name=insluiten]").InputValueAsync(),
            StringComparison.Ordinal
        );
        Assert.True((await BewaarAsync(pagina, "csv")).Split('\n').Length > 5);
        var svg = await BewaarAsync(pagina, "svg");
        Assert.Equal(60, svg.Split("<title>").Length - 1); // each buurt with what it says
        Assert.Contains("pattern", svg, StringComparison.Ordinal);
        System.Xml.Linq.XDocument.Parse(svg);
    }

    private static async Task<string> BewaarAsync(IPage pagina, string wat)
    {
        var bestand = await pagina.RunAndWaitForDownloadAsync(() =>
            pagina.Locator($"#delen [data-wat={wat}]").ClickAsync()
        );
        return System.Text.Encoding.Latin1.GetString(await File.ReadAllBytesAsync((await bestand.PathAsync())!));
    }
}
