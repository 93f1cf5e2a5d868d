using System.Net;
using System.Text.RegularExpressions;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>Every page is there in English, at its own address with /en before it, and says the same.</summary>
public sealed partial class EngelsTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    internal static readonly string[] Paginas =
    [
        .. GezichtTests.Paginas,
        "/buurten",
        "/wijken/AA-havenkwartier",
        "/stad?programma=welzijn-en-zorg",
        "/kaart?jaar=2022&fase=verleend&per=totaal",
        "/begroting/gemeenten",
        "/begroting/posten?jaar=2022&fase=verleend&zoek=buurt",
        "/begroting/posten/kolommen",
        VreemdeNamen.Post + "18",
        "/begroting/versies/voorbeeld-begroting",
        "/vergunningen",
        "/bekendmakingen",
        "/vergunningen/voorbeeld-vergunningen/Z2025-MW01155",
        "/bekendmakingen/voorbeeld-bekendmakingen/gmb-2025-mw00444",
        "/initiatieven/voorbeeld-initiatieven/INI-2025-006",
        "/lagen",
        "/data/voorbeeld-begroting",
        "/toegankelijkheid",
    ];

    public static TheoryData<string> Alle => [.. Paginas];

    internal static string En(string pad) => pad == "/" ? "/en" : "/en" + pad;

    [Theory]
    [MemberData(nameof(Alle))]
    public async Task The_English_page_has_the_same_amounts_and_leads_to_English_pages(string pad)
    {
        var (nl, en) = (await LeesAsync(pad), await LeesAsync(En(pad)));

        Assert.Contains("<html lang=\"nl\"", nl, StringComparison.Ordinal);
        Assert.Contains("<html lang=\"en\"", en, StringComparison.Ordinal);
        Assert.Equal(Bedragen(nl), Bedragen(en));
        Assert.Equal(Verwijzingen(nl).Count(), Verwijzingen(en).Count());
        Assert.Empty(Verwijzingen(en).Where(v => !v.Engels && !v.Bestand && !v.Taal).Select(v => v.Adres));
        Assert.Empty(Verwijzingen(nl).Where(v => v.Engels && !v.Taal).Select(v => v.Adres));
    }

    [Theory]
    [MemberData(nameof(Alle))]
    public async Task Both_say_where_the_other_is(string pad)
    {
        foreach (var html in new[] { await LeesAsync(pad), await LeesAsync(En(pad)) })
        {
            var anders = Anders().Matches(html).ToDictionary(m => m.Groups[1].Value, m => Adres(m.Groups[2].Value));
            Assert.Equal([("en", En(pad)), ("nl", pad)], anders.Select(a => (a.Key, a.Value)).Order());
        }
    }

    [Theory]
    [InlineData("/en/", "/en")]
    [InlineData("/en/begroting/posten.csv?jaar=2025", "/begroting/posten.csv?jaar=2025")]
    [InlineData("/en/buurten.geojson", "/buurten.geojson")]
    [InlineData("/en/begroting/brug.json", "/begroting/brug.json")]
    [InlineData("/en/bekendmakingen.ics?nog=ja", "/bekendmakingen.ics?nog=ja")]
    [InlineData("/en/agenda/bekendmakingen/a/b", "/agenda/bekendmakingen/a/b")]
    [InlineData("/en/buurten/AA01/kaart.svg", "/buurten/AA01/kaart.svg")]
    [InlineData("/en/begroting?jaar=2025", "/en/kaart?jaar=2025")]
    [InlineData("/en?jaar=2025", "/en/kaart?jaar=2025")]
    [InlineData("/en/KAART", "/en/kaart")]
    [InlineData("/EN/kaart", "/en/kaart")]
    [InlineData("/en/buurten/AA01", "/en/buurten/AA01-havenhoofd")]
    [InlineData("/en/zoek?q=havenhoofd", "/en/buurten/AA01-havenhoofd")]
    public async Task A_redirect_stays_English_and_data_have_one_address(string pad, string naar)
    {
        using var antwoord = await voorbeeld.Http.GetAsync(pad);

        Assert.InRange((int)antwoord.StatusCode, 301, 308);
        Assert.Equal(naar, antwoord.Headers.Location!.OriginalString);
    }

    [Theory]
    [InlineData("/kaart?niveau=dorp", HttpStatusCode.BadRequest, "niveau is 'dorp'. Choose from: buurt, ")]
    [InlineData("/kaart?jaar=1066", HttpStatusCode.BadRequest, "The year 1066 is not possible.")]
    [InlineData("/kaart?jaar=ja", HttpStatusCode.BadRequest, "'jaar' is 'ja'. Write a year, such as 2024.")]
    [InlineData("/begroting/posten?gebied=Atlantis", HttpStatusCode.BadRequest, "We do not know an area 'Atlantis'.")]
    [InlineData("/begroting/posten?van=veel", HttpStatusCode.BadRequest, "Amount from 'veel': this is not an amount.")]
    [InlineData("/vergunningen?van=ja", HttpStatusCode.BadRequest, "van is 'ja'. Write a date like 2026-03-31.")]
    [InlineData("/begroting/gemeenten?gemeente=X", HttpStatusCode.BadRequest, "No figures of the municipality 'X'")]
    [InlineData("/nergens", HttpStatusCode.NotFound, "This page does not exist")]
    public async Task What_cannot_be_is_said_in_English(string pad, HttpStatusCode status, string zin)
    {
        using var antwoord = await voorbeeld.Http.GetAsync("/en" + pad);
        var html = WebUtility.HtmlDecode(await antwoord.Content.ReadAsStringAsync());

        Assert.Equal(status, antwoord.StatusCode);
        Assert.Contains(zin, html, StringComparison.Ordinal);
        Assert.Contains($"href=\"{pad}\"", html, StringComparison.Ordinal); // the same in Dutch
    }

    [Fact]
    public async Task A_reason_without_an_English_sentence_is_Dutch_and_says_so()
    {
        using var antwoord = await voorbeeld.Http.GetAsync("/en/begroting/posten?van=1,2345");

        Assert.Contains(
            "<span lang=\"nl\">Bedrag vanaf &#39;1,2345&#39;: het bedrag heeft meer dan twee decimalen.",
            await antwoord.Content.ReadAsStringAsync(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_cache_keeps_the_languages_apart_and_an_address_of_data_is_Dutch()
    {
        foreach (var taal in new[] { "nl", "en", "nl", "en" })
        {
            var html = await voorbeeld.Haast.GetStringAsync(taal == "nl" ? "/stad" : "/en/stad");
            Assert.Contains($"<html lang=\"{taal}\"", html, StringComparison.Ordinal);
        }
        using var fout = await voorbeeld.Http.GetAsync("/begroting/posten.csv?jaar=1066");
        Assert.Contains("Het jaar 1066 kan niet", await fout.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/en/stad?jaar=2025&fase=realisatie", "€ 598.1 million", "That is 45.5% of everything.")]
    [InlineData("/en/begroting/brug?jaar=2025&fase=realisatie", "€ 598,079,927.69", "€ 1,312,355.53")]
    [InlineData("/en/vergunningen", "26 December 2025", "19 December 2025")]
    public async Task Numbers_and_days_are_written_the_English_way(string pad, string eerst, string ook)
    {
        var html = WebUtility.HtmlDecode(await LeesAsync(pad)).Replace('\u00A0', ' ');

        Assert.Contains(eerst, html, StringComparison.Ordinal);
        Assert.Contains(ook, html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task No_English_page_takes_a_name_for_markup()
    {
        foreach (var pad in VreemdeNamen.Paginas)
        {
            var html = await LeesAsync(En(pad));
            Assert.All(
                new[] { "<script>alert", "<b>Buurtwacht", VreemdeNamen.Buurt },
                n => Assert.DoesNotContain(n, html, StringComparison.Ordinal)
            );
        }
    }

    private Task<string> LeesAsync(string pad) => voorbeeld.Http.GetStringAsync(pad);

    private static IEnumerable<string> Bedragen(string html) =>
        Bedrag().Matches(html).Select(m => m.Groups[1].Value).Order(StringComparer.Ordinal);

    private static IEnumerable<(string Adres, bool Engels, bool Bestand, bool Taal)> Verwijzingen(string html) =>
        Verwijzing()
            .Matches(html)
            .Select(m =>
                (
                    m.Groups[1].Value,
                    OnderEn().IsMatch(m.Groups[1].Value),
                    Bestand().IsMatch(m.Groups[1].Value),
                    m.Value.Contains("hreflang=", StringComparison.Ordinal)
                )
            );

    private static string Adres(string waarde) => new Uri(WebUtility.HtmlDecode(waarde)).PathAndQuery;

    [GeneratedRegex("^/en(?:$|[/?#])")]
    private static partial Regex OnderEn();

    [GeneratedRegex(
        "^/agenda/|^[^?]*\\.(?:csv|json|geojson|ndjson|atom|ics|xlsx|gpkg|fgb|kml|zip|jsonld|ttl)(?:$|\\?)"
    )]
    private static partial Regex Bestand();

    [GeneratedRegex("data-euro=\"([^\"]*)\"")]
    private static partial Regex Bedrag();

    [GeneratedRegex("<(?:a|form)\\b[^>]*? (?:href|action)=\"(/[^\"]*)\"[^>]*>")]
    private static partial Regex Verwijzing();

    [GeneratedRegex("<link rel=\"alternate\" hreflang=\"(..)\" href=\"([^\"]*)\">")]
    private static partial Regex Anders();
}
