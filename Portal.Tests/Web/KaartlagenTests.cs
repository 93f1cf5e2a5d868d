using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>More than money on the map: what else is there, and one area to look at.</summary>
public sealed class KaartlagenTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private static async Task<IPage> OpenAsync(IBrowserContext profiel, string pad)
    {
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync(pad);
        await Scherm.KaartKlaarAsync(pagina);
        return pagina;
    }

    [Fact]
    public async Task A_layer_comes_and_goes_by_a_link_and_each_point_leads_to_its_page()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld);
        var pagina = await OpenAsync(profiel, "/kaart");

        await pagina.GetByRole(AriaRole.Link, new() { Name = "Toon Vergunningen" }).ClickAsync();
        await pagina.WaitForURLAsync("**laag=vergunningen**");
        await Scherm.KaartKlaarAsync(pagina);
        await Assertions.Expect(pagina.Locator("portal-map path.laag-0").First).ToBeAttachedAsync();
        var opDeKaart = await pagina.Locator("portal-map path.laag-0").CountAsync();
        Assert.Contains(
            $"{opDeKaart}, vanaf",
            await pagina.Locator(".lagen").InnerTextAsync(),
            StringComparison.Ordinal
        );

        await pagina.Locator("portal-map path.laag-0").Last.ClickAsync(new() { Force = true });
        Assert.StartsWith(
            "/vergunningen/",
            await pagina.Locator(".leaflet-popup a").First.GetAttributeAsync("href"),
            StringComparison.Ordinal
        );
        await pagina.GetByRole(AriaRole.Link, new() { Name = "Haal weg Vergunningen" }).ClickAsync();
        await Scherm.KaartKlaarAsync(pagina);
        Assert.DoesNotContain("laag=", pagina.Url, StringComparison.Ordinal);
        Assert.Equal(0, await pagina.Locator("portal-map path.laag-0").CountAsync());
    }

    [Fact]
    public async Task An_area_is_chosen_by_keyboard_and_the_address_brings_it_back()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, 740);
        var pagina = await OpenAsync(profiel, "/kaart?jaar=2025&fase=realisatie&programma=sport-en-recreatie");

        // Where one is, is written on the map: the names of the stadsdelen
        await Assertions.Expect(pagina.Locator(".plaatsnaam").First).ToBeAttachedAsync();
        Assert.Equal(
            await pagina.Locator(".plaatsnaam").CountAsync(),
            await pagina.Locator(".plaatsnaam", new() { HasTextRegex = new("^[A-Za-z -]+$") }).CountAsync()
        );
        await pagina.Locator("#gekozen select").FocusAsync();
        await pagina.Keyboard.TypeAsync("Lantaarnbuurt");
        await pagina.Keyboard.PressAsync("Enter");
        var link = pagina.Locator("#gekozen a").First;
        await Assertions.Expect(link).ToHaveTextAsync("Lantaarnbuurt");
        Assert.Contains("programma=sport-en-recreatie", await link.GetAttributeAsync("href"), StringComparison.Ordinal);
        await pagina.WaitForURLAsync("**gebied=AA02**");
        await pagina.WaitForURLAsync("**zicht=**");
        var adres = pagina.Url;

        var later = await OpenAsync(profiel, "/uitleg");
        await later.GotoAsync(adres);
        await Scherm.KaartKlaarAsync(later);
        await Assertions.Expect(later.Locator("#gekozen a").First).ToHaveTextAsync("Lantaarnbuurt");
        Assert.Equal(1, await Scherm.GebiedenAsync(later, "gekozen"));

        // Another year is the same piece of the map, with the same area, and one does not begin at the top again
        await later.Locator(".kaartknoppen button").ClickAsync();
        await later.Locator("details.keuze summary").ClickAsync();
        await later.Locator("#keuzes select[name=jaar]").SelectOptionAsync("2024");
        await later.Locator("#keuzes button").ClickAsync();
        await later.WaitForURLAsync("**jaar=2024**");
        await Scherm.KaartKlaarAsync(later);
        await Assertions.Expect(later.Locator("#gekozen a").First).ToHaveTextAsync("Lantaarnbuurt");
        Assert.Contains(new Uri(adres).Fragment.TrimStart('#').Split('&')[0], later.Url, StringComparison.Ordinal);
        var kaart = await later.Locator("portal-map").BoundingBoxAsync();
        Assert.InRange(kaart!.Y, 0, 200);
        Assert.Equal("kaart-kop", await later.EvaluateAsync<string>("document.activeElement.id"));
    }

    [Fact]
    public async Task Without_javascript_a_layer_is_a_list_and_with_it_axe_finds_nothing()
    {
        await using (var zonder = await Chromium.OpenAsync(voorbeeld, javascript: false))
        {
            var pagina = await zonder.NewPageAsync();
            await pagina.GotoAsync("/kaart?laag=bekendmakingen");
            await pagina
                .Locator(".lagen")
                .GetByRole(AriaRole.Link, new() { Name = "Bekendmakingen", Exact = true })
                .ClickAsync();
            await pagina.WaitForURLAsync("**/bekendmakingen?van=**");
        }
        await Scherm.ZonderGebrekenAsync(voorbeeld, ["/kaart?laag=bekendmakingen&laag=vergunningen"]);
    }

    [Fact]
    public async Task What_is_said_to_be_on_the_map_is_what_has_a_place()
    {
        var pagina = await voorbeeld.Http.GetStringAsync("/kaart?laag=bekendmakingen");
        var bron = System.Text.RegularExpressions.Regex.Match(
            System.Net.WebUtility.HtmlDecode(pagina),
            "\"src\":\"(/bekendmakingen[^\"]+)\""
        );

        Assert.Contains(
            $"<span class=\"klein\">{await TelAsync(bron.Groups[1].Value)}, vanaf",
            pagina,
            StringComparison.Ordinal
        );
    }

    private async Task<int> TelAsync(string adres)
    {
        using var json = System.Text.Json.JsonDocument.Parse(await voorbeeld.Http.GetStringAsync(adres));
        return (
            json.RootElement.TryGetProperty("features", out var features) ? features : json.RootElement
        ).GetArrayLength();
    }

    [Fact]
    public async Task A_layer_that_is_not_there_is_said()
    {
        using var antwoord = await voorbeeld.Http.GetAsync(new Uri("/kaart?laag=geheim", UriKind.Relative));

        Assert.Equal(400, (int)antwoord.StatusCode);
        Assert.Contains("laag", await antwoord.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
