using Microsoft.AspNetCore.Hosting;
using Microsoft.Playwright;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>The village with some money, and a ground under its map.</summary>
public abstract class GrondFixtureBasis(string achtergrond) : PortalFixture
{
    protected override string Inhoud => nameof(GrondFixtureBasis);

    protected override async Task VulAsync(ITestDatabase database)
    {
        await DorpFixture.VulDorpAsync(database);
        await new BegrotingImport(database.Publicatie).LaadAsync(
            Dorp.Schrijf(
                database,
                "grond.csv",
                "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n"
                    + "2024;realisatie;Sport en recreatie;L;AA01;direct_gebied;x;1,00\n"
            ),
            CancellationToken.None
        );
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Achtergrond", achtergrond);
        builder.UseSetting("Portal:AchtergrondBron", "Kadaster <b>");
    }
}

/// <summary>A picture of our own stands for the tiles of another.</summary>
public sealed class GrondFixture() : GrondFixtureBasis("/img/logo.svg?{z}/{x}/{y}");

public sealed class ZonderGrondFixture() : GrondFixtureBasis("/img/is-er-niet/{z}/{x}/{y}.png");

public sealed class AchtergrondTests(GrondFixture grond, ZonderGrondFixture zonder)
    : IClassFixture<GrondFixture>,
        IClassFixture<ZonderGrondFixture>
{
    [Fact]
    public async Task The_ground_lies_under_the_map_and_says_whose_it_is()
    {
        await using var profiel = await Chromium.OpenAsync(grond);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart");
        await Assertions.Expect(pagina.Locator("img.leaflet-tile-loaded").First).ToBeAttachedAsync();
        await Assertions
            .Expect(pagina.Locator(".leaflet-control-attribution"))
            .ToHaveTextAsync("Achtergrond: Kadaster <b>");
    }

    [Fact]
    public async Task Where_the_tiles_do_not_come_the_map_goes_on_without()
    {
        await using var profiel = await Chromium.OpenAsync(zonder);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart");
        await Scherm.KaartKlaarAsync(pagina);
        await Assertions.Expect(pagina.Locator("portal-map[data-achtergrond]")).ToHaveCountAsync(0);
        Assert.Equal(0, await pagina.Locator("img.leaflet-tile").CountAsync());
        Assert.True(await Scherm.GebiedenAsync(pagina, "gebied") > 0);
    }
}
