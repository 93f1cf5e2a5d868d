using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using Portal.Data;
using Portal.Data.Begrotingen;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// One figure, read in five places: page, posts, CSV, JSON, GeoJSON; and all of them together on the bridge.
/// </summary>
public sealed class PariteitTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [Fact]
    public async Task Fifty_random_choices_give_one_figure_everywhere()
    {
        var kies = new Random(20260101);
        var aanbod = await new BegrotingQueries(Lezing.Los(voorbeeld.Db)).AanbodAsync(CancellationToken.None);
        var gevonden = 0;
        for (var i = 0; i < 50; i++)
        {
            var profiel = aanbod.Jaren[kies.Next(aanbod.Jaren.Count)];
            var programma = kies.Next(3) == 0 ? "" : aanbod.Programmas[kies.Next(aanbod.Programmas.Count)].Code;
            var soort = kies.GetItems(["buurten", "wijken", "stadsdelen"], 1)[0];
            var keuze = Keuze(profiel, programma, BegrotingAanbod.Tellingen[kies.Next(3)]);

            var gebieden = await OpDeKaartAsync(soort, keuze);
            var (code, verwacht) = gebieden[kies.Next(gebieden.Count)];
            gevonden += verwacht is null ? 0 : 1;
            await EenBedragAsync($"{keuze}&gebied={code}", verwacht);
            await OpPaginaEnBrugAsync(soort, keuze, profiel, programma, gebieden.Sum(g => g.Bedrag ?? 0));
        }
        Assert.True(gevonden > 25, "most choices should have a figure, or this test says little");
    }

    /// <summary>A subsidy that is recognised in text is of its stadsdeel too, but nobody said so directly.</summary>
    [Theory]
    [InlineData("alles")]
    [InlineData("afgeleid")]
    [InlineData("direct")]
    public async Task Every_stadsdeel_has_one_figure_whatever_counts(string tel)
    {
        var aanbod = await new BegrotingQueries(Lezing.Los(voorbeeld.Db)).AanbodAsync(CancellationToken.None);
        var profiel = aanbod.Jaren.First(j => j.Fase == "verleend");
        var gebieden = await OpDeKaartAsync("stadsdelen", Keuze(profiel, "", tel));

        foreach (var (code, verwacht) in gebieden)
        {
            await EenBedragAsync($"{Keuze(profiel, "", tel)}&gebied={code}", verwacht);
        }
        var ruimer = tel == "direct" ? "afgeleid" : "direct";
        Assert.NotEqual(gebieden, await OpDeKaartAsync("stadsdelen", Keuze(profiel, "", ruimer)));
    }

    private static string Keuze(Jaarprofiel p, string programma, string tel) =>
        $"jaar={p.Jaar}&fase={p.Fase}&bl={p.Bl}&programma={programma}&tel={tel}&jaarsoort={p.Jaarsoort}";

    private async Task<List<(string Code, decimal? Bedrag)>> OpDeKaartAsync(string soort, string keuze)
    {
        using var kaart = JsonDocument.Parse(await voorbeeld.Http.GetStringAsync($"/{soort}.geojson?{keuze}"));
        return
        [
            .. kaart
                .RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(f => f.GetProperty("properties"))
                .Select(p => (p.GetProperty("code").GetString()!, Bedrag(p.GetProperty("bedrag")))),
        ];
    }

    private static decimal? Bedrag(JsonElement waarde) =>
        waarde.ValueKind == JsonValueKind.Null ? null : waarde.GetDecimal();

    private async Task EenBedragAsync(string keuze, decimal? verwacht)
    {
        Assert.Equal(verwacht ?? 0, Som(await voorbeeld.Http.GetStringAsync($"/begroting/posten?{keuze}")));
        Assert.Equal(verwacht, await CsvAsync($"/begroting/posten.csv?{keuze}"));
        Assert.Equal(verwacht, await JsonAsync($"/begroting/posten.json?{keuze}"));
    }

    private async Task OpPaginaEnBrugAsync(string soort, string keuze, Jaarprofiel p, string programma, decimal samen)
    {
        var niveau = soort switch
        {
            "buurten" => "buurt",
            "wijken" => "wijk",
            _ => "stadsdeel",
        };
        var pagina = await voorbeeld.Http.GetStringAsync($"/kaart?{keuze}&niveau={niveau}");
        Assert.Equal(samen, OpDeKaart(pagina));

        using var brug = JsonDocument.Parse(
            await voorbeeld.Http.GetStringAsync(
                $"/begroting/brug.json?jaar={p.Jaar}&fase={p.Fase}&bl={p.Bl}&jaarsoort={p.Jaarsoort}"
            )
        );
        var programmas = brug.RootElement.GetProperty("programmas").EnumerateArray().ToList();
        var totaal = programmas
            .Where(r => programma.Length == 0 || r.GetProperty("programma").GetString() == programma)
            .Sum(r => r.GetProperty("totaal").GetDecimal());
        Assert.Equal(totaal, Samen(pagina));
        Assert.All(programmas, r => Assert.NotEqual(JsonValueKind.False, r.GetProperty("klopt").ValueKind));
    }

    [Fact]
    public async Task Pages_of_posts_follow_one_another_without_gap_or_overlap()
    {
        var gezien = new List<string>();
        var adres = "/begroting/posten?jaar=2024&fase=realisatie&programma=sport-en-recreatie";
        while (adres is not null)
        {
            var html = await voorbeeld.Http.GetStringAsync(adres);
            gezien.AddRange(
                Regex
                    .Matches(html, "href=\"/begroting/post/voorbeeld-begroting/1/([^\"]+)\"")
                    .Select(m => m.Groups[1].Value)
            );
            adres = Regex.Match(html, "href=\"(/begroting/posten\\?[^\"]*na=[^\"]*)\"") is { Success: true } m
                ? System.Net.WebUtility.HtmlDecode(m.Groups[1].Value)
                : null;
        }
        Assert.Equal(gezien.Count, gezien.Distinct().Count());
        Assert.Equal(
            (await CsvRijenAsync("/begroting/posten.csv?jaar=2024&fase=realisatie&programma=sport-en-recreatie"))
                .Select(r => (string)r.bronsleutel)
                .Order(),
            gezien.Order()
        );
    }

    [Theory]
    [InlineData("zoek=buurthuis")]
    [InlineData("zoek=speelplek&sorteer=laag")]
    [InlineData("van=10000&tot=50000")]
    [InlineData("ontvanger=stichting")]
    public async Task Searches_narrow_the_posts_and_their_sum(string zoek)
    {
        var html = await voorbeeld.Http.GetStringAsync($"/begroting/posten?jaar=2024&fase=realisatie&{zoek}");
        var csv = await CsvRijenAsync($"/begroting/posten.csv?jaar=2024&fase=realisatie&{zoek}");

        Assert.NotEmpty(csv);
        Assert.Equal(csv.Sum(r => decimal.Parse((string)r.bedrag, CultureInfo.InvariantCulture)), Som(html));
        Assert.InRange(csv.Count, 1, 1300);
    }

    private static decimal Som(string html) => Lees(html, "id=\"som\" data-euro=\"([^\"]*)\"");

    private static decimal OpDeKaart(string html) =>
        Lees(html, "<a href=\"#tabel\">[^<]*</a>\\s*</th>\\s*<td [^>]*data-euro=\"([^\"]*)\"");

    private static decimal Samen(string html) => Lees(html, "Samen</th><td [^>]*data-euro=\"([^\"]*)\"");

    private static decimal Lees(string html, string patroon)
    {
        var m = Regex.Match(html, patroon);
        Assert.True(m.Success, patroon);
        return m.Groups[1].Value.Length == 0 ? 0 : decimal.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture);
    }

    private async Task<decimal?> CsvAsync(string adres) =>
        (await CsvRijenAsync(adres)) is { Count: > 0 } rijen
            ? rijen.Sum(r => decimal.Parse((string)r.bedrag, CultureInfo.InvariantCulture))
            : null;

    private async Task<List<dynamic>> CsvRijenAsync(string adres)
    {
        using var csv = new CsvReader(
            new StringReader(await voorbeeld.Http.GetStringAsync(adres)),
            CultureInfo.InvariantCulture
        );
        return [.. csv.GetRecords<dynamic>()];
    }

    private async Task<decimal?> JsonAsync(string adres)
    {
        using var json = JsonDocument.Parse(await voorbeeld.Http.GetStringAsync(adres));
        var rijen = json.RootElement.EnumerateArray().ToList();
        return rijen.Count == 0 ? null : rijen.Sum(r => r.GetProperty("bedrag").GetDecimal());
    }
}
