using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>A name on the map is a text, whatever stands in it.</summary>
[Collection(CacheFixture.Naam)]
public sealed class NaamOpKaartTests(CacheFixture dorp)
{
    [Fact]
    public async Task A_name_with_markup_is_shown_as_it_is_written()
    {
        const string naam = "<b>Hof</b> & <img src=x>";
        var buurten = Dorp.Buurten.Select(b => b.Code == "AB02" ? (b.Code, naam, b.X) : b);
        await Dorp.LaadAsync(dorp, Dorp.GeoJson(buurten), "buurten-opmaak.geojson");
        await using var profiel = await Chromium.OpenAsync(dorp);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/buurten/AB02-b-hof-b-img-src-x");
        await Assertions.Expect(pagina.Locator(".kaartje a:has(path.zelf) title")).ToHaveTextAsync(naam);
        await Assertions.Expect(pagina.Locator(".kaartje text.naam").Last).ToHaveTextAsync(naam);
        Assert.Equal(0, await pagina.Locator(".kaartje b, .kaartje img").CountAsync());
        await Dorp.LaadAsync(dorp, DorpFixture.Buurten, "buurten.geojson");
    }
}
