using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Portal.Data.Bestanden;
using Xunit;

namespace Portal.Tests.Uitvoer;

/// <summary>
/// Every collection as a file that another program opens: the program that reads it here is not ours.
/// </summary>
public sealed class BestandenTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private const string Keuze = "?fase=verleend";

    [Theory]
    [InlineData("gpkg", "vergunningen.gpkg", false)]
    [InlineData("fgb", "vergunningen.fgb", true)]
    [InlineData("kml", "vergunningen.kml", true)]
    [InlineData("shp.zip", "/vsizip/vergunningen.shp.zip/vergunningen-punten.shp", true)]
    [InlineData("geojson", "vergunningen.geojson", true)]
    public async Task Ogrinfo_counts_the_rows_of_the_page(string extensie, string bestand, bool alleenMetPlek)
    {
        var rijen = await JsonAsync($"/vergunningen.json{Keuze}");
        var verwacht = rijen.Count(r => !alleenMetPlek || r.GetProperty("lon").ValueKind == JsonValueKind.Number);

        var map = await BewaarAsync($"/vergunningen.{extensie}{Keuze}", $"vergunningen.{extensie}");
        var uit = await Programma.VoerUitAsync(map, "ogrinfo", "-ro", "-so", "-al", bestand);

        Assert.True(verwacht > 5);
        Assert.Contains($"Feature Count: {verwacht}\n", uit, StringComparison.Ordinal);
        Assert.Contains(
            extensie is "kml" or "geojson" ? "WGS 84" : "Amersfoort / RD New",
            uit,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_shapefile_of_nothing_opens_with_its_columns_and_no_row()
    {
        var map = await BewaarAsync("/vergunningen.shp.zip?zoek=bestaatniet", "leeg.shp.zip");

        var uit = await Programma.VoerUitAsync(map, "ogrinfo", "-ro", "-so", "-al", "/vsizip/leeg.shp.zip");

        Assert.Contains("Feature Count: 0\n", uit, StringComparison.Ordinal);
        Assert.Contains("dataset: String", uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_geopackage_has_dates_as_dates_and_what_is_missing_is_missing()
    {
        var map = await BewaarAsync("/vergunningen.gpkg", "v.gpkg");

        var uit = await Programma.VoerUitAsync(
            map,
            "ogrinfo",
            "-ro",
            "v.gpkg",
            "-sql",
            "select typeof(bezwaar_tot) as soort, count(*) as n, sum(bezwaar_tot = '') as leeg from vergunningen "
                + "group by 1"
        );

        Assert.Contains("soort (String) = null", uit, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"leeg \(\w+\) = [1-9]", uit);
        Assert.Contains(
            "laatste_stap: Date",
            await Programma.VoerUitAsync(map, "ogrinfo", "-ro", "-so", "v.gpkg", "vergunningen"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_workbook_has_real_numbers_and_says_what_its_columns_mean()
    {
        var map = await BewaarAsync("/initiatieven.xlsx", "i.xlsx");
        var rijen = await JsonAsync("/initiatieven.json");
        var som = rijen
            .Select(r => r.GetProperty("kosten"))
            .Where(k => k.ValueKind == JsonValueKind.Number)
            .Sum(k => k.GetDecimal());

        var uit = await Programma.VoerUitAsync(
            map,
            "ogrinfo",
            "-ro",
            "i.xlsx",
            "-sql",
            "select count(*) as n, cast(sum(kosten) * 100 as integer) as som from Gegevens",
            "-dialect",
            "SQLITE"
        );
        Assert.Contains($"n (Integer) = {rijen.Length}", uit, StringComparison.Ordinal);
        Assert.Contains($"= {(long)(som * 100)}\n", uit, StringComparison.Ordinal);
        using var zip = ZipFile.OpenRead(Path.Combine(map, "i.xlsx"));
        using var uitleg = new StreamReader(zip.GetEntry("xl/worksheets/sheet2.xml")!.Open());
        Assert.Contains("Wat ermee is gebeurd", await uitleg.ReadToEndAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_csv_for_a_Dutch_spreadsheet_has_semicolons_and_decimal_commas()
    {
        var gewoon = await voorbeeld.Http.GetStringAsync("/begroting-per-gebied.csv?jaar=2024");
        var bytes = await voorbeeld.Http.GetByteArrayAsync("/begroting-per-gebied.csv?jaar=2024&sep=;&decimal=,");

        Assert.Equal([0xEF, 0xBB, 0xBF], bytes[..3]);
        var regels = System.Text.Encoding.UTF8.GetString(bytes[3..]).Split('\n');
        Assert.Equal(gewoon.Split('\n').Length, regels.Length);
        Assert.StartsWith("id;titel;gebiedscode;", regels[0], StringComparison.Ordinal);
        Assert.Matches(@";\d+,\d\d;\d+$", regels[1]);
    }

    [Fact]
    public async Task Geojson_in_RD_says_so()
    {
        using var json = JsonDocument.Parse(
            await voorbeeld.Http.GetStringAsync("/grenzen.geojson?soort=stad&crs=28992")
        );

        Assert.Contains("28992", json.RootElement.GetProperty("crs").ToString(), StringComparison.Ordinal);
        var hoek = json.RootElement.GetProperty("features")[0].GetProperty("geometry").GetProperty("coordinates");
        while (hoek[0].ValueKind == JsonValueKind.Array)
        {
            hoek = hoek[0];
        }
        Assert.InRange(hoek[0].GetDouble(), 10_000, 300_000);
        Assert.False(json.RootElement.GetProperty("features")[0].GetProperty("geometry").TryGetProperty("crs", out _));
    }

    [Fact]
    public async Task From_each_figure_the_rows_behind_it_are_one_click_away_and_add_up_to_it()
    {
        var buurt = Regex.Match(
            await voorbeeld.Http.GetStringAsync("/buurten"),
            "href=\"(/buurten/([^-\"]+)-[^\"]+)\""
        );
        var (adres, code) = (buurt.Groups[1].Value, buurt.Groups[2].Value);
        string[] paginas = ["/", "/kaart", "/stad", adres, $"/begroting/vergelijk?gebied={code}", "/cijfers"];
        var gezien = new HashSet<string>();
        foreach (var pagina in paginas)
        {
            var html = WebUtility.HtmlDecode(await voorbeeld.Http.GetStringAsync(pagina));
            var hier = Regex.Matches(html, "erachter\">.*?</p>", RegexOptions.Singleline).Select(m => m.Value).ToList();
            Assert.NotEmpty(hier);
            gezien.UnionWith(
                hier.SelectMany(p => Regex.Matches(p, "href=\"([^\"]+)\"").Select(m => m.Groups[1].Value))
            );
        }
        foreach (var bestand in gezien)
        {
            var tekst = await voorbeeld.Http.GetStringAsync(bestand); // 200, or this throws
            Assert.True(tekst.Split('\n').Length > 2, bestand);
        }

        var ladder = await voorbeeld.Http.GetStringAsync($"{adres}?jaar=2024&fase=realisatie&bl=L");
        var bedrag = Regex.Match(
            ladder[ladder.IndexOf("id=\"ladder\"", StringComparison.Ordinal)..],
            "data-euro=\"([^\"]+)\""
        );
        var rijen = await JsonAsync($"/begroting-per-gebied.json?gebied={code}&jaar=2024&fase=realisatie&bl=L");
        Assert.Equal(
            decimal.Parse(bedrag.Groups[1].Value, CultureInfo.InvariantCulture),
            rijen.Sum(r => r.GetProperty("bedrag").GetDecimal())
        );
    }

    [Fact]
    public async Task What_is_new_in_an_area_can_be_followed()
    {
        var rijen = await JsonAsync("/vergunningen.json");
        var code = rijen
            .First(r => r.GetProperty("gebiedstype").GetString() == "buurt")
            .GetProperty("gebiedscode")
            .GetString();
        using var naar = await voorbeeld.Http.GetAsync($"/buurten/{code}");
        var pagina = await voorbeeld.Http.GetStringAsync(naar.Headers.Location!.ToString());
        var adres = Regex
            .Match(pagina, "<link rel=\"alternate\" type=\"application/atom\\+xml\"[^>]* href=\"([^\"]+)\"")
            .Groups[1]
            .Value;

        var feed = XDocument.Parse(await voorbeeld.Http.GetStringAsync(adres));
        XNamespace ns = "http://www.w3.org/2005/Atom";
        var berichten = feed.Root!.Elements(ns + "entry").ToList();
        var wegwijzers = berichten.Select(b => b.Element(ns + "id")!.Value).ToList();

        var nieuwste = XDocument.Parse(await voorbeeld.Http.GetStringAsync($"/vergunningen.atom?gebied={code}"));
        Assert.Contains(nieuwste.Root!.Element(ns + "entry")!.Element(ns + "id")!.Value, wegwijzers);
        Assert.Contains(wegwijzers, w => w.Contains("/data/voorbeeld-", StringComparison.Ordinal)); // money and figures
        Assert.Equal(wegwijzers.Count, wegwijzers.Distinct().Count());
        var dagen = berichten.Select(b => b.Element(ns + "updated")!.Value).ToList();
        Assert.Equal(dagen.OrderDescending(StringComparer.Ordinal), dagen);
        using var geen = await voorbeeld.Http.GetAsync("/buurten/ZZ99/nieuw.atom");
        Assert.Equal(HttpStatusCode.NotFound, geen.StatusCode);
    }

    [Theory]
    [InlineData("/vergunningen.csv?sep=x", "Kies uit: ,, ;.")]
    [InlineData("/vergunningen.geojson?crs=4326", "Kies uit: 84, 28992.")]
    [InlineData("/vergunningen.gpkg?sep=;", "Dit adres kent geen 'sep'")]
    public async Task A_form_that_is_not_there_is_refused(string adres, string reden)
    {
        using var antwoord = await voorbeeld.Http.GetAsync(adres);

        Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        Assert.Contains(
            reden,
            JsonDocument
                .Parse(await antwoord.Content.ReadAsStringAsync())
                .RootElement.GetProperty("detail")
                .GetString()!,
            StringComparison.Ordinal
        );
    }

    private async Task<JsonElement[]> JsonAsync(string adres)
    {
        using var json = JsonDocument.Parse(await voorbeeld.Http.GetStringAsync(adres));
        return [.. json.RootElement.EnumerateArray().Select(r => r.Clone())];
    }

    private async Task<string> BewaarAsync(string adres, string naam)
    {
        var map = Path.Combine(voorbeeld.Archief, Guid.NewGuid().ToString("N", CultureInfo.InvariantCulture));
        Directory.CreateDirectory(map);
        await File.WriteAllBytesAsync(Path.Combine(map, naam), await voorbeeld.Http.GetByteArrayAsync(adres));
        return map;
    }
}

/// <summary>The limit is of the whole process.</summary>
[Collection(Alleen.Naam)]
public sealed class TeGrootTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Fact]
    public async Task What_is_too_large_for_a_form_is_said_and_nothing_of_it_is_written()
    {
        var gewoon = Grenzen.Nu;
        try
        {
            Grenzen.Nu = gewoon with { Ineens = 1000 };
            using var antwoord = await voorbeeld.Http.GetAsync("/vergunningen.gpkg");

            Assert.Equal(HttpStatusCode.RequestEntityTooLarge, antwoord.StatusCode);
            Assert.Equal("application/problem+json", antwoord.Content.Headers.ContentType!.MediaType);
            Assert.Contains("te groot", await antwoord.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        finally
        {
            Grenzen.Nu = gewoon;
        }
    }
}
