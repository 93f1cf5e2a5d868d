using System.Globalization;
using System.Net;
using System.Text.Json;
using CsvHelper;
using Portal.Data.Begrotingen;
using Xunit;

namespace Portal.Tests.Web;

/// <summary>
/// Names as some clerk will write them: markup, quotes, formulas, marks that turn the reading, 300 letters.
/// </summary>
internal static class VreemdeNamen
{
    public const string Buurt = "Hoepelbuurt <b>\"&'t Veer\"</b>";
    public const string BuurtPad = "/buurten/BD04-hoepelbuurt-b-t-veer-b";
    public const string Post = "/begroting/post/voorbeeld-begroting/1/VB-2022-S-0000";
    public const string Posten = "/begroting/posten?jaar=2022&fase=verleend&sorteer=laag";
    public const string Jaar = "jaar=2022&fase=verleend";

    public static readonly string Lang = "Vereniging" + string.Concat(Enumerable.Repeat("gevel", 58));
    public static readonly string LangPlan = $"Geadopteerde{string.Concat(Enumerable.Repeat("boom", 70))}spiegels";

    /// <summary>The post, what it is for, and who gets it.</summary>
    public static readonly (string Nummer, string Project, string Ontvanger)[] Gegeven =
    [
        ("18", "<b>Buurtwacht</b> \"Bakens\" & 't Licht", "<script>alert(\"Markerwaard\")</script> & Zn."),
        ("21", "=1+1", "+Vereniging 'Buurtwacht' Markerwaard"),
        ("22", "-2+3 Buurtwacht Kievitbuurt", "@SUM(A1:A9) Markerwaard"),
        ("34", "Buurtwacht \u200Fבית\u200F Wulpenbuurt", "\u200Fקהילה\u200F Markerwaard"),
        ("38", "Regentonnen Touwslagersbuurt", Lang),
    ];

    public static readonly string[] Paginas =
    [
        BuurtPad,
        $"{BuurtPad}?{Jaar}",
        $"/begroting/vergelijk?{Jaar}&gebied=BD04&gebied=AA01",
        Posten,
        Post + "18",
        Post + "37",
        Post + "38",
        "/initiatieven?gebied=AB04",
        "/initiatieven?gebied=AB02",
        "/wijken/BD-griendwijk",
    ];
}

/// <summary>They reach whoever reads or downloads them as they are, and do nothing on the way.</summary>
public sealed class VreemdeNamenTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private Task<string> LeesAsync(string pad) => voorbeeld.Http.GetStringAsync(pad);

    public static TheoryData<string> Paginas => [.. VreemdeNamen.Paginas, "/", "/buurten", "/kaart", "/data"];

    [Theory]
    [MemberData(nameof(Paginas))]
    public async Task No_page_takes_a_name_for_markup(string pad)
    {
        using var antwoord = await voorbeeld.Http.GetAsync(pad);
        var html = await antwoord.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        Assert.DoesNotContain("<b>", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("<script(?![^>]*src=)", html);
    }

    [Theory]
    [InlineData(VreemdeNamen.BuurtPad)]
    [InlineData("/kaart?niveau=buurt")]
    [InlineData("/buurten")]
    [InlineData("/begroting/vergelijk?gebied=BD04&gebied=AA01")]
    [InlineData("/wijken/BD-griendwijk")]
    public async Task A_buurt_is_called_by_its_name(string pad) =>
        Assert.Contains(
            $">{VreemdeNamen.Buurt}<",
            WebUtility.HtmlDecode(await LeesAsync(pad)),
            StringComparison.Ordinal
        );

    [Fact]
    public async Task A_buurt_is_found_by_its_name_and_by_its_code()
    {
        foreach (var zoek in new[] { VreemdeNamen.Buurt, "bd04" })
        {
            using var antwoord = await voorbeeld.Http.GetAsync($"/zoek?q={Uri.EscapeDataString(zoek)}");
            Assert.Equal(VreemdeNamen.BuurtPad, antwoord.Headers.Location?.OriginalString);
        }
    }

    [Fact]
    public async Task A_post_is_cited_with_the_names_that_it_has()
    {
        foreach (var (nummer, project, ontvanger) in VreemdeNamen.Gegeven)
        {
            var html = WebUtility.HtmlDecode(await LeesAsync(VreemdeNamen.Post + nummer));
            Assert.Contains(project, html, StringComparison.Ordinal);
            Assert.Contains(ontvanger, html, StringComparison.Ordinal);
            Assert.Contains(
                project,
                WebUtility.HtmlDecode(await LeesAsync($"{VreemdeNamen.Posten}&zoek={Uri.EscapeDataString(project)}")),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task No_cell_of_a_download_is_a_formula_and_nothing_else_is_changed()
    {
        using var csv = new CsvReader(
            new StringReader(await LeesAsync($"/begroting/posten.csv?{VreemdeNamen.Jaar}")),
            CultureInfo.InvariantCulture
        );
        var rijen = csv.GetRecords<dynamic>().Cast<IDictionary<string, object>>().ToList();

        Assert.All(rijen.SelectMany(r => r.Values), cel => Assert.False(IsFormule((string)cel), (string)cel));
        foreach (var (nummer, project, ontvanger) in VreemdeNamen.Gegeven)
        {
            var rij = rijen.Single(r => (string)r["bronsleutel"] == $"VB-2022-S-0000{nummer}");
            Assert.Equal((Bewaakt(project), Bewaakt(ontvanger)), ((string)rij["project"], (string)rij["ontvanger"]));
        }
    }

    private static bool IsFormule(string cel) =>
        cel.Length > 0
        && "=+-@\t\r".Contains(cel[0], StringComparison.Ordinal)
        && !decimal.TryParse(cel, CultureInfo.InvariantCulture, out _);

    private static string Bewaakt(string tekst) => IsFormule(tekst) ? "'" + tekst : tekst;

    [Fact]
    public async Task Json_and_geojson_give_the_names_letter_by_letter()
    {
        using var posten = JsonDocument.Parse(await LeesAsync($"/begroting/posten.json?{VreemdeNamen.Jaar}"));
        foreach (var (nummer, project, ontvanger) in VreemdeNamen.Gegeven)
        {
            var post = posten
                .RootElement.EnumerateArray()
                .Single(p => p.GetProperty("bronsleutel").GetString() == $"VB-2022-S-0000{nummer}");
            Assert.Equal(
                (project, ontvanger),
                (post.GetProperty("project").GetString(), post.GetProperty("ontvanger").GetString())
            );
        }
        Assert.Contains(VreemdeNamen.Buurt, await EigenschappenAsync("/buurten.geojson", "naam"));
        var plannen = await EigenschappenAsync("/initiatieven.geojson", "titel");
        string[] verwacht =
        [
            "<b>Geveltuinen</b> \"Kajuit\" & 't Dek",
            "=1+1 pluktuin Ankerbuurt",
            "Nestkasten \u200Fקן\u200F Sluiswijk-Oost",
            VreemdeNamen.LangPlan,
        ];
        Assert.Equal(300, VreemdeNamen.LangPlan.Length);
        Assert.All(verwacht, titel => Assert.Contains(titel, plannen));
    }

    private async Task<List<string>> EigenschappenAsync(string pad, string naam)
    {
        using var json = JsonDocument.Parse(await LeesAsync(pad));
        var features = json.RootElement.GetProperty("features").EnumerateArray();
        return [.. features.Select(f => f.GetProperty("properties").GetProperty(naam).GetString()!)];
    }
}

/// <summary>A village of which one buurt is called as a formula.</summary>
public sealed class VreemdeBuurtTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task The_name_of_a_buurt_is_no_formula_in_a_download()
    {
        var buurten = Dorp.Buurten.Select(b => b with { Naam = b.Code == "AA01" ? "=1+1" : b.Naam });
        await Dorp.LaadAsync(dorp, Dorp.GeoJson(buurten), "vreemd.geojson");
        await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "vreemd.csv",
                "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n"
                    + "a;2030;begroting;Welzijn en zorg;L;AA01;direct_adres;x;1,00\n"
            ),
            CancellationToken.None
        );

        var csv = await dorp.Http.GetStringAsync("/begroting/posten.csv?jaar=2030&fase=begroting");

        Assert.Contains(",AA01,'=1+1,", csv, StringComparison.Ordinal);
    }
}
