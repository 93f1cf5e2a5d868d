using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Portal.Data.Uitvoer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Api;

/// <summary>The API as a program meets it.</summary>
[Collection(ProgrammaFixture.Naam)]
public sealed class ApiTests(ProgrammaFixture portaal)
{
    private const string Posten = "/api/v1/begroting/posten";

    [Theory]
    [InlineData("/vergunningen", "?fase=geweigerd")]
    [InlineData("/bekendmakingen", "?soort=verkeersbesluit")]
    [InlineData("/initiatieven", "")]
    [InlineData("/grenzen", "?soort=wijk")]
    public async Task The_parts_of_a_list_are_together_the_rows_of_its_download(string pad, string keuze)
    {
        using var json = JsonDocument.Parse(await portaal.Http.GetStringAsync($"{pad}.json{keuze}"));
        var verwacht = json.RootElement.EnumerateArray().Select(r => r.GetProperty("id").GetString()).ToList();

        var rijen = await AllesAsync($"/api/v1{pad}{keuze}{(keuze.Length > 0 ? "&" : "?")}limit=2");

        Assert.NotEmpty(verwacht);
        Assert.Equal(verwacht, rijen.Select(r => r.GetProperty("id").GetString()));
    }

    [Fact]
    public async Task Posts_add_up_to_the_sum_of_their_page_to_the_cent()
    {
        const string keuze = "jaar=2024&fase=realisatie";
        using var json = JsonDocument.Parse(await portaal.Http.GetStringAsync($"/begroting/posten.json?{keuze}"));
        var verwacht = json.RootElement.EnumerateArray().Sum(r => r.GetProperty("bedrag").GetDecimal());

        var eerste = await LeesAsync($"{Posten}?{keuze}&limit=1000&metAantal=ja");
        var rijen = await AllesAsync($"{Posten}?{keuze}&limit=1000");

        Assert.Equal(verwacht, rijen.Sum(r => r.GetProperty("bedrag").GetDecimal()));
        Assert.Equal(verwacht, eerste.GetProperty("bedrag").GetDecimal());
        Assert.Equal(rijen.Count, eerste.GetProperty("aantal").GetInt32());
    }

    [Fact]
    public async Task One_post_can_be_read_by_its_version()
    {
        var rij = (await LeesAsync($"{Posten}?limit=1")).GetProperty("rijen")[0];
        var adres = $"{Posten}/{Tekst(rij, "dataset")}/{rij.GetProperty("versie")}/{Tekst(rij, "id")}";

        var post = await LeesAsync(adres);

        Assert.Equal(Tekst(rij, "id"), Tekst(post, "bronsleutel"));
        Assert.EndsWith(adres, Tekst(post.GetProperty("_links").GetProperty("self"), "href"), StringComparison.Ordinal);
        await ProbleemAsync(adres + "x", HttpStatusCode.NotFound, "niet meer");
    }

    [Fact]
    public async Task A_subject_that_is_added_is_there_without_a_line_of_code()
    {
        var rijen = await AllesAsync("/api/v1/bomen?limit=4");
        var collecties = await LeesAsync("/api/v1/collecties");
        var boom = await LeesAsync("/api/v1/bomen/bomenlijst/T%2F1");

        Assert.Equal(6, rijen.Count);
        Assert.Contains(collecties.GetProperty("collecties").EnumerateArray(), c => Tekst(c, "pad") == "bomen");
        Assert.Equal("De \"Dikke\" eik", Tekst(boom, "titel"));
        Assert.Equal(("1980-03-01", 21.5m), (Tekst(boom, "geplantOp"), boom.GetProperty("hoogte").GetDecimal()));
        Assert.Equal(4.89381, boom.GetProperty("lon").GetDouble(), 0.00001); // as in ../shared/standards
        Assert.Equal(52.37345, boom.GetProperty("lat").GetDouble(), 0.00001);
        Assert.Equal(3, (await AllesAsync("/api/v1/bomen?soort=eik")).Count);
        Assert.Equal(JsonValueKind.Null, rijen.Single(r => Tekst(r, "id") == "T-4").GetProperty("geplantOp").ValueKind);
        var bosje = rijen.Single(r => Tekst(r, "id") == "T-5");
        Assert.Equal(4.8927, bosje.GetProperty("lon").GetDouble(), 0.0005); // of an area a point on it
    }

    [Fact]
    public async Task It_is_in_the_catalogue_for_people_and_programs_and_in_every_format()
    {
        var catalogus = await portaal.Http.GetStringAsync("/data");
        var pagina = await portaal.Http.GetStringAsync("/data/bomenlijst");
        var dcat = await portaal.Http.GetStringAsync("/data/catalogus.ttl");

        Assert.Contains(">Bomen</h2>", catalogus, StringComparison.Ordinal); // as its own collection is called
        Assert.Contains("href=\"/data/bomenlijst\"", catalogus, StringComparison.Ordinal);
        var voorDeLaatste = catalogus[..catalogus.LastIndexOf("href=\"/data/bomenlijst\"", StringComparison.Ordinal)];
        var dicht = Regex.Replace(voorDeLaatste, "<details.*?</details>", "<summary>", RegexOptions.Singleline);
        Assert.InRange(Regex.Count(dicht, "<(a|button|input|select|summary)\\b"), 10, 40); // each dataset, by keyboard
        Assert.Contains("Hoogte in meters", pagina, StringComparison.Ordinal);
        Assert.Contains("Bomen</span>", await portaal.Http.GetStringAsync("/bronnen"), StringComparison.Ordinal);
        Assert.Contains("Dikke", await portaal.Http.GetStringAsync("/bomen"), StringComparison.Ordinal);
        var vormen = Formaten.Alle.Where(f => f.Past(ProgrammaFixture.Bomen.Collecties[0]) && !f.AlleenNu).ToList();
        Assert.Equal(9, vormen.Count);
        foreach (var vorm in vormen)
        {
            var bestand = $"/data/bomenlijst/versies/1/bomen.{vorm.Extensie}";
            Assert.Contains(bestand, pagina, StringComparison.Ordinal);
            Assert.Contains(bestand, dcat, StringComparison.Ordinal);
            Assert.NotEmpty(await portaal.Http.GetByteArrayAsync(bestand));
            Assert.NotEmpty(await portaal.Http.GetByteArrayAsync($"/bomen.{vorm.Extensie}"));
        }
    }

    [Fact]
    public async Task Any_site_may_read_and_every_answer_says_its_version()
    {
        using var goed = await portaal.Http.GetAsync("/api/v1/vergunningen?limit=1");
        using var fout = await portaal.Http.GetAsync("/api/v1/vergunningen?limit=0");
        using var zelfde = new HttpRequestMessage(HttpMethod.Get, "/api/v1/vergunningen?limit=1");
        zelfde.Headers.TryAddWithoutValidation("If-None-Match", goed.Headers.ETag!.ToString());
        using var niets = await portaal.Http.SendAsync(zelfde);
        using var vooraf = await portaal.Http.SendAsync(new(HttpMethod.Options, "/api/v1/vergunningen"));

        Assert.All(
            [goed, fout, niets, vooraf],
            a => Assert.Equal("*", a.Headers.GetValues("Access-Control-Allow-Origin").Single())
        );
        Assert.All([goed, niets], a => Assert.Equal("1.0.0", a.Headers.GetValues("API-Version").Single()));
        Assert.False(fout.Headers.Contains("API-Version"));
        Assert.Equal((HttpStatusCode.NotModified, ""), (niets.StatusCode, await niets.Content.ReadAsStringAsync()));
        Assert.Contains("rel=\"next\"", goed.Headers.GetValues("Link").Single(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/vergunningen?limit=1001", HttpStatusCode.BadRequest, "1 tot en met 1000")]
    [InlineData("/api/v1/vergunningen?na=x", HttpStatusCode.BadRequest, "next")]
    [InlineData("/api/v1/vergunningen?kleur=rood", HttpStatusCode.BadRequest, "kent geen 'kleur'")]
    [InlineData("/api/v1/vergunningen?fase=x", HttpStatusCode.BadRequest, "Kies uit")]
    [InlineData("/begrotingsposten.csv?fase=vastgesteld", HttpStatusCode.BadRequest, "Kies uit: begroting")]
    [InlineData("/api/v1/vergunningen?gebied=nergens", HttpStatusCode.BadRequest, "Schrijf de naam of de code")]
    [InlineData("/api/v1/vergunningen?gebied=havenhoof", HttpStatusCode.BadRequest, "Schrijf de hele naam of de code")]
    [InlineData("/vergunningen.csv?van=2024-05-01&tot=2023-01-01", HttpStatusCode.BadRequest, "ligt na")]
    [InlineData("/api/v1/vergunningen?metAantal=1", HttpStatusCode.BadRequest, "Kies uit: ja")]
    [InlineData("/api/v1/begroting/posten?jaar=x", HttpStatusCode.BadRequest, "geen jaartal")]
    [InlineData("/api/v1/begroting/posten?na=1", HttpStatusCode.BadRequest, "next")]
    [InlineData("/api/v1/vergunningen/", HttpStatusCode.NotFound, "schuine streep")]
    [InlineData("/api/v1/datasets/", HttpStatusCode.NotFound, "schuine streep")]
    [InlineData("/api/v1/niets?limit=2&kleur=rood", HttpStatusCode.NotFound, "bestaat niet")]
    [InlineData("/lagen/niets.csv?kleur=rood", HttpStatusCode.NotFound, "bestaat niet")]
    [InlineData("/api/v1/niets", HttpStatusCode.NotFound, "bestaat niet")]
    [InlineData("/api/v1/vergunningen/x/y", HttpStatusCode.NotFound, "niet meer")]
    [InlineData("/api/v1/datasets/niets", HttpStatusCode.NotFound, "bestaat niet")]
    public Task What_cannot_be_is_said_in_dutch(string adres, HttpStatusCode status, string reden) =>
        ProbleemAsync(adres, status, reden);

    [Fact]
    public async Task Rows_that_come_meanwhile_move_none()
    {
        var eerste = await LeesAsync("/api/v1/vergunningen?limit=3");
        var gezien = eerste.GetProperty("rijen").EnumerateArray().Select(r => Tekst(r, "id")).ToList();
        var verder = Tekst(eerste.GetProperty("_links").GetProperty("next"), "href")!;
        var daarna = (await AllesAsync(verder)).Select(r => Tekst(r, "id")).ToList();
        var nieuw = await NieuweVergunningAsync();

        var nu = (await AllesAsync(verder)).Select(r => Tekst(r, "id")).ToList();

        Assert.Equal([.. daarna, nieuw], nu);
        Assert.Empty(gezien.Intersect(nu));
    }

    private async Task<string> NieuweVergunningAsync()
    {
        await portaal.Db.ExecuteAsync(
            """
            insert into vergunning (dataset_id, vanaf, rij, sleutel, inhoud, titel, soort, fase)
            select dataset_id, vanaf, 9999, 'later', '', 'Later gekomen', 'kap', 'aanvraag' from vergunning order by id
                limit 1
            """
        );
        return "later";
    }

    private async Task<JsonElement> LeesAsync(string adres)
    {
        using var json = JsonDocument.Parse(await portaal.Http.GetStringAsync(adres));
        return json.RootElement.Clone();
    }

    private async Task<List<JsonElement>> AllesAsync(string adres)
    {
        var rijen = new List<JsonElement>();
        for (var volgende = adres; volgende is not null; )
        {
            var deel = await LeesAsync(volgende);
            rijen.AddRange(deel.GetProperty("rijen").EnumerateArray());
            volgende = deel.GetProperty("_links").TryGetProperty("next", out var next) ? Tekst(next, "href") : null;
        }
        return rijen;
    }

    private async Task ProbleemAsync(string adres, HttpStatusCode status, string reden)
    {
        using var antwoord = await portaal.Http.GetAsync(adres);
        Assert.Equal(
            (status, "application/problem+json"),
            (antwoord.StatusCode, antwoord.Content.Headers.ContentType?.MediaType)
        );
        using var json = JsonDocument.Parse(await antwoord.Content.ReadAsStringAsync());
        Assert.Equal((int)status, json.RootElement.GetProperty("status").GetInt32());
        Assert.NotEmpty(Tekst(json.RootElement, "title")!);
        Assert.Contains(reden, Tekst(json.RootElement, "detail"), StringComparison.Ordinal);
    }

    private static string? Tekst(JsonElement van, string naam) => van.GetProperty(naam).GetString();
}
