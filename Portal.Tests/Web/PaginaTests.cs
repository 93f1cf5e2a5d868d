using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>The pages as a browser without JavaScript gets them, on the example municipality.</summary>
public sealed partial class PaginaTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    public static readonly string[] Paginas =
    [
        "/",
        "/kaart?jaar=2023&fase=begroting&programma=sport-en-recreatie&niveau=wijk&per=totaal&tel=direct&sorteer=bedrag",
        "/kaart",
        "/kaart/vergelijk",
        "/kaart?per=hectare&fase=begroting",
        "/kaart?per=huishouden",
        "/buurten/AA01-havenhoofd?programma=welzijn-en-zorg",
        "/stad?jaar=2024",
        "/begroting/posten",
        "/begroting/posten/kolommen",
        "/begroting/posten?zoek=bestaatniet",
        "/begroting/brug",
        "/begroting/vergelijk",
        "/begroting/vergelijk?gebied=AA01&gebied=AA02&gebied=CD02",
        "/begroting/versies/voorbeeld-begroting",
        "/begroting/gemeenten",
        "/begroting/brug?jaar=2023&fase=verleend",
        "/buurten",
        "/wijken",
        "/stadsdelen",
        "/zoek?q=noord",
        "/zoek?q=bestaatniet",
        "/zoek",
        "/buurten/AA01-havenhoofd",
        "/wijken/AA-havenkwartier",
        "/stadsdelen/A-havenkant",
        "/stad",
        "/stad?jaar=2022&fase=verleend",
        "/initiatieven",
        "/initiatieven?gebied=A&status=gekozen",
        "/initiatieven/voorbeeld-initiatieven/INI-2022-002",
        "/vergunningen",
        "/vergunningen?fase=verleend&pagina=2",
        "/vergunningen?zoek=bestaatniet",
        "/bekendmakingen?van=2025-01-01&tot=2025-06-30",
        "/lagen",
        "/eigen-gebied",
        "/eigen-gebied?vlak=51,4;53,4;53,6;51,6&jaar=2025&fase=realisatie",
        "/kaart/lijst?laag=vergunningen&jaar=2025",
        "/data/voorbeeld-vergunningen",
        "/uitleg",
        "/data",
        "/bronnen",
        "/toegankelijkheid",
    ];

    public static TheoryData<string> AllePaginas => [.. Paginas];

    [Theory]
    [MemberData(nameof(AllePaginas))]
    public async Task Every_page_is_whole_labelled_and_guarded(string pad)
    {
        using var antwoord = await voorbeeld.Http.GetAsync(pad);
        var html = await antwoord.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        Assert.Contains("Voorbeeldgegevens", html, StringComparison.Ordinal);
        Assert.EndsWith("</html>", html.TrimEnd(), StringComparison.Ordinal);
        Assert.Single(Regex.Matches(html, "<h1[ >]"));
        Assert.DoesNotContain("{0}", html, StringComparison.Ordinal);
        Assert.DoesNotMatch("<script(?![^>]*src=)|style=\"|onclick=", html);
        var csp = Assert.Single(antwoord.Headers.GetValues("Content-Security-Policy"));
        Assert.DoesNotContain("unsafe", csp, StringComparison.Ordinal);
        Assert.Equal("nosniff", Assert.Single(antwoord.Headers.GetValues("X-Content-Type-Options")));
        Assert.Equal("same-origin", Assert.Single(antwoord.Headers.GetValues("Referrer-Policy")));
    }

    [Theory]
    [InlineData("/begroting?jaar=2024&niveau=wijk", "/kaart?jaar=2024&niveau=wijk")]
    [InlineData("/?jaar=2024", "/kaart?jaar=2024")]
    [InlineData("/stad/begroting?jaar=2024", "/stad?jaar=2024")]
    [InlineData(
        "/buurten/AA01-havenhoofd/begroting?programma=welzijn-en-zorg",
        "/buurten/AA01-havenhoofd?programma=welzijn-en-zorg"
    )]
    public async Task What_was_cited_before_still_leads_there(string pad, string nu)
    {
        using var antwoord = await voorbeeld.Http.GetAsync(pad);

        Assert.Equal(HttpStatusCode.MovedPermanently, antwoord.StatusCode);
        Assert.Equal(nu, antwoord.Headers.Location!.ToString());
        using var daar = await voorbeeld.Http.GetAsync(nu);
        Assert.Equal(HttpStatusCode.OK, daar.StatusCode);
    }

    [Theory]
    [InlineData("/nergens", 404)]
    [InlineData("/buurten/ZZ99-nergens", 404)]
    [InlineData("/initiatieven?gebied=ZZ99", 400)]
    [InlineData("/kaart?jaar=geen-jaar", 400)]
    [InlineData("/kaart?fase=zomaar", 400)]
    [InlineData("/kaart?programma=zomaar", 400)]
    [InlineData("/kaart?sorteer=zomaar", 400)]
    [InlineData("/buurten/AA01-havenhoofd?jaar=3", 400)]
    [InlineData("/kaart?per=fiets", 400)]
    [InlineData("/kaart?niveau=straat", 400)]
    [InlineData("/begroting/post/999999999", 404)]
    [InlineData("/begroting/vergelijk?gebied=AA01&gebied=AA02&gebied=AB01&gebied=AB02&gebied=AC01", 400)]
    [InlineData("/begroting/versies/nergens", 404)]
    [InlineData("/buurten/ZZ99-x", 404)]
    [InlineData("/fout/500", 500)]
    public async Task Errors_are_plain_dutch_with_a_way_on(string pad, int status)
    {
        await voorbeeld.Http.GetStringAsync("/uitleg"); // since then we know what the portal is called
        using var antwoord = await voorbeeld.Http.GetAsync(pad);
        var html = await antwoord.Content.ReadAsStringAsync();

        Assert.Equal(status, (int)antwoord.StatusCode);
        Assert.Contains("Kaart van Markerwaard</title>", html, StringComparison.Ordinal);
        Assert.Contains("Naar de kaart", html, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/kaart?jaar=1812", "Het jaar 1812 kan niet")]
    [InlineData("/kaart?jaar=geen-jaar", "Bij 'jaar' staat 'geen-jaar'. Schrijf een jaar, zoals 2024.")]
    [InlineData("/en/kaart?jaar=geen-jaar", "Write a year, such as 2024.")]
    [InlineData("/cijfers/buurten.json?jaar=abc", "Schrijf een jaar, zoals 2024.")]
    [InlineData("/begroting/brug?bl=X", "Kies L (lasten, uitgaven) of B (baten, inkomsten)")]
    [InlineData("/kaart?niveau=straat", "Bij niveau staat 'straat'")]
    [InlineData("/begroting/gemeenten?gemeente=Atlantis", "'Atlantis'")]
    [InlineData("/initiatieven?status=misschien", "'misschien'")]
    [InlineData("/begroting/vergelijk?gebied=ZZ99", "We kennen geen gebied 'ZZ99'")]
    [InlineData("/buurten.geojson?fase=zomaar", "De soort bedrag 'zomaar' bestaat niet")]
    [InlineData("/begroting/brug.json?programma=zomaar", "Het programma 'zomaar' bestaat niet")]
    public async Task An_error_says_what_is_wrong(string pad, string zin)
    {
        using var antwoord = await voorbeeld.Http.GetAsync(pad);

        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.Contains(
            zin,
            WebUtility.HtmlDecode(
                System.Text.RegularExpressions.Regex.Unescape(await antwoord.Content.ReadAsStringAsync())
            ),
            StringComparison.Ordinal
        );
        Assert.Equal(
            pad.Contains("json", StringComparison.Ordinal) ? "application/problem+json" : "text/html",
            antwoord.Content.Headers.ContentType!.MediaType
        );
    }

    [Theory]
    [InlineData("/kaart?jaar=X")]
    [InlineData("/kaart?fase=X")]
    [InlineData("/begroting/vergelijk?bl=X")]
    [InlineData("/begroting/vergelijk?gebied=X")]
    [InlineData("/begroting/gemeenten?gemeente=X")]
    [InlineData("/begroting/posten?gebied=X")]
    [InlineData("/begroting/posten?zoek=X")]
    [InlineData("/begroting/posten?van=X")]
    [InlineData("/begroting/posten?taakveld=X")]
    [InlineData("/stad?jaar=X")]
    [InlineData("/initiatieven?status=X")]
    [InlineData("/zoek?q=X")]
    [InlineData("/begroting/versies/voorbeeld-begroting?met=X")]
    public async Task What_a_visitor_typed_is_never_markup(string pad)
    {
        using var antwoord = await voorbeeld.Http.GetAsync(
            pad.Replace("X", "%22%3E%3Cb%3Ehallo", StringComparison.Ordinal)
        );
        var html = await antwoord.Content.ReadAsStringAsync();

        Assert.DoesNotContain("<b>hallo", html, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "value=\"\">",
            html.Replace("<option value=\"\">", "", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
        Assert.Contains("text/html", antwoord.Content.Headers.ContentType!.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_a_key_passed_by_an_area_there_is_no_amount_per_inhabitant()
    {
        var html = await voorbeeld.Http.GetStringAsync("/buurten/CC04-wulpenbuurt?jaar=2025&fase=realisatie");
        Assert.Contains("Hoeveel mensen hier in 2025 woonden, is niet bekend.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("id=\"rekendeel\"", html, StringComparison.Ordinal);
        Assert.Contains(
            "id=\"rekendeel\"",
            await voorbeeld.Http.GetStringAsync("/buurten/CC03-veldleeuwerikbuurt?jaar=2025&fase=realisatie"),
            StringComparison.Ordinal
        );

        async Task<decimal?[]> PerHoofdAsync(int jaar)
        {
            var adres = $"/buurten.geojson?jaar={jaar}&fase=realisatie";
            using var json = JsonDocument.Parse(await voorbeeld.Http.GetStringAsync(adres));
            return
            [
                .. json
                    .RootElement.GetProperty("features")
                    .EnumerateArray()
                    .Select(f => f.GetProperty("properties"))
                    .Where(p => p.GetProperty("code").GetString() is "CC03" or "CC04")
                    .Select(p => p.GetProperty("per_inwoner"))
                    .Select(w => w.ValueKind == JsonValueKind.Null ? null : (decimal?)w.GetDecimal()),
            ];
        }
        Assert.Equal([false, true], (await PerHoofdAsync(2025)).Select(w => w is null));
        Assert.DoesNotContain(null, await PerHoofdAsync(2024));
    }

    [Fact]
    public async Task An_application_leads_to_what_was_decided_since()
    {
        const string oud = "/bekendmakingen/voorbeeld-bekendmakingen/gmb-2025-mw00403";
        var html = await voorbeeld.Http.GetStringAsync(oud);
        Assert.Contains("Er is inmiddels een besluit.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("nog niets besloten", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_null_byte_in_the_box_is_told_on_a_page()
    {
        using var antwoord = await voorbeeld.Http.GetAsync("/zoek?q=%00");
        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.Equal("text/html", antwoord.Content.Headers.ContentType!.MediaType);
    }

    [Theory]
    [InlineData("/begroting/posten.csv?zoek=%00", 400)]
    [InlineData("/initiatieven.geojson?status=misschien", 400)]
    [InlineData("/initiatieven.geojson?gebied=ZZ99", 400)]
    [InlineData("/buurten/NOPE/omgeving.geojson", 404)]
    [InlineData("/initiatieven.geojson?jaar=abc", 400)]
    [InlineData("/begroting/versies/nergens/2.csv?met=1", 404)]
    [InlineData("/begroting/nergens.json", 404)]
    public async Task An_error_at_an_address_of_data_is_no_page(string pad, int status)
    {
        using var antwoord = await voorbeeld.Http.GetAsync(pad);

        Assert.Equal(
            (status, "application/problem+json"),
            ((int)antwoord.StatusCode, antwoord.Content.Headers.ContentType!.MediaType)
        );
    }

    [Theory]
    [InlineData("AA01")]
    [InlineData("aa01")]
    [InlineData("AA01-een-oude-naam")]
    public async Task A_code_without_its_name_leads_to_the_full_address(string sleutel)
    {
        using var antwoord = await voorbeeld.Http.GetAsync($"/buurten/{sleutel}?jaar=2024");

        Assert.Equal(HttpStatusCode.MovedPermanently, antwoord.StatusCode);
        Assert.Equal("/buurten/AA01-havenhoofd?jaar=2024", antwoord.Headers.Location?.ToString());
    }

    [Fact]
    public async Task A_search_promises_no_address_and_no_number_that_it_does_not_know()
    {
        var html = await voorbeeld.Http.GetStringAsync("/zoek?q=wijk");

        Assert.Contains("Dit zijn de plekken die er het meest op lijken.", html, StringComparison.Ordinal);
        Assert.Contains("Zoek uw buurt of wijk", html, StringComparison.Ordinal);
        Assert.DoesNotContain("ostcode", html, StringComparison.Ordinal); // nobody lives in the example
    }

    [Fact]
    public async Task A_page_of_a_list_that_is_not_there_is_not_found()
    {
        foreach (var (pagina, status) in new[] { (2, HttpStatusCode.OK), (99_999, HttpStatusCode.NotFound) })
        {
            using var antwoord = await voorbeeld.Http.GetAsync($"/vergunningen?pagina={pagina}");
            Assert.Equal((pagina, status), (pagina, antwoord.StatusCode));
        }
    }

    [Theory]
    [InlineData("havenhoofd")]
    [InlineData("AA01")]
    [InlineData(" HAVENHOOFD ")]
    public async Task A_search_with_one_answer_goes_there(string zoek)
    {
        using var antwoord = await voorbeeld.Http.GetAsync($"/zoek?q={Uri.EscapeDataString(zoek)}");

        Assert.Equal("/buurten/AA01-havenhoofd", antwoord.Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("naam")]
    [InlineData("bedrag")]
    [InlineData("maat")]
    public async Task Page_table_and_geojson_give_the_same_figures(string sorteer)
    {
        var html = await voorbeeld.Http.GetStringAsync(
            $"/kaart?jaar=2024&fase=realisatie&programma=welzijn-en-zorg&sorteer={sorteer}"
        );
        using var json = JsonDocument.Parse(
            await voorbeeld.Http.GetStringAsync("/buurten.geojson?jaar=2024&fase=realisatie&programma=welzijn-en-zorg")
        );

        var kaart = json
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Select(f => f.GetProperty("properties"))
            .ToDictionary(p => p.GetProperty("naam").GetString()!, p => Getal(p.GetProperty("bedrag")));
        var tabel = TabelRijen(html).ToList();

        Assert.Equal(60, kaart.Count);
        Assert.Equal(kaart, tabel.ToDictionary(r => r.Naam, r => r.Bedrag));
        var orde = sorteer switch
        {
            "bedrag" => tabel.Select(r => r.Bedrag),
            "maat" => tabel.Select(r => r.PerInwoner),
            _ => null,
        };
        if (orde is not null)
        {
            Assert.Equal(orde.OrderByDescending(b => b.HasValue).ThenByDescending(b => b), orde);
        }
        var totaal = await voorbeeld.Db.QuerySingleAsync<decimal>(
            "select sum(bedrag) from begrotingspost_nu "
                + "where jaar = 2024 and fase = 'realisatie' and bl = 'L' and programma_code = 'welzijn-en-zorg'"
        );
        Assert.Contains(
            "Samen</th><td role=\"cell\" class=\"getal\" "
                + $"data-euro=\"{totaal.ToString("0.00", CultureInfo.InvariantCulture)}\">",
            html,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_buurt_with_few_or_no_people_gets_no_figure_per_head()
    {
        var rijen = TabelRijen(await voorbeeld.Http.GetStringAsync("/kaart?jaar=2025&fase=realisatie&tel=direct"))
            .ToDictionary(r => r.Naam);

        Assert.NotNull(rijen["Oeverzand"].Bedrag); // 32 people
        Assert.Null(rijen["Oeverzand"].PerInwoner);
        Assert.NotNull(rijen["Bedrijvenpark Zuidersluis"].Bedrag); // nobody
        Assert.Null(rijen["Bedrijvenpark Zuidersluis"].PerInwoner);
    }

    [Fact]
    public async Task The_five_years_reconcile_on_every_level()
    {
        var queries = new BegrotingQueries(Lezing.Los(voorbeeld.Db));
        foreach (var p in (await queries.AanbodAsync(CancellationToken.None)).Jaren)
        {
            var (jaar, fase, bl) = (p.Jaar, p.Fase, p.Bl);
            var keuze = new BegrotingKeuze(jaar, fase, null, bl, "alles", p.Jaarsoort);
            var kolom = fase is "aangevraagd" or "vastgesteld" ? fase : "bedrag";
            var bron = fase is "aangevraagd" or "vastgesteld" or "verleend" ? "verleend" : fase;
            var totaal = await voorbeeld.Db.QuerySingleAsync<decimal>(
                $"select sum({kolom}) from begrotingspost_nu where jaar = {jaar} and fase = '{bron}' and bl = '{bl}'"
            );
            foreach (var soort in new[] { "buurt", "wijk", "stadsdeel", "stad" })
            {
                var lijst = (await queries.ListAsync(soort, keuze, CancellationToken.None)).Sum(g => g.Bedrag ?? 0);
                Assert.Equal(
                    totaal,
                    lijst + (await queries.RestAsync(soort, keuze, CancellationToken.None)).Sum(r => r.Bedrag)
                );
            }
            var sommen = (await queries.SommenAsync("stad", "GM9999", jaar, p.Jaarsoort, CancellationToken.None)).Where(
                s => s.Fase == fase && s.Bl == bl
            );
            Assert.Equal(totaal, sommen.Sum(s => s.Bedrag));
        }
    }

    private static decimal? Getal(JsonElement waarde) =>
        waarde.ValueKind == JsonValueKind.Null ? null : waarde.GetDecimal();

    private static IEnumerable<(string Naam, decimal? PerInwoner, decimal? Bedrag)> TabelRijen(string html) =>
        Rij()
            .Matches(html[html.IndexOf("id=\"gebieden\"", StringComparison.Ordinal)..])
            .Select(m => (WebUtility.HtmlDecode(m.Groups[1].Value), Euro(m.Groups[2].Value), Euro(m.Groups[3].Value)));

    private static decimal? Euro(string tekst) =>
        tekst.Length == 0 ? null : decimal.Parse(tekst, CultureInfo.InvariantCulture);

    [GeneratedRegex(
        """<th scope="row"><a [^>]*>([^<]*)</a></th>\s*<td class="getal" data-euro="([^"]*)">[^<]*</td>\s*<td class="getal totaal" data-euro="([^"]*)">"""
    )]
    private static partial Regex Rij();
}
