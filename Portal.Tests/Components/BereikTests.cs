using Bunit;
using Portal.Web;
using Portal.Web.Components;
using Xunit;

namespace Portal.Tests.Components;

public sealed class BereikTests : BunitContext
{
    [Fact]
    public void All_areas_have_a_tick_and_the_table_says_the_same()
    {
        var bereik = Teken([10m, 20m, 30m, 110m], 42.5m, ("Kolenkit", 20m), ("Osdorp", 110m));

        Assert.Equal(4, bereik.FindAll(".strook .streep").Count);
        Assert.Equal(["5%", "14%", "23%", "95%"], bereik.FindAll(".strook .streep").Select(l => l.GetAttribute("x1")!));
        Assert.Equal(["1", "2"], bereik.FindAll(".strook .merkteken").Select(m => m.TextContent));
        Assert.Equal(
            ["Kolenkit", "Osdorp", "Gemiddelde", "Laagste", "Hoogste"],
            bereik.FindAll("tbody th").Select(th => th.LastChild!.TextContent.Trim())
        );
        Assert.Equal(
            ["20.00", "110.00", "42.50", "10.00", "110.00"],
            bereik.FindAll("[data-euro]").Select(e => e.GetAttribute("data-euro")!)
        );
        Assert.StartsWith(
            "Per inwoner: 4 gebieden, van",
            bereik.Find(".strook").GetAttribute("aria-label"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void Marks_of_the_same_value_stand_above_each_other()
    {
        var bereik = Teken([5m, 5m, 5m], 5m, ("A", 5m), ("B", 5m), ("C", 5m));

        Assert.Equal(
            ["50%"],
            bereik.FindAll(".strook .merkteken").Select(m => m.ParentElement!.GetAttribute("x")!).Distinct()
        );
        Assert.Equal(
            3,
            bereik.FindAll(".strook .merkteken").Select(m => m.ParentElement!.GetAttribute("y")!).Distinct().Count()
        );
        Assert.Equal(3, bereik.FindAll(".strook .merkteken path").Select(m => m.GetAttribute("d")!).Distinct().Count());
    }

    [Fact]
    public void Nothing_known_is_said_and_not_drawn()
    {
        var bereik = Render<Bereik>(p => p.Add(b => b.Titel, "x").Add(b => b.Zonder, 3));

        Assert.Empty(bereik.FindAll(".strook"));
        Assert.Equal(2, bereik.FindAll("td").Count(td => td.TextContent == "geen gegevens"));
        Assert.Equal("Van 3 gebieden zijn er geen gegevens. Die tellen hier niet mee.", bereik.Find("p").TextContent);
    }

    [Fact]
    public void One_area_without_average_stands_in_the_middle()
    {
        var bereik = Teken([7m], null, ("A", 7m));

        Assert.Equal("50%", Assert.Single(bereik.FindAll(".strook .streep")).GetAttribute("x1"));
        Assert.Empty(bereik.FindAll(".strook .gemiddelde"));
    }

    [Fact]
    public void A_value_outside_all_areas_a_huge_ratio_and_a_negative_one_stay_in_the_picture()
    {
        var bereik = Teken([-5m, 1m, 1_000_000_000m], 2_000_000_000m, ("Stad", 3_000_000_000m));

        Assert.All(
            bereik.FindAll(".strook line"),
            l =>
                Assert.InRange(
                    double.Parse(l.GetAttribute("x1")!.TrimEnd('%'), System.Globalization.CultureInfo.InvariantCulture),
                    5,
                    95
                )
        );
    }

    [Fact]
    public void Amounts_can_be_written_to_the_cent() =>
        Assert.Contains(
            "€\u00A01,50",
            Render<Bereik>(p =>
                p.Add(b => b.Titel, "x").Add(b => b.Waarden, [1.5m, 2m]).Add(b => b.Tekst, Opmaak.EuroCent)
            ).Markup,
            StringComparison.Ordinal
        );

    private IRenderedComponent<Bereik> Teken(
        decimal[] waarden,
        decimal? gemiddelde,
        params (string, decimal)[] uitgelicht
    ) =>
        Render<Bereik>(p =>
            p.Add(b => b.Titel, "Per inwoner")
                .Add(b => b.Waarden, waarden)
                .Add(b => b.Uitgelicht, uitgelicht)
                .Add(b => b.Gemiddelde, gemiddelde)
        );
}
