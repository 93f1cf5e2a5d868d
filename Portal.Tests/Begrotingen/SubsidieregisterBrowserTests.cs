using Portal.Tests.Gebieden;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// The pages of a register on a phone and at a desk: years that money is for, incomplete years, a masked name.
/// </summary>
public sealed class SubsidieregisterBrowserTests(SubsidieregisterFixture stad) : IClassFixture<SubsidieregisterFixture>
{
    [Fact]
    public Task She_finds_the_Kadebuurt_by_keyboard() => ZoekLeesVergelijk.DoeAsync(stad, "Kade", "Kadebuurt");

    [Fact]
    public async Task Years_and_masks_are_accessible_on_a_phone_and_a_desk()
    {
        var gemaskeerd = await stad.Db.QuerySingleAsync<string>(
            "select versie || '/' || bronsleutel from begrotingspost_nu "
                + "where project = '(weggelaten: hierin staat een persoon)' order by id limit 1"
        );
        await Scherm.ZonderGebrekenAsync(
            stad,
            [
                "/kaart?jaar=2021&fase=verleend",
                "/stad",
                "/stadsdelen/A-oudzijde?jaar=2022&jaarsoort=waarvoor",
                "/begroting/vergelijk?gebied=A&gebied=B&jaar=2021",
                "/begroting/brug?jaar=2021",
                "/begroting/posten?jaar=2022&jaarsoort=waarvoor",
                $"/begroting/post/subsidieregister/{gemaskeerd}",
                "/begroting/versies/subsidieregister",
            ]
        );
    }
}
