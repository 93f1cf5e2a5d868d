using System.Net;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.Configuration;
using Microsoft.Playwright;
using Portal.Web;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>The example in the clothes of a municipality, which differ clearly from ours.</summary>
public sealed class ThemaFixture : VoorbeeldFixture
{
    public static readonly string Map = Path.Combine(AppContext.BaseDirectory, "Web", "thema");

    protected override string Inhoud => nameof(VoorbeeldFixture);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Thema", Map);
        builder.UseSetting("Portal:Naam", "Buurtgeld Markerwaard");
        builder.UseSetting("Portal:Contact", "buurtgeld@markerwaard.example");
    }
}

public sealed class ThemaTests(ThemaFixture thema) : IClassFixture<ThemaFixture>
{
    public static readonly string[] Paginas =
    [
        "/",
        "/kaart",
        "/buurten/AA01-havenhoofd",
        "/buurten/AA01-havenhoofd?jaar=2023&fase=verleend",
        "/stad",
        "/begroting/posten",
        "/begroting/vergelijk?gebied=AA01&gebied=AA02",
        "/begroting/brug",
        "/zoek?q=noord",
        "/initiatieven",
        "/vergunningen",
        "/uitleg",
        "/data",
    ];

    [Fact]
    public Task In_the_dark_no_page_breaks_a_rule_of_axe() =>
        Scherm.ZonderGebrekenAsync(thema, Paginas, 360, 740, null, ColorScheme.Dark);

    [Fact]
    public Task In_the_light_no_page_of_the_theme_breaks_a_rule_of_axe() =>
        Scherm.ZonderGebrekenAsync(thema, Paginas, 1280, 900, null);

    [Fact]
    public async Task Header_button_letters_and_links_are_the_municipality_s()
    {
        await using var profiel = await Chromium.OpenAsync(thema);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/");

        Assert.Equal("rgb(85, 20, 42)", await StijlAsync(pagina, "header.kop", "backgroundColor"));
        Assert.Equal("rgb(122, 31, 61)", await StijlAsync(pagina, ".zoek button", "backgroundColor"));
        Assert.Equal("0px", await StijlAsync(pagina, ".zoek button", "borderBottomRightRadius"));
        Assert.Equal("rgb(27, 94, 32)", await StijlAsync(pagina, "main .wegwijzers a", "color"));
        Assert.StartsWith("Georgia", await StijlAsync(pagina, "h1", "fontFamily"), StringComparison.Ordinal);
        await Assertions.Expect(pagina.Locator("header .merk")).ToHaveTextAsync("Buurtgeld Markerwaard");
        await Assertions
            .Expect(pagina)
            .ToHaveTitleAsync(new System.Text.RegularExpressions.Regex("^Buurtgeld Markerwaard"));
        Assert.True(
            await pagina.EvaluateAsync<bool>("document.querySelector('header img').naturalWidth > 0"),
            "the logo is not drawn"
        );
        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Link, new() { Name = "Meld een fout of stel een vraag" }))
            .ToHaveAttributeAsync("href", new System.Text.RegularExpressions.Regex("^mailto:buurtgeld@markerwaard"));
    }

    [Theory]
    [InlineData("/thema/thema.css", HttpStatusCode.OK)]
    [InlineData("/thema/logo.svg", HttpStatusCode.OK)]
    [InlineData("/thema/geheim.txt", HttpStatusCode.NotFound)]
    [InlineData("/thema/../appsettings.css", HttpStatusCode.NotFound)]
    public async Task Only_what_a_browser_needs_leaves_the_folder(string adres, HttpStatusCode status)
    {
        using var antwoord = await thema.Http.GetAsync(adres);
        Assert.Equal(status, antwoord.StatusCode);
    }

    [Theory]
    [InlineData("Portal:Thema", "/bestaat/niet", "Noem een map waar thema.css in staat")]
    [InlineData("Portal:Contact", "geen adres", "Schrijf een mailadres")]
    public void A_setting_that_cannot_be_is_said_at_start(string naam, string waarde, string zin) =>
        Assert.Contains(
            zin,
            Assert
                .Throws<InstellingFout>(() =>
                    Instellingen.Lees(
                        new ConfigurationBuilder()
                            .AddInMemoryCollection(
                                new Dictionary<string, string?> { ["PORTAL_DB"] = "Host=x", [naam] = waarde }
                            )
                            .Build()
                    )
                )
                .Message,
            StringComparison.Ordinal
        );

    private static Task<string> StijlAsync(IPage pagina, string wat, string eigenschap) =>
        pagina.Locator(wat).First.EvaluateAsync<string>($"e => getComputedStyle(e).{eigenschap}");
}
