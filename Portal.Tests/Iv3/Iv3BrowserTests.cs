using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Iv3;

/// <summary>The page of municipalities at a phone and at a desk, in Debian's Chromium.</summary>
[Collection(Iv3Fixture.Naam)]
public sealed class Iv3BrowserTests(Iv3Fixture iv3)
{
    private static readonly string[] Paginas =
    [
        "/begroting/gemeenten",
        "/begroting/gemeenten?jaar=2024&fase=begroting&gemeente=Schiermonnikoog&taakveld=8.2",
        "/begroting/gemeenten?gemeente=Vijfheerenlanden&taakveld=0.10",
        "/begroting/gemeenten?jaar=2024&fase=realisatie",
    ];

    [EchteDataFact]
    public async Task No_rule_of_axe_is_broken_and_nothing_overflows()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await PortalFixture.ChromiumAsync(playwright);
        foreach (var breed in new[] { 360, 1280 })
        {
            var pagina = await browser.NewPageAsync(
                new()
                {
                    ViewportSize = new() { Width = breed, Height = 800 },
                    BaseURL = iv3.Adres.ToString(),
                }
            );
            foreach (var pad in Paginas)
            {
                Assert.Equal(200, (await pagina.GotoAsync(pad))!.Status); // the error page is clean too
                var resultaat = await pagina.RunAxe(
                    new AxeRunOptions
                    {
                        RunOnly = new RunOnlyOptions
                        {
                            Type = "tag",
                            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
                        },
                    }
                );
                Assert.True(
                    resultaat.Violations.Length == 0,
                    $"{pad} at {breed}: {string.Join("; ", resultaat.Violations.Select(v => $"{v.Id} {string.Join(" ", v.Nodes.Take(3).Select(n => n.Html))}"))}"
                );
                Assert.True(
                    await pagina.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0,
                    $"{pad} is wider than {breed}"
                );
                Assert.True(
                    await pagina.EvaluateAsync<bool>(
                        "[...document.querySelectorAll('.stippen text')].every(t => { const r = t.getBoundingClientRect(); return r.left >= 0 && r.right <= innerWidth })"
                    ),
                    $"words run out of the drawing on {pad} at {breed}"
                );
            }
            if (Environment.GetEnvironmentVariable("PORTAL_TEST_BEELD") is { } map)
            {
                await pagina.GotoAsync(Paginas[0]);
                await pagina.ScreenshotAsync(new() { Path = Path.Combine(map, $"iv3-{breed}.png") });
            }
            await pagina.CloseAsync();
        }
    }

    [EchteDataFact]
    public async Task Without_javascript_she_chooses_her_municipality_and_task()
    {
        using var playwright = await Playwright.CreateAsync();
        await using var browser = await PortalFixture.ChromiumAsync(playwright);
        var pagina = await browser.NewPageAsync(new() { BaseURL = iv3.Adres.ToString(), JavaScriptEnabled = false });
        await pagina.GotoAsync("/begroting/gemeenten");
        await pagina.Locator("select[name=gemeente]").SelectOptionAsync("Zwolle");
        await pagina.Locator("select[name=taakveld]").SelectOptionAsync("7.3");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Toon" }).ClickAsync();

        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Heading, new() { Name = "Afval in 2023" }))
            .ToBeVisibleAsync();
        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Img, new() { NameRegex = new("Afval.*Zwolle") }))
            .ToBeVisibleAsync();
        Assert.Contains("gemeente=Zwolle", pagina.Url, StringComparison.Ordinal);
        Assert.Equal(69, await pagina.Locator("#taakvelden tbody tr").CountAsync());
    }
}
