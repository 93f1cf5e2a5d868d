using System.Net;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Portal.Web.Beheer;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>The same file once more: its areas are others now, or its words are to be others.</summary>
public sealed class OpnieuwLezenTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n";

    [Fact]
    public async Task A_concept_under_which_the_areas_changed_is_read_again_by_a_button()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var controle = await zij.StuurAsync(
            "laag",
            "hekken.geojson",
            Aanlevering.Punten("hek 1"),
            ("dataset", "hekken"),
            ("titel", "Hekken")
        );
        await dorp.Db.ExecuteAsync(
            """
            update versie set geladen_op = '2000-01-01' where status = 'concept';
            update versie v set gepubliceerd_op = now() from dataset d
            where d.id = v.dataset_id and d.onderwerp = 'gebieden' and v.status = 'gepubliceerd';
            update dataset set voorbeeld = false where onderwerp = 'gebieden'
            """
        );
        await publicist.GetAsync(controle);
        await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Hekken."));
        var tekst = Aanlevering.Tekst(publicist.Pagina);
        Assert.Contains("Kies ‘Lees het bestand opnieuw’.", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("portal ", tekst, StringComparison.Ordinal);

        // The file itself is gone from the folder of uploads by now, for nothing was found in it
        var opnieuw = await publicist.WachtAsync(await publicist.NaarAsync($"{controle}/opnieuw"));
        Assert.NotEqual(controle, opnieuw);
        Assert.Equal(
            HttpStatusCode.Found,
            await publicist.PostAsync($"{opnieuw}/publiceren", ("wijziging", "Hekken."))
        );
        Assert.Contains("hek 1", await dorp.Http.GetStringAsync("/lagen/hekken.csv"), StringComparison.Ordinal);
        Assert.Equal(
            1,
            await dorp.Db.QuerySingleAsync<int>(
                "select count(*)::int from logboek where wat = 'opnieuw gelezen' and dataset = 'hekken'"
            )
        );
    }

    [Fact]
    public async Task Money_is_described_again_without_a_file_by_another_and_undone()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var rijen = Enumerable
            .Range(1, 10)
            .Select(i =>
                $"{i};2062;realisatie;Sport en recreatie;L;AA01;direct_adres;{(i == 1 ? "bel 06-12345678" : "veld")};5,00\n"
            );
        var eerste = await zij.StuurAsync("begroting", "2062.csv", Kop + string.Concat(rijen));
        await PubliceerAsync(
            publicist,
            await zij.WachtAsync(await zij.NaarAsync($"{eerste}/besluiten", ("keus_0", "masker")))
        );
        var code = await dorp.Db.QuerySingleAsync<string>(
            "select distinct d.code from dataset d join versie v on v.dataset_id = d.id where v.bestand = '2062.csv'"
        );

        await zij.GetAsync($"/beheer/dataset/{code}");
        Assert.Contains(
            "Er is geen versie ervoor.",
            Aanlevering.Tekst((await KijkAsync(publicist, code)).Pagina),
            StringComparison.Ordinal
        );
        var controle = await zij.WachtAsync(await zij.NaarAsync($"/beheer/dataset/{code}/beschrijven"));
        Assert.StartsWith("/beheer/controle/", controle, StringComparison.Ordinal);
        Assert.Matches(@"rijen veranderd\s*0", Aanlevering.Tekst(zij.Pagina));
        Assert.DoesNotContain("oplossen", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal); // as decided before
        var beschrijven = controle.Replace("controle", "beschrijven", StringComparison.Ordinal);
        await zij.GetAsync(beschrijven);
        await zij.NaarAsync(
            beschrijven,
            ("titel", "Wat het veld kostte"),
            ("doel", "Zien wat het kostte."),
            ("eigenaar", "Gemeente"),
            ("bron", "De boekhouding"),
            ("licentie", "CC0 1.0"),
            ("contact", "Team Financiën"),
            ("peildatum", "2026-01-31")
        );
        Assert.DoesNotContain(
            "Wat het veld kostte",
            await dorp.Http.GetStringAsync($"/data/{code}"),
            StringComparison.Ordinal
        );
        await PubliceerAsync(publicist, controle);

        var pagina = await dorp.Http.GetStringAsync($"/data/{code}");
        Assert.Contains("Wat het veld kostte", pagina, StringComparison.Ordinal);
        Assert.Contains("De boekhouding", pagina, StringComparison.Ordinal);
        Assert.Contains("Team Financi", pagina, StringComparison.Ordinal);
        Assert.Equal(
            10,
            await dorp.Db.QuerySingleAsync<int>(
                """
                select count(*)::int from begrotingspost b join versie v on v.id = b.versie_id
                where v.bestand = '2062.csv' and v.status = 'gepubliceerd' and v.nummer = 3
                """
            )
        );
        await publicist.GetAsync($"/beheer/dataset/{code}");
        await publicist.PostAsync($"/beheer/dataset/{code}/terug", ("versie", "3"), ("reden", "toch niet"));
        Assert.DoesNotContain(
            "Wat het veld kostte",
            await dorp.Http.GetStringAsync($"/data/{code}"),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task A_file_that_is_online_already_can_be_read_again_by_who_says_so()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var velden = new[] { ("dataset", "palen"), ("titel", "Palen") };
        await PubliceerAsync(publicist, await zij.StuurAsync("laag", "p.geojson", Aanlevering.Punten("paal"), velden));

        var eind = await zij.StuurAsync("laag", "p.geojson", Aanlevering.Punten("paal"), velden);
        Assert.Contains("staat al klaar of online", zij.Pagina, StringComparison.Ordinal);
        var controle = await zij.WachtAsync(await zij.NaarAsync($"{eind}/opnieuw"));
        Assert.StartsWith("/beheer/controle/", controle, StringComparison.Ordinal);
        Assert.Contains("versie 2", zij.Pagina, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "Er zijn nog geen echte gebieden geladen. Laad eerst gebieden: portal import gebieden BESTAND --indeling JAAR.",
        "Er zijn nog geen echte gebieden geladen. Lever eerst gebieden aan: kies bij Gegevens aanleveren ‘Buurten, "
            + "wijken en stadsdelen’."
    )]
    [InlineData(
        "Van 'x' is al een latere versie. Laad het bestand opnieuw, of trek het concept in met: portal intrekken x "
            + "--versie 2.",
        "Van 'x' is al een latere versie. Laad het bestand opnieuw, of gooi dit concept weg."
    )]
    [InlineData(
        "Dan lijkt alles veranderd. Beter: --sleutel KOLOM.",
        "Dan lijkt alles veranderd. Beter: vul bij het veld ‘sleutel’ de kolom in die elk ding uniek maakt."
    )]
    [InlineData(
        "a.csv zegt het niet. Geef --jaar 2024 en --fase begroting of realisatie mee.",
        "a.csv zegt het niet. Vul bij het veld ‘jaar’ in: 2024 en ‘fase’ begroting of realisatie."
    )]
    [InlineData("Geef het mee met --jaar.", "Vul het veld ‘jaar’ in.")]
    [InlineData(
        "Twee lagen. Kies er een met --laag NAAM. Niets.",
        "Twee lagen. Vul die in bij het veld ‘laag’. Niets."
    )]
    public void Sentences_of_the_command_line_speak_of_pages_and_fields(string opdracht, string pagina) =>
        Assert.Equal(pagina, Webzin.Van(opdracht));

    private static async Task<Bezoek> KijkAsync(Bezoek wie, string code)
    {
        await wie.GetAsync($"/beheer/dataset/{code}");
        return wie;
    }

    private static async Task PubliceerAsync(Bezoek publicist, string controle)
    {
        await publicist.GetAsync(controle);
        Assert.Equal(
            HttpStatusCode.Found,
            await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Bijgewerkt."))
        );
    }
}
