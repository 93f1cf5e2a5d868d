using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>What a year of subsidies means, what is not known of a place, and how complete a year is.</summary>
public sealed class JaarTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop =
        "Dossiernummer,Aanvrager,Regelingnaam,Beleidsterrein,Organisatieonderdeel,Projectnaam,Typeperiodiciteit,"
        + "Bedragaangevraagd,Bedragverleend,Publicatiedatumverleningsbesluit,Bedragvastgesteld\n";

    private async Task LaadAsync(params IEnumerable<string> rijen) =>
        await new SubsidieImport(
            new Publicatie(dorp.Db, dorp.Archief)
            {
                MagVerliezen = true,
                MagKrimpen = true,
                Opnieuw = true,
            }
        ).LaadAsync(Dorp.Schrijf(dorp, "jaren.csv", Kop + string.Join('\n', rijen) + "\n"), CancellationToken.None);

    private static string Rij(
        string dossier,
        string project,
        string bedrag,
        string onderdeel = "Stadsdeel Oudzijde",
        string vastgesteld = "",
        string regeling = "Regeling"
    ) =>
        $"{dossier},Stichting Plein,{regeling},Sociaal,{onderdeel},{project},Eenmalig,,{bedrag},2031-01-01,"
        + $"{vastgesteld}";

    private async Task<string> HtmlAsync(string adres) => WebUtility.HtmlDecode(await dorp.Http.GetStringAsync(adres));

    [Fact]
    public async Task Rows_of_nothing_are_no_grant_and_the_nearest_larger_amount_stands_in_the_answer()
    {
        await LaadAsync(Rij("2028/00001", "Niets", "0.00"), Rij("2027/00002", "Iets", "12.00"));

        var niets = await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2028&fase=verleend");
        Assert.Contains("staan over 2028 alleen subsidies van", niets, StringComparison.Ordinal);
        Assert.DoesNotContain("subsidie toegekend", niets, StringComparison.Ordinal);
        var buurt = (await HtmlAsync("/buurten/AA01-molenbuurt-noord?jaar=2027&fase=verleend")).Replace('\u00A0', ' ');
        Assert.Contains("zelf is over 2027 geen subsidie bekend", buurt, StringComparison.Ordinal);
        Assert.Contains(
            "Van € 12 is alleen bekend dat het voor stadsdeel Oudzijde is.",
            buurt,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Money_for_several_years_is_divided_over_them_to_the_cent_and_the_rest_stays_apart()
    {
        await LaadAsync(
            Rij("2024/00001", "Buurtwerk 2025-2030", "100.00"),
            Rij("2024/00002", "Feest 2024", "10.00"),
            Rij("2024/00003", "Zonder jaar", "7.00"),
            Rij("2024/00004", "Werk 2025 meerjarig", "5.00"),
            Rij("2024/00005", "Terug 2025-2027", "-0.05")
        );

        var queries = new BegrotingQueries(Lezing.Los(dorp.Db));
        async Task<decimal> SomAsync(int jaar, string jaarsoort) =>
            (
                await queries.ListAsync(
                    "stadsdeel",
                    new(jaar, "verleend", null, "L", "alles", jaarsoort),
                    CancellationToken.None
                )
            ).Sum(g => g.Bedrag ?? 0)
            + (
                await queries.RestAsync(
                    "stadsdeel",
                    new(jaar, "verleend", null, "L", "alles", jaarsoort),
                    CancellationToken.None
                )
            ).Sum(r => r.Bedrag);
        Assert.Equal(121.95m, await SomAsync(2024, "toekenning"));
        Assert.Equal(10m, await SomAsync(2024, "waarvoor"));
        // 10,000 cents over six years: 1,667 four times and 1,666 twice; −5 cents over three: −2, −2, −1.
        Assert.Equal(
            [16.65m, 16.65m, 16.66m, 16.67m, 16.66m, 16.66m],
            [
                await SomAsync(2025, "waarvoor"),
                await SomAsync(2026, "waarvoor"),
                await SomAsync(2027, "waarvoor"),
                await SomAsync(2028, "waarvoor"),
                await SomAsync(2029, "waarvoor"),
                await SomAsync(2030, "waarvoor"),
            ]
        );

        var pagina = await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2024&fase=verleend&jaarsoort=waarvoor");
        Assert.Contains(
            "Niet meegeteld is, van de hele gemeente, € 7: dat kan ook voor 2024 zijn",
            pagina.Replace('\u00A0', ' '),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "Voor 2024 is in Oudzijde € 10 subsidie toegekend",
            Regex.Replace(Regex.Replace(pagina, "</?strong[^>]*>", ""), @"\s+", " "),
            StringComparison.Ordinal
        );
        var toekenning = (await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2024&fase=verleend")).Replace('\u00A0', ' ');
        Assert.Contains(
            "Toegekend op aanvragen uit 2024, vaak voor 2025 en later.",
            toekenning,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("per inwoner;", toekenning, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_list_the_download_and_the_bridge_of_a_year_that_money_is_for_give_one_sum()
    {
        await LaadAsync(
            Rij("2024/00001", "Buurtwerk 2025-2030", "100.00"),
            Rij("2024/00002", "Werk 2026", "3.33"),
            Rij("2024/00003", "Zonder jaar", "7.00")
        );
        const string keuze = "jaar=2026&fase=verleend&jaarsoort=waarvoor";

        Assert.Contains(
            "id=\"som\" data-euro=\"20.00\"",
            await dorp.Http.GetStringAsync($"/begroting/posten?{keuze}"),
            StringComparison.Ordinal
        );
        var csv = (await dorp.Http.GetStringAsync($"/begroting/posten.csv?{keuze}")).Split(
            '\n',
            StringSplitOptions.RemoveEmptyEntries
        );
        Assert.Equal(3, csv.Length);
        Assert.Contains(",2024,tekst,2025,2030,2025-2030,verleend,", csv[1], StringComparison.Ordinal);
        Assert.Contains(",16.67,100.00,", csv[1], StringComparison.Ordinal);
        using var brug = JsonDocument.Parse(await dorp.Http.GetStringAsync($"/begroting/brug.json?{keuze}"));
        Assert.Equal(20.00m, brug.RootElement.GetProperty("samen").GetProperty("totaal").GetDecimal());
        // Holds as far as it can be checked
        Assert.Equal(JsonValueKind.Null, brug.RootElement.GetProperty("samen").GetProperty("klopt").ValueKind);
        using var metadata = JsonDocument.Parse(
            await dorp.Http.GetStringAsync($"/begroting/posten.csv-metadata.json?{keuze}")
        );
        Assert.Contains(
            "Subsidie voor 2026",
            metadata.RootElement.GetProperty("dc:description").GetString(),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Years_whose_money_is_for_other_years_are_not_compared_and_the_reason_stands_there()
    {
        await LaadAsync(
            Rij("2020/00001", "Feest 2020", "10.00", vastgesteld: "10.00"),
            Rij("2021/00001", "Feest 2021", "12.00", vastgesteld: "12.00"),
            Rij("2022/00001", "Feest 2023", "14.00", vastgesteld: "14.00"),
            Rij("2023/00001", "Feest 2023-2026", "44.00", vastgesteld: "44.00")
        );

        Assert.Contains(
            "Wat is er veranderd sinds 2020?",
            await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2021&fase=verleend"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "+ € 2 meer",
            (await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2021&fase=verleend")).Replace('\u00A0', ' '),
            StringComparison.Ordinal
        );
        var breuk = (await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2023&fase=verleend")).Replace('\u00A0', ' ');
        Assert.Contains("Dat kunnen we niet zeggen.", breuk, StringComparison.Ordinal);
        Assert.DoesNotContain("+ € 30 meer", breuk, StringComparison.Ordinal);
        Assert.Contains("Vergelijk 2022 niet met 2021.", breuk, StringComparison.Ordinal);
        Assert.Contains("Vergelijk 2023 niet met 2022.", breuk, StringComparison.Ordinal);
        Assert.DoesNotContain("Vergelijk 2021 niet met 2020.", breuk, StringComparison.Ordinal);
        Assert.DoesNotContain(
            "De grootste veranderingen",
            await HtmlAsync("/kaart?jaar=2022&fase=verleend&per=totaal"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "De grootste veranderingen",
            await HtmlAsync("/kaart?jaar=2021&fase=verleend&per=totaal&niveau=stadsdeel"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_row_without_a_department_is_not_known_where_and_not_of_the_whole_city()
    {
        await LaadAsync(
            Rij("2020/00001", "Feest", "10.00"),
            Rij("2020/00002", "Werk", "30.00", ""),
            Rij("2020/00003", "Kunst", "5.00", "Kunst en Cultuur"),
            Rij("2021/00001", "Feest", "10.00"),
            Rij("2021/00002", "Werk", "30.00")
        );

        using var brug = JsonDocument.Parse(
            await dorp.Http.GetStringAsync("/begroting/brug.json?jaar=2020&fase=verleend")
        );
        Assert.Equal(
            (30m, 5m),
            (
                brug.RootElement.GetProperty("samen").GetProperty("onbekend").GetDecimal(),
                brug.RootElement.GetProperty("samen").GetProperty("stad").GetDecimal()
            )
        );
        var kaart = (await HtmlAsync("/kaart?jaar=2020&fase=verleend&niveau=stadsdeel")).Replace('\u00A0', ' ');
        Assert.Contains("Van € 30 (66,7 %) staat niet in de bron waar het heen ging.", kaart, StringComparison.Ordinal);
        Assert.Contains(
            ",onbekend,",
            await dorp.Http.GetStringAsync("/begroting/posten.csv?jaar=2020&fase=verleend"),
            StringComparison.Ordinal
        );
        // A third known in 2020, all in 2021: the area seems to gain; the whole city does not.
        Assert.Contains(
            "staat niet in de bron naar welk stadsdeel het ging",
            await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2021&fase=verleend"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "meer</td>",
            await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2021&fase=verleend"),
            StringComparison.Ordinal
        );
        Assert.Contains("minder</td>", await HtmlAsync("/stad?jaar=2021&fase=verleend"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_is_incomplete_by_few_posts_or_little_that_is_settled_and_somebody_may_say_otherwise()
    {
        await LaadAsync(
            Enumerable
                .Range(1, 10)
                .SelectMany(i =>
                    new[] { 2020, 2021, 2022 }.Select(j =>
                        Rij($"{j}/{i:00000}", $"Feest {j}", "1.00", vastgesteld: j == 2022 && i > 8 ? "" : "1.00")
                    )
                )
                .Append(Rij("2019/00001", "Feest 2019", "1.00", vastgesteld: "1.00"))
        );
        async Task<Jaarprofiel> ProfielAsync(int jaar, string fase) =>
            (await new BegrotingQueries(Lezing.Los(dorp.Db)).AanbodAsync(CancellationToken.None)).Profiel(
                jaar,
                fase,
                "L",
                "toekenning"
            )!;

        Assert.Equal(("onvolledig", "rijen"), await DekkingAsync(2019, "verleend"));
        Assert.Equal(("volledig", null), await DekkingAsync(2022, "verleend"));
        Assert.Equal(("onvolledig", "vaststelling"), await DekkingAsync(2022, "vastgesteld")); // 20 % is not settled
        Assert.Equal(("volledig", null), await DekkingAsync(2021, "vastgesteld"));
        Assert.Contains(
            "veel minder bedragen",
            await HtmlAsync("/kaart?jaar=2019&fase=verleend"),
            StringComparison.Ordinal
        );

        var dekking = new Dekking(dorp.Db);
        await dekking.BesluitAsync(
            "subsidieregister",
            2019,
            "verleend",
            "volledig",
            null,
            null,
            CancellationToken.None
        );
        await dekking.BesluitAsync(
            "subsidieregister",
            2022,
            "verleend",
            "deel",
            new(2022, 6, 30),
            null,
            CancellationToken.None
        );
        Assert.Equal(("volledig", "beheer"), await DekkingAsync(2019, "verleend"));
        Assert.Equal(new DateOnly(2022, 6, 30), (await ProfielAsync(2022, "verleend")).Tot);
        await dekking.BesluitAsync("subsidieregister", 2019, "verleend", null, null, null, CancellationToken.None);
        await dekking.BesluitAsync("subsidieregister", 2022, "verleend", null, null, null, CancellationToken.None);
        Assert.Equal(("onvolledig", "rijen"), await DekkingAsync(2019, "verleend"));
        await Assert.ThrowsAsync<Data.ImportFout>(() =>
            dekking.BesluitAsync("subsidieregister", 1999, "verleend", "deel", null, null, CancellationToken.None)
        );

        async Task<(string, string?)> DekkingAsync(int jaar, string fase) =>
            ((await ProfielAsync(jaar, fase)).Dekking, (await ProfielAsync(jaar, fase)).Reden);
    }

    [Fact]
    public async Task A_choice_without_rows_says_no_data_and_never_zero()
    {
        await LaadAsync(Rij("2020/00001", "Feest 2020", "10.00"));

        foreach (
            var adres in new[]
            {
                "/kaart?jaar=1995&fase=verleend",
                "/kaart?jaar=1995&bl=B",
                "/begroting/brug?jaar=1995&fase=verleend",
                "/begroting/posten?jaar=1995&fase=verleend",
                "/stadsdelen/A-oudzijde?jaar=1995&fase=verleend",
                "/stadsdelen/A-oudzijde?jaar=1995&fase=verleend",
            }
        )
        {
            var html = (await HtmlAsync(adres)).Replace('\u00A0', ' ');
            Assert.Contains("geen gegevens", html, StringComparison.Ordinal);
            Assert.DoesNotMatch(@"€ 0(?!\d|,)", html);
        }
        using var brug = JsonDocument.Parse(
            await dorp.Http.GetStringAsync("/begroting/brug.json?jaar=1995&fase=verleend")
        );
        Assert.Equal(JsonValueKind.Null, brug.RootElement.GetProperty("samen").ValueKind);
    }

    [Fact]
    public async Task A_column_with_the_year_of_the_subsidy_is_the_source()
    {
        await new SubsidieImport(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "jaarkolom.csv",
                Kop.Replace("\n", ",Subsidiejaar\n", StringComparison.Ordinal)
                    + Rij("SBA-000001", "Feest 2019", "10.00")
                    + ",2018\n"
            ),
            CancellationToken.None
        );

        Assert.Equal(
            (2018, 2018, 2018, "bron"),
            await dorp.Db.QuerySingleAsync<(int, int, int, string)>(
                "select jaar::int, voor_van::int, voor_tot::int, jaar_basis from begrotingspost_nu "
                    + "where bronsleutel = 'SBA-000001'"
            )
        );
        Assert.DoesNotContain(
            "jaar-betekenis",
            await dorp.Http.GetStringAsync("/kaart?jaar=2018&fase=verleend"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task An_amount_of_cents_per_head_is_less_than_a_euro_and_not_nothing()
    {
        Assert.Equal("minder dan € 1", Portal.Web.Opmaak.EuroPerHoofd(0.04m).Replace('\u00A0', ' '));
        Assert.Equal("€ 0", Portal.Web.Opmaak.EuroPerHoofd(0m).Replace('\u00A0', ' '));
        Assert.Equal("€ 2", Portal.Web.Opmaak.EuroPerHoofd(1.6m).Replace('\u00A0', ' '));
        await LaadAsync(Rij("2020/00001", "Feest 2020", "5.00"));
        var deel = (await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2020&fase=verleend")).Replace('\u00A0', ' ');
        Assert.Contains("minder dan € 1 per inwoner", deel, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_delivery_says_of_its_coverage_counts_for_that_version_only()
    {
        Task<ImportRapport> LeverAsync(string dekking, string bedrag) =>
            new BegrotingImport(new Publicatie(dorp.Db, dorp.Archief)).LaadAsync(
                Dorp.Schrijf(
                    dorp,
                    $"dekking-{dekking}.csv",
                    "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag;dekking\n"
                        + $"a;2043;realisatie;Sport en recreatie;L;AA01;direct_adres;x;{bedrag};{dekking}\n"
                ),
                CancellationToken.None
            );
        async Task<string> DekkingAsync() =>
            (await new BegrotingQueries(Lezing.Los(dorp.Db)).AanbodAsync(CancellationToken.None))
                .Profiel(2043, "realisatie", "L", "toekenning")!
                .Dekking;

        await LeverAsync("volledig", "1,00");
        await LeverAsync("onvolledig", "2,00");
        Assert.Equal("onvolledig", await DekkingAsync());
        await new Versiebeheer(dorp.Db, dorp.Archief).NeemTerugAsync("realisatie-2043", CancellationToken.None);
        Assert.Equal("volledig", await DekkingAsync());
        await Assert.ThrowsAsync<Data.ImportFout>(() => LeverAsync("misschien", "3,00"));
    }

    [Fact]
    public async Task Programmes_are_not_compared_where_one_year_knows_fewer_of_them()
    {
        await LaadAsync(
            Rij("2020/00001", "Feest 2020", "10.00"),
            Rij("2020/00002", "Werk 2020", "10.00").Replace(",Sociaal,", ",Algemeen,", StringComparison.Ordinal),
            Rij("2021/00001", "Feest 2021", "20.00")
        );

        var stad = await HtmlAsync("/stad?jaar=2021&fase=verleend");
        Assert.Contains("zegt de bron niet bij welk programma het hoort", stad, StringComparison.Ordinal);
        Assert.DoesNotContain("meer</td>", stad, StringComparison.Ordinal);
        Assert.Contains(
            "Breuk.",
            await HtmlAsync("/stad?jaar=2021&fase=verleend&programma=welzijn-en-zorg"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_year_that_much_more_may_be_for_is_incomplete_and_has_no_figure_per_head()
    {
        await LaadAsync(Rij("2020/00001", "Feest 2021", "10.00"), Rij("2020/00002", "Zonder jaar", "10.00"));

        var html = (await HtmlAsync("/stadsdelen/A-oudzijde?jaar=2021&fase=verleend&jaarsoort=waarvoor")).Replace(
            '\u00A0',
            ' '
        );
        Assert.Contains("Niet meegeteld is, van de hele gemeente, € 10", html, StringComparison.Ordinal);
        Assert.Contains("Van te veel geld weten we niet of het voor 2021 is.", html, StringComparison.Ordinal);
        Assert.DoesNotContain("per inwoner;", html, StringComparison.Ordinal);
    }
}
