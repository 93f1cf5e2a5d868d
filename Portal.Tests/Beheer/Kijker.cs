using Microsoft.Playwright;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>Somebody of staff in Chromium, who came in already.</summary>
internal static class Kijker
{
    public static async Task LoopAsync(PortalFixture portaal, string rol, IReadOnlyList<string> paden)
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
        }
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
