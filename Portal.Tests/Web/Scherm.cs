using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>Every page on every screen: WCAG 2.2 AA, nothing wider than the screen, no error in the console.</summary>
internal static class Scherm
{
    private static readonly AxeRunOptions Regels = new()
    {
        ResultTypes = [ResultType.Violations], // of what passes, axe need not describe every element
        RunOnly = new RunOnlyOptions
        {
            Type = "tag",
            Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
        },
    };

    private static readonly (int Breed, int Hoog)[] TelefoonEnBureau = [(360, 740), (1280, 900)];

    /// <summary>Walks past the pages on a phone, and looks at each at a desk too before it goes on.</summary>
    public static Task ZonderGebrekenAsync(
        PortalFixture portaal,
        IReadOnlyList<string> paden,
        Func<IPage, string, Task>? ook = null
    ) => ZonderGebrekenAsync(portaal, paden, TelefoonEnBureau, ook);

    public static Task ZonderGebrekenAsync(
        PortalFixture portaal,
        IReadOnlyList<string> paden,
        int breed,
        int hoog,
        Func<IPage, string, Task>? ook,
        ColorScheme kleuren = ColorScheme.Light
    ) => ZonderGebrekenAsync(portaal, paden, [(breed, hoog)], ook, kleuren);

    private static async Task ZonderGebrekenAsync(
        PortalFixture portaal,
        IReadOnlyList<string> paden,
        (int Breed, int Hoog)[] schermen,
        Func<IPage, string, Task>? ook,
        ColorScheme kleuren = ColorScheme.Light
    )
    {
        await using var profiel = await Chromium.OpenAsync(portaal, kleuren: kleuren);
        var pagina = await profiel.NewPageAsync();
        var fouten = new List<string>();
        pagina.Console += (_, m) => fouten.AddRange(m.Type == "error" ? [m.Text] : []);
        foreach (var pad in paden)
        {
            foreach (var (breed, hoog) in schermen)
            {
                await pagina.SetViewportSizeAsync(breed, hoog);
                if (breed == schermen[0].Breed)
                {
                    Assert.Equal(200, (await pagina.GotoAsync(pad))!.Status); // the error page is clean too
                }
                await KaartKlaarAsync(pagina);
                await ZonderGebrekenAsync(pagina, $"{pad} at {breed}");
                await (ook?.Invoke(pagina, $"{pad} at {breed}") ?? Task.CompletedTask);
            }
        }
        Assert.Empty(fouten);
    }

    public static async Task ZonderGebrekenAsync(IPage pagina, string waar)
    {
        var resultaat = await pagina.RunAxe(Regels);
        var gebreken = resultaat.Violations.Select(v =>
            $"{v.Id} {string.Join(" ", v.Nodes.Take(3).Select(n => n.Html))}"
        );
        Assert.True(resultaat.Violations.Length == 0, $"{waar}: {string.Join("; ", gebreken)}");
        Assert.True(
            await pagina.EvaluateAsync<int>("document.documentElement.scrollWidth - innerWidth") <= 0,
            $"{waar} is wider than the screen"
        );
    }

    public static async Task KaartKlaarAsync(IPage pagina)
    {
        foreach (var kaart in await pagina.Locator("portal-map").AllAsync())
        {
            await kaart.ScrollIntoViewIfNeededAsync(); // below a list it is fetched when somebody comes near
            await Assertions.Expect(kaart).ToHaveAttributeAsync("data-klaar", new Regex(@"\d+"));
        }
    }
}
