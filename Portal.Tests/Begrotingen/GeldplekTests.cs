using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>Money whose delivery says where it is: on the map, in the lists, and to the cent in the sums.</summary>
public sealed class GeldplekTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop =
        "boekjaar;fase;programma;bl;gebiedscode;toerekening;id;omschrijving;bedrag;ontvanger_type;ontvanger;x;y;wkt\n";

    private async Task<Portal.Data.Datasets.ImportRapport> LaadAsync(string fase, params string[] rijen) =>
        await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                $"plekken-{fase}.csv",
                Kop + string.Concat(rijen.Select(r => $"2023;{fase};Sport en recreatie;L;{r}\n"))
            ),
            CancellationToken.None
        );

    private Task<Portal.Data.Datasets.ImportRapport> LaadAllesAsync(string fase = "realisatie") =>
        LaadAsync(
            fase,
            "AA01;direct_adres;a;Sporthal;1000,10;organisatie;Bouwbedrijf De Steen B.V.;121050,5;487050;",
            "AA01;direct_adres;b;Speelplek;20,02;gemeente;;4,89;52,37;", // degrees, elsewhere in the country
            "AB01;direct_gebied;c;Straat;300,03;gemeente;;;;LINESTRING(121210 487010, 121290 487090)",
            "AB01;direct_gebied;d;Zonder plek;4000,40;gemeente;;;;",
            ";stadsbreed;e;Hele stad;50000,00;gemeente;;;;",
            "AA02;direct_adres;f;Hulp;6,06;particulier;;121150;487050;",
            "AA02;direct_adres;g;Fout;7;gemeente;;1;2;",
            "AA02;direct_adres;h;Fout;8;gemeente;;links;rechts;",
            ";stadsbreed;i;Fout;9;gemeente;;121150;487050;"
        );

    private async Task<List<JsonElement>> FeaturesAsync(string query)
    {
        var json = JsonDocument.Parse(await dorp.Http.GetStringAsync($"/geldplekken.geojson{query}"));
        return [.. json.RootElement.GetProperty("features").EnumerateArray()];
    }

    [Fact]
    public async Task What_is_on_the_map_and_what_has_no_place_are_together_all_the_money_to_the_cent()
    {
        await LaadAllesAsync();
        await LaadAsync("begroting", "AA01;direct_adres;a;Sporthal;900,00;gemeente;;121050,5;487050;");

        var features = await FeaturesAsync("?jaar=2023&fase=realisatie");
        Assert.Equal(
            ["a", "b", "c"],
            features.Select(f => f.GetProperty("properties").GetProperty("id").GetString()!).Order()
        );
        var opKaart = features.Sum(f => f.GetProperty("properties").GetProperty("bedrag").GetDecimal());
        Assert.Equal(1320.15m, opKaart);
        await using var db = await dorp.Db.OpenConnectionAsync();
        var (zonder, totaal) = await db.QuerySingleAsync<(decimal, decimal)>(
            """
            select sum(bedrag) filter (where not exists (select from postplek l where l.post_id = p.id)), sum(bedrag)
            from begrotingspost_nu p where jaar = 2023 and fase = 'realisatie'
            """
        );
        Assert.Equal((54006.46m, 55326.61m), (zonder, totaal));

        var pagina = await dorp.Http.GetStringAsync("/kaart?jaar=2023&fase=realisatie&laag=geldplekken");
        Assert.Equal([opKaart, zonder, totaal], Sommen(pagina, "Besteed"));
        Assert.Equal([900m, 0m, 900m], Sommen(pagina, "Begroot"));
        // Around a place too: a plan and a result are the same money, so they are never one list
        var eigen = System.Net.WebUtility.HtmlDecode(
            await dorp.Http.GetStringAsync("/eigen-gebied?bij=52.3702,4.8886&straal=1000")
        );
        Assert.Contains("<h2>Geld op een plek, begroot: 1</h2>", eigen, StringComparison.Ordinal);
        Assert.Contains("<h2>Geld op een plek, besteed: 3</h2>", eigen, StringComparison.Ordinal);
        Assert.Matches("href=\"/geldplekken\\?bij=[^\"]*&fase=begroting\"", eigen);
        var lijst = await dorp.Http.GetStringAsync("/kaart/lijst?jaar=2023&fase=realisatie&laag=geldplekken");
        Assert.Equal([opKaart, zonder, totaal], Sommen(lijst, "Besteed"));
    }

    [Fact]
    public async Task A_place_that_cannot_be_is_said_by_row_and_one_in_another_area_too()
    {
        var rapport = await LaadAllesAsync("begrotingswijziging");

        Assert.Equal(
            [(8, "geometrie"), (9, "x"), (10, "toerekening")],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)).Order()
        );
        Assert.Equal(6, rapport.Geladen);
        Assert.Contains(
            rapport.Meldingen,
            m => m.StartsWith("Bij 1 rij (de eerste is rij 3) ligt de plek niet", StringComparison.Ordinal)
        );
        Assert.Contains(
            rapport.Meldingen,
            m => m.StartsWith("In 1 rij is de plek weggelaten", StringComparison.Ordinal)
        );
    }

    [Fact]
    public async Task A_person_has_no_place_on_the_map_nor_in_the_row_of_the_source()
    {
        await LaadAllesAsync();

        Assert.DoesNotContain(
            await FeaturesAsync(""),
            f => f.GetProperty("properties").GetProperty("id").GetString() == "f"
        );
        await using var db = await dorp.Db.OpenConnectionAsync();
        var bron = await db.QuerySingleAsync<string>(
            "select bron::text from begrotingspost_nu where fase = 'realisatie' and bronsleutel = 'f'"
        );
        Assert.DoesNotContain("121150", bron, StringComparison.Ordinal);
        Assert.Equal(
            0,
            await db.QuerySingleAsync<long>(
                "select count(*) from postplek l join begrotingspost p on p.id = l.post_id where p.bronsleutel = 'f'"
            )
        );
    }

    [Fact]
    public async Task From_a_place_one_comes_to_its_post_its_recipient_and_what_lies_beside_it_and_back()
    {
        await LaadAllesAsync();
        var nummer = (await FeaturesAsync("?jaar=2023&fase=realisatie"))[0]
            .GetProperty("properties")
            .GetProperty("dataset")
            .GetString();

        var plek = await dorp.Http.GetStringAsync($"/geldplekken/{nummer}/a");
        var post = Regex.Match(plek, "/begroting/post/realisatie-2023/\\d+/a").Value;
        Assert.Contains("ontvanger=Bouwbedrijf", plek, StringComparison.Ordinal);
        Assert.Contains("laag=geldplekken#zicht=17,52.", plek, StringComparison.Ordinal);
        Assert.Contains($"/geldplekken/{nummer}/a\"", await dorp.Http.GetStringAsync(post), StringComparison.Ordinal);
        Assert.DoesNotContain(
            $"/geldplekken/",
            await dorp.Http.GetStringAsync(post[..^1] + "d"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            ">Straat</h1>",
            await dorp.Http.GetStringAsync($"/geldplekken/{nummer}/c"),
            StringComparison.Ordinal
        );
    }

    private static decimal[] Sommen(string pagina, string fase) =>
        [
            .. Regex
                .Matches(
                    Regex
                        .Match(pagina, $"id=\"geldplekken\".*?</svg> {fase}</th>(.*?)</tr>", RegexOptions.Singleline)
                        .Groups[1]
                        .Value,
                    "data-euro=\"([^\"]+)\""
                )
                .Select(m => decimal.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)),
        ];
}
