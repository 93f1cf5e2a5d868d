using Dapper;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

public sealed class SubsidieImportTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop =
        "Id,Dossiernummer,Aanvrager,Regelingnaam,Beleidsterrein,Organisatieonderdeel,Projectnaam,"
        + "Typeperiodiciteit,Bedragaangevraagd,Bedragverleend,Publicatiedatumverleningsbesluit,Bedragvastgesteld\n";

    private Task<ImportRapport> LaadAsync(string inhoud, string naam = "subsidies.csv") =>
        new SubsidieImport(new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }).LaadAsync(
            Dorp.Schrijf(dorp, naam, inhoud),
            CancellationToken.None
        );

    private Task<(
        int Jaar,
        string Toerekening,
        string? Gebied,
        string? Herkend,
        string? Project,
        string? Ontvanger,
        decimal? Bedrag
    )> PostAsync(string dossier) =>
        dorp.Db.QuerySingleAsync<(int, string, string?, string?, string?, string?, decimal?)>(
            "select jaar::int, toerekening, gebied_code, herkend, project, ontvanger, bedrag "
                + $"from begrotingspost_nu where bronsleutel = '{dossier}'"
        );

    [Fact]
    public async Task A_row_goes_to_its_stadsdeel_to_the_area_that_it_names_or_to_the_city()
    {
        var rapport = await LaadAsync(
            Kop
                + """
                1,2020/00001,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,Feest op straat,Eenmalig,,100.00,,
                2,2020/00002,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,Feest in de Kadebuurt,Eenmalig,,200.00,,
                3,2020/00003,Stichting Plein,Regeling,Sociaal,Stadsdeel Nieuwzijde,Feest in de Kadebuurt,Eenmalig,,300.00,,
                4,2020/00004,Stichting Plein,Regeling,Cultuur,Cultuurzaken,Feest in de Kadebuurt,Eenmalig,,400.00,,
                5,2020/00005,Vrienden van de Pakhuisbuurt,Regeling,Algemeen,Stadsdeel Oudzijde,Feest,Eenmalig,500.0,,,
                6,2020/00006,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,"Molenbuurt, de straat",Eenmalig,,600.00,,
                7,2020/00007,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,Molenbuurt en Kadebuurt,Eenmalig,,700.00,,
                8,2020/00008,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,Feest in de Kadebuurt,Eenmalig,,1000000.01,,
                9,2020/00009,Vrienden van de Pakhuisbuurt,Regeling,Cultuur,,Feest,Eenmalig,,900.00,,
                10,2020/00010,Stichting Plein,Regeling,Cultuur,,Buurtteam Nieuwzijde 2020,Eenmalig,,2000000.00,,
                11,2020/00011,Stichting Plein,Regeling,Sociaal,Stadsdeeloverstijgend,Maatjes,Eenmalig,,1100.00,,
                12,2020/00012,Zorg Buurtteam Nieuwzijde B.V.,Regeling,Sociaal,Stadsdeeloverstijgend,Actualisatie,Eenmalig,,1200.00,,
                13,2020/00013,Stichting Buurtteam Nieuwzijde,Regeling,Sociaal,Zorg,Stedelijk jaarplan,Eenmalig,,1300.00,,
                14,2020/00014,Stichting Theater Nieuwzijde,Regeling,Cultuur,Cultuurzaken,Voorstelling,Eenmalig,,1400.00,,

                """
        );

        Assert.Empty(rapport.Afwijzingen);
        Assert.Equal(("direct_gebied", "A"), Plaats(await PostAsync("2020/00001")));
        Assert.Equal(("afgeleid", "AB01"), Plaats(await PostAsync("2020/00002")));
        // The Kadebuurt lies in another stadsdeel
        Assert.Equal(("direct_gebied", "B"), Plaats(await PostAsync("2020/00003")));
        // Of the whole city, and there is one Kadebuurt
        Assert.Equal(("afgeleid", "AB01"), Plaats(await PostAsync("2020/00004")));
        Assert.Equal(("afgeleid", "AB02"), Plaats(await PostAsync("2020/00005")));
        // Molenbuurt-Noord and -Zuid are one wijk
        Assert.Equal(("afgeleid", "AA"), Plaats(await PostAsync("2020/00006")));
        Assert.Equal(("direct_gebied", "A"), Plaats(await PostAsync("2020/00007"))); // two wijken
        Assert.Equal(("afgeleid", "AB01"), Plaats(await PostAsync("2020/00008")));
        // What an organisation is called says nothing of its plan
        Assert.Equal(("onbekend", null), Plaats(await PostAsync("2020/00009")));
        Assert.Equal(("afgeleid", "B"), Plaats(await PostAsync("2020/00010")));
        // Of more than one stadsdeel is not of the whole city; a team works where it is called after, or says otherwise
        Assert.Equal(("stadsdelen", null), Plaats(await PostAsync("2020/00011")));
        Assert.Equal(("afgeleid", "B"), Plaats(await PostAsync("2020/00012")));
        Assert.Equal(("stadsbreed", null), Plaats(await PostAsync("2020/00013")));
        Assert.Equal(("stadsbreed", null), Plaats(await PostAsync("2020/00014")));
        Assert.Null((await PostAsync("2020/00005")).Bedrag);
        Assert.Contains("Zonder programma blijven de beleidsterreinen: Algemeen.", rapport.Meldingen);
    }

    [Fact]
    public async Task Rows_of_nothing_and_applications_that_stand_there_twice_are_counted_aloud()
    {
        await LaadAsync(
            Kop
                + """
                1,2038/00001,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,Feest,Eenmalig,700.0,0.0,,
                2,2038/00002,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,Les,Eenmalig,900.0,300.0,,
                3,2038/00003,Stichting Plein,Regeling,Sociaal,Stadsdeeloverstijgend,Les (Duplicaat aanvraag),Eenmalig,900.0,50.0,,

                """
        );

        var lijst = await HtmlAsync("/begroting/posten?jaar=2038&fase=verleend");
        Assert.Contains("Daarvan is er 1 van € 0. Die telt wel mee in het aantal.", lijst, StringComparison.Ordinal);
        Assert.Contains(
            "Bij 1 bedragen, samen € 50,00, zegt de bron dat het een duplicaat is",
            lijst,
            StringComparison.Ordinal
        );

        Assert.Contains(
            "noemt de bron 1 aanvragen een duplicaat van een andere aanvraag. Wat daarin is gevraagd (€ 900)",
            await HtmlAsync("/begroting/brug?jaar=2038&fase=aangevraagd"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "een duplicaat van een andere aanvraag. Wat",
            await HtmlAsync("/begroting/brug?jaar=2038&fase=verleend"),
            StringComparison.Ordinal
        );
        var post = await HtmlAsync(
            "/begroting/post/subsidieregister/1/2038/00003".Replace(
                "/1/",
                $"/{await VersieAsync()}/",
                StringComparison.Ordinal
            )
        );
        Assert.Contains("De bron noemt dit een duplicaat", post, StringComparison.Ordinal);
        Assert.Contains("Voor meer dan één stadsdeel", post, StringComparison.Ordinal);
    }

    private async Task<string> HtmlAsync(string adres) =>
        System.Net.WebUtility.HtmlDecode(await dorp.Http.GetStringAsync(adres)).Replace('\u00A0', ' ');

    private Task<int> VersieAsync() =>
        dorp.Db.QuerySingleAsync<int>("select max(versie) from begrotingspost_nu where bronsleutel = '2038/00003'");

    [Fact]
    public async Task Older_headers_are_the_same_register()
    {
        var rapport = await LaadAsync(
            """
            TABLE_NAME,DOSSIERNUMMER,AANVRAGER,REGELINGNAAM,BELEIDSTERREIN,ORGANISATIEONDERDEEL,PROJECT_NAAM,TYPE_PERIODICITEIT,BEDRAG_AANGEVRAAGD,BEDRAG_VERLEEND,BEDRAG_VASTGESTELD,SUBSIDIEJAAR
            ----------,-------------,---------,------------,--------------,--------------------,------------,------------------,------------------,---------------,------------------,------------
            SB_MI_SUBSIDIEREGISTER,SBA-000082,(Particulier),Nadere regels,Cultuur,stadsdeel Oudzijde,filmactiviteit,Eenmalig,10000.00,.00,10000.00,2016

            """
        );

        Assert.Equal((1, 1), (rapport.Gelezen, rapport.Geladen));
        Assert.Equal((2016, "direct_gebied", "A", null, null, "(Particulier)", 0.00m), await PostAsync("SBA-000082"));
    }

    [Fact]
    public async Task Bad_rows_are_rejected_with_row_column_and_reason_and_the_rest_is_loaded()
    {
        var rapport = await LaadAsync(
            Kop
                + """
                1,2020/00001,Plein,R,Sociaal,,Goed,Eenmalig,,"€ 1.234,56",,
                2,2020/00002,Plein,R,Sociaal,,Fout bedrag,Eenmalig,,twaalf,,
                3,2020/00003,Plein,R,Sociaal,Stadsdeel Nergens,Fout stadsdeel,Eenmalig,,1.00,,
                4,2020/00001,Plein,R,Sociaal,,Dubbel,Eenmalig,,1.00,,
                5,SBA-1,Plein,R,Sociaal,,Zonder jaar,Eenmalig,,1.00,,
                6,2020/00006,Plein,R,Sociaal,,Te weinig velden

                """
        );

        Assert.Equal((6, 1), (rapport.Gelezen, rapport.Geladen));
        Assert.Equal(
            [(3, "Bedragverleend"), (4, "Organisatieonderdeel"), (5, "Dossiernummer"), (6, "Dossiernummer"), (7, "")],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom))
        );
        Assert.Equal(1234.56m, (await PostAsync("2020/00001")).Bedrag);
    }

    [Fact]
    public async Task Persons_are_kept_out()
    {
        await LaadAsync(
            Kop
                + """
                1,2021/00001,Particulier,R,Sociaal,Stadsdeel Oudzijde,Verjaardag van Piet in de Kadebuurt,Eenmalig,,10.00,,
                2,2021/00002,J.P. de Vries,R,Sociaal,,Boek,Eenmalig,,10.00,,
                3,2021/00003,Stichting Plein,R,Sociaal,,Bel 06-12345678,Eenmalig,,10.00,,

                """
        );

        Assert.Equal(
            (2021, "afgeleid", "AB01", "kadebuurt", null, "(Particulier)", 10m),
            await PostAsync("2021/00001")
        );
        Assert.Equal("(Particulier)", (await PostAsync("2021/00002")).Ontvanger);
        Assert.Equal("(weggelaten: hierin staat een persoon)", (await PostAsync("2021/00003")).Project);
    }

    [Fact]
    public async Task Broken_letters_are_repaired()
    {
        await LaadAsync(Kop + "1,2022/00001,Stichting CafÃ©,R,Sociaal,,Soos,Eenmalig,,10.00,,\n");

        Assert.Equal("Stichting Café", (await PostAsync("2022/00001")).Ontvanger);
    }

    [Fact]
    public async Task A_missing_column_or_only_bad_rows_change_nothing()
    {
        await LaadAsync(Kop + "1,2023/00001,Plein,R,Sociaal,,Blijft staan,Eenmalig,,10.00,,\n");

        var kolom = await Assert.ThrowsAsync<ImportFout>(() =>
            LaadAsync("Dossiernummer,Aanvrager\n2023/00001,x\n", "zonder.csv")
        );
        Assert.Contains("Regelingnaam", kolom.Message, StringComparison.Ordinal);
        await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync(Kop + "1,2023/00009,Plein,R,Sociaal,,x,Eenmalig,,niks,,\n", "fout.csv")
        );
        Assert.Equal("Blijft staan", (await PostAsync("2023/00001")).Project);
    }

    private static (string, string?) Plaats(
        (
            int Jaar,
            string Toerekening,
            string? Gebied,
            string? Herkend,
            string? Project,
            string? Ontvanger,
            decimal? Bedrag
        ) post
    ) => (post.Toerekening, post.Gebied);
}
