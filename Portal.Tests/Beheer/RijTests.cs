using System.Net;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>Rows one by one, words of pages, names of areas: each a version that another approves.</summary>
public sealed class RijTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Vergunningen =
        "id;titel;soort;fase;adres;besloten_op;x;y\n"
        + "V1;Dakkapel;omgevingsvergunning;verleend;Molenweg 1;2026-03-01;121010;487050\n"
        + "V2;Kap van een boom;omgevingsvergunning;aanvraag;;;121020;487050\n";

    private static (string, string)[] V2(params (string, string)[] anders) =>
        [
            .. new[]
            {
                ("titel", "Kap van een boom"),
                ("k_soort", "omgevingsvergunning"),
                ("k_fase", "aanvraag"),
                ("k_zaaknummer", "V2"),
                ("gebiedscode", "AA01"),
                ("x", "121020"),
                ("y", "487050"),
            }.Where(v => anders.All(a => a.Item1 != v.Item1)),
            .. anders,
        ];

    [Fact]
    public async Task A_row_is_changed_in_a_form_of_its_columns_and_the_second_of_two_sees_the_difference()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var ander = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await PubliceerAsync(publicist, await zij.StuurAsync("vergunningen", "v.csv", Vergunningen));

        await zij.GetAsync("/beheer/rijen/vergunningen?zoek=boom");
        Assert.Contains("/beheer/rij/vergunningen?id=V2", zij.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("Dakkapel", zij.Pagina, StringComparison.Ordinal);
        const string adres = "/beheer/rij/vergunningen?id=V2";
        await zij.GetAsync(adres);
        await ander.GetAsync(adres);
        Assert.Contains("name=\"k_besloten_op\" type=\"date\"", zij.Pagina, StringComparison.Ordinal);
        Assert.Matches("<option value=\"verleend\"", zij.Pagina);
        var (van, vanAnder) = (zij.Verborgen("stempel"), ander.Verborgen("stempel"));
        await zij.PostAsync(adres, V2(("stempel", van)));
        Assert.Contains("Er is niets veranderd.", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync(adres, V2(("stempel", van), ("k_fase", "verleend"), ("k_besloten_op", "2026-10-05")));
        var controle = await zij.WachtAsync(await LaatsteAsync());
        Assert.StartsWith("/beheer/controle/", controle, StringComparison.Ordinal);
        Assert.Matches(@"V2\s*fase\s*aanvraag\s*verleend", Aanlevering.Tekst(zij.Pagina));
        Assert.Matches(@"rijen veranderd\s*1", Aanlevering.Tekst(zij.Pagina));
        Assert.Matches(@"rijen weg\s*0", Aanlevering.Tekst(zij.Pagina));
        Assert.Matches(@"buurt Molenbuurt-Noord\s*0\s*1\s*0", Aanlevering.Tekst(zij.Pagina));

        await ander.PostAsync(adres, V2(("stempel", vanAnder), ("titel", "Kap van twee bomen")));
        Assert.Contains("wijzigde deze rij ook, en dat wacht", ander.Pagina, StringComparison.Ordinal);
        await PubliceerAsync(publicist, controle);
        Assert.Contains(
            "V2,Kap van een boom",
            await dorp.Http.GetStringAsync("/vergunningen.csv"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "verleend",
            await dorp.Http.GetStringAsync("/vergunningen/vergunningen/V2"),
            StringComparison.Ordinal
        );

        await ander.GetAsync("/beheer");
        await ander.PostAsync(adres, V2(("stempel", vanAnder), ("titel", "Kap van twee bomen")));
        var tekst = Aanlevering.Tekst(ander.Pagina);
        Assert.Contains("Iemand anders wijzigde deze rij, nadat u hem opende", tekst, StringComparison.Ordinal);
        Assert.Matches(@"Titel\s*Kap van een boom\s*Kap van twee bomen", tekst);
        await ander.PostAsync(
            adres,
            V2(("stempel", ander.Verborgen("stempel")), ("titel", "Kap van twee bomen"), ("k_fase", "onzin"))
        );
        await ander.WachtAsync(await LaatsteAsync());
        Assert.Contains("verwacht aanvraag", Aanlevering.Tekst(ander.Pagina), StringComparison.Ordinal);

        await publicist.GetAsync("/beheer/dataset/vergunningen");
        await publicist.PostAsync("/beheer/dataset/vergunningen/terug", ("versie", "2"), ("reden", "te vroeg"));
        Assert.Contains("aanvraag", await dorp.Http.GetStringAsync("/vergunningen.csv"), StringComparison.Ordinal);
        Assert.Contains("Dakkapel", await dorp.Http.GetStringAsync("/vergunningen.csv"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_keeps_its_columns_when_one_row_comes_by_the_form()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        const string bomen = "id;naam;hoogte;gemeten\nA;Eik;10;ja\nB;Beuk;12,5;nee\n";
        await PubliceerAsync(
            publicist,
            await zij.StuurAsync(
                "laag",
                "b.csv",
                bomen
                    .Replace(";ja", ";ja;121010;487050", StringComparison.Ordinal)
                    .Replace(";nee", ";nee;121011;487050", StringComparison.Ordinal)
                    .Replace("gemeten", "gemeten;x;y", StringComparison.Ordinal),
                ("dataset", "bomenlaag"),
                ("titel", "Bomen")
            )
        );
        await zij.GetAsync("/beheer/rij/bomenlaag");
        await zij.PostAsync("/beheer/rij/bomenlaag", ("nieuw", "A"), ("titel", "Iep"));
        Assert.Contains("Er is al een rij met het kenmerk", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync(
            "/beheer/rij/bomenlaag",
            ("nieuw", "C"),
            ("titel", "Iep"),
            ("k_hoogte", "7"),
            ("x", "121012"),
            ("y", "487050")
        );
        await PubliceerAsync(publicist, await zij.WachtAsync(await LaatsteAsync()));

        var csv = await dorp.Http.GetStringAsync("/lagen/bomenlaag.csv");
        Assert.Matches("A,Eik,[^\n]*,10(.0)?,(ja|true|t),", csv);
        Assert.Matches("B,Beuk,[^\n]*,12.5,(nee|false|f),", csv);
        Assert.Matches("C,Iep,[^\n]*,7,,", csv);
    }

    [Fact]
    public async Task A_row_is_taken_away_with_a_reason_and_other_words_need_no_file_and_both_are_approved_and_undone()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await PubliceerAsync(
            publicist,
            await zij.StuurAsync(
                "laag",
                "p.geojson",
                Aanlevering.Punten("Pomp", "Put"),
                ("dataset", "water"),
                ("titel", "Water")
            )
        );
        const string rij = "/beheer/rij/water?id=Put";
        await zij.GetAsync(rij);
        var stempel = zij.Verborgen("stempel");
        await zij.PostAsync(rij, ("weg", "ja"), ("stempel", stempel), ("reden", " "));
        Assert.Contains("Schrijf waarom deze rij weg kan", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync(rij, ("weg", "ja"), ("stempel", "een andere"), ("reden", "gedempt"));
        Assert.Contains("Iemand anders wijzigde deze rij", zij.Pagina, StringComparison.Ordinal);
        var controle = await zij.NaarAsync(rij, ("weg", "ja"), ("stempel", stempel), ("reden", "gedempt"));
        await zij.GetAsync(controle);
        Assert.Matches(@"rijen weg\s*1", Aanlevering.Tekst(zij.Pagina));
        Assert.Contains("Put", await dorp.Http.GetStringAsync("/lagen/water.csv"), StringComparison.Ordinal);
        await PubliceerAsync(publicist, controle);
        Assert.DoesNotContain("Put", await dorp.Http.GetStringAsync("/lagen/water.csv"), StringComparison.Ordinal);
        await publicist.PostAsync("/beheer/dataset/water/terug", ("versie", "2"), ("reden", "toch niet"));
        Assert.Contains("Put", await dorp.Http.GetStringAsync("/lagen/water.csv"), StringComparison.Ordinal);

        await publicist.GetAsync("/beheer/dataset/water");
        var beschrijven = await publicist.NaarAsync("/beheer/dataset/water/beschrijven");
        await publicist.GetAsync(beschrijven);
        string[] velden = ["doel", "eigenaar", "bron", "licentie", "palet"];
        await publicist.PostAsync(
            beschrijven,
            [.. velden.Select(v => (v, publicist.Verborgen(v))), ("titel", "Water in de buurt")]
        );
        var nummer = beschrijven.Split('/')[^1];
        await publicist.GetAsync($"/beheer/controle/{nummer}");
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await publicist.PostAsync($"/beheer/controle/{nummer}/publiceren", ("wijziging", "x"))
        );
        Assert.DoesNotContain("Water in de buurt", await dorp.Http.GetStringAsync("/data"), StringComparison.Ordinal);
        await PubliceerAsync(await Bezoek.VanAsync(dorp, Rollen.Publicist), $"/beheer/controle/{nummer}");
        Assert.Contains("Water in de buurt", await dorp.Http.GetStringAsync("/lagen/water"), StringComparison.Ordinal);
        Assert.Contains("Put", await dorp.Http.GetStringAsync("/lagen/water.csv"), StringComparison.Ordinal);
        await publicist.GetAsync("/beheer/dataset/water");
        await publicist.PostAsync("/beheer/dataset/water/terug", ("versie", "4"), ("reden", "te lang"));
        Assert.DoesNotContain(
            "Water in de buurt",
            await dorp.Http.GetStringAsync("/lagen/water"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Words_of_an_area_are_written_looked_at_published_by_another_and_brought_back()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        const string adres = "/beheer/woord/gebied-AA01";
        const string eng =
            "Hier staat een **molen**.\n\n<script>alert(1)</script> [klik](javascript:alert(1)) "
            + "![x](https://elders.example/x.png) [goed](https://www.dorp.example/)";
        await zij.GetAsync("/beheer/woorden");
        Assert.Contains(adres, zij.Pagina, StringComparison.Ordinal);
        await zij.GetAsync(adres);
        await zij.PostAsync($"{adres}/bekijken", ("tekst", eng));
        Assert.Contains("<strong>molen</strong>", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync($"{adres}/bewaren", ("tekst", "Mail jan@dorp.example"));
        Assert.Contains("Haal gegevens van personen weg", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync($"{adres}/bewaren", ("tekst", eng));
        Assert.DoesNotContain(
            "Hier staat een",
            await dorp.Http.GetStringAsync("/buurten/AA01-molenbuurt-noord"),
            StringComparison.Ordinal
        );

        await publicist.GetAsync(adres);
        await publicist.PostAsync($"{adres}/publiceren", ("id", publicist.Verborgen("id")));
        var pagina = await dorp.Http.GetStringAsync("/buurten/AA01-molenbuurt-noord");
        Assert.Contains("<strong>molen</strong>", pagina, StringComparison.Ordinal);
        Assert.Contains("href=\"https://www.dorp.example/\"", pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>alert", pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("javascript:", pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("elders.example", pagina, StringComparison.Ordinal);

        await publicist.PostAsync($"{adres}/bewaren", ("tekst", ""));
        await publicist.GetAsync(adres);
        Assert.Contains("Dit schreef u zelf", publicist.Pagina, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Forbidden,
            await publicist.PostAsync($"{adres}/publiceren", ("id", publicist.Verborgen("id")))
        );
        var eerste = await dorp.Db.QuerySingleAsync<long>("select min(id) from paginatekst where plek = 'gebied-AA01'");
        await zij.GetAsync($"{adres}?van={eerste}");
        Assert.Contains("Hier staat een **molen**", zij.Pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_name_of_an_area_comes_and_goes_as_a_delivery_of_the_whole_list()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await zij.GetAsync("/beheer/namen");
        await zij.PostAsync("/beheer/namen/erbij", ("naam", "Het Puntje"));
        Assert.Contains("Vul het gebied in", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync("/beheer/namen/erbij", ("naam", "Het \"Puntje\""), ("gebied", "AA01"));
        await PubliceerAsync(publicist, await zij.WachtAsync(await LaatsteAsync()));
        await zij.GetAsync("/beheer/namen");
        Assert.Contains("Het &quot;Puntje&quot;", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains("Molenbuurt-Noord", zij.Pagina, StringComparison.Ordinal);
    }

    private async Task<string> LaatsteAsync() =>
        $"/beheer/aanlevering/{await dorp.Db.QuerySingleAsync<int>("select max(id) from aanlevering")}";

    private static async Task PubliceerAsync(Bezoek publicist, string controle)
    {
        Assert.StartsWith("/beheer/controle/", controle, StringComparison.Ordinal);
        await publicist.GetAsync(controle);
        Assert.Equal(
            HttpStatusCode.Found,
            await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Bijgewerkt."))
        );
    }
}
