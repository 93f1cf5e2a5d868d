using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Bunit;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Portal.Web.Components;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>The page of an area: the answer first, the ladder that adds up, what is not known said once.</summary>
public sealed partial class GebiedPaginaTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private static CancellationToken Ct => CancellationToken.None;

    [Fact]
    public async Task The_steps_of_the_city_are_all_its_money()
    {
        var html = await HtmlAsync("/stad?jaar=2025&fase=realisatie");

        Assert.Equal(Antwoord(html), Treden(html).Sum());
        Assert.True(Treden(html).Count >= 3);
    }

    [Fact]
    public async Task The_ladder_of_a_buurt_holds_each_euro_once_and_the_rungs_are_what_no_buurt_has()
    {
        var begroting = new BegrotingQueries(Lezing.Los(voorbeeld.Db));
        var geld = new GebiedGeldQueries(Lezing.Los(voorbeeld.Db));
        var keuze = (await begroting.AanbodAsync(Ct)).Kies(new(2025, "realisatie", null, null, null))!;
        var buurten = await begroting.ListAsync("buurt", keuze, Ct);
        var rest = await begroting.RestAsync("buurt", keuze, Ct);

        // Every larger area is a rung of some buurt: together with the buurten they are everything
        var treden = new Dictionary<string, decimal>();
        foreach (var buurt in buurten)
        {
            foreach (var trede in await geld.LadderAsync(buurt.Code, keuze, Ct))
            {
                treden[trede.Code ?? trede.Soort] = trede.Bedrag ?? 0;
            }
        }
        Assert.Equal(rest.Sum(r => r.Bedrag), treden.Values.Sum());
        Assert.True(treden.Count > 10);

        var html = await HtmlAsync("/buurten/AA01-havenhoofd?jaar=2025&fase=realisatie");
        Assert.Equal(
            [
                buurten.Single(b => b.Code == "AA01").Bedrag!.Value,
                .. (await geld.LadderAsync("AA01", keuze, Ct))
                    .Where(t => t.Bedrag is not null and not 0)
                    .Select(t => t.Bedrag!.Value),
            ],
            Treden(html)
        );
    }

    [Fact]
    public async Task Where_nothing_is_known_the_page_says_so_once_and_shows_what_larger_areas_have()
    {
        // A year in which no buurt has anything
        var html = await HtmlAsync("/buurten/AA01-havenhoofd?jaar=1999&fase=realisatie");

        Assert.Contains("Van Havenhoofd zelf zijn over 1999 geen bedragen bekend", html, StringComparison.Ordinal);
        Assert.Contains("Dat betekent niet dat er niets is uitgegeven", html, StringComparison.Ordinal);
        Assert.Contains("class=\"leeg\"", html, StringComparison.Ordinal);
        var ladder = html[html.IndexOf("id=\"ladder\"", StringComparison.Ordinal)..];
        Assert.DoesNotContain(
            "€",
            ladder[..ladder.IndexOf("</ol>", StringComparison.Ordinal)],
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_programme_is_looked_at_on_the_same_page_and_nothing_else_stands_there()
    {
        var html = await HtmlAsync("/buurten/AA01-havenhoofd?programma=welzijn-en-zorg");

        Assert.Contains("<h1>Havenhoofd: Welzijn en zorg</h1>", html, StringComparison.Ordinal);
        Assert.Contains("Welzijn en zorg, per taakveld", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"initiatieven\"", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"ladder\"", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_first_page_and_the_city_say_the_same()
    {
        var begin = await HtmlAsync("/");
        var stad = Antwoord(await HtmlAsync("/stad"));

        Assert.Contains(
            $"data-euro=\"{stad.ToString("0.00", CultureInfo.InvariantCulture)}\"",
            begin,
            StringComparison.Ordinal
        );
        var tabel = begin[begin.IndexOf("id=\"waar\"", StringComparison.Ordinal)..];
        var bedragen = Euro().Matches(tabel[..tabel.IndexOf("</table>", StringComparison.Ordinal)]);
        Assert.Equal(stad, bedragen.SkipLast(1).Sum(Waarde));
        Assert.Equal(stad, Waarde(bedragen[^1]));
    }

    [Fact]
    public async Task The_small_map_lies_where_the_area_lies()
    {
        var kaartjes = new KaartjeQueries(Lezing.Los(voorbeeld.Db));
        var om = await kaartjes.OmAsync("AA01", Ct);

        Assert.Single(om, v => v.Zelf);
        Assert.Contains(om, v => v.Soort == "rand");
        var zelf = om.Single(v => v.Zelf);
        Assert.InRange(zelf.X, 100, 300); // in the middle
        Assert.InRange(zelf.Y, 50, 250);
        Assert.Equal(300, zelf.Hoogte, 1);
        Assert.Matches(@"^5\.\d+,5\d\.\d+ ", zelf.Hoeken);
        Assert.Equal(60, (await kaartjes.AlleAsync("buurt", Ct)).Count);
    }

    private async Task<string> HtmlAsync(string adres) =>
        WebUtility.HtmlDecode(await voorbeeld.Http.GetStringAsync(adres));

    private static decimal Antwoord(string html) =>
        Waarde(Euro().Match(html, html.IndexOf("id=\"antwoord\"", StringComparison.Ordinal)));

    private static List<decimal> Treden(string html)
    {
        var ladder = html[html.IndexOf("id=\"ladder\"", StringComparison.Ordinal)..];
        return [.. Euro().Matches(ladder[..ladder.IndexOf("</ol>", StringComparison.Ordinal)]).Select(Waarde)];
    }

    private static decimal Waarde(Match euro) => decimal.Parse(euro.Groups[1].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("data-euro=\"(-?[0-9.]+)\"")]
    private static partial Regex Euro();
}

/// <summary>What a small map draws.</summary>
public sealed class KaartjeTests : BunitContext
{
    private static KaartVlak Vlak(string code, double straal = 60, string naam = "Noord") =>
        new(code, "stadsdeel", naam, false, "M 0 0 l 10 0 0 10 z", 100, 100, straal, 300, "5,52 5.1,52 5,51.9");

    [Fact]
    public void A_few_areas_are_stops_with_a_name_and_stand_in_a_list()
    {
        var kaartje = Render<Kaartje>(p =>
            p.Add(k => k.Vlakken, [Vlak("A"), Vlak("B", 5, "Zuid & Zo")])
                .Add(k => k.Label, "Kaart")
                .Add(k => k.Getal, v => v.Code == "A" ? "€ 5" : null)
                .Add(k => k.Kleur, v => v.Code == "A" ? "klasse-1" : "zonder")
        );

        Assert.All(kaartje.FindAll("svg a"), a => Assert.Null(a.GetAttribute("tabindex")));
        Assert.Equal(["Noord: € 5", "Zuid & Zo"], kaartje.FindAll("svg a > title").Select(t => t.TextContent));
        Assert.Equal(
            ["Noord € 5", "Zuid & Zo geen gegevens"],
            kaartje
                .FindAll(".stadlijst li")
                .Select(l =>
                    string.Join(' ', l.TextContent.Split((char[])[' ', '\n'], StringSplitOptions.RemoveEmptyEntries))
                )
        );
        Assert.Equal("Noord", Assert.Single(kaartje.FindAll("text.naam")).TextContent); // no room for the other
        Assert.Equal("zonder", kaartje.Find("svg a:nth-of-type(2) path").ClassName);
    }

    [Fact]
    public void Of_many_areas_none_is_a_stop()
    {
        var kaartje = Render<Kaartje>(p =>
            p.Add(k => k.Vlakken, [.. Enumerable.Range(0, 60).Select(i => Vlak($"B{i}"))])
                .Add(k => k.Label, "Kaart")
                .Add(k => k.Getal, _ => "€ 5")
        );

        Assert.All(kaartje.FindAll("svg a"), a => Assert.Equal("-1", a.GetAttribute("tabindex")));
        Assert.Empty(kaartje.FindAll(".stadlijst"));
    }

    [Theory]
    [InlineData("Openbare orde en veiligheid", "veilig")]
    [InlineData("Openbare ruimte en groen", "groen")]
    [InlineData("Werk, inkomen en economie", "werk")]
    [InlineData("Sport en recreatie", "sport")]
    [InlineData("Stedelijke ontwikkeling", "bouwen")]
    [InlineData("Bestuur en gebiedsmanagement", "bestuur")]
    [InlineData("Iets heel anders", null)]
    [InlineData(null, null)]
    public void A_programme_has_one_colour_and_icon_by_its_name(string? naam, string? teken) =>
        Assert.Equal(teken, Programmateken.Van(naam));
}
