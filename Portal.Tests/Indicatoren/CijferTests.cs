using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Playwright;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;
using Portal.Tests.Gebieden;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Indicatoren;

/// <summary>The pages of indicators, in a village where each figure can be made by heart.</summary>
public sealed partial class CijferTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop =
        "indicator;naam;definitie;eenheid;thema;drempel;optelbaar;n;voorlopig;gebiedscode;jaar;waarde\n";

    private Task<ImportRapport> LaadAsync(string dataset, IEnumerable<string> rijen, string kop = Kop) =>
        new MetingImport(new Publicatie(dorp.Db, dorp.Archief) { MagKrimpen = true, MagVerliezen = true }).LaadAsync(
            Dorp.Schrijf(dorp, $"{dataset}.csv", kop + string.Concat(rijen.Select(r => r + "\n"))),
            new(new Dictionary<string, string> { ["dataset"] = dataset }),
            CancellationToken.None
        );

    private Task<ImportRapport> GroenAsync() =>
        LaadAsync(
            "groen",
            new[]
            {
                "AA01;2022;10,5",
                "AA02;2022;20",
                "AB01;2022;30",
                "AA01;2023;11",
                "AA02;2023;20",
                "AA01;2024;12,5",
                "AA02;2024;21",
                "AB01;2024;",
                "GM9998;2024;15",
            }
                .Select(r =>
                    "groen;Groen <b>;Het deel dat groen is.;%;openbare_ruimte;;nee;30;"
                    + $"{(r.Contains("2024") ? "ja" : "nee")};{r}"
                )
                .Append("kaal;kaal;Kaal.;;;;;;;AA01;2024;1")
        );

    private static string Kaal(string pagina) =>
        WebUtility.HtmlDecode(Label().Replace(pagina, "")).Replace('\u00A0', ' ');

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Label();

    [Fact]
    public async Task Beside_a_figure_of_an_area_stands_how_many_people_came_or_went()
    {
        await LaadAsync(
            "komen",
            [
                "rust;Rust;Hoe rustig het is.;punten;samenleven;;nee;30;nee;nee;AB02;2024;7",
                "verhuisd;Verhuisd;Wie kwam of ging.;%;bevolking;;nee;30;nee;ja;AB02;2023;18,5",
                "verhuisd;Verhuisd;Wie kwam of ging.;%;bevolking;;nee;30;nee;ja;AB02;2022;12",
            ],
            Kop.Replace("voorlopig;", "voorlopig;doorstroom;", StringComparison.Ordinal)
        );
        const string zin = "In Pakhuisbuurt kwam of ging in één jaar 18,5 % van de mensen (2023).";

        var pagina = Kaal(await dorp.Http.GetStringAsync("/cijfers/komen/rust?gebied=AB02"));
        Assert.Contains(zin, pagina, StringComparison.Ordinal);
        Assert.Contains(
            zin,
            Kaal(await dorp.Http.GetStringAsync("/buurten/AB02-pakhuisbuurt")),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "kwam of ging in",
            Kaal(await dorp.Http.GetStringAsync("/cijfers/komen/verhuisd?gebied=AB02")),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task The_answer_comes_first_and_a_place_never_without_range_and_number()
    {
        await GroenAsync();

        var pagina = Kaal(await dorp.Http.GetStringAsync("/cijfers/groen/groen?gebied=AA01"));
        Assert.Contains("In Molenbuurt-Noord was dit 12,5 % in 2024.", pagina, StringComparison.Ordinal);
        Assert.Contains("In heel Dorp was dat 15 %.", pagina, StringComparison.Ordinal);
        Assert.Contains(
            "Van de 2 buurten met een cijfer is het in 0 lager en in 1 hoger; het loopt van 12,5 % tot 21 %.",
            pagina,
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Tussen 2022 en 2024 ging het omhoog: van 10,5 % naar 12,5 %.",
            pagina,
            StringComparison.Ordinal
        );
        Assert.Contains("voorlopig, van maar 30", pagina, StringComparison.Ordinal);
        var zonder = Kaal(await dorp.Http.GetStringAsync("/cijfers/groen/groen"));
        Assert.Contains(
            "Van 2 van de 6 buurten is in 2024 een cijfer bekend: van 12,5 % tot 21 %.",
            zonder,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Every_year_has_an_address_and_a_colour_means_the_same_in_each()
    {
        await GroenAsync();

        var nu = await dorp.Http.GetStringAsync("/cijfers/groen/groen");
        var toen = await dorp.Http.GetStringAsync("/cijfers/groen/groen?periode=2022");
        Assert.Contains(
            "href=\"/cijfers/groen/groen?niveau=buurt&amp;periode=2022#film-kop\"",
            nu,
            StringComparison.Ordinal
        );
        Assert.Equal(Legenda().Match(nu).Value, Legenda().Match(toen).Value);
        Assert.Equal(8, Regex.Count(nu, "class=\"zonder\"")); // missing is hatched, in the drawing and the list beside it
        Assert.Matches("<td class=\"getal\">30\\W", toen);
        Assert.Contains("geen gegevens", nu, StringComparison.Ordinal);
    }

    [GeneratedRegex("<div class=\"legenda\">.*?</div>", RegexOptions.Singleline)]
    private static partial Regex Legenda();

    [Theory]
    [InlineData("/cijfers/groen/weg", HttpStatusCode.NotFound)]
    [InlineData("/cijfers/weg/groen", HttpStatusCode.NotFound)]
    [InlineData("/cijfers/groen/groen?niveau=straat", HttpStatusCode.BadRequest)]
    [InlineData("/cijfers/groen/groen?periode=1900", HttpStatusCode.BadRequest)]
    [InlineData("/cijfers/groen/groen?gebied=Nergens", HttpStatusCode.BadRequest)]
    [InlineData("/cijfers/groen/groen?indeling=1999", HttpStatusCode.BadRequest)]
    [InlineData("/cijfers/groen/groen?sorteer=x", HttpStatusCode.BadRequest)]
    [InlineData("/cijfers?gebied=ZZ", HttpStatusCode.BadRequest)]
    [InlineData("/cijfers/groen/groen?gebied=weidebuurt&sorteer=waarde", HttpStatusCode.OK)]
    public async Task What_cannot_be_is_said(string adres, HttpStatusCode verwacht)
    {
        await GroenAsync();
        Assert.Equal(verwacht, (await dorp.Http.GetAsync(adres)).StatusCode);
    }

    [Fact]
    public async Task The_list_goes_by_theme_finds_words_and_keeps_the_area()
    {
        await GroenAsync();

        var lijst = await dorp.Http.GetStringAsync("/cijfers?gebied=AA01");
        Assert.Contains("<h2 id=\"openbare_ruimte\">Straat en groen</h2>", lijst, StringComparison.Ordinal);
        Assert.Contains("href=\"/cijfers/groen/groen?gebied=AA01\"", lijst, StringComparison.Ordinal);
        Assert.Contains("2022 tot en met 2024", lijst, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "/cijfers/groen/kaal",
            await dorp.Http.GetStringAsync("/cijfers?zoek=Het+deel"),
            StringComparison.Ordinal
        );
    }

    // The example of the rule: 4, 25, 31 of wijk 60; 4 is too small, and 25 would give it away.
    [Fact]
    public async Task What_is_too_small_is_nowhere()
    {
        await LaadAsync(
            "klein",
            new[] { "AA;60", "AA01;29", "AA02;31", "AB;29", "AB01;4", "AB02;25" }
                .Select(c => c.Split(';'))
                .Select(c => $"klein;Klein;Klein.;mensen;zorg;10;ja;;;{c[0]};2024;{c[1]}")
        );

        foreach (
            var adres in new[]
            {
                "/cijfers/klein/klein?niveau=buurt",
                "/buurten/AB02-pakhuisbuurt",
                "/buurten/AB01-kadebuurt",
            }
        )
        {
            var pagina = await dorp.Http.GetStringAsync(adres);
            Assert.DoesNotContain("4 mensen", Kaal(pagina), StringComparison.Ordinal);
            Assert.DoesNotContain("25 mensen", Kaal(pagina), StringComparison.Ordinal);
            Assert.Contains("te klein om te tonen", pagina, StringComparison.Ordinal);
        }
        foreach (var soort in new[] { "csv", "json", "ndjson" })
        {
            var bestand = await dorp.Http.GetStringAsync($"/indicatoren.{soort}?bron=klein&indicator=klein");
            Assert.Matches("[,:]31[,}]", bestand);
            Assert.DoesNotMatch("[,:](4|25)[,}]", bestand);
        }
        using var json = JsonDocument.Parse(
            await dorp.Http.GetStringAsync("/indicatoren.json?bron=klein&indicator=klein")
        );
        Assert.Equal(
            ["AB01", "AB02"],
            json.RootElement.EnumerateArray()
                .Where(r => r.GetProperty("onderdrukt").GetBoolean())
                .Select(r => r.GetProperty("gebiedscode").GetString())
                .Order()
        );
        Assert.Equal(
            [("AB01", 4m), ("AB02", 25m)],
            await dorp.Db.QueryAsync<(string, decimal)>("select code, waarde from meting_gesloten order by 1")
        );
        Assert.False(
            await dorp.Db.QuerySingleAsync<bool>(
                "select has_table_privilege('portal_lezer', 'meting_gesloten', 'select')"
            )
        );
    }

    [Fact]
    public async Task The_old_areas_stay_reachable_with_the_figures_as_they_were()
    {
        await BbgaKleinTests.Gebieden15Async(dorp);
        await new MetingImport(new Publicatie(dorp.Db, dorp.Archief)).LaadAsync(
            Dorp.Schrijf(dorp, "bbga_klein.csv", BbgaKleinTests.Bestand),
            new(
                new Dictionary<string, string>
                {
                    ["indeling"] = "2015",
                    ["uitleg"] = EchteData.Gemeente("amsterdam/bbga.csv"),
                }
            ),
            CancellationToken.None
        );

        var toen = Kaal(
            await dorp.Http.GetStringAsync("/cijfers/bbga/BEVTOTAAL?indeling=2015&gebied=DX02&periode=2014")
        );
        Assert.Contains("In Oud Oost was dit 1.200 inwoners in 2014.", toen, StringComparison.Ordinal);
        Assert.Contains("de gebieden zoals ze waren in de indeling van 2015", toen, StringComparison.Ordinal);
        var lijst = await dorp.Http.GetStringAsync("/cijfers");
        Assert.DoesNotContain("GEHEIM_X", lijst, StringComparison.Ordinal); // it has no figure of an area of now
        Assert.Contains(
            "alleen een code",
            await dorp.Http.GetStringAsync("/cijfers/bbga/GEHEIM_X"),
            StringComparison.Ordinal
        );
    }
}

/// <summary>The same by keyboard, on a phone, and without JavaScript.</summary>
public sealed class CijferBrowserTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private const string Pagina = "/cijfers/voorbeeld-ses/schoon";

    [Fact]
    public async Task No_rule_of_axe_is_broken_and_nothing_overflows_on_a_phone() =>
        await Scherm.ZonderGebrekenAsync(
            voorbeeld,
            ["/cijfers", $"{Pagina}?niveau=stadsdeel&gebied=A", $"/en{Pagina}?gebied=AA01"],
            360,
            740,
            null
        );

    [Fact]
    public async Task The_years_go_by_with_the_arrows_and_without_javascript_by_links()
    {
        await using var profiel = await Chromium.OpenAsync(voorbeeld);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync($"{Pagina}?niveau=stadsdeel");
        var balk = pagina.GetByRole(AriaRole.Slider);
        await balk.FocusAsync();
        await balk.PressAsync("ArrowLeft");
        await Assertions.Expect(pagina.Locator("#film-kop")).ToHaveTextAsync("Op de kaart in 2023");
        Assert.Contains("periode=2023", pagina.Url, StringComparison.Ordinal);
        await Assertions.Expect(balk).ToBeFocusedAsync();

        await using var zonder = await Chromium.OpenAsync(voorbeeld, javascript: false);
        var kaal = await zonder.NewPageAsync();
        await kaal.GotoAsync($"{Pagina}?niveau=stadsdeel");
        await kaal.Locator("nav.film").GetByRole(AriaRole.Link, new() { Name = "2021" }).ClickAsync();
        await Assertions.Expect(kaal.Locator("#film-kop")).ToHaveTextAsync("Op de kaart in 2021");
    }
}
