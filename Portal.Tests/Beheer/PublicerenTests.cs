using System.Net;
using System.Text.RegularExpressions;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Portal.Web.Beheer;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>From a file to the site and back, by the pages of staff.</summary>
public sealed class PublicerenTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static (string, string)[] Laag(string code) => [("dataset", code), ("titel", $"Laag {code}")];

    [Fact]
    public async Task A_layer_is_delivered_checked_approved_by_another_and_taken_back()
    {
        var redacteur = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var controle = await redacteur.StuurAsync(
            "laag",
            "bankjes.geojson",
            Aanlevering.Punten("eik", "beuk"),
            Laag("bankjes")
        );
        Assert.StartsWith("/beheer/controle/", controle, StringComparison.Ordinal);
        Assert.Contains("Hiervan staat nog niets online", redacteur.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain(">Publiceren</button>", redacteur.Pagina, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dorp.Http.GetAsync("/lagen/bankjes")).StatusCode);

        await publicist.GetAsync("/beheer");
        Assert.Contains(controle, publicist.Pagina, StringComparison.Ordinal);
        await publicist.GetAsync(controle);
        Assert.Equal(HttpStatusCode.OK, await publicist.PostAsync($"{controle}/publiceren", ("wijziging", " ")));
        Assert.Contains("Schrijf in een of twee zinnen", publicist.Pagina, StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Found,
            await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Nieuwe bankjes."))
        );
        Assert.Contains("beuk", await dorp.Http.GetStringAsync("/lagen/bankjes.csv"), StringComparison.Ordinal);
        Assert.Contains("Nieuwe bankjes.", await dorp.Http.GetStringAsync("/data/bankjes"), StringComparison.Ordinal);

        var tweede = await redacteur.StuurAsync(
            "laag",
            "bankjes2.geojson",
            Aanlevering.Punten("eik", "linde", "wilg"),
            Laag("bankjes")
        );
        Assert.Matches(@"rijen erbij\s*2", Aanlevering.Tekst(redacteur.Pagina));
        Assert.Matches(@"rijen weg\s*1", Aanlevering.Tekst(redacteur.Pagina));
        await publicist.GetAsync(tweede);
        await publicist.PostAsync($"{tweede}/publiceren", ("wijziging", "Meer bankjes."));
        Assert.Contains("wilg", await dorp.Http.GetStringAsync("/lagen/bankjes.csv"), StringComparison.Ordinal);

        await publicist.GetAsync("/beheer/dataset/bankjes");
        await publicist.PostAsync("/beheer/dataset/bankjes/terug", ("versie", "1"), ("reden", "fout"));
        Assert.Contains("intussen een andere versie", publicist.Pagina, StringComparison.Ordinal);
        await publicist.PostAsync("/beheer/dataset/bankjes/terug", ("versie", "2"), ("reden", "verkeerd bestand"));
        Assert.Contains("beuk", await dorp.Http.GetStringAsync("/lagen/bankjes.csv"), StringComparison.Ordinal);

        await publicist.GetAsync("/beheer/dataset/bankjes");
        await publicist.PostAsync("/beheer/dataset/bankjes/intrekken", ("versie", "3"), ("reden", "Dit klopte niet."));
        Assert.Equal(HttpStatusCode.NotFound, (await dorp.Http.GetAsync("/lagen/bankjes")).StatusCode);
        Assert.Contains("Dit klopte niet.", await dorp.Http.GetStringAsync("/data/bankjes"), StringComparison.Ordinal);
        Assert.DoesNotContain(
            "verkeerd bestand",
            await dorp.Http.GetStringAsync("/data/bankjes"),
            StringComparison.Ordinal
        );

        var wat = await dorp.Db.QueryAsync<string>(
            "select wat || coalesce(' ' || versie, '') from logboek where dataset = 'bankjes' order by nummer"
        );
        Assert.Equal(
            [
                "aangeleverd",
                "geladen als concept 1",
                "goedgekeurd en gepubliceerd 1",
                "aangeleverd",
                "geladen als concept 2",
                "goedgekeurd en gepubliceerd 2",
                "teruggehaald 2",
                "ingetrokken 3",
            ],
            wat
        );
    }

    [Fact]
    public async Task A_publicist_does_not_approve_her_own_work_and_a_redacteur_throws_away_only_hers()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var controle = await zij.StuurAsync("laag", "eigen.geojson", Aanlevering.Punten("eik"), Laag("eigen"));
        Assert.Contains("Dit hebt u zelf aangeleverd", zij.Pagina, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await zij.PostAsync($"{controle}/publiceren", ("wijziging", "Toch.")));

        var ander = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        // The same file once more, by another, is the same concept: it stays her own work
        var derde = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await derde.StuurAsync("laag", "eigen.geojson", Aanlevering.Punten("eik"), Laag("eigen"));
        await zij.GetAsync(controle);
        Assert.Equal(HttpStatusCode.Forbidden, await zij.PostAsync($"{controle}/publiceren", ("wijziging", "Toch.")));
        await derde.GetAsync(controle);
        Assert.Equal(HttpStatusCode.Forbidden, await derde.PostAsync($"{controle}/publiceren", ("wijziging", "Toch.")));
        await ander.GetAsync(controle);
        Assert.Equal(HttpStatusCode.Forbidden, await ander.PostAsync($"{controle}/intrekken", ("reden", "weg")));
        await zij.GetAsync(controle);
        Assert.Equal(HttpStatusCode.Found, await zij.PostAsync($"{controle}/intrekken", ("reden", "weg")));
        Assert.Equal(HttpStatusCode.NotFound, await zij.GetAsync(controle));
        Assert.Equal(
            0,
            await dorp.Db.QuerySingleAsync<long>(
                "select count(*) from laagobject where titel = 'eik' and kenmerken is null"
            )
        );
        Assert.Equal(HttpStatusCode.NotFound, (await dorp.Http.GetAsync("/data/eigen")).StatusCode);
    }

    [Fact]
    public async Task Far_fewer_rows_need_a_reason_that_stands_in_the_log()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var eerste = await zij.StuurAsync(
            "laag",
            "krimp.geojson",
            Aanlevering.Punten("a", "b", "c", "d", "e"),
            Laag("krimp")
        );
        await publicist.GetAsync(eerste);
        await publicist.PostAsync($"{eerste}/publiceren", ("wijziging", "Eerste."));

        var geweigerd = await zij.StuurAsync("laag", "krimp2.geojson", Aanlevering.Punten("a", "b"), Laag("krimp"));
        Assert.StartsWith("/beheer/aanlevering/", geweigerd, StringComparison.Ordinal);
        Assert.Contains("meer dan 20 % minder", zij.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("--", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        await zij.PostAsync($"{geweigerd}/opnieuw", ("reden", ""));
        Assert.Contains("Schrijf waarom het klopt", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync($"{geweigerd}/opnieuw", ("reden", "Drie zijn er weg."));
        var controle = await zij.WachtAsync(geweigerd);
        Assert.StartsWith("/beheer/controle/", controle, StringComparison.Ordinal);
        Assert.Contains("Drie zijn er weg.", zij.Pagina, StringComparison.Ordinal);
        Assert.Equal(
            1,
            await dorp.Db.QuerySingleAsync<long>(
                "select count(*) from logboek where wat = 'toch laden' and details ->> 'waarom' = 'Drie zijn er weg.'"
            )
        );
    }

    [Fact]
    public async Task What_was_refused_leaves_the_work_list_by_who_sent_it_or_a_publicist_and_that_is_in_the_log()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var ander = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var eerste = await zij.StuurAsync("laag", "w.geojson", Aanlevering.Punten("a", "b", "c"), Laag("weg"));
        await publicist.GetAsync(eerste);
        await publicist.PostAsync($"{eerste}/publiceren", ("wijziging", "Eerste."));
        var mijn = await zij.StuurAsync("laag", "mijn-fout.geojson", Aanlevering.Punten("a"), Laag("weg"));
        var tweede = await zij.StuurAsync("laag", "nog-een-fout.geojson", "{ geen json", Laag("weg2"));

        await ander.GetAsync("/beheer");
        Assert.Contains("mijn-fout.geojson", ander.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("het laden mislukte", ander.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain($"{mijn}/wegleggen", ander.Pagina, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, await ander.PostAsync($"{mijn}/wegleggen"));

        using var zonderTeken = new HttpRequestMessage(HttpMethod.Post, $"{mijn}/wegleggen");
        Assert.Equal(HttpStatusCode.BadRequest, (await zij.VraagAsync(zonderTeken)).StatusCode);
        await zij.GetAsync("/beheer");
        Assert.Contains($"{mijn}/wegleggen", zij.Pagina, StringComparison.Ordinal);
        Assert.Equal("/beheer", await zij.NaarAsync($"{mijn}/wegleggen"));
        await publicist.GetAsync("/beheer");
        Assert.Equal("/beheer", await publicist.NaarAsync($"{tweede}/wegleggen"));
        Assert.Equal("/beheer", await publicist.NaarAsync($"{tweede}/wegleggen"));

        await zij.GetAsync("/beheer");
        Assert.DoesNotContain("fout.geojson", zij.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("het laden mislukte", zij.Pagina, StringComparison.Ordinal);
        await zij.GetAsync(mijn);
        Assert.Contains("meer dan 20 % minder", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains("van de werklijst gehaald", zij.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("Toch laden", zij.Pagina, StringComparison.Ordinal);
        // What was published was not refused
        var gelukt = await dorp.Db.QuerySingleAsync<int>("select id from aanlevering where bestand = 'w.geojson'");
        Assert.Equal(HttpStatusCode.NotFound, await publicist.PostAsync($"/beheer/aanlevering/{gelukt}/wegleggen"));
        Assert.Equal(
            [$"{zij.Email} mijn-fout.geojson", $"{publicist.Email} nog-een-fout.geojson"],
            await dorp.Db.QueryAsync<string>(
                "select wie || ' ' || (details ->> 'bestand') from logboek where wat = 'van de werklijst gehaald' "
                    + "order by nummer"
            )
        );
    }

    [Fact]
    public async Task Money_shows_which_amounts_change_and_rejected_rows_can_be_fetched()
    {
        const string kop = "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n";
        var rijen = string.Concat(
            Enumerable
                .Range(1, 9)
                .Select(i => $"{i};2061;realisatie;Sport en recreatie;L;AA01;direct_adres;post {i};5,00\n")
        );
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var eerste = await zij.StuurAsync("begroting", "2061.csv", $"{kop}{rijen}");
        await publicist.GetAsync(eerste);
        await publicist.PostAsync($"{eerste}/publiceren", ("wijziging", "Eerste cijfers."));

        var anders = rijen.Replace("post 3;5,00", "post 3;7,50", StringComparison.Ordinal);
        await zij.StuurAsync(
            "begroting",
            "2061b.csv",
            $"{kop}{anders}x;2061;realisatie;Sport en recreatie;L;AA01;direct_adres;fout;geen bedrag\n"
        );
        var tekst = Aanlevering.Tekst(zij.Pagina);
        Assert.Matches(@"rijen veranderd\s*1", tekst);
        Assert.Contains("47,50", tekst, StringComparison.Ordinal);
        Assert.Matches(@"buurt Molenbuurt-Noord\s*2061 realisatie\s*lasten\s*€.45,00\s*€.47,50", tekst);
        Assert.Contains("1 rij gaat niet mee", tekst, StringComparison.Ordinal);
        var csv = Regex.Match(zij.Pagina, "/beheer/aanlevering/[0-9]+/afgewezen").Value;
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync(csv));
        Assert.Contains("bedrag;geen bedrag;", zij.Pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_form_cannot_point_at_a_file_of_the_server()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        await zij.GetAsync("/beheer/nieuw/iv3");
        Assert.DoesNotContain("name=\"definities\"", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains("name=\"bij_definities\" type=\"file\"", zij.Pagina, StringComparison.Ordinal);
        await zij.StuurAsync("iv3", "../../../etc/passwd", "x", ("definities", "/etc/passwd"), ("jaar", "2023"));
        Assert.Equal(
            1,
            await dorp.Db.QuerySingleAsync<long>(
                "select count(*) from aanlevering where bestand = 'passwd' and not keuzes ? 'definities' "
                    + "and status = 'geweigerd'"
            )
        );
        Assert.Equal("bestand", Aanlevermap.Veilig("../.."));
        Assert.Equal("a_b.csv", Aanlevermap.Veilig("c:\\x\\a\nb.csv"));
        Assert.Equal("iv3_2023 (1).csv", Aanlevermap.Veilig("/tmp/iv3_2023 (1).csv"));
    }

    [Fact]
    public async Task What_is_missing_or_cannot_be_is_said_in_one_sentence()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        await zij.StuurAsync("laag", "x.geojson", Aanlevering.Punten("a"), ("dataset", "x"));
        Assert.Contains("Vul het veld ‘titel’ in.", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        await zij.StuurAsync("laag", "x.geojson", "", Laag("x"));
        Assert.Contains("Kies een bestand waar iets in staat.", zij.Pagina, StringComparison.Ordinal);
        await zij.StuurAsync("laag", "x.geojson", Aanlevering.Punten("a"), [.. Laag("x"), ("thema", "verzonnen")]);
        Assert.Contains("kan daar niet", zij.Pagina, StringComparison.Ordinal);
        await zij.StuurAsync("laag", "x.geojson", "{ dit is geen json", Laag("x"));
        Assert.Contains("is niet geladen", zij.Pagina, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await zij.GetAsync("/beheer/nieuw/verzonnen"));

        using var groot = new HttpRequestMessage(HttpMethod.Post, "/beheer/uitloggen")
        {
            Content = new ByteArrayContent(new byte[200_000]),
        };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await zij.VraagAsync(groot)).StatusCode);
        using var zonderLengte = new HttpRequestMessage(HttpMethod.Post, "/beheer/uitloggen")
        {
            Content = new MultipartFormDataContent { { new StringContent("x"), "bestand", "x" } },
            Headers = { TransferEncodingChunked = true },
        };
        Assert.Equal(HttpStatusCode.RequestEntityTooLarge, (await zij.VraagAsync(zonderLengte)).StatusCode);
        Assert.Contains("Dit bestand is te groot", zij.Pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_being_loaded_when_the_server_stopped_is_marked()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var id = await dorp.Db.QuerySingleAsync<int>(
            """
            insert into aanlevering (medewerker_id, soort, bestand, map, keuzes, status)
            select id, 'laag', 'half.csv', md5('half'), '{}', 'bezig' from medewerker where email = @Email returning id
            """,
            new { zij.Email }
        );
        await zij.WachtAsync($"/beheer/aanlevering/{id}");
        Assert.Contains("omdat de server stopte", zij.Pagina, StringComparison.Ordinal);
    }
}
