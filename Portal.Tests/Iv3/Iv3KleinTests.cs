using System.Net;
using Portal.Data;
using Portal.Data.Iv3;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Iv3;

/// <summary>What <see cref="Iv3EchtTests"/> asks of the files of CBS, asked of a small file in their form.</summary>
public sealed class Iv3KleinTests(Iv3KleinFixture iv3) : IClassFixture<Iv3KleinFixture>
{
    private const string Stil = "Stillewaarden";

    private static CancellationToken Ct => CancellationToken.None;

    private readonly Iv3Queries _queries = new(Lezing.Los(iv3.Db));

    private static List<Iv3Regel> Rekening => Iv3Regel.Lees(Iv3KleinFixture.Pad(Iv3KleinFixture.Rekening));

    [Theory]
    [InlineData(Iv3KleinFixture.Rekening, 2023, "realisatie")]
    [InlineData(Iv3KleinFixture.Begroting, 2024, "begroting")]
    public async Task The_totals_of_every_municipality_are_those_of_the_file(string bestand, int jaar, string fase)
    {
        var verwacht = Iv3Regel
            .Lees(Iv3KleinFixture.Pad(bestand))
            .Where(r => r.Gemeente is not ("Nederland" or Stil) && r.Code is not ("0.10" or "0.11"))
            .ToLookup(r => r.Gemeente);

        Assert.Equal(7, verwacht.Count);
        foreach (var gemeente in verwacht)
        {
            Assert.Equal(
                (1000 * gemeente.Sum(r => r.Lasten), 1000 * gemeente.Sum(r => r.Baten)),
                (
                    await _queries.TotaalAsync(gemeente.Key, jaar, fase, "L", Ct),
                    await _queries.TotaalAsync(gemeente.Key, jaar, fase, "B", Ct)
                )
            );
        }
    }

    [Fact]
    public async Task The_country_is_no_municipality_and_no_row_is_lost()
    {
        Assert.All(
            Rekening.GroupBy(r => r.Code),
            g =>
                Assert.Equal(
                    g.Single(r => r.Gemeente == "Nederland").Lasten,
                    g.Where(r => r.Gemeente != "Nederland").Sum(r => r.Lasten)
                )
        );
        Assert.Equal(8, (await _queries.GemeentenAsync(2023, "realisatie", Ct)).Count);
        Assert.Equal(14, (await _queries.PerTaakveldAsync("Markerwaard", 2023, "realisatie", Ct)).Count);
        Assert.Equal(
            [(42, 42, 0), (126, 112, 0), (126, 112, 0)],
            Iv3KleinFixture.Rapporten.Select(r => (r.Gelezen, r.Geladen, r.Afwijzingen.Count))
        );
    }

    [Fact]
    public async Task A_municipality_that_reported_nothing_has_no_figures_rather_than_zero()
    {
        Assert.Null(await _queries.TotaalAsync(Stil, 2023, "realisatie", "L", Ct));
        Assert.False((await _queries.GemeentenAsync(2023, "realisatie", Ct)).Single(g => g.Naam == Stil).Gemeld);
        Assert.Contains(
            "geen gegevens",
            await iv3.Http.GetStringAsync($"/begroting/gemeenten?gemeente={Stil}"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(await _queries.PerInwonerAsync(2023, "realisatie", "5.7", Ct), p => p.Gemeente == Stil);
        Assert.Null(await _queries.TotaalAsync("Nederland", 2023, "realisatie", "L", Ct));
    }

    [Fact]
    public async Task The_file_that_Excel_saved_gives_the_same_rows()
    {
        var rijen = (
            await iv3.Db.QueryAsync<(string Gemeente, string Taakveld, string Bl, decimal Bedrag, int Nummer)>(
                """
                select i.gemeente, i.taakveld, i.bl::text, i.bedrag, v.nummer
                from iv3 i join versie v on v.id = i.versie_id join dataset d on d.id = v.dataset_id
                where d.code = 'iv3-2024-begroting'
                """
            )
        ).ToLookup(r => r.Nummer, r => (r.Gemeente, r.Taakveld, r.Bl, r.Bedrag));
        var gemeenten = rijen[1].Select(r => r.Gemeente).ToHashSet();

        Assert.Equal(["'s-Polderdam", "Markerwaard", "Súdmar-Dyklân"], gemeenten.Order(StringComparer.Ordinal));
        Assert.Equal(84, rijen[1].Count());
        Assert.Equal(rijen[1].ToHashSet(), rijen[2].Where(r => gemeenten.Contains(r.Gemeente)).ToHashSet());
        Assert.Equal(
            Iv3Regel.Lees(Iv3KleinFixture.Pad(Iv3KleinFixture.Excel)).Sum(r => r.Lasten) * 1000,
            rijen[1].Where(r => r.Bl == "L").Sum(r => r.Bedrag)
        );
    }

    [Fact]
    public async Task The_medians_are_those_of_the_file()
    {
        var groen = Rekening.Where(r => r.Code == "5.7" && r.Gemeente is not ("Nederland" or Stil)).ToList();
        var klasse = groen.Single(r => r.Gemeente == "Markerwaard").Klasse;
        var verdeling = (await _queries.VerdelingenAsync(2023, "realisatie", klasse, Ct))
            .Where(v => v.Taakveld == "5.7")
            .ToDictionary(v => v.Klasse);

        Assert.Equal(
            (7, Iv3Regel.Midden(groen.Select(r => 1000 * r.Lasten / r.Inwoners))),
            (verdeling[false].Gemeenten, verdeling[false].Mediaan)
        );
        Assert.Equal(
            (2, Iv3Regel.Midden(groen.Where(r => r.Klasse == klasse).Select(r => 1000 * r.Lasten / r.Inwoners))),
            (verdeling[true].Gemeenten, verdeling[true].Mediaan)
        );
    }

    [Fact]
    public async Task The_subjects_and_the_download_are_the_same_total()
    {
        const string keuze = "jaar=2023&fase=realisatie&gemeente=Markerwaard";
        var html = await iv3.Http.GetStringAsync($"/begroting/gemeenten?{keuze}");
        var samen = Rekening
            .Where(r => r.Gemeente == "Markerwaard" && !Portal.Data.Iv3.TaakveldLijst.Buiten.Contains(r.Code))
            .Sum(r => 1000m * r.Lasten);
        var onderwerpen = html[html.IndexOf("id=\"onderwerpen\"", StringComparison.Ordinal)..];
        Assert.Contains(
            $"data-euro=\"{samen:0}.00\"",
            onderwerpen[
                onderwerpen.IndexOf("<tfoot", StringComparison.Ordinal)..onderwerpen.IndexOf(
                    "</table>",
                    StringComparison.Ordinal
                )
            ],
            StringComparison.Ordinal
        );

        var rijen = (await iv3.Http.GetStringAsync($"/begroting/gemeenten.csv?{keuze}")).Trim().Split("\r\n");
        Assert.Equal("gemeente,jaar,fase,taakveld,naam,lasten,baten", rijen[0]);
        Assert.Equal(Rekening.Count(r => r.Gemeente == "Markerwaard"), rijen.Length - 1);
        using var onbekend = await iv3.Http.GetAsync(
            "/begroting/gemeenten.csv?jaar=2023&fase=realisatie&gemeente=Atlantis"
        );
        Assert.Equal(HttpStatusCode.BadRequest, onbekend.StatusCode);
        foreach (var (vraag, mist) in new[] { ("", "jaar, fase, gemeente"), ("?jaar=2023&fase=", "fase, gemeente") })
        {
            using var zonder = await iv3.Http.GetAsync($"/begroting/gemeenten.csv{vraag}");
            Assert.Equal(HttpStatusCode.BadRequest, zonder.StatusCode);
            Assert.Contains($"zonder {mist}.", await zonder.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task A_subject_is_its_tasks_together_and_chosen_municipalities_are_named_and_sorted()
    {
        decimal Som(string gemeente, string begin) =>
            1000m
            * Rekening
                .Where(r => r.Gemeente == gemeente && r.Code.StartsWith(begin, StringComparison.Ordinal))
                .Where(r => !TaakveldLijst.Buiten.Contains(r.Code))
                .Sum(r => r.Lasten);
        var inwoners = Rekening.First(r => r.Gemeente == "Rietmeer").Inwoners;

        foreach (var (taakveld, begin) in new[] { ("5", "5."), (TaakveldLijst.Alles, "") })
        {
            var vraag = $"gemeente=Markerwaard&taakveld={taakveld}&naast=rietmeer&naast=Oeverzand&sorteer=naam";
            var html = WebUtility.HtmlDecode(await iv3.Http.GetStringAsync($"/begroting/gemeenten?{vraag}"));
            var rietmeer = Portal.Web.Opmaak.Euro(decimal.Round(Som("Rietmeer", begin) / inwoners, 2));

            Assert.Matches($"<text[^>]*>Rietmeer: {rietmeer}</text>", html);
            Assert.Matches($"Oeverzand[^<]*</text>", html);
            var lijst = html[html.IndexOf("id=\"gemeenten-lijst\"", StringComparison.Ordinal)..];
            Assert.Contains($"data-euro=\"{Som("Markerwaard", begin):0}.00\"", lijst, StringComparison.Ordinal);
            Assert.Matches("(?s)<strong>Markerwaard.*<strong>Oeverzand.*<strong>Rietmeer", lijst);

            var csv = await iv3.Http.GetStringAsync(
                $"/begroting/gemeenten-per-inwoner.csv?jaar=2023&fase=realisatie&taakveld={taakveld}"
            );
            Assert.Equal(7, csv.Trim().Split("\r\n").Length - 1);
            Assert.Contains(
                $",{inwoners},2023,realisatie,{taakveld},{Som("Rietmeer", begin):0}.00,",
                csv,
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task The_page_shows_the_figures_of_the_file()
    {
        var html = WebUtility.HtmlDecode(
            await iv3.Http.GetStringAsync(
                "/begroting/gemeenten?jaar=2023&fase=realisatie&gemeente=Markerwaard&taakveld=5.7"
            )
        );
        var groen = Rekening.Single(r => r.Gemeente == "Markerwaard" && r.Code == "5.7");

        Assert.Contains($"data-euro=\"{groen.Lasten * 1000:0}.00\"", html, StringComparison.Ordinal);
        Assert.Contains(
            Portal.Web.Opmaak.EuroCent(1000 * groen.Lasten / groen.Inwoners),
            html,
            StringComparison.Ordinal
        );
        // Cut off in the file
        Assert.Contains("Openbaar groen en (openlucht) recreatie", html, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", html, StringComparison.Ordinal);
        Assert.Equal(
            ZonderAdres(html),
            ZonderAdres(
                WebUtility.HtmlDecode(await iv3.Http.GetStringAsync("/begroting/gemeenten?gemeente=Markerwaard"))
            )
        ); // realised and greenery, where nothing is chosen
    }

    [Theory]
    [InlineData("jaar=1999", HttpStatusCode.BadRequest)]
    [InlineData("jaar=x", HttpStatusCode.BadRequest)]
    [InlineData("fase=zomaar", HttpStatusCode.BadRequest)]
    [InlineData("gemeente=Nergens", HttpStatusCode.BadRequest)]
    [InlineData("taakveld=9.9", HttpStatusCode.BadRequest)]
    [InlineData("naast=Nergens", HttpStatusCode.BadRequest)]
    [InlineData(
        "naast=Rietmeer&naast=Oeverzand&naast=Stillewaarden&naast=Markerwaard&naast='s-Polderdam",
        HttpStatusCode.BadRequest
    )]
    [InlineData("sorteer=zomaar", HttpStatusCode.BadRequest)]
    [InlineData("taakveld=0.11&gemeente=Oeverzand", HttpStatusCode.OK)]
    [InlineData("taakveld=6.71&gemeente=Oeverzand", HttpStatusCode.OK)]
    [InlineData("jaar=2024&fase=realisatie", HttpStatusCode.OK)]
    public async Task A_choice_that_does_not_exist_is_400(string vraag, HttpStatusCode status)
    {
        using var antwoord = await iv3.Http.GetAsync($"/begroting/gemeenten?{vraag}");

        Assert.Equal(status, antwoord.StatusCode);
    }

    // A page says where it is to be cited
    private static string ZonderAdres(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, "(http://|/en/)[^\"\\s]+", "");
}
