using Bunit;
using Portal.Web.Components;
using Xunit;

namespace Portal.Tests.Components;

public sealed class BoomkaartTests : BunitContext
{
    [Fact]
    public void Every_rectangle_is_a_link_with_a_name_and_the_table_is_its_twin()
    {
        var kaart = Teken(new("Sport", 750.5m, "Velden.", "/sport"), new("Zorg", 249.5m, null, "/zorg"));

        Assert.Equal(["Sport: € 751, 75,1 % van het geheel", "Zorg: € 250, 25 % van het geheel"], Namen(kaart));
        Assert.Equal(["/sport", "/zorg"], kaart.FindAll("svg.liggend a").Select(a => a.GetAttribute("href")!));
        Assert.Equal(["group", "group"], kaart.FindAll("svg.boomkaart").Select(s => s.GetAttribute("role")!));
        Assert.Equal(
            ["750.50", "249.50", "1000.00"],
            kaart.FindAll("table [data-euro]").Select(e => e.GetAttribute("data-euro")!)
        );
        Assert.Contains("Sport", kaart.Find("svg.staand text").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_read_in_a_rectangle_is_part_of_its_name()
    {
        var kaart = Teken(
            new("Openbare ruimte, groen en sport", 1_234_567.8m, null, "/a"),
            new("Zorg", 900_000m, null, "/b")
        );

        Assert.All(
            kaart.FindAll(".boomkaart a"),
            a =>
                Assert.Contains(
                    string.Concat(a.QuerySelectorAll("text").Select(t => t.TextContent)).Trim(),
                    a.GetAttribute("aria-label")!.Replace(":", "", StringComparison.Ordinal),
                    StringComparison.Ordinal
                )
        );
    }

    [Fact]
    public void What_is_not_above_zero_is_named_and_not_drawn()
    {
        var kaart = Teken(new("Sport", 100m), new("Grond", -40m), new("Zorg", 0m));

        Assert.Equal(["Sport: € 100, 100 % van wat is getekend"], Namen(kaart));
        Assert.Contains("Niet getekend: Grond (€ −40), Zorg (€ 0).", Tekst(kaart), StringComparison.Ordinal);
        Assert.Equal(3, kaart.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Only_amounts_below_zero_is_a_table_without_drawing()
    {
        var kaart = Teken(new("Grond", -40m), new("Zorg", 0m));

        Assert.Empty(kaart.FindAll("svg.boomkaart"));
        Assert.Equal(2, kaart.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Nothing_is_a_sentence_and_not_a_total_of_zero()
    {
        var kaart = Teken();

        Assert.Equal("Er zijn geen bedragen om te tekenen.", kaart.Find("p").TextContent);
        Assert.Empty(kaart.FindAll("table, svg"));
    }

    [Fact]
    public void Of_more_than_forty_the_rest_is_summed()
    {
        var kaart = Teken([.. Enumerable.Range(1, 60).Select(i => new Staaf($"P{i}", 1000m + i, null, $"/p{i}"))]);

        Assert.Equal(40, kaart.FindAll("svg.liggend rect").Count);
        Assert.Equal(39, kaart.FindAll("svg.liggend a").Count);
        Assert.StartsWith("Overige (21): € 21.231", Namen(kaart)[^1], StringComparison.Ordinal);
        Assert.Contains(
            "Overige: de 21 kleinste bedragen, samen € 21.231. Ze staan in de tabel hieronder.",
            Tekst(kaart),
            StringComparison.Ordinal
        );
        Assert.Equal(60, kaart.FindAll("tbody tr").Count);
    }

    [Fact]
    public void Forty_equal_ones_are_all_drawn()
    {
        var kaart = Teken([.. Enumerable.Range(1, 40).Select(i => new Staaf($"P{i}", 10m, null, $"/p{i}"))]);

        Assert.Equal(40, kaart.FindAll("svg.liggend a").Count);
        Assert.DoesNotContain("Overige", Tekst(kaart), StringComparison.Ordinal);
    }

    [Fact]
    public void A_speck_is_no_link_that_nobody_can_hit_but_it_is_told()
    {
        var kaart = Teken(new("Zorg", 1_000_000_000m, null, "/zorg"), new("Bankje", 1m, null, "/bankje"));

        Assert.Equal("/zorg", Assert.Single(kaart.FindAll("svg.liggend a")).GetAttribute("href"));
        Assert.Equal("Overige (1): € 1, minder dan 0,1 % van het geheel", Namen(kaart)[^1]);
        Assert.Contains(
            "Overige: het kleinste bedrag, € 1. Het staat in de tabel hieronder.",
            Tekst(kaart),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData(140, 100, new[] { "Sociale", "voorzieningen", "€ 1.234" }, 15)]
    [InlineData(300, 100, new[] { "Sociale voorzieningen", "€ 1.234" }, 10)]
    [InlineData(300, 20, new string[0], 15)]
    [InlineData(60, 100, new string[0], 15)]
    [InlineData(300, 32, new[] { "Sociale voorzieningen" }, 10)]
    public void Text_is_drawn_only_where_it_fits(double breedte, double hoogte, string[] regels, double letter) =>
        Assert.Equal(
            regels,
            new Boomvak("Sociale voorzieningen", 1234m, null)
                .Regels(new(0, 0, breedte, hoogte), letter)
                .Select(r => r.Replace('\u00A0', ' '))
        );

    [Fact]
    public void Measures_have_a_point_on_a_dutch_page()
    {
        var cultuur = System.Globalization.CultureInfo.CurrentCulture;
        System.Globalization.CultureInfo.CurrentCulture = new("nl-NL");
        try
        {
            Assert.DoesNotContain(
                Teken(new("A", 1m), new("B", 2m), new("C", 4m)).FindAll("rect"),
                r => r.OuterHtml.Contains(',', StringComparison.Ordinal)
            );
        }
        finally
        {
            System.Globalization.CultureInfo.CurrentCulture = cultuur;
        }
    }

    private IRenderedComponent<Boomkaart> Teken(params Staaf[] rijen) =>
        Render<Boomkaart>(p => p.Add(b => b.Titel, "Besteed").Add(b => b.Rijen, rijen));

    private static List<string> Namen(IRenderedComponent<Boomkaart> kaart) =>
        [
            .. kaart
                .FindAll("svg.liggend > [aria-label]")
                .Select(e => e.GetAttribute("aria-label")!.Replace('\u00A0', ' ')),
        ];

    private static string Tekst(IRenderedComponent<Boomkaart> kaart) =>
        string.Join(" ", kaart.FindAll("p").Select(p => p.TextContent)).Replace('\u00A0', ' ');
}
