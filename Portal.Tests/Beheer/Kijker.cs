using Microsoft.Playwright;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>Somebody of staff in Chromium, who came in already.</summary>
internal static class Kijker
{
    /// <param name="telefoon">Pages that are walked on a phone only, and by keyboard.</param>
    public static async Task LoopAsync(
        PortalFixture portaal,
        string rol,
        IReadOnlyList<string> paden,
        IReadOnlyList<string>? telefoon = null
    )
    {
        var zij = await Bezoek.VanAsync(portaal, rol);
        foreach (var (breed, hoog) in new[] { (360, 740), (1280, 900) })
        {
            await using var profiel = await Chromium.OpenAsync(portaal, breed, hoog);
            var pagina = await OpenAsync(portaal, profiel, zij);
            foreach (var pad in paden)
            {
                Assert.Equal(200, (await pagina.GotoAsync(pad))!.Status);
                await Scherm.ZonderGebrekenAsync(pagina, $"{pad} at {breed}");
            }
            foreach (var pad in breed == 360 ? telefoon ?? [] : [])
            {
                Assert.Equal(200, (await pagina.GotoAsync(pad))!.Status);
                await Assertions.Expect(pagina.Locator("main")).Not.ToContainTextAsync("ververst vanzelf");
                await Scherm.ZonderGebrekenAsync(pagina, $"{pad} at {breed}");
                await ToetsenbordAsync(pagina, pad);
            }
        }
    }

    /// <summary>
    /// Every control of the page is reached by Tab, once, in its order, in sight and with a line around it.
    /// </summary>
    private static async Task ToetsenbordAsync(IPage pagina, string waar)
    {
        var stops = await pagina.EvaluateAsync<int>(
            """
            () => {
              const kies = 'a[href], button, input:not([type=hidden]), select, textarea, summary, [tabindex="0"]'
              const alle = [...document.querySelectorAll('main :is(' + kies + ')')]
                .filter((e) => !e.disabled && e.checkVisibility())
              const groep = (e) => alle.filter((r) => r.type === 'radio' && r.name === e.name)
              const eerste = (e) => groep(e).find((r) => r.checked) ?? groep(e)[0]
              const stops = alle.filter((e) => e.type !== 'radio' || e === eerste(e))
              stops.forEach((e, i) => (e.dataset.stop = i))
              document.querySelector('main').tabIndex = -1
              document.querySelector('main').focus()
              return stops.length
            }
            """
        );
        List<string> gezien = [];
        for (var i = 0; i < 10 * (stops + 1); i++) // a date has stops of its own in it
        {
            await pagina.Keyboard.PressAsync("Tab");
            var stop = await pagina.EvaluateAsync<string>(
                """
                () => {
                  const e = document.activeElement
                  if (!e.closest('main')) return ''
                  const [vak, stijl] = [e.getBoundingClientRect(), getComputedStyle(e)]
                  const zicht = vak.bottom > 0 && vak.top < innerHeight ? '' : ' out of sight'
                  const lijn = stijl.outlineStyle !== 'none' || stijl.boxShadow !== 'none'
                  return e.dataset.stop + zicht + (lijn ? '' : ' without a line')
                }
                """
            );
            if (stop.Length == 0)
            {
                break;
            }
            if (gezien.LastOrDefault()?.Split(' ')[0] != stop.Split(' ')[0])
            {
                gezien.Add(stop);
            }
        }
        Assert.True(
            gezien.SequenceEqual(Enumerable.Range(0, stops).Select(i => $"{i}")),
            $"{waar} by keyboard: {string.Join(", ", gezien)} of {stops}"
        );
    }

    public static async Task<IPage> OpenAsync(PortalFixture portaal, IBrowserContext profiel, Bezoek wie)
    {
        await profiel.AddCookiesAsync(
            wie.Koekjes.Where(k => k.Value.Length > 0)
                .Select(k => new Cookie
                {
                    Name = k.Key,
                    Value = k.Value,
                    Url = portaal.Adres.ToString().Replace("http:", "https:", StringComparison.Ordinal),
                    Secure = true,
                    HttpOnly = true,
                    SameSite = SameSiteAttribute.Strict,
                })
        );
        return await profiel.NewPageAsync();
    }
}
