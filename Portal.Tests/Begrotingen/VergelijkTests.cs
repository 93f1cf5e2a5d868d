using System.Globalization;
using System.Net;
using System.Text.RegularExpressions;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>Areas side by side, on the example municipality.</summary>
public sealed class VergelijkTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private const string Keuze = "jaar=2024&fase=realisatie&bl=L";

    private async Task<string> HtmlAsync(string vraag) =>
        WebUtility.HtmlDecode(await voorbeeld.Http.GetStringAsync($"/begroting/vergelijk?{Keuze}&{vraag}"));

    [Theory]
    [InlineData("inwoner")]
    [InlineData("huishouden")]
    [InlineData("hectare")]
    [InlineData("totaal")]
    public async Task Table_and_range_give_the_figure_of_the_map(string per)
    {
        var rij = (
            await new BegrotingQueries(Lezing.Los(voorbeeld.Db)).ListAsync(
                "buurt",
                new(2024, "realisatie", null, "L", "alles"),
                CancellationToken.None
            )
        ).Single(g => g.Code == "AA01");
        var verwacht = Opmaak(
            per switch
            {
                "inwoner" => rij.PerInwoner,
                "huishouden" => rij.PerHuishouden,
                "hectare" => rij.PerHectare,
                _ => rij.Bedrag,
            }
        );
        var html = await HtmlAsync($"gebied=AA01&gebied=AA02&per={per}");

        Assert.Matches($"Samen</th>\\s*<td[^>]*data-euro=\"{Regex.Escape(verwacht)}\"", html);
        Assert.Matches($"Havenhoofd</th>\\s*<td[^>]*data-euro=\"{Regex.Escape(verwacht)}\"", html);
    }

    [Fact]
    public async Task On_its_page_an_area_stands_beside_all_of_its_kind_but_not_in_a_year_that_is_not_complete()
    {
        var alle = await new BegrotingQueries(Lezing.Los(voorbeeld.Db)).ListAsync(
            "buurt",
            new(2024, "realisatie", null, "L", "alles"),
            CancellationToken.None
        );
        decimal[] bekend = [.. alle.Select(g => g.PerInwoner).OfType<decimal>().Where(b => b != 0).Order()];
        var midden = (bekend[(bekend.Length - 1) / 2] + bekend[bekend.Length / 2]) / 2;
        var html = WebUtility.HtmlDecode(await voorbeeld.Http.GetStringAsync($"/buurten/AA01-havenhoofd?{Keuze}"));

        Assert.Contains(
            $"Van {bekend.Length} van de {alle.Count} buurten is een bedrag per inwoner bekend: van "
                + $"{Portal.Web.Opmaak.Euro(bekend[0])} tot {Portal.Web.Opmaak.Euro(bekend[^1])}, het midden is "
                + $"{Portal.Web.Opmaak.Euro(midden)}.",
            html,
            StringComparison.Ordinal
        );
        var deel = await voorbeeld.Http.GetStringAsync("/buurten/AA01-havenhoofd?jaar=2024&fase=vastgesteld");
        Assert.Matches("class=\"bedrag\"><span data-euro=\"[1-9]", deel);
        Assert.DoesNotContain("id=\"naast\"", deel, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"naast\"", await voorbeeld.Http.GetStringAsync("/stad"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Amounts_per_head_of_inhabitants_of_other_years_say_so()
    {
        var alle = await new BegrotingQueries(Lezing.Los(voorbeeld.Db)).ListAsync(
            "buurt",
            new(2024, "realisatie", null, "L", "alles"),
            CancellationToken.None
        );
        var jaar = Assert.Single(Soortbereik.JarenVan(alle, "inwoner"));
        Assert.DoesNotContain(
            "id=\"inwonersjaren\"",
            await HtmlAsync("gebied=AA01&gebied=AA02"),
            StringComparison.Ordinal
        );

        List<GebiedBedragRow> ouder = [.. alle.Select(g => g.Code == "AA01" ? g with { InwonersJaar = jaar - 6 } : g)];
        Assert.Equal([jaar - 6, jaar], Soortbereik.Van(ouder, "inwoner")!.Inwonersjaren);
        Assert.Empty(Soortbereik.Van(ouder, "totaal")!.Inwonersjaren);
    }

    [Fact]
    public async Task The_rows_behind_the_money_of_an_area_are_of_its_phase()
    {
        var html = WebUtility.HtmlDecode(await voorbeeld.Http.GetStringAsync($"/buurten/AA01-havenhoofd?{Keuze}"));
        Assert.Contains($"/begroting-per-gebied.csv?gebied=AA01&{Keuze}\"", html, StringComparison.Ordinal);
    }

    private static string Opmaak(decimal? bedrag) => bedrag!.Value.ToString("0.00", CultureInfo.InvariantCulture);

    [Fact]
    public async Task Areas_keep_the_order_in_which_they_were_typed_by_code_or_name()
    {
        var velden = Regex
            .Matches(await HtmlAsync("gebied=ab01&gebied=Havenhoofd"), "name=\"gebied\" value=\"([^\"]*)\"")
            .Select(m => m.Groups[1].Value);

        Assert.Equal(["ab01", "Havenhoofd", "", ""], velden);
        var (eerste, tweede) = (
            (await new GebiedQueries(Lezing.Los(voorbeeld.Db)).OpCodeAsync("AB01", CancellationToken.None))!.Naam,
            "Havenhoofd"
        );
        Assert.Matches(
            $"class=\"getal\">\\s*<a[^>]*>{eerste}</a>\\s*</th>\\s*<th[^>]*>\\s*<a[^>]*>{tweede}</a>",
            await HtmlAsync("gebied=ab01&gebied=Havenhoofd")
        );
    }

    [Fact]
    public async Task Where_nobody_is_known_to_live_the_totals_stand_and_it_is_said()
    {
        var code = await voorbeeld.Db.QuerySingleAsync<string>(
            """
            select g.code from gebied_nu g where g.soort = 'buurt'
                and coalesce((select max(inwoners) from inwoners_nu i where i.code = g.code), 0) < 50 order by 1 limit 1
            """
        );

        Assert.Contains(
            "<option value=\"totaal\" selected",
            await HtmlAsync($"gebied={code}"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<option value=\"inwoner\" selected",
            await HtmlAsync($"gebied={code}&gebied=AA01"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "staat geen bedrag per inwoner.",
            await HtmlAsync($"gebied={code}&gebied=AA01"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_name_that_several_areas_have_is_asked_after_and_the_rest_is_shown()
    {
        using var antwoord = await voorbeeld.Http.GetAsync($"/begroting/vergelijk?{Keuze}&gebied=AA01&gebied=noord");
        var html = WebUtility.HtmlDecode(await antwoord.Content.ReadAsStringAsync());

        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.Contains("meer dan één gebied dat op 'noord' lijkt", html, StringComparison.Ordinal);
        Assert.Contains("value=\"noord\"", html, StringComparison.Ordinal);
        Assert.Contains(">Havenhoofd</a></th>", html, StringComparison.Ordinal);
        var verder = Regex.Match(html, "href=\"(/begroting/vergelijk\\?[^\"]*)\">[^<]*Noord").Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await voorbeeld.Http.GetAsync(verder)).StatusCode);
    }
}
