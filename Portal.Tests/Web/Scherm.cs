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

    /// <summary>
    /// Where an area lies whose classes or title hold this, and whether the canvas has its colour there; nothing lies
    /// over that place.
    /// </summary>
    public static async Task<Kaartplek> PlekAsync(IPage pagina, string wat)
    {
        await pagina.Locator("portal-map").ScrollIntoViewIfNeededAsync();
        var plek = await pagina.EvaluateAsync<Kaartplek?>(
            """
            (wat) => {
              const svg = document.querySelector('portal-map').tekening()
              const zegt = (p) => p.getAttribute('class')?.includes(wat) || p.textContent.includes(wat)
              const rondom = [[0, 0], [6, 0], [-6, 0], [0, 6], [0, -6]]
              const plekken = [...svg.querySelectorAll('path')].filter(zegt).flatMap((p) => {
                const { x, y, width, height } = p.getBBox()
                const raster = (i) => [x + ((i % 19) + 1) * width / 20, y + (Math.floor(i / 19) + 1) * height / 20]
                const binnen = ([x, y]) => rondom.every(([dx, dy]) => p.isPointInFill(new DOMPoint(x + dx, y + dy)))
                const opScherm = ([x, y]) => new DOMPoint(x, y).matrixTransform(svg.getScreenCTM())
                const kleur = getComputedStyle(p).fill
                return Array.from({ length: 361 }, (_, i) => raster(i)).filter(binnen)
                  .map((punt) => ({ kleur, punt: opScherm(punt) }))
              })
              svg.remove()
              for (const { kleur, punt: { x, y } } of plekken) {
                const doek = document.elementFromPoint(x, y)
                if (doek?.localName !== 'canvas') continue
                const vak = doek.getBoundingClientRect()
                const [px, py] = [(x - vak.x) * doek.width / vak.width, (y - vak.y) * doek.height / vak.height]
                const [r, g, b] = doek.getContext('2d').getImageData(px, py, 1, 1).data
                const [vr, vg, vb] = (kleur.match(/\d+/g) ?? []).map(Number)
                return { x, y, gekleurd: Math.max(Math.abs(r - vr), Math.abs(g - vg), Math.abs(b - vb)) < 6 }
              }
              return null
            }
            """,
            wat
        );
        return plek ?? throw new InvalidOperationException($"No area on the map is or says {wat}.");
    }

    /// <summary>How many areas the map draws whose classes hold this.</summary>
    public static Task<int> GebiedenAsync(IPage pagina, string klasse) =>
        GebiedenAsync(pagina.Locator("portal-map"), klasse);

    /// <inheritdoc cref="GebiedenAsync(IPage, string)"/>
    public static Task<int> GebiedenAsync(ILocator kaart, string klasse) =>
        kaart.EvaluateAsync<int>(
            """
            (kaart, klasse) => {
              const svg = kaart.tekening()
              svg.remove()
              return svg.querySelectorAll(`path.${klasse}`).length
            }
            """,
            klasse
        );
}

/// <summary>A place on the screen.</summary>
internal sealed record Kaartplek
{
    public float X { get; init; }
    public float Y { get; init; }
    public bool Gekleurd { get; init; }
}
