using Bunit;
using Portal.Web;
using Portal.Web.Components;
using Xunit;

namespace Portal.Tests.Components;

public sealed class TrendTests : BunitContext
{
    [Fact]
    public void Every_year_has_two_bars_and_a_row_with_the_exact_amounts()
    {
        var trend = Teken(new(2021, 100m, 90.5m), new(2023, 300m, 310m, "/2023"), new(2022, 200m, 200m));

        Assert.Equal(3, trend.FindAll(".tekening .begroot").Count);
        Assert.Equal(3, trend.FindAll(".tekening .besteed").Count);
        Assert.Equal(["2021", "2022", "2023"], trend.FindAll("tbody th").Select(th => th.TextContent.Trim()));
        Assert.Equal(
            ["100.00", "90.50", "-9.50", "200.00", "200.00", "0.00", "300.00", "310.00", "10.00"],
            trend.FindAll("[data-euro]").Select(e => e.GetAttribute("data-euro")!)
        );
        Assert.Equal(
            ["− € 10 minder", "gelijk", "+ € 10 meer"],
            trend.FindAll("tbody td:last-child").Select(td => td.TextContent.Replace('\u00A0', ' '))
        );
        Assert.Equal("/2023", trend.Find("a").GetAttribute("href"));
        Assert.StartsWith(
            "Sport: begroot en besteed per jaar van 2021 tot en met 2023.",
            trend.Find("svg.tekening").GetAttribute("aria-label"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void A_missing_figure_is_a_gap_that_says_so_and_a_missing_year_too()
    {
        var trend = Teken(new(2020, 100m, 90m), new(2021, 100m, null), new(2023, 0m, 5m), new(2024, 1m, 1m));

        Assert.Equal(["geen gegevens", "geen gegevens"], trend.FindAll(".tekening .gat").Select(t => t.TextContent));
        Assert.Equal(
            ["2020", "2021", "2022", "2023", "2024"],
            trend.FindAll("tbody th").Select(th => th.TextContent.Trim())
        );
        Assert.Equal(2, trend.FindAll("tbody td:last-child").Count(td => td.TextContent == "niet te berekenen"));
        Assert.DoesNotContain(trend.FindAll(".tekening rect"), r => r.GetAttribute("height") == "0");
    }

    [Fact]
    public void A_cut_names_the_year_with_figures_before_it()
    {
        var trend = Render<Trend>(p =>
            p.Add(t => t.Titel, "Sport")
                .Add(t => t.Rijen, [new JaarBedrag(2016, 1m, 1m), new JaarBedrag(2024, 2m, 2m)])
                .Add(t => t.Breuken, new Dictionary<int, Breukzin> { [2024] = new("Anders geteld.", "De helft.") })
        );

        Assert.Contains("Vergelijk 2024 niet met 2016. Anders geteld.", trend.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_spent_is_drawn_as_zero_and_not_as_a_gap()
    {
        var trend = Teken(new(2020, 0m, 0m), new(2021, 0m, 0m), new(2022, 0m, 0m));

        Assert.Empty(trend.FindAll(".gat"));
        Assert.Equal(6, trend.FindAll(".tekening text").Count(t => t.TextContent == "0"));
    }

    [Fact]
    public void Two_years_make_no_trend_but_the_table_is_there()
    {
        var trend = Teken(new(2020, 1m, 1m), new(2021, null, null), new(2022, 1m, null));

        Assert.Empty(trend.FindAll("svg"));
        Assert.Equal(
            "Voor een grafiek over de jaren zijn bedragen van minstens drie jaren nodig.",
            trend.Find("p").TextContent
        );
        Assert.Equal(3, trend.FindAll("tbody tr").Count);
    }

    [Fact]
    public void No_years_is_a_sentence() =>
        Assert.Equal("Van geen enkel jaar zijn bedragen bekend.", Teken().Find("p").TextContent);

    [Theory]
    [InlineData("de gewone", new[] { 4_100_000.0 }, new[] { "€ 0", "€ 2 miljoen", "€ 4 miljoen", "€ 6 miljoen" })]
    [InlineData("klein", new[] { 0.4 }, new[] { "€ 0", "€ 1" })]
    [InlineData("niets", new[] { 0.0 }, new[] { "€ 0", "€ 1" })]
    [InlineData("een op een miljard", new[] { 1.0, 1e9 }, new[] { "€ 0", "€ 500 miljoen", "€ 1 miljard" })]
    [InlineData("onder nul", new[] { -120.0, 250.0 }, new[] { "€ −200", "€ 0", "€ 200", "€ 400" })]
    [InlineData("alleen onder nul", new[] { -2.0 }, new[] { "€ −2", "€ −1", "€ 0", "€ 1" })]
    public void The_axis_starts_at_zero_and_has_round_labels(string naam, double[] waarden, string[] labels)
    {
        var schaal = Schaal.Van(waarden.Select(w => (decimal)w));

        Assert.Equal(
            (naam, string.Join(" | ", labels)),
            (naam, string.Join(" | ", schaal.Lijnen.Select(Opmaak.EuroKort)).Replace('\u00A0', ' '))
        );
        Assert.All(waarden, w => Assert.InRange(schaal.Hoogte((decimal)w), 0, 1));
    }

    [Fact]
    public void Any_greatest_amount_has_three_or_four_lines()
    {
        for (var hoogste = 2m; hoogste < 1e12m; hoogste *= 1.07m)
        {
            Assert.InRange(Schaal.Van([hoogste]).Lijnen.Count(), 3, 4);
        }
    }

    [Fact]
    public void A_year_below_zero_hangs_under_the_line()
    {
        var trend = Teken(new(2020, 100m, -50m), new(2021, 100m, 50m), new(2022, 100m, 50m));

        var nul = trend.Find(".nul").GetAttribute("y1");
        Assert.Equal(nul, trend.FindAll(".tekening .besteed")[0].GetAttribute("y"));
    }

    private IRenderedComponent<Trend> Teken(params JaarBedrag[] rijen) =>
        Render<Trend>(p => p.Add(t => t.Titel, "Sport").Add(t => t.Rijen, rijen));
}
