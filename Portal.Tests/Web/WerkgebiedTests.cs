using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Portal.Web;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>The example as a portal of one stadsdeel of it.</summary>
public class WerkgebiedFixture : VoorbeeldFixture
{
    protected virtual string Gebied => "A";

    protected override string Inhoud => nameof(VoorbeeldFixture);

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        base.ConfigureWebHost(builder);
        builder.UseSetting("Portal:Gebied", Gebied);
    }
}

public sealed class OnbekendWerkgebiedFixture : WerkgebiedFixture
{
    protected override string Gebied => "ZZ";
}

public sealed class WerkgebiedTests(WerkgebiedFixture deel, OnbekendWerkgebiedFixture onbekend)
    : IClassFixture<WerkgebiedFixture>,
        IClassFixture<OnbekendWerkgebiedFixture>
{
    private static CancellationToken Ct => CancellationToken.None;

    [Fact]
    public async Task The_first_page_is_of_the_part_in_name_map_and_money()
    {
        await using var lezing = Lezing.Los(deel.Db);
        var begroting = new BegrotingQueries(lezing);
        var keuze = (await begroting.AanbodAsync(Ct)).Kies(new(null, null, null, null, null))!;
        var bedrag = (await begroting.FindAsync("stadsdeel", "A", keuze, Ct))!;

        var pagina = await deel.Http.GetStringAsync("/", Ct);

        Assert.Contains($"<title>Kaart van {bedrag.Naam} ", pagina, StringComparison.Ordinal);
        Assert.Contains($"data-euro=\"{Opmaak.Exact(bedrag.Bedrag)}\"", pagina, StringComparison.Ordinal);
        var kaart = pagina[pagina.IndexOf("<svg viewBox=\"0 0 400", StringComparison.Ordinal)..];
        kaart = kaart[..kaart.IndexOf("</svg>", StringComparison.Ordinal)];
        Assert.Contains("/buurten/A", kaart, StringComparison.Ordinal);
        Assert.DoesNotContain("/buurten/B", kaart, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"waar\"", pagina, StringComparison.Ordinal); // that is of the whole city
    }

    [Fact]
    public async Task The_large_map_starts_there_and_other_areas_stay_reachable()
    {
        var pagina = await deel.Http.GetStringAsync("/kaart", Ct);

        Assert.Matches("data-kader=\"5\\.\\d+ 52\\.\\d+ 5\\.\\d+ 52\\.\\d+\"", pagina);
        Assert.Contains("href=\"/buurten/B", pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_area_that_is_not_there_leaves_the_whole_municipality()
    {
        Assert.Contains("Kaart van Markerwaard", await onbekend.Http.GetStringAsync("/", Ct), StringComparison.Ordinal);
        Assert.Contains("data-kader=\"\"", await onbekend.Http.GetStringAsync("/kaart", Ct), StringComparison.Ordinal);
    }
}
