using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>The map on a phone: it is the screen, with the box to search over it and a sheet under it.</summary>
public sealed class KaartTelefoonTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private const int Hoog = 740;

    private static async Task<IPage> OpenAsync(IBrowserContext profiel, string pad = "/kaart")
    {
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync(pad);
        await Scherm.KaartKlaarAsync(pagina);
        return pagina;
    }

    private static async Task<(float Boven, float Onder)> VakAsync(ILocator deel)
    {
        var vak = await deel.BoundingBoxAsync();
        return (vak!.Y, vak.Y + vak.Height);
    }

    [Fact]
    public async Task The_first_screen_is_the_map_with_the_search_and_the_way_to_layers_and_list()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, Hoog);
        var pagina = await OpenAsync(profiel);

        var kaart = await VakAsync(pagina.Locator("portal-map"));
        Assert.InRange(kaart.Boven, 0, 150);
        Assert.True(kaart.Onder - kaart.Boven > Hoog / 2, $"the map is {kaart.Onder - kaart.Boven} of {Hoog}");
        foreach (var deel in new[] { "#zoek", "#kaart-kop", "#gekozen select", ".kaartknoppen button", "#als-lijst" })
        {
            var vak = await VakAsync(pagina.Locator(deel));
            Assert.True(vak.Boven >= 0 && vak.Onder <= Hoog, $"{deel} stands from {vak.Boven} to {vak.Onder}");
        }
    }

    [Fact]
    public async Task Legend_layers_and_choices_are_in_a_sheet_that_opens_and_closes_by_keyboard()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, Hoog);
        var pagina = await OpenAsync(profiel);
        await Assertions.Expect(pagina.Locator("#blad .legenda")).ToBeHiddenAsync();

        await pagina.Locator(".kaartknoppen button").FocusAsync();
        await pagina.Keyboard.PressAsync("Enter");
        foreach (var deel in new[] { "#blad .legenda", "#blad .lagen", "#blad details.keuze" })
        {
            await Assertions.Expect(pagina.Locator(deel)).ToBeVisibleAsync();
        }
        await pagina.Keyboard.PressAsync("Escape");
        await Assertions.Expect(pagina.Locator("#blad .legenda")).ToBeHiddenAsync();
        Assert.Equal("Kleuren en lagen", await pagina.EvaluateAsync<string>("document.activeElement.textContent"));
    }

    [Fact]
    public async Task The_area_that_is_chosen_and_its_card_are_on_the_screen_together()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, Hoog);
        var pagina = await OpenAsync(profiel, "/kaart?niveau=buurt");
        await pagina.Locator("#gekozen select").SelectOptionAsync("AA02");

        var naam = pagina.Locator("#plekkaart a").First;
        await Assertions.Expect(naam).ToHaveTextAsync("Lantaarnbuurt");
        Assert.True((await VakAsync(naam)).Onder < Hoog);
        Assert.True((await VakAsync(pagina.Locator("portal-map"))).Onder < (await VakAsync(naam)).Boven);
        Assert.Equal(0, await pagina.EvaluateAsync<double>("scrollY"));
        await pagina.WaitForFunctionAsync(
            """
            () => {
              const kaart = document.querySelector('portal-map')
              const svg = kaart.tekening()
              const [v, k, z] = [svg.querySelector('.gekozen'), kaart, document.getElementById('zoek')].map((e) => e.getBoundingClientRect())
              svg.remove()
              return v.top >= z.bottom && v.bottom <= k.bottom && v.left >= 0 && v.right <= innerWidth
            }
            """
        );
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task Names_on_the_map_do_not_stand_over_each_other(int breed)
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, breed, Hoog);
        var pagina = await OpenAsync(profiel, "/kaart#zicht=8,52.5,5.4"); // far away, so that all of them are close together
        await pagina.Locator(".plaatsnaam").First.WaitForAsync(new() { State = WaitForSelectorState.Attached });

        var vakken = await pagina.EvaluateAsync<double[][]>(
            """
            [...document.querySelectorAll('.plaatsnaam')].filter((e) => getComputedStyle(e).visibility === 'visible')
              .map((e) => e.getBoundingClientRect()).map((v) => [v.left, v.right, v.top, v.bottom])
            """
        );
        Assert.NotEmpty(vakken);
        Assert.True(vakken.Length < await pagina.Locator(".plaatsnaam").CountAsync(), "they were not close together");
        foreach (var (a, b) in vakken.SelectMany((a, i) => vakken.Skip(i + 1).Select(b => (a, b))))
        {
            Assert.False(a[0] < b[1] && b[0] < a[1] && a[2] < b[3] && b[2] < a[3]);
        }
    }

    [Fact]
    public async Task Without_javascript_the_page_is_the_list_and_axe_finds_nothing_in_the_open_sheet()
    {
        await using (var zonder = await Chromium.OpenAsync(voorbeeld, 360, Hoog, javascript: false))
        {
            var pagina = await zonder.NewPageAsync();
            await pagina.GotoAsync("/kaart");
            await Assertions.Expect(pagina.Locator(".lagen")).ToBeVisibleAsync();
            await Assertions.Expect(pagina.Locator(".kaartknoppen button")).ToBeHiddenAsync();
            await pagina.Locator("#als-lijst").ClickAsync();
            await pagina.WaitForURLAsync("**/kaart/lijst**");
        }
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, Hoog);
        var open = await OpenAsync(profiel);
        await open.Locator(".kaartknoppen button").ClickAsync();
        await Scherm.ZonderGebrekenAsync(open, "the open sheet");
    }
}
