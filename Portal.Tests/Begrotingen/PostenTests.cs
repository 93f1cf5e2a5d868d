using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using CsvHelper;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>Every post: search, order, choices that are wrong, and the download.</summary>
public sealed partial class PostenTests(DorpFixture dorp) : IClassFixture<DorpFixture>, IAsyncLifetime
{
    private const string Jaar = "jaar=2085&fase=realisatie";
    private const string Kop =
        "id;boekjaar;fase;programma;taakveld;bl;gebiedscode;toerekening;project;omschrijving;ontvanger_type;"
        + "ontvanger;bedrag;peildatum\n";

    private static readonly string[] Regels =
    [
        "p1;2085;realisatie;Openbare ruimte en groen;5.7;L;AA01;direct_adres;Groenonderhoud Molenhof;;"
            + "organisatie;Groenwerk;1.000,50;31-12-2025",
        "p2;2085;realisatie;Openbare ruimte en groen;5.7;L;AA02;direct_adres;=1+1;\"Met een ;"
            + " en een \"\"aanhaling\"\"\nen een regel\";organisatie;-Stichting;20,00;",
        "p3;2085;realisatie;Sport en recreatie;5.1;L;AB01;direct_gebied;Éénwielers;2024-2025 groei.nl;"
            + "organisatie;Ámalia;20,00;",
        "p4;2085;realisatie;Sport en recreatie;5.1;L;;sleutel;aanbouw;;;;-7,00;",
    ];

    public async Task InitializeAsync() =>
        await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "posten.csv",
                Kop.Replace("peildatum", "peildatum;sleutel", StringComparison.Ordinal)
                    + string.Join(
                        '\n',
                        Regels.Select(r => r + (r.StartsWith("p4", StringComparison.Ordinal) ? ";inwoners 2024" : ";"))
                    )
            ),
            CancellationToken.None
        );

    public Task DisposeAsync() => Task.CompletedTask;

    private async Task<List<dynamic>> CsvAsync(string vraag)
    {
        using var csv = new CsvReader(
            new StringReader(await dorp.Http.GetStringAsync($"/begroting/posten.csv?{Jaar}&{vraag}")),
            CultureInfo.InvariantCulture
        );
        return [.. csv.GetRecords<dynamic>()];
    }

    [Fact]
    public async Task The_download_is_read_by_another_program_as_it_was_delivered_but_without_formulas()
    {
        var rijen = await CsvAsync("");

        Assert.Equal(["p1", "p2", "p3", "p4"], rijen.Select(r => (string)r.bronsleutel));
        Assert.Equal("'=1+1", (string)rijen[1].project);
        Assert.Equal("'-Stichting", (string)rijen[1].ontvanger);
        Assert.Equal("Met een ; en een \"aanhaling\"\nen een regel", (string)rijen[1].omschrijving);
        Assert.Equal(
            ("Éénwielers", "Ámalia", "20.00"),
            ((string)rijen[2].project, (string)rijen[2].ontvanger, (string)rijen[2].bedrag)
        );
        Assert.Equal(("2025-12-31", ""), ((string)rijen[0].peildatum, (string)rijen[1].peildatum));
        Assert.Equal("-7.00", (string)rijen[3].bedrag);
    }

    [Theory]
    [InlineData("zoek=groen", "p1")] // the beginning of a word
    [InlineData("zoek=groen+-molenhof", "")]
    [InlineData("zoek=%22groenonderhoud+molenhof%22", "p1")]
    [InlineData("zoek=')+or+true+--", "")]
    [InlineData("zoek=%40Fase", "")]
    [InlineData("zoek=2025", "p3")] // in "2024-2025", which PostgreSQL would read as minus 2025
    [InlineData("zoek=2024-2025", "p3")]
    [InlineData("zoek=groei", "p3")]
    [InlineData("zoek=groei.nl", "p3")]
    [InlineData("zoek=-2025&van=0", "p1 p2")]
    [InlineData("ontvanger=%25", "")] // no wildcards
    [InlineData("ontvanger=_", "")]
    [InlineData("ontvanger=%25%5C'", "")] // a percent sign, a backslash and a quote
    [InlineData("ontvanger=stichting", "p2")]
    [InlineData("van=1.000,50", "p1")]
    [InlineData("van=1000.50&tot=1000,5", "p1")]
    [InlineData("van=-7&tot=0", "p4")]
    [InlineData("gebied=ab01&van=0", "p3")]
    [InlineData("gebied=Molenwijk&van=0", "p1 p2")]
    public async Task A_search_gives_the_same_posts_on_the_page_and_in_the_download(string vraag, string verwacht)
    {
        var csv = await CsvAsync(vraag);
        var html = await dorp.Http.GetStringAsync($"/begroting/posten?{Jaar}&{vraag}");

        Assert.Equal(verwacht, string.Join(' ', csv.Select(r => (string)r.bronsleutel)));
        Assert.Equal(
            csv.Select(r => (string)r.bronsleutel).Order(),
            PostLink().Matches(html).Select(m => m.Groups[1].Value).Order()
        );
    }

    [Theory]
    [InlineData("hoog", "p1 p3 p2 p4")]
    [InlineData("laag", "p4 p2 p3 p1")]
    [InlineData("naam", "p2 p4 p1 p3")]
    [InlineData("ontvanger", "p4 p2 p1 p3")]
    public async Task Posts_can_be_put_in_order_and_paged_in_it(string volgorde, string verwacht)
    {
        var ids = (await CsvAsync("")).ToDictionary(r => (string)r.id, r => (string)r.bronsleutel);
        var (gezien, na) = (new List<string>(), (PostPlek?)null);
        var queries = new PostQueries(Lezing.Los(dorp.Db));
        for (var i = 0; i < 4; i++)
        {
            var post = Assert.Single(
                await queries.ListAsync(
                    new(new(2085, "realisatie", null, "L", "alles"), Sorteer: volgorde, Na: na),
                    1,
                    CancellationToken.None
                )
            );
            gezien.Add(ids[post.Id.ToString(CultureInfo.InvariantCulture)]);
            na = new(volgorde is "hoog" or "laag" ? post.Bedrag : null, post.Id);
        }

        Assert.Equal(verwacht, string.Join(' ', gezien));
        var html = await dorp.Http.GetStringAsync($"/begroting/posten?{Jaar}&sorteer={volgorde}");
        Assert.Equal(gezien, PostLink().Matches(html).Select(m => m.Groups[1].Value));
    }

    [Theory]
    [InlineData("gebied=nergens", "We kennen geen gebied 'nergens'")]
    [InlineData("gebied=wijk", "meer dan één gebied")]
    [InlineData("gebied=pakhuisburt", "We kennen geen gebied 'pakhuisburt'. Bedoelt u Pakhuisbuurt (AB02)")]
    [InlineData("van=veel", "Bedrag vanaf 'veel': dit is geen bedrag")]
    [InlineData("van=10&tot=5", "hoger dan het hoogste")]
    [InlineData("taakveld=5%2C7", "Het taakveld '5,7' bestaat niet")]
    [InlineData("gebied=%25", "We kennen geen gebied '%'")]
    [InlineData("sorteer=kleur", "De volgorde 'kleur' bestaat niet")]
    [InlineData("na=abc", "Begin opnieuw op de eerste bladzijde")]
    public async Task A_wrong_choice_is_named_and_what_was_typed_stays(string vraag, string zin)
    {
        using var pagina = await dorp.Http.GetAsync($"/begroting/posten?{Jaar}&zoek=iets&{vraag}");
        var html = WebUtility.HtmlDecode(await pagina.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, pagina.StatusCode);
        Assert.Contains(zin, html, StringComparison.Ordinal);
        Assert.Contains("value=\"iets\"", html, StringComparison.Ordinal);

        foreach (var soort in new[] { "csv", "json" })
        {
            using var data = await dorp.Http.GetAsync($"/begroting/posten.{soort}?{Jaar}&{vraag}");
            Assert.Equal(
                (HttpStatusCode.BadRequest, "application/problem+json"),
                (data.StatusCode, data.Content.Headers.ContentType!.MediaType)
            );
            Assert.Contains(
                zin,
                WebUtility.HtmlDecode(Regex.Unescape(await data.Content.ReadAsStringAsync())),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task A_download_says_what_it_is_where_it_is_from_and_under_which_licence()
    {
        using var csv = await dorp.Http.GetAsync($"/begroting/posten.csv?{Jaar}&gebied=AA01");
        var adres = Regex
            .Match(Assert.Single(csv.Headers.GetValues("Link")), "^<([^>]*)>; rel=\"describedby\"")
            .Groups[1]
            .Value;
        using var metadata = JsonDocument.Parse(await dorp.Http.GetStringAsync(adres));
        var kolommen = metadata.RootElement.GetProperty("tableSchema").GetProperty("columns").EnumerateArray().ToList();

        Assert.Equal(
            (await csv.Content.ReadAsStringAsync()).Split('\n')[0].Split(','),
            kolommen.Select(k => k.GetProperty("name").GetString()!)
        );
        Assert.All(kolommen, k => Assert.NotEmpty(k.GetProperty("dc:description").GetString()!));
        var bron = Assert.Single(metadata.RootElement.GetProperty("dc:source").EnumerateArray());
        Assert.Equal("Realisatie 2085 per buurt", bron.GetProperty("dc:title").GetString());
        Assert.StartsWith(
            "https://creativecommons.org/",
            bron.GetProperty("dc:license").GetString(),
            StringComparison.Ordinal
        );
        Assert.Equal("AA01", metadata.RootElement.GetProperty("keuze").GetProperty("gebied").GetString());
        Assert.EndsWith(
            $"/begroting/posten.csv?{Jaar}&gebied=AA01",
            metadata.RootElement.GetProperty("url").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_area_that_may_be_several_is_asked_after()
    {
        using var pagina = await dorp.Http.GetAsync($"/begroting/posten?{Jaar}&gebied=wijk");
        var keuzes = Regex
            .Matches(
                WebUtility.HtmlDecode(await pagina.Content.ReadAsStringAsync()),
                "gebied=([A-Z0-9]+)\">([^<]*)</a>"
            )
            .Select(m => m.Groups[2].Value)
            .ToList();

        Assert.Equal(["Havenwijk", "Molenwijk", "Veldwijk"], keuzes);
    }

    [Fact]
    public async Task A_program_that_asks_only_for_the_headers_gets_these()
    {
        using var vraag = new HttpRequestMessage(HttpMethod.Head, $"/begroting/posten.csv?{Jaar}");
        using var antwoord = await dorp.Http.SendAsync(vraag);

        Assert.Equal(
            (HttpStatusCode.OK, "text/csv"),
            (antwoord.StatusCode, antwoord.Content.Headers.ContentType!.MediaType)
        );
        Assert.Equal("posten-2085-realisatie.csv", antwoord.Content.Headers.ContentDisposition!.FileName);
        Assert.Empty(await antwoord.Content.ReadAsByteArrayAsync());
    }

    [GeneratedRegex("href=\"/begroting/post/realisatie-2085/\\d+/([^\"]+)\"")]
    private static partial Regex PostLink();
}
