using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>The map in a page of another site, and nothing else of ours there.</summary>
public sealed class InsluitenTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Fact]
    public async Task What_is_copied_shows_the_same_map_in_a_page_of_another_site()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart?jaar=2025&fase=realisatie&programma=sport-en-recreatie&laag=vergunningen");
        await pagina.GetByText("Zet deze kaart op uw eigen site").ClickAsync();
        var code = await pagina.GetByLabel("Kopieer dit in uw pagina").InputValueAsync();

        await using var krant = WebApplication.CreateSlimBuilder().Build(); // another origin
        krant.Urls.Add("http://127.0.0.1:0");
        krant.MapGet("/", () => Results.Content($"<h1>Krant</h1>{code}", "text/html"));
        await krant.StartAsync();
        await pagina.GotoAsync(krant.Urls.First());
        var kader = pagina.FrameLocator("iframe");
        await Assertions.Expect(kader.Locator("portal-map[data-klaar]")).ToBeVisibleAsync();
        await Assertions.Expect(kader.Locator("h1")).ToContainTextAsync("2025");
        Assert.True(await Scherm.GebiedenAsync(kader.Locator("portal-map"), "gebied") > 10);
        Assert.True(await kader.Locator("path.laag-0").CountAsync() > 0);
        var naar = await kader.GetByRole(AriaRole.Link, new() { Name = "Naar de kaart" }).GetAttributeAsync("href");
        Assert.Contains("programma=sport-en-recreatie", naar, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kaart/insluiten", true)]
    [InlineData("/kaart/insluiten?jaar=1812", false)]
    [InlineData("/kaart", false)]
    [InlineData("/", false)]
    public async Task Only_that_page_may_stand_in_a_frame(string adres, bool mag)
    {
        using var antwoord = await voorbeeld.Http.GetAsync(adres);
        Assert.Equal(!mag, antwoord.Headers.Contains("X-Frame-Options"));
        var csp = Assert.Single(antwoord.Headers.GetValues("Content-Security-Policy"));
        Assert.Equal(mag ? "*" : "'none'", Regex.Match(csp, "frame-ancestors ([^;]+)").Groups[1].Value);
    }

    [Fact]
    public Task It_breaks_no_rule_of_axe_and_fits_a_phone() =>
        Scherm.ZonderGebrekenAsync(voorbeeld, ["/kaart/insluiten?jaar=2025&laag=vergunningen", "/en/kaart/insluiten"]);
}
