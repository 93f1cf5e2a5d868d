using System.Globalization;
using System.Net;
using System.Xml.Linq;
using Microsoft.Playwright;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>What search engines, finders of faults, and a person who types ask.</summary>
public sealed class VindbaarheidTests(ThemaFixture portaal) : IClassFixture<ThemaFixture>
{
    [Fact]
    public async Task The_sitemap_names_every_area_and_robots_names_the_sitemap()
    {
        var robots = await portaal.Http.GetStringAsync("/robots.txt");
        var kaart = robots.Split('\n').Single(r => r.StartsWith("Sitemap: ", StringComparison.Ordinal))[9..].Trim();
        Assert.Contains("Disallow: /zoek", robots, StringComparison.Ordinal);

        var adressen = XDocument
            .Parse(await portaal.Http.GetStringAsync(new Uri(kaart)))
            .Descendants()
            .Where(e => e.Name.LocalName == "loc")
            .Select(e => new Uri(e.Value))
            .ToList();
        Assert.Equal(60, adressen.Count(a => a.AbsolutePath.StartsWith("/buurten/", StringComparison.Ordinal)));
        Assert.Equal(adressen.Count, adressen.Distinct().Count());
        foreach (var adres in adressen.Where((a, i) => !a.AbsolutePath.Contains("/buurten/") || i % 20 == 0))
        {
            using var antwoord = await portaal.Http.GetAsync(adres);
            Assert.True(antwoord.StatusCode == HttpStatusCode.OK, $"{adres}: {antwoord.StatusCode}");
        }
    }

    [Fact]
    public async Task Who_finds_a_fault_knows_whom_to_tell()
    {
        var regels = (await portaal.Http.GetStringAsync("/.well-known/security.txt")).Split('\n');

        Assert.Contains("Contact: mailto:buurtgeld@markerwaard.example", regels);
        var tot = DateTime.Parse(
            regels.Single(r => r.StartsWith("Expires: ", StringComparison.Ordinal))[9..],
            CultureInfo.InvariantCulture
        );
        Assert.InRange(tot, DateTime.Now.AddDays(330), DateTime.Now.AddDays(366));
    }

    [Fact]
    public async Task The_picture_of_an_area_is_drawn_and_named_on_its_page()
    {
        var html = await portaal.Http.GetStringAsync("/buurten/AA01-havenhoofd");
        Assert.Contains("property=\"og:image\" content=\"http", html, StringComparison.Ordinal);

        using var antwoord = await portaal.Http.GetAsync("/buurten/AA01/kaart.svg");
        Assert.Equal("image/svg+xml", antwoord.Content.Headers.ContentType!.MediaType);
        var svg = XDocument.Parse(await antwoord.Content.ReadAsStringAsync());
        Assert.Single(svg.Descendants(), e => (string?)e.Attribute("fill") == "#00617f");
        using var niets = await portaal.Http.GetAsync("/buurten/ZZ99/kaart.svg");
        Assert.Equal(HttpStatusCode.NotFound, niets.StatusCode);
    }

    [Fact]
    public async Task Every_view_says_how_to_cite_it()
    {
        var html = WebUtility.HtmlDecode(await portaal.Http.GetStringAsync("/stad?jaar=2024&fase=begroting"));
        Assert.Matches(
            @"Citeer als:</strong> Buurtgeld Markerwaard, Markerwaard\.\s+<span lang=""nl"">[^<]*\(voorbeeld-begroting\), versie 1[^<]*\.</span>\s+Gegevens zoals gepubliceerd op \d+ \w+ \d{4}\. http://[^ ]+/stad\?jaar=2024&fase=begroting&bl=L</p>",
            html
        );

        foreach (
            var (zonder, met) in new[]
            {
                ("/", @"\?jaar=\d+&fase=\w+&bl=L"),
                ("/en/buurten/AA01-havenhoofd", @"en/buurten/AA01-havenhoofd\?jaar=\d+&fase=\w+&bl=L"),
                ("/begroting/posten?zoek=plein", @"\?jaar=\d+&fase=\w+&bl=L&zoek=plein"),
                ("/begroting/vergelijk", @"\?jaar=\d+&fase=\w+&bl=L&gebied=\w+&gebied=\w+"),
            }
        )
        {
            html = WebUtility.HtmlDecode(await portaal.Http.GetStringAsync(zonder));
            var citaat = html.Split('\n').Single(r => r.Contains("klein citaat", StringComparison.Ordinal));
            Assert.Matches($" http://[^ ]+{met}</p>", citaat);
            Assert.Equal(zonder != "/", citaat.Contains("(voorbeeld-begroting), versie 1", StringComparison.Ordinal));
        }
    }

    [Theory]
    [InlineData("/begroting/posten?jaar=2025&fase=realisatie")]
    [InlineData("/begroting/brug?jaar=2025&fase=realisatie")]
    [InlineData("/begroting/vergelijk?gebied=AA01&gebied=AA02&jaar=2025&fase=realisatie")]
    public async Task Where_money_stands_its_dataset_stands_with_version_date_and_licence(string adres)
    {
        var html = WebUtility.HtmlDecode(await portaal.Http.GetStringAsync(adres));
        Assert.Matches(
            @"Bron: <a href=""/data/voorbeeld-begroting""[^>]*>[^<]+</a>[^\n]*Versie 1, geladen op \d+ \w+ \d{4}\. Licentie: ",
            html
        );
    }

    [Fact]
    public async Task For_Excel_the_same_rows_have_semicolons_and_a_decimal_comma()
    {
        const string keuze = "jaar=2025&fase=realisatie&gebied=AA01";
        var bytes = await portaal.Http.GetByteArrayAsync($"/begroting/posten-excel.csv?{keuze}");
        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var excel = Som(System.Text.Encoding.UTF8.GetString(bytes[3..]), ";", CultureInfo.GetCultureInfo("nl-NL"));
        var csv = Som(
            await portaal.Http.GetStringAsync($"/begroting/posten.csv?{keuze}"),
            ",",
            CultureInfo.InvariantCulture
        );

        Assert.Equal(csv, excel);
        Assert.True(excel.Rijen > 10);
        Assert.NotEqual(decimal.Truncate(excel.Som), excel.Som); // there are cents in it
    }

    [Theory]
    [InlineData("52.5,5.3", true)]
    [InlineData("50.9,5.9", false)]
    [InlineData("hier,daar", null)]
    [InlineData("52.5", null)]
    public async Task Where_she_is_leads_to_her_area_or_says_that_it_is_elsewhere(string plek, bool? hier)
    {
        if (hier == true)
        {
            plek = await MiddenAsync();
        }
        using var antwoord = await portaal.Http.GetAsync($"/zoek?plek={plek}");

        Assert.True(antwoord.Headers.CacheControl!.NoStore);
        if (hier == true)
        {
            Assert.StartsWith(
                "/buurten/AA01-havenhoofd#plek=",
                antwoord.Headers.Location!.ToString(),
                StringComparison.Ordinal
            );
            return;
        }
        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        Assert.Equal(
            hier == false,
            (await antwoord.Content.ReadAsStringAsync()).Contains(
                "ligt niet in deze gemeente",
                StringComparison.Ordinal
            )
        );
    }

    [Fact]
    public async Task Suggestions_come_while_she_types_and_the_keyboard_chooses_one()
    {
        await using var profiel = await Chromium.OpenAsync(portaal, 360, 740);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/");
        await pagina.Locator("#zoek").PressSequentiallyAsync("havenh");
        var regels = pagina.GetByRole(AriaRole.Option);
        await Assertions.Expect(regels.First).ToContainTextAsync("Havenhoofd");
        await Assertions.Expect(pagina.Locator("#zoek")).ToHaveAttributeAsync("aria-expanded", "true");

        await pagina.Keyboard.PressAsync("Escape");
        await Assertions.Expect(pagina.Locator(".suggesties")).ToBeHiddenAsync();
        await pagina.Keyboard.TypeAsync("o");
        await Assertions.Expect(regels.First).ToBeVisibleAsync();
        await pagina.Keyboard.PressAsync("ArrowDown");
        await Assertions.Expect(regels.First).ToHaveAttributeAsync("aria-selected", "true");
        await Scherm.ZonderGebrekenAsync(pagina, "suggestions");
        await pagina.Keyboard.PressAsync("Enter");
        await pagina.WaitForURLAsync("**/buurten/AA01-havenhoofd");
    }

    [Fact]
    public async Task My_place_is_asked_for_only_when_she_asks()
    {
        await using var profiel = await Chromium.OpenAsync(portaal);
        var midden = (await MiddenAsync())
            .Split(',')
            .Select(g => float.Parse(g, CultureInfo.InvariantCulture))
            .ToArray();
        await profiel.GrantPermissionsAsync(["geolocation"]);
        await profiel.SetGeolocationAsync(new() { Latitude = midden[0], Longitude = midden[1] });
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Gebruik mijn plek" }).ClickAsync();
        await pagina.WaitForURLAsync("**/buurten/AA01-havenhoofd#plek=*");
        await Assertions.Expect(pagina.Locator(".kaartje circle.plek")).ToBeVisibleAsync();
    }

    private async Task<string> MiddenAsync() =>
        await Dapper.SqlMapper.QuerySingleAsync<string>(
            await portaal.Db.OpenConnectionAsync(),
            "select round(ST_Y(p)::numeric, 5) || ',' || round(ST_X(p)::numeric, 5) "
                + "from (select ST_Transform(ST_PointOnSurface(geom), 4326) as p from gebied_nu where code = 'AA01') m"
        );

    private static (int Rijen, decimal Som) Som(string tekst, string scheiding, CultureInfo cultuur)
    {
        using var lezer = new CsvHelper.CsvReader(
            new StringReader(tekst),
            new CsvHelper.Configuration.CsvConfiguration(CultureInfo.InvariantCulture) { Delimiter = scheiding }
        );
        lezer.Read();
        lezer.ReadHeader();
        var (rijen, som) = (0, 0m);
        while (lezer.Read())
        {
            rijen++;
            som += decimal.Parse(lezer.GetField("bedrag")!, NumberStyles.Number, cultuur);
        }
        return (rijen, som);
    }
}
