using System.Globalization;
using System.Net;
using CsvHelper;
using CsvHelper.Configuration;
using Dapper;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;
using Portal.Data.Registers;
using Portal.Data.Vergunningen;
using Portal.Tests.Gebieden;
using Portal.Web.Components;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>Two figures of every area, in a village where each sum can be made by heart.</summary>
public sealed class CijferpaarTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Geld = "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n";
    private const string Cijfers = "indicator;naam;definitie;eenheid;gebiedscode;jaar;waarde\n";

    private async Task VulAsync()
    {
        string[] bedragen = ["AA01;direct_adres;a;1000,00", "AA02;direct_adres;b;4000,00", "AB01;direct_adres;c;90,00"];
        await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "geld.csv",
                Geld + string.Concat(bedragen.Select(b => $"2024;begroting;Welzijn en zorg;L;{b}\n"))
            ),
            CancellationToken.None
        );
        string[] bomen = ["AA01;2023;1", "AA01;2024;2", "AA02;2024;3,5", "AB01;2024;4", "BA02;2024;"];
        await new MetingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "bomen.csv",
                Cijfers + string.Concat(bomen.Select(b => $"bomen;Bomen <b>;Van de gemeente.;per hectare;{b}\n"))
            ),
            Keuzes.Geen,
            CancellationToken.None
        );
        await RegisterImport.LaadAsync(
            dorp.Publicatie,
            VergunningOnderwerp.Register,
            Dorp.Schrijf(
                dorp,
                "kap.csv",
                "id;titel;soort;fase;gebiedscode;besloten_op\n1;a;kap;verleend;AA01;2024-02-01\n"
                    + "2;b;kap;verleend;AA01;2023-02-01\n"
                    + "3;c;kap;verleend;AB01;2024-02-01\n4;d;kap;verleend;AA;2024-03-01\n"
            ),
            new("kap", "Kap", VergunningOnderwerp.Code, "Doel", "Gemeente", "Bron", "CC0"),
            false,
            CancellationToken.None
        );
    }

    private async Task<Dictionary<string, IDictionary<string, object>>> CsvAsync(string query)
    {
        await VulAsync();
        using var lezer = new CsvReader(
            new StringReader(await dorp.Http.GetStringAsync($"/kaart/vergelijk.csv?niveau=buurt&{query}")),
            new CsvConfiguration(CultureInfo.InvariantCulture)
        );
        return lezer.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToDictionary(r => (string)r["code"]);
    }

    [Fact]
    public async Task Money_is_that_of_the_map_and_what_is_not_known_or_of_too_few_people_stays_empty()
    {
        var rijen = await CsvAsync("x=geld&y=cijfer:metingen:bomen");

        Assert.Equal(6, rijen.Count);
        Assert.Equal(("10.00", "2"), (rijen["AA01"]["x_waarde"], rijen["AA01"]["y_waarde"]));
        Assert.Equal(("20.00", "3.5"), (rijen["AA02"]["x_waarde"], rijen["AA02"]["y_waarde"]));
        Assert.Equal(("", "4"), (rijen["AB01"]["x_waarde"], rijen["AB01"]["y_waarde"])); // forty people
        Assert.Equal(("", ""), (rijen["BA02"]["x_waarde"], rijen["BA02"]["y_waarde"]));
        Assert.Equal(("begroting", "2024"), (rijen["AA01"]["x_fase"], rijen["AA01"]["x_jaar"]));
        Assert.Contains("versie", (string)rijen["AA01"]["y_bron"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_figure_may_stand_beside_itself_in_another_year()
    {
        var rijen = await CsvAsync("x=cijfer:metingen:bomen&xjaar=2023&y=cijfer:metingen:bomen");

        Assert.Equal(("1", "2"), (rijen["AA01"]["x_waarde"], rijen["AA01"]["y_waarde"]));
        Assert.Equal(("", "3.5"), (rijen["AA02"]["x_waarde"], rijen["AA02"]["y_waarde"]));
    }

    [Fact]
    public async Task A_count_is_divided_by_people_or_hectares_and_none_is_nought()
    {
        var rijen = await CsvAsync("x=per-1000:vergunningen&xjaar=2024&y=per-hectare:vergunningen");

        Assert.Equal(("10", "2"), (rijen["AA01"]["x_waarde"], rijen["AA01"]["y_waarde"])); // 1 of 100 people
        Assert.Equal(("0", "0"), (rijen["AA02"]["x_waarde"], rijen["AA02"]["y_waarde"]));
        Assert.Equal(("", "1"), (rijen["AB01"]["x_waarde"], rijen["AB01"]["y_waarde"]));
        var html = await dorp.Http.GetStringAsync("/kaart/vergelijk?niveau=buurt&x=geld&y=per-hectare:vergunningen");
        Assert.Contains("1 liggen in geen van deze gebieden", html, StringComparison.Ordinal); // known of a wijk only
    }

    [Fact]
    public async Task One_figure_in_two_years_has_two_maps_in_the_same_colours_and_its_change()
    {
        var rijen = await CsvAsync("x=aantal:vergunningen&xjaar=2024&y=aantal:vergunningen&yjaar=2023");
        Assert.Equal(("1", "1"), (rijen["AA01"]["x_waarde"], rijen["AA01"]["y_waarde"]));
        Assert.Equal(("1", "0"), (rijen["AB01"]["x_waarde"], rijen["AB01"]["y_waarde"]));

        var html = WebUtility.HtmlDecode(
            await dorp.Http.GetStringAsync(
                "/kaart/vergelijk?niveau=buurt&x=aantal:vergunningen&xjaar=2024&y=aantal:vergunningen&yjaar=2023"
            )
        );
        Assert.Contains(
            "Van 2023 naar 2024 ging het omhoog in 1, omlaag in 0, en bleef het gelijk in 5.",
            html,
            StringComparison.Ordinal
        );
        Assert.Equal(
            ["2023", "2024"],
            System.Text.RegularExpressions.Regex.Matches(html, "class=\"titel\">(\\d+)<").Select(m => m.Groups[1].Value)
        );
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(html, ">\\+\u00A01<"));
        Assert.DoesNotContain("Pearson", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Over_few_areas_nothing_is_said_of_going_together()
    {
        await VulAsync();
        var html = await dorp.Http.GetStringAsync("/kaart/vergelijk?niveau=buurt&x=geld&y=cijfer:metingen:bomen");

        Assert.Contains("Van 2 van de 6 buurten zijn beide cijfers bekend.", html, StringComparison.Ordinal);
        Assert.Contains("Dat is te weinig om te zeggen of ze samenhangen", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Pearson", html, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>", html, StringComparison.Ordinal);
        Assert.Equal(4, System.Text.RegularExpressions.Regex.Count(html, "<path class=\"zonder\""));
        Assert.Equal(2, System.Text.RegularExpressions.Regex.Count(html, "class=\"stip donker\""));
    }

    [Fact]
    public async Task A_year_without_figures_and_a_year_that_is_not_complete_are_said()
    {
        await VulAsync();
        var leeg = await dorp.Http.GetStringAsync(
            "/kaart/vergelijk?niveau=buurt&x=geld&y=cijfer:metingen:bomen&yjaar=2020"
        );
        Assert.Contains("Hiervan is geen cijfer bekend.", leeg, StringComparison.Ordinal);
        Assert.DoesNotContain("Elk gebied een stip", leeg, StringComparison.Ordinal);

        await new Dekking(dorp.Db).BesluitAsync(
            "begroting-2024",
            2024,
            "begroting",
            "onvolledig",
            null,
            null,
            CancellationToken.None
        );
        try
        {
            Assert.All(await CsvAsync("x=geld&y=cijfer:metingen:bomen"), r => Assert.Equal("", r.Value["x_waarde"]));
            Assert.Contains(
                "Dit jaar is niet compleet",
                await dorp.Http.GetStringAsync("/kaart/vergelijk?niveau=buurt&x=geld&y=cijfer:metingen:bomen"),
                StringComparison.Ordinal
            );
        }
        finally
        {
            await new Dekking(dorp.Db).BesluitAsync(
                "begroting-2024",
                2024,
                "begroting",
                null,
                null,
                null,
                CancellationToken.None
            );
        }
    }

    [Fact]
    public async Task Years_of_another_kind_are_not_drawn_beside_each_other()
    {
        await VulAsync();
        await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "geld-2025.csv",
                Geld
                    + "2025;begroting;Welzijn en zorg;L;AA01;direct_adres;a;1000,00\n"
                    + "2025;begroting;Welzijn en zorg;L;;onbekend;b;1000,00\n"
            ),
            CancellationToken.None
        );

        var html = await dorp.Http.GetStringAsync(
            "/kaart/vergelijk?niveau=buurt&x=geld&xjaar=2024&xfase=begroting&y=geld&yjaar=2025&yfase=begroting"
        );

        Assert.Contains("We vergelijken 2024 niet met 2025.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("stip donker", html, StringComparison.Ordinal);
        await dorp.Db.ExecuteAsync(
            "update versie v set status = 'ingetrokken' from dataset d "
                + "where d.id = v.dataset_id and d.code = 'begroting-2025'"
        );
    }

    [Theory]
    [InlineData("x=onzin", "Bij x staat 'onzin'")]
    [InlineData("niveau=straat", "Bij niveau staat 'straat'")]
    [InlineData("sorteer=hoog", "Bij sorteer staat 'hoog'")]
    [InlineData("xfase=gewenst", "gewenst")]
    [InlineData("yprogramma=onzin", "onzin")]
    [InlineData("xjaar=12", "Het jaar 12 kan niet")]
    [InlineData("yjaar=ja", "ja")]
    public async Task What_cannot_be_is_refused_by_page_and_file(string query, string reden)
    {
        foreach (var pad in new[] { "/kaart/vergelijk", "/kaart/vergelijk.csv" })
        {
            using var antwoord = await dorp.Http.GetAsync(new Uri($"{pad}?{query}", UriKind.Relative));
            Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
            Assert.Contains(
                reden,
                System.Text.RegularExpressions.Regex.Unescape(
                    WebUtility.HtmlDecode(await antwoord.Content.ReadAsStringAsync())
                ),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task How_much_two_figures_go_together_is_what_a_statistician_gets()
    {
        var queries = new SamenhangQueries(Portal.Data.Lezing.Los(dorp.Db));
        // Ten pairs, with ties; by hand: ranks 1, 2.5, 2.5, 4 … 10
        (decimal, decimal)[] paren =
        [
            (1, 2),
            (2, 1),
            (2, 4),
            (4, 3),
            (5, 6),
            (6, 5),
            (7, 8),
            (8, 7),
            (9, 10),
            (100, 9),
        ];

        var r = await queries.VanAsync(paren, CancellationToken.None);

        Assert.Equal(10, r!.Aantal);
        Assert.Equal(0.4788, r.Pearson!.Value, 4);
        Assert.Equal(0.9240, r.Rang!.Value, 4);
        Assert.Null(await queries.VanAsync(paren[..9], CancellationToken.None));
        var gelijk = await queries.VanAsync([.. paren.Select(p => (1m, p.Item2))], CancellationToken.None);
        Assert.Null(gelijk!.Pearson);
    }

    [Fact]
    public void Equal_figures_are_in_one_class()
    {
        var van = Tercielen.Van([0, 0, 0, 0, 0, 3, 4, 5, 6]);

        Assert.Equal([0, 1, 2, 2], new decimal[] { 0, 3, 5, 6 }.Select(w => van.Klasse(w)));
        Assert.Equal(0, Tercielen.Van([7, 7, 7]).Klasse(7));
        Assert.Equal([0, 1, 2], new decimal[] { 1, 2, 3 }.Select(w => Tercielen.Van([3, 1, 2]).Klasse(w)));
    }
}
