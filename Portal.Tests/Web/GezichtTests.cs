using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>What every page owes a small screen, large letters and a thin wire.</summary>
public sealed class GezichtTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    internal static readonly string[] Paginas =
    [
        "/",
        "/kaart",
        "/kaart/vergelijk",
        "/buurten/AA01-havenhoofd",
        "/buurten/AA01-havenhoofd?programma=welzijn-en-zorg",
        "/stad",
        "/begroting/posten",
        "/begroting/vergelijk",
        "/begroting/brug",
        "/zoek?q=noord",
        "/initiatieven",
        "/uitleg",
        "/data",
        "/bronnen",
    ];

    [Theory]
    [InlineData(320, 100)]
    [InlineData(360, 200)]
    public async Task Nothing_sticks_out_of_a_narrow_screen_or_with_large_letters(int breed, int letters)
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, breed, 740);
        var pagina = await profiel.NewPageAsync();
        var fout = new List<string>();
        foreach (var pad in Paginas)
        {
            await pagina.GotoAsync(pad);
            await pagina.EvaluateAsync("l => document.documentElement.style.fontSize = `${l}%`", letters);
            var over = await pagina.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            fout.AddRange(over <= 0 ? [] : [$"{pad} is {over} wider than {breed} with letters of {letters} %"]);
        }
        Assert.True(fout.Count == 0, string.Join("; ", fout));
    }

    [Theory]
    [InlineData("/buurten/AA01-havenhoofd")]
    [InlineData("/wijken/AA-havenkwartier")]
    [InlineData("/stad")]
    public async Task The_answer_stands_on_a_phone_without_scrolling(string pad)
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, 740);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync(pad);
        var vak = await pagina.Locator("#antwoord").BoundingBoxAsync();

        Assert.True(vak!.Y + vak.Height < 740, $"{pad}: the answer ends at {vak.Y + vak.Height}");
    }

    [Theory]
    [InlineData(100, true)]
    [InlineData(200, false)]
    public async Task The_box_to_search_lies_over_the_map_until_letters_are_large(int letters, bool erover)
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, 740);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart");
        await pagina.EvaluateAsync("l => document.documentElement.style.fontSize = `${l}%`", letters);
        await Assertions.Expect(pagina.Locator(".plekknop")).ToBeVisibleAsync();
        var zoek = await pagina.Locator(".kaart-blok > .zoek").BoundingBoxAsync();
        var kaart = await pagina.Locator("portal-map").BoundingBoxAsync();

        Assert.Equal(erover, kaart!.Y < zoek!.Y + zoek.Height);
        Assert.True(kaart.Height > 740 / 3.0, $"the map is {kaart.Height} high");
    }

    [Theory]
    [InlineData("/kaart")]
    [InlineData("/en/kaart?niveau=wijk")]
    [InlineData("/kaart/insluiten")]
    public async Task What_the_map_draws_comes_along_with_its_scripts_and_once(string pad)
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, 740);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync(pad);
        await pagina.Locator("portal-map[data-klaar]").WaitForAsync();
        var gevraagd = await pagina.EvaluateAsync<string[]>(
            "performance.getEntriesByType('resource').filter(r => /[.]topojson|cijfers/.test(r.name)).map(r => r.initiatorType)"
        );

        Assert.Equal(["link", "link", "link"], gevraagd);
    }

    [Fact]
    public async Task Only_the_large_maps_load_Leaflet_and_a_page_asks_for_little()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, 740);
        foreach (var pad in Paginas)
        {
            var pagina = await profiel.NewPageAsync();
            var gevraagd = new List<string>();
            pagina.Request += (_, r) => gevraagd.Add(new Uri(r.Url).AbsolutePath);
            await pagina.GotoAsync(pad, new() { WaitUntil = WaitUntilState.NetworkIdle });

            var kaart = pad is "/kaart" or "/initiatieven";
            Assert.Equal(kaart, gevraagd.Any(g => g.Contains("leaflet.", StringComparison.Ordinal)));
            // The large map has its box to search, the lines and names of the larger areas, and what draws on canvas
            var hoogstens =
                pad == "/kaart" ? 16
                : kaart ? 13
                : 8;
            Assert.True(gevraagd.Distinct().Count() <= hoogstens, $"{pad}: {string.Join(' ', gevraagd)}");
            Assert.Single(gevraagd, g => g.EndsWith(".woff2", StringComparison.Ordinal));
            await pagina.CloseAsync();
        }
    }

    [Fact]
    public async Task The_menu_says_where_she_is_and_opens_behind_a_button_on_a_phone()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, 360, 740, javascript: false);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/buurten/AA01-havenhoofd");
        var buurten = pagina.Locator("header details a[href='/buurten']");
        await Assertions.Expect(buurten).ToBeHiddenAsync();
        await pagina.GetByText("Menu", new() { Exact = true }).ClickAsync();
        await Assertions.Expect(buurten).ToHaveAttributeAsync("aria-current", "true");
        await buurten.ClickAsync();
        await pagina.WaitForURLAsync("**/buurten");
        await Assertions
            .Expect(pagina.Locator("header details a[href='/buurten']"))
            .ToHaveAttributeAsync("aria-current", "page");
    }

    [Fact]
    public async Task Two_areas_of_about_the_same_size_stand_beside_each_other_where_nothing_is_chosen()
    {
        var html = await voorbeeld.Http.GetStringAsync("/begroting/vergelijk");
        var inwoners = Regex.Match(html, "Inwoners</th>(.*?)</tr>", RegexOptions.Singleline).Groups[1].Value;
        var aantallen = Regex
            .Matches(inwoners, @">([\d.]+)<")
            .Select(m =>
                int.Parse(
                    m.Groups[1].Value.Replace(".", "", StringComparison.Ordinal),
                    System.Globalization.CultureInfo.InvariantCulture
                )
            )
            .ToList();

        Assert.Equal(2, aantallen.Count);
        Assert.InRange(aantallen[0] / (double)aantallen[1], 0.95, 1.05);
        Assert.Contains("id=\"antwoord\"", html, StringComparison.Ordinal);
    }
}
