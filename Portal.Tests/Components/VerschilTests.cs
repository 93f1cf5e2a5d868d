using Bunit;
using Portal.Web.Components;
using Xunit;

namespace Portal.Tests.Components;

public sealed class VerschilTests : BunitContext
{
    [Fact]
    public void A_change_has_its_sign_its_word_and_its_side()
    {
        var verschil = Teken(new("Sport", 100m, 150.25m, "/sport"), new("Zorg", 300m, 99m), new("Groen", 5m, 5m));

        Assert.Equal(["+ € 50 meer", "− € 201 minder", "gelijk"], Woorden(verschil));
        Assert.Equal(
            ["100.00", "150.25", "50.25", "300.00", "99.00", "-201.00", "5.00", "5.00", "0.00"],
            verschil.FindAll("[data-euro]").Select(e => e.GetAttribute("data-euro")!)
        );
        Assert.Equal(["meer", "minder", "meer"], verschil.FindAll("rect").Select(e => e.GetAttribute("class")!));
        Assert.Equal(["50%", "1%", "50%"], verschil.FindAll("rect").Select(e => e.GetAttribute("x")!));
        Assert.Equal(["12.25%", "49%", "0%"], verschil.FindAll("rect").Select(e => e.GetAttribute("width")!));
        Assert.Equal("/sport", verschil.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void What_is_not_known_has_no_difference_and_no_bar()
    {
        var verschil = Teken(new("Sport", null, 150m), new("Zorg", 10m, null), new("Groen", null, null));

        Assert.Equal(["niet te berekenen", "niet te berekenen", "niet te berekenen"], Woorden(verschil));
        Assert.Equal(4, verschil.FindAll("td").Count(td => td.TextContent == "geen gegevens"));
        Assert.Empty(verschil.FindAll("rect"));
    }

    [Fact]
    public void Cents_and_a_ratio_of_a_billion_are_written_in_full()
    {
        var verschil = Teken(new("Zorg", -1m, 1_000_000_000m), new("Bankje", 1m, 1.4m), new("Grond", -10m, -30m));

        Assert.Equal(["+ € 1.000.000.001 meer", "+ € 0,40 meer", "− € 20 minder"], Woorden(verschil));
        Assert.Equal(["49%", "0%", "0%"], verschil.FindAll("rect").Select(e => e.GetAttribute("width")!));
    }

    [Fact]
    public void Nothing_is_a_sentence() =>
        Assert.Equal("Er is niets om te vergelijken.", Teken().Find("p").TextContent);

    [Fact]
    public void The_columns_can_be_named() =>
        Assert.Equal(
            ["Buurt", "2023", "2024", "Verschil", "Balk"],
            Render<Verschil>(p =>
                    p.Add(v => v.Titel, "x")
                        .Add(v => v.Kolom, "Buurt")
                        .Add(v => v.Was, "2023")
                        .Add(v => v.Werd, "2024")
                        .Add(v => v.Rijen, [new("A", 1m, 2m)])
                )
                .FindAll("thead th")
                .Select(th => th.TextContent)
        );

    private IRenderedComponent<Verschil> Teken(params Verandering[] rijen) =>
        Render<Verschil>(p => p.Add(v => v.Titel, "Besteed").Add(v => v.Rijen, rijen));

    private static IEnumerable<string> Woorden(IRenderedComponent<Verschil> verschil) =>
        verschil.FindAll("[data-kop=Verschil]").Select(td => td.TextContent.Replace('\u00A0', ' '));
}
