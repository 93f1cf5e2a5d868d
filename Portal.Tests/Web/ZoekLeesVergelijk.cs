using System.Globalization;
using System.Text.Json;
using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>
/// Searches by keyboard, opens the area, and reads its amount in page, table and GeoJSON as one number.
/// </summary>
internal static class ZoekLeesVergelijk
{
    public static async Task DoeAsync(PortalFixture portaal, string zoek, string naam)
    {
        await using var profiel = await Chromium.OpenAsync(portaal, 360, 740);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/");
        await TabNaarAsync(pagina, "#zoek");
        await pagina.Keyboard.TypeAsync(zoek);
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync(adres => new Uri(adres).AbsolutePath != "/");
        if (pagina.Url.Contains("/zoek", StringComparison.Ordinal))
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

        await pagina.GotoAsync($"/kaart?jaar={jaar}&fase={fase}&niveau={(soorten == "wijken" ? "wijk" : "buurt")}");
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
