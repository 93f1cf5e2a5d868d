using System.Net;
using Portal.Data;
using Portal.Data.Iv3;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Iv3;

/// <summary>What the real files of CBS must give, counted here anew from the files themselves.</summary>
public sealed class Iv3EchtTests(Iv3Fixture iv3) : IClassFixture<Iv3Fixture>
{
    private static CancellationToken Ct => CancellationToken.None;

    private readonly Iv3Queries _queries = new(Lezing.Los(iv3.Db));

    private static List<Iv3Regel> Bestand(string naam) => Iv3Regel.Lees(EchteData.Pad(naam));

    [EchteDataFact]
    public async Task The_totals_of_every_municipality_are_those_of_the_file()
    {
        foreach (
            var (bestand, jaar, fase) in new[]
            {
                ("iv3_2023_jaarrekening.csv", 2023, "realisatie"),
                ("iv3_2024_begroting.csv", 2024, "begroting"),
            }
        )
        {
            var verwacht = Bestand(bestand)
                .Where(r => r.Gemeente is not ("Nederland" or "Vijfheerenlanden") && r.Code is not ("0.10" or "0.11"))
                .GroupBy(r => r.Gemeente)
                .ToDictionary(
                    g => g.Key,
                    g => (Lasten: 1000 * g.Sum(r => r.Lasten), Baten: 1000 * g.Sum(r => r.Baten))
                );

            Assert.Equal(341, verwacht.Count);
            foreach (var gemeente in new[] { "Amsterdam", "'s-Gravenhage", "Bergen (NH.)", "Súdwest-Fryslân" })
            {
                Assert.Equal(verwacht[gemeente].Lasten, await _queries.TotaalAsync(gemeente, jaar, fase, "L", Ct));
                Assert.Equal(verwacht[gemeente].Baten, await _queries.TotaalAsync(gemeente, jaar, fase, "B", Ct));
            }
            Assert.Equal(
                verwacht.Values.Sum(v => v.Lasten),
                await iv3.Db.QuerySingleAsync<decimal>(
                    $"select sum(bedrag) from iv3_nu where jaar = {jaar} and fase = '{fase}' and bl = 'L' "
                        + "and taakveld not in ('0.10', '0.11')"
                )
            );
        }
        // Counted by hand once
        Assert.Equal(6_395_752_000m, await _queries.TotaalAsync("Amsterdam", 2023, "realisatie", "L", Ct));
    }

    [EchteDataFact]
    public async Task No_taakveld_is_the_sum_of_others_and_no_municipality_of_others()
    {
        // 6.71, 6.72, 6.81 and 6.82 stand beside 6.71a and so on: they hold what was not divided, never the sum.
        var rijen = Bestand("iv3_2023_jaarrekening.csv");
        foreach (var groep in rijen.GroupBy(r => r.Gemeente))
        {
            foreach (var boven in groep.Where(r => r.Code is "6.71" or "6.72" or "6.81" or "6.82" && r.Lasten != 0))
            {
                Assert.NotEqual(
                    boven.Lasten,
                    groep
                        .Where(r => r.Code.Length == 5 && r.Code.StartsWith(boven.Code, StringComparison.Ordinal))
                        .Sum(r => r.Lasten)
                );
            }
        }
        Assert.All(
            rijen.GroupBy(r => r.Code),
            g =>
                Assert.Equal(
                    g.Single(r => r.Gemeente == "Nederland").Lasten,
                    g.Where(r => r.Gemeente != "Nederland").Sum(r => r.Lasten)
                )
        );
        // 343 names in the file, one of them is the country
        Assert.Equal(342, (await _queries.GemeentenAsync(2023, "realisatie", Ct)).Count);
        Assert.Equal(71, (await _queries.PerTaakveldAsync("Amsterdam", 2023, "realisatie", Ct)).Count);
        Assert.All(
            Iv3Fixture.Rapporten.Skip(1),
            r => Assert.Equal((24353, 24282, 0), (r.Gelezen, r.Geladen, r.Afwijzingen.Count))
        );
    }

    [EchteDataFact]
    public async Task A_municipality_that_reported_nothing_has_no_figures_rather_than_zero()
    {
        Assert.Null(await _queries.TotaalAsync("Vijfheerenlanden", 2023, "realisatie", "L", Ct));
        Assert.False(
            (await _queries.GemeentenAsync(2023, "realisatie", Ct)).Single(g => g.Naam == "Vijfheerenlanden").Gemeld
        );
        Assert.Contains(
            "geen gegevens",
            await iv3.Http.GetStringAsync("/begroting/gemeenten?gemeente=Vijfheerenlanden"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            await _queries.PerInwonerAsync(2023, "realisatie", "5.7", Ct),
            p => p.Gemeente == "Vijfheerenlanden"
        );
        Assert.Null(await _queries.TotaalAsync("Nederland", 2023, "realisatie", "L", Ct));
        Assert.Null(await _queries.TotaalAsync("Amsterdam", 1999, "realisatie", "L", Ct));
    }

    [EchteDataFact]
    public async Task The_awkward_twin_gives_the_same_426_rows()
    {
        var twee = (
            await iv3.Db.QueryAsync<(
                string Gemeente,
                string Taakveld,
                string Bl,
                decimal Bedrag,
                int Inwoners,
                int Nummer
            )>(
                """
                select i.gemeente, i.taakveld, i.bl::text, i.bedrag, i.inwoners, v.nummer from iv3 i
                    join versie v on v.id = i.versie_id
                    join dataset d on d.id = v.dataset_id where d.code = 'iv3-2024-begroting'
                """
            )
        ).ToLookup(r => r.Nummer, r => (r.Gemeente, r.Taakveld, r.Bl, r.Bedrag, r.Inwoners));

        Assert.Equal(426, Iv3Fixture.Rapporten[0].Geladen);
        Assert.Equal(852, twee[1].Count());
        Assert.Contains(twee[1], r => r.Gemeente == "Súdwest-Fryslân");
        Assert.Equal(
            twee[1].ToHashSet(),
            twee[2].Where(r => twee[1].Select(t => t.Gemeente).Distinct().Contains(r.Gemeente)).ToHashSet()
        );
        Assert.Equal(
            Bestand("awkward/iv3_2024_begroting_win1252_decimaalkomma.csv").Sum(r => r.Lasten) * 1000,
            twee[1].Where(r => r.Bl == "L").Sum(r => r.Bedrag)
        );
    }

    [EchteDataFact]
    public async Task The_medians_are_those_of_the_file()
    {
        var groen = Bestand("iv3_2023_jaarrekening.csv")
            .Where(r => r.Code == "5.7" && r.Gemeente is not ("Nederland" or "Vijfheerenlanden"))
            .ToList();
        var klasse = groen.Single(r => r.Gemeente == "Amsterdam").Klasse;
        var verdeling = (await _queries.VerdelingenAsync(2023, "realisatie", klasse, Ct))
            .Where(v => v.Taakveld == "5.7")
            .ToDictionary(v => v.Klasse);

        Assert.Equal(
            (341, Iv3Regel.Midden(groen.Select(r => 1000 * r.Lasten / r.Inwoners))),
            (verdeling[false].Gemeenten, verdeling[false].Mediaan)
        );
        Assert.Equal(
            (4, Iv3Regel.Midden(groen.Where(r => r.Klasse == klasse).Select(r => 1000 * r.Lasten / r.Inwoners))),
            (verdeling[true].Gemeenten, verdeling[true].Mediaan)
        );
    }

    [EchteDataFact]
    public async Task The_page_shows_the_figures_of_the_file()
    {
        var html = WebUtility.HtmlDecode(
            await iv3.Http.GetStringAsync(
                "/begroting/gemeenten?jaar=2023&fase=realisatie&gemeente=Amsterdam&taakveld=5.7"
            )
        );
        var groen = Bestand("iv3_2023_jaarrekening.csv").Single(r => r.Gemeente == "Amsterdam" && r.Code == "5.7");

        Assert.Contains($"data-euro=\"{groen.Lasten * 1000:0}.00\"", html, StringComparison.Ordinal);
        Assert.Contains(
            Portal.Web.Opmaak.EuroCent(1000 * groen.Lasten / groen.Inwoners),
            html,
            StringComparison.Ordinal
        );
        Assert.Matches("Samen</th><td[^>]*data-euro=\"6395752000.00\">", html);
        Assert.Contains("250.000 inwoners of meer", html, StringComparison.Ordinal);
        Assert.Contains("CC BY 4.0", html, StringComparison.Ordinal);
        // The file cuts the name off
        Assert.Contains("Openbaar groen en (openlucht) recreatie", html, StringComparison.Ordinal);
        Assert.DoesNotMatch(@"\b([Dd]uurste|[Gg]oedkoopste|[Bb]este|[Ss]lechtste)\b", html);
        Assert.Equal(
            ZonderAdres(html),
            ZonderAdres(WebUtility.HtmlDecode(await iv3.Http.GetStringAsync("/begroting/gemeenten?gemeente=Amsterdam")))
        ); // the largest, realised, greenery
    }

    [EchteDataFact]
    public async Task Every_taakveld_is_explained_and_has_its_page()
    {
        foreach (var t in await _queries.PerTaakveldAsync("Utrecht", 2023, "realisatie", Ct))
        {
            Assert.True(TaakveldLijst.Uitleg.ContainsKey(t.Code), $"{t.Code} {t.Naam} has no explanation");
            Assert.DoesNotContain("..", t.Naam, StringComparison.Ordinal);
        }
        foreach (var taakveld in new[] { "0.10", "0.11", "2.3", "6.71", "8.2" })
        {
            using var antwoord = await iv3.Http.GetAsync(
                $"/begroting/gemeenten?taakveld={taakveld}&gemeente=Schiermonnikoog"
            );
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
        }
    }

    [EchteDataFact]
    public async Task A_choice_that_does_not_exist_is_400_and_one_that_is_not_loaded_says_so()
    {
        foreach (var vraag in new[] { "jaar=1999", "jaar=x", "fase=zomaar", "gemeente=Nergens", "taakveld=9.9" })
        {
            using var antwoord = await iv3.Http.GetAsync($"/begroting/gemeenten?{vraag}");
            Assert.Equal(HttpStatusCode.BadRequest, antwoord.StatusCode);
        }
        Assert.Contains(
            "Hiervan zijn geen cijfers geladen",
            await iv3.Http.GetStringAsync("/begroting/gemeenten?jaar=2024&fase=realisatie"),
            StringComparison.Ordinal
        );
    }

    // A page says where it is to be cited
    private static string ZonderAdres(string html) =>
        System.Text.RegularExpressions.Regex.Replace(html, "(http://|/en/)[^\"\\s]+", "");
}
