using Bunit;
using Portal.Web;
using Portal.Web.Components;
using Xunit;

namespace Portal.Tests.Components;

public sealed class ComponentTests : BunitContext
{
    [Fact]
    public void Bars_are_a_table_with_its_total()
    {
        var staven = Render<Staven>(p =>
            p.Add(s => s.Titel, "Besteed")
                .Add(s => s.Rijen, [new Staaf("Sport", 750.5m, "Velden en clubs.", "/x"), new Staaf("Zorg", 250m)])
        );

        Assert.Equal("Besteed", staven.Find("caption").TextContent);
        Assert.Equal(
            ["750.50", "250.00", "1000.50"],
            staven.FindAll("[data-euro]").Select(e => e.GetAttribute("data-euro")!)
        );
        Assert.Equal(["100%", "33.31%"], staven.FindAll("rect").Select(e => e.GetAttribute("width")!));
        Assert.Equal("/x", staven.Find("a").GetAttribute("href"));
    }

    [Fact]
    public void A_legend_covers_every_value_and_says_what_is_missing()
    {
        var legenda = Render<Legenda>(p =>
            p.Add(l => l.Titel, "Besteed").Add(l => l.Klassen, Klassen.Van([10m, 20m, null, 30m, 40m, 100m]))
        );

        var regels = legenda.FindAll("li").Select(l => l.TextContent.Trim().Replace('\u00A0', ' ')).ToList();
        Assert.Equal("minder dan € 20", regels[0]);
        Assert.EndsWith("en meer", regels[^2], StringComparison.Ordinal);
        Assert.Equal("geen gegevens", regels[^1]);
    }

    [Fact]
    public void One_value_or_none_makes_no_fault()
    {
        Assert.Single(Klassen.Van([5m]).Grenzen);
        Assert.Contains(
            "met een bedrag",
            Render<Legenda>(p => p.Add(l => l.Titel, "x").Add(l => l.Klassen, Klassen.Van([5m]))).Markup,
            StringComparison.Ordinal
        );
        Assert.Empty(Klassen.Van([null]).Grenzen);
        Assert.Single(
            Render<Legenda>(p => p.Add(l => l.Titel, "x").Add(l => l.Klassen, Klassen.Van([null]))).FindAll("li")
        );
    }

    [Theory]
    [InlineData(1234567.4, "€ 1.234.567")]
    [InlineData(-1234.5, "€ −1.235")]
    [InlineData(0, "€ 0")]
    public void Amounts_are_written_the_dutch_way(double bedrag, string verwacht) =>
        Assert.Equal(verwacht, Opmaak.Euro((decimal)bedrag).Replace('\u00A0', ' '));

    [Fact]
    public void What_is_below_zero_has_a_minus_for_readers_and_a_hyphen_for_programs()
    {
        string[] geschreven =
        [
            Opmaak.EuroCent(-0.5m),
            Opmaak.EuroKort(-1_250_000),
            Opmaak.Getal(-1234),
            Opmaak.Kommagetal(-0.28m),
            Opmaak.Procent(-1, 8),
            Opmaak.Euro(-0.4m),
        ];

        Assert.Equal(
            ["€ −0,50", "€ −1,3 miljoen", "−1.234", "−0,28", "−12,5 %", "€ 0"],
            geschreven.Select(g => g.Replace('\u00A0', ' '))
        );
        Assert.Equal("-0.50", Opmaak.Exact(-0.5m));
    }

    [Fact]
    public void What_is_missing_is_never_zero() => Assert.Equal("geen gegevens", Opmaak.EuroCent(null));
}
