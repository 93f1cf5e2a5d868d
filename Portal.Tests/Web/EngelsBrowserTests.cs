using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>What a reader of English sees, hears and can press.</summary>
public sealed class EngelsBrowserTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    /// <summary>Words that no sentence in English has; what a source wrote says that it is Dutch.</summary>
    private const string Nederlands = """
        () => {
          const woorden = [' van ', ' het ', ' gemeente', 'bedragen', ' een ', ' geen ', ' deze ', ' wordt ', ' naar ', ' voor ']
          const fout = []
          const kijk = (element, tekst) => {
            if (element.closest('[lang]').lang === 'nl' || element.closest('script, style, head')) return
            const zin = ` ${tekst.replace(/\s+/g, ' ')} `.toLowerCase()
            if (woorden.some((w) => zin.includes(w))) fout.push(tekst.trim())
          }
          const teksten = document.createTreeWalker(document.documentElement, NodeFilter.SHOW_TEXT)
          while (teksten.nextNode()) kijk(teksten.currentNode.parentElement, teksten.currentNode.data)
          for (const naam of ['aria-label', 'title', 'alt', 'placeholder', 'data-kop'])
            for (const element of document.querySelectorAll(`[${naam}]`)) kijk(element, element.getAttribute(naam))
          return fout
        }
        """;

    [Fact]
    public Task Every_page_is_sound_on_a_phone_and_has_no_Dutch_that_does_not_say_so() => // at a desk: as in Dutch
        Scherm.ZonderGebrekenAsync(
            voorbeeld,
            [.. EngelsTests.Paginas.Select(EngelsTests.En)],
            360,
            740,
            async (pagina, waar) =>
            {
                var fout = await pagina.EvaluateAsync<string[]>(Nederlands);
                Assert.True(fout.Length == 0, $"{waar}: {string.Join("; ", fout.Take(5))}");
            }
        );

    [Theory]
    [InlineData(320, 100)]
    [InlineData(360, 200)]
    public async Task Nothing_sticks_out_of_a_narrow_screen_or_with_large_letters(int breed, int letters)
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, breed, 740);
        var pagina = await profiel.NewPageAsync();
        var fout = new List<string>();
        foreach (var pad in EngelsTests.Paginas.Select(EngelsTests.En))
        {
            await pagina.GotoAsync(pad);
            await pagina.EvaluateAsync("l => document.documentElement.style.fontSize = `${l}%`", letters);
            var over = await pagina.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth");
            fout.AddRange(over <= 0 ? [] : [$"{pad} is {over} wider than {breed} with letters of {letters} %"]);
        }
        Assert.True(fout.Count == 0, string.Join("; ", fout));
    }

    [Theory]
    [InlineData(360)]
    [InlineData(1280)]
    public async Task The_switch_keeps_the_page_and_the_choice_without_JavaScript_or_a_cookie(int breed)
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld, breed, 740, javascript: false);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart?jaar=2024&per=totaal");
        foreach (
            var (naam, adres) in new[]
            {
                ("English", "**/en/kaart?jaar=2024&per=totaal"),
                ("Nederlands", "**/kaart?jaar=2024&per=totaal"),
            }
        )
        {
            if (breed < 900)
            {
                await pagina.GetByText("Menu", new() { Exact = true }).ClickAsync();
            }
            var wissel = pagina.GetByRole(AriaRole.Link, new() { Name = naam });
            var vak = await wissel.BoundingBoxAsync();
            Assert.True(vak is { Height: >= 24, Width: >= 24 }, $"{naam} is {vak?.Width} by {vak?.Height}");
            await wissel.ClickAsync();
            await pagina.WaitForURLAsync(adres);
        }
        Assert.Empty(await profiel.CookiesAsync());
    }

    [Fact]
    public async Task A_form_a_suggestion_and_the_large_map_stay_English()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/en/kaart");
        await pagina.GetByText("change", new() { Exact = true }).ClickAsync();
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Show" }).ClickAsync();
        await pagina.WaitForURLAsync("**/en/kaart?*");
        await Scherm.KaartKlaarAsync(pagina);
        var plek = await Scherm.PlekAsync(pagina, "klasse-2");
        await pagina.Mouse.ClickAsync(plek.X, plek.Y);
        var venster = pagina.Locator("#gekozen");
        await Assertions.Expect(venster).ToContainTextAsync(" per resident");
        await venster.GetByRole(AriaRole.Link).First.ClickAsync();
        await pagina.WaitForURLAsync("**/en/buurten/*");

        await pagina.GotoAsync("/en");
        await pagina.GetByRole(AriaRole.Combobox).PressSequentiallyAsync("havenkant");
        var suggestie = pagina.GetByRole(AriaRole.Option).First;
        await Assertions.Expect(suggestie).ToContainTextAsync("borough");
        await suggestie.ClickAsync();
        await pagina.WaitForURLAsync("**/en/stadsdelen/*");
    }
}
