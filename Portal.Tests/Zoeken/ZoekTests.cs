using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.TestHost;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Playwright;
using Portal.Data.Gebieden;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Zoeken;

/// <summary>
/// PDOK's Locatieserver as far as we ask it: the same address, parameters and answer, and its bad days.
/// </summary>
public sealed class NepLocatieserver : IAsyncDisposable
{
    private static readonly string[] Bekend = ["q", "fq", "rows", "fl"];
    private readonly WebApplication _app;
    private readonly List<string> _gevraagd = [];

    public NepLocatieserver()
    {
        var bouwer = WebApplication.CreateSlimBuilder();
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        bouwer.Logging.ClearProviders();
        _app = bouwer.Build();
        _app.MapGet("/search/v3_1/free", (Delegate)AntwoordAsync);
    }

    /// <summary>What goes wrong: traag, kapot, onzin, leeg; or goed.</summary>
    public string Dag { get; set; } = "goed";

    public IReadOnlyList<string> Gevraagd => _gevraagd;

    public async Task<Uri> StartAsync()
    {
        await _app.StartAsync();
        return new Uri(_app.Urls.Single() + "/search/v3_1");
    }

    private async Task<IResult> AntwoordAsync(HttpContext context)
    {
        _gevraagd.Add(
            WebUtility.UrlDecode(context.Request.QueryString.Value!) + string.Join(' ', context.Request.Headers.Keys)
        );
        if (context.Request.Query.Keys.Except(Bekend).Any())
        {
            return Results.BadRequest(); // as PDOK does
        }
        switch (Dag)
        {
            case "traag":
                await Task.Delay(TimeSpan.FromSeconds(20), context.RequestAborted);
                return Results.Ok();
            case "kapot":
                return Results.StatusCode(StatusCodes.Status502BadGateway);
            case "onzin":
                return Results.Text("<html>onderhoud</html>", "text/html");
        }
        object[] adressen =
        [
            new
            {
                type = "adres",
                weergavenaam = "Kadelaan 1, 1234AB Dorp",
                centroide_rd = "POINT(121250 487050)",
                centroide_ll = "POINT(4.89164 52.37029)",
            },
            new
            {
                type = "weg",
                weergavenaam = "Kadelaan, Dorp",
                centroide_rd = "POINT(121050 487050)",
                centroide_ll = "POINT(4.9 52.37)",
            },
            new
            {
                type = "weg",
                weergavenaam = "Kadelaan, Elders",
                centroide_rd = "POINT(90000 450000)",
                centroide_ll = "POINT(4 52)",
            },
            new { type = "weg", weergavenaam = "zonder punt" },
        ];
        return Results.Json(new { response = new { numFound = 4, docs = Dag == "leeg" ? [] : adressen } });
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}

public sealed class ZoekFixture : PortalFixture, IAsyncLifetime
{
    public NepLocatieserver Nep { get; } = new();
    public Wekker Tijd { get; } = new();
    private Uri _adres = null!;

    protected override async Task VulAsync(ITestDatabase database)
    {
        await DorpFixture.VulDorpAsync(database);
        await new GebiedsnaamImport(database.Publicatie).LaadAsync(
            Dorp.Schrijf(
                database,
                "namen.csv",
                "naam;gebiedscode;reden;stadsdeel\nDe Rode Draad;AB02;;\nOudelstraatbuurt;AB01;;\nKinkelbuurt;BA01;;\nPlein;;te gewoon;\n"
            ),
            null,
            CancellationToken.None
        );
    }

    async Task IAsyncLifetime.InitializeAsync()
    {
        _adres = await Nep.StartAsync();
        await InitializeAsync();
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Locatieserver", _adres.ToString());
        builder.ConfigureTestServices(s => s.AddSingleton<TimeProvider>(Tijd));
    }
}

/// <summary>One box for whatever a resident types; it never ends without a way on.</summary>
public sealed class ZoekTests(ZoekFixture dorp) : IClassFixture<ZoekFixture>
{
    [Fact]
    public async Task An_address_leads_to_its_buurt_with_the_point_on_the_map()
    {
        dorp.Nep.Dag = "goed";
        var html = await LeesAsync("Kadelaan 1");

        Assert.Contains(
            "href=\"/buurten/AB01-kadebuurt#plek=52.37029,4.89164&adres=Kadelaan%201%2C%201234AB%20Dorp\">Kadelaan 1, 1234AB Dorp</a>",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains(">in buurt Kadebuurt<", html, StringComparison.Ordinal);
        Assert.Contains(">het midden ligt in buurt Molenbuurt-Noord<", html, StringComparison.Ordinal); // a street may be long
        Assert.Contains("href=\"/buurten/AA01-molenbuurt-noord#plek=", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Elders", html, StringComparison.Ordinal); // outside the municipality
        Assert.Contains("Kadebuurt</a>", html, StringComparison.Ordinal); // the areas that look like it, too
    }

    [Fact]
    public async Task Only_what_was_typed_goes_out_and_the_same_is_asked_once()
    {
        dorp.Nep.Dag = "goed";
        using var vraag = new HttpRequestMessage(HttpMethod.Get, "/zoek?q=Geheimweg+7");
        vraag.Headers.Add("User-Agent", "Mozilla/5.0 (van haar)");
        vraag.Headers.Add("Cookie", "wie=zij");
        vraag.Headers.Add("X-Forwarded-For", "203.0.113.9");
        using var antwoord = await dorp.Http.SendAsync(vraag);
        await LeesAsync("geheimweg 7");

        var gevraagd = Assert.Single(dorp.Nep.Gevraagd, g => g.Contains("eheimweg", StringComparison.Ordinal));
        Assert.Contains("q=Geheimweg 7&fq=gemeentenaam:\"Dorp\"", gevraagd, StringComparison.Ordinal);
        Assert.Contains("type:(adres OR weg OR postcode)", gevraagd, StringComparison.Ordinal);
        foreach (var kop in new[] { "User-Agent", "Cookie", "X-Forwarded-For", "Referer" })
        {
            Assert.DoesNotContain(kop, gevraagd, StringComparison.OrdinalIgnoreCase);
        }
        Assert.True(antwoord.Headers.CacheControl!.NoStore);
    }

    [Theory]
    [InlineData("molenbuurt noort", "Molenbuurt-Noord")]
    [InlineData("Molenbuurtnoord", "Molenbuurt-Noord")]
    [InlineData("pakhuys", "Pakhuisbuurt")]
    [InlineData("pak huis", "Pakhuisbuurt")]
    [InlineData("rode draat", "De Rode Draad")]
    [InlineData("oud zijde", "Oudzijde")]
    public async Task A_typing_error_does_not_matter(string getypt, string bedoeld)
    {
        dorp.Nep.Dag = "leeg";
        using var antwoord = await dorp.Http.GetAsync($"/zoek?q={Uri.EscapeDataString(getypt)}");
        var html = antwoord.Headers.Location is { } naar
            ? naar.OriginalString
            : WebUtility.HtmlDecode(await antwoord.Content.ReadAsStringAsync());

        Assert.True(
            html.Contains(bedoeld, StringComparison.Ordinal)
                || html.Contains(bedoeld.ToLowerInvariant(), StringComparison.Ordinal),
            html
        );
    }

    [Theory]
    [InlineData("traag")]
    [InlineData("kapot")]
    [InlineData("onzin")]
    public async Task Without_the_service_names_are_still_found_and_it_is_left_alone_for_a_while(string dag)
    {
        dorp.Nep.Dag = dag;
        dorp.Tijd.Zet(dorp.Tijd.GetUtcNow().AddMinutes(5)); // what another test broke is whole again
        for (var keer = 0; keer < 5; keer++)
        {
            var html = await LeesAsync($"{dag} buurt {keer}");
            Assert.Contains("Zoeken op adres kan nu niet", html, StringComparison.Ordinal);
            Assert.Contains("href=\"/buurten\"", html, StringComparison.Ordinal);
        }
        Assert.Equal(3, dorp.Nep.Gevraagd.Count(g => g.Contains($"q={dag} buurt", StringComparison.Ordinal)));

        dorp.Nep.Dag = "goed";
        dorp.Tijd.Zet(dorp.Tijd.GetUtcNow().AddMinutes(2));
        Assert.Contains("Kadelaan 1", await LeesAsync($"{dag} weer"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("q")]
    [InlineData("zzzzqqqq")]
    [InlineData("  ")]
    [InlineData("%")]
    [InlineData("'; drop table gebied; --")]
    [InlineData("\u0301\u0301")]
    public async Task Nothing_found_is_no_dead_end(string getypt)
    {
        dorp.Nep.Dag = "leeg";
        var html = await LeesAsync(getypt);

        Assert.Contains("name=\"q\"", html, StringComparison.Ordinal);
        Assert.True(getypt.Trim().Length == 0 || html.Contains("href=\"/stadsdelen\"", StringComparison.Ordinal), html);
    }

    [Fact]
    public async Task The_old_address_of_a_search_leads_to_the_new_one()
    {
        using var antwoord = await dorp.Http.GetAsync("/buurten?zoek=caf%C3%A9+x");

        Assert.Equal(
            (HttpStatusCode.MovedPermanently, "/zoek?q=caf%C3%A9%20x"),
            (antwoord.StatusCode, antwoord.Headers.Location?.OriginalString)
        );
    }

    [Fact]
    public async Task A_street_is_like_the_buurt_that_is_called_after_it_and_not_like_every_other_street()
    {
        dorp.Nep.Dag = "leeg";
        var html = await LeesAsync("Kinkelstraat");

        Assert.Contains("href=\"/buurten/BA01-", html, StringComparison.Ordinal);
        Assert.DoesNotContain("href=\"/buurten/AB01-", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task She_types_her_address_and_sees_her_buurt_with_a_point()
    {
        dorp.Nep.Dag = "goed";
        await using var profiel = await Chromium.OpenAsync(dorp, 360, 740);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/");
        await ZoekLeesVergelijk.TabNaarAsync(pagina, "#zoek");
        await pagina.Keyboard.TypeAsync("kadelaan 1");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync(u => u.Contains("/zoek", StringComparison.Ordinal));
        await ZoekLeesVergelijk.TabNaarAsync(pagina, "a[href^='/buurten/AB01-kadebuurt#']");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/buurten/AB01-kadebuurt#plek=*");
        await pagina.Locator(".kaartje circle.plek").WaitForAsync();
        var plek = pagina.Locator("#uw-plek");
        await Assertions
            .Expect(plek)
            .ToHaveTextAsync("Kadelaan 1, 1234AB Dorp ligt in Kadebuurt. Alles binnen 500 meter");
        await Scherm.ZonderGebrekenAsync(pagina, "the place that was searched for");

        await pagina.GotoAsync("/zoek?q=kadelaan");
        await pagina.Locator("a[href*='&straat=']").First.ClickAsync();
        await Assertions.Expect(plek).ToContainTextAsync("Het midden van");
        await plek.GetByRole(AriaRole.Link).ClickAsync();
        await pagina.WaitForURLAsync("**/eigen-gebied?bij=52.*");

        await pagina.GotoAsync("/zoek?q=oudelstraatbuurt");
        await pagina.Locator("a[href$='#ook=Oudelstraatbuurt']").ClickAsync();
        await Assertions.Expect(pagina.Locator("#ook-wel")).ToHaveTextAsync("Oudelstraatbuurt hoort bij Kadebuurt.");
        await pagina.GotoAsync("/buurten/AB01-kadebuurt");
        await Assertions.Expect(pagina.Locator("#ook-wel")).ToBeHiddenAsync();
    }

    private async Task<string> LeesAsync(string getypt)
    {
        using var antwoord = await dorp.Http.GetAsync($"/zoek?q={Uri.EscapeDataString(getypt)}");
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        return WebUtility.HtmlDecode(await antwoord.Content.ReadAsStringAsync());
    }
}
