using System.Net;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>What points at persons stops a publication until somebody decided of each kind in each column.</summary>
public sealed class BevindingTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop = "id;naam;soort;toelichting;postcode;huisnummer;x;y\n";

    // 111222333 passes the test of eleven; the name and the address are invented
    private static readonly string Rijen = string.Concat(
        Enumerable
            .Range(1, 12)
            .Select(i =>
                $"{i};Speelplek {i};{(i % 2 == 0 ? "wip" : "glijbaan")};"
                + $"{(i == 3 ? "bel 06-12345678" : i == 4 ? "BSN 111222333" : "fijne plek")};1234 "
                + $"AB;{i};{121010 + i};487050\n"
            )
    );

    [Fact]
    public async Task Nothing_goes_public_before_each_finding_is_decided_and_the_decision_is_kept()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var eerste = await zij.StuurAsync("laag", "v.csv", Kop + Rijen, ("dataset", "vondst"), ("titel", "Bevinding"));
        var tekst = Aanlevering.Tekst(zij.Pagina);
        Assert.Contains("3 dingen oplossen", tekst, StringComparison.Ordinal);
        Assert.Contains("Lijkt een telefoonnummer, kolom toelichting: 1 rij", tekst, StringComparison.Ordinal);
        Assert.Contains("Lijkt een burgerservicenummer, kolom toelichting: 1 rij", tekst, StringComparison.Ordinal);
        Assert.Contains(
            "Lijkt een adres met een naam erbij, kolom huisnummer: 12 rijen",
            tekst,
            StringComparison.Ordinal
        );
        Assert.DoesNotContain("12345678", zij.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("111222333", zij.Pagina, StringComparison.Ordinal);

        await publicist.GetAsync(eerste);
        Assert.DoesNotContain(">Publiceren</button>", publicist.Pagina, StringComparison.Ordinal);
        await publicist.PostAsync($"{eerste}/publiceren", ("wijziging", "Toch."));
        Assert.Contains("Los eerst de punten op", publicist.Pagina, StringComparison.Ordinal);
        var csv = publicist
            .Pagina[publicist.Pagina.IndexOf("/beheer/aanlevering/", StringComparison.Ordinal)..]
            .Split('"')[0];
        Assert.Equal(HttpStatusCode.OK, await publicist.GetAsync(csv));
        Assert.Contains("telefoonnummer;toelichting;4;b•• 0•••••;nog niet", publicist.Pagina, StringComparison.Ordinal);

        // In the order of the page: the address is of no person, the number is masked, the row of the BSN goes
        (string, string)[] keuzes = [("keus_0", "toch"), ("keus_1", "masker"), ("keus_2", "rij")];
        await zij.GetAsync(eerste);
        await zij.PostAsync($"{eerste}/besluiten", [.. keuzes.Take(1)]);
        Assert.Contains("Kies bij elk punt", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync($"{eerste}/besluiten", keuzes);
        Assert.Contains("Schrijf waarom het niet over een persoon gaat", zij.Pagina, StringComparison.Ordinal);
        var plek = keuzes.Single(k => k.Item2 == "toch").Item1.Replace("keus", "reden", StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Found,
            await zij.PostAsync($"{eerste}/besluiten", [.. keuzes, (plek, "Het zijn speelplekken.")])
        );
        var aanlevering = await dorp.Db.QuerySingleAsync<int>("select max(id) from aanlevering where soort = 'laag'");
        var tweede = await zij.WachtAsync($"/beheer/aanlevering/{aanlevering}");
        Assert.NotEqual(eerste, tweede);
        Assert.DoesNotContain("dingen oplossen", zij.Pagina, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, await zij.GetAsync(eerste));

        await publicist.GetAsync(tweede);
        Assert.Equal(HttpStatusCode.Found, await publicist.PostAsync($"{tweede}/publiceren", ("wijziging", "Nieuw.")));
        var uit = await dorp.Http.GetStringAsync("/lagen/vondst.csv");
        Assert.Contains("huisnummer", uit, StringComparison.Ordinal);
        Assert.DoesNotContain("12345678", uit, StringComparison.Ordinal);
        Assert.DoesNotContain("111222333", uit, StringComparison.Ordinal);
        Assert.DoesNotContain("Speelplek 4", uit, StringComparison.Ordinal); // its row was left out
        Assert.Contains("Speelplek 3", uit, StringComparison.Ordinal);
        Assert.Equal(
            "Het zijn speelplekken.",
            await dorp.Db.QuerySingleAsync<string>(
                "select details #>> '{adres met een naam erbij|huisnummer,reden}' from logboek "
                    + "where wat = 'controle beslist' order by nummer desc limit 1"
            )
        );
    }

    [Fact]
    public async Task Delivered_twice_the_same_file_has_the_same_findings_to_decide()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        const string csv = "id;naam;x;y\nA;Bank van Hassnae Bouzid;121010;487050\n";
        var eerste = await zij.StuurAsync("laag", "twee.csv", csv, ("dataset", "tweemaal"), ("titel", "Tweemaal"));
        var tweede = await zij.StuurAsync("laag", "twee.csv", csv, ("dataset", "tweemaal"), ("titel", "Tweemaal"));
        Assert.Equal(eerste, tweede);
        Assert.Contains("Eén ding oplossen.", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);

        await publicist.GetAsync(tweede);
        await publicist.PostAsync($"{tweede}/publiceren", ("wijziging", "Banken."));
        Assert.Contains(
            "Los eerst de punten op die nog openstaan.",
            Aanlevering.Tekst(publicist.Pagina),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Of_money_a_text_goes_and_the_amount_stays_or_the_row_goes_with_it()
    {
        const string kop = "id;boekjaar;fase;programma;bl;gebiedscode;toerekening;project_id;omschrijving;bedrag\n";
        var rijen = string.Concat(
            Enumerable
                .Range(1, 12)
                .Select(i =>
                    $"{i};2071;realisatie;Sport en recreatie;L;AA01;direct_adres;{(i == 2 ? "06-12345678" : $"P{i}")};"
                    + $"{(i == 1 ? "bel 06-12345678" : $"post {i}")};5,00\n"
                )
        );
        var (zij, publicist) = (
            await Bezoek.VanAsync(dorp, Rollen.Redacteur),
            await Bezoek.VanAsync(dorp, Rollen.Publicist)
        );
        await zij.StuurAsync("begroting", "geld.csv", kop + rijen);
        Assert.Contains("2 dingen oplossen", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        Assert.Contains("de bedragen blijven", zij.Pagina, StringComparison.Ordinal);
        await BeslisAsync(zij, publicist, ("keus_0", "masker"), ("keus_1", "rij"));
        var csv = await dorp.Http.GetStringAsync("/begroting/posten.csv?jaar=2071&fase=realisatie");
        Assert.DoesNotContain("12345678", csv, StringComparison.Ordinal);
        Assert.Contains("(weggelaten: hierin staat een persoon)", csv, StringComparison.Ordinal);
        Assert.Equal(
            "11 55.00",
            await dorp.Db.QuerySingleAsync<string>(
                "select count(*) || ' ' || sum(bedrag) from begrotingspost_nu where jaar = 2071"
            )
        );
        // A judgement reads the delivery again: what was decided then still stands
        await new Portal.Data.Oordelen.OordeelImport(dorp.Db, dorp.Archief).LaadAsync(
            Dorp.Schrijf(dorp, "o.csv", "tekst;oordeel\npost 3;persoon\n"),
            default
        );
        Assert.Equal(
            "realisatie, 2 weg",
            await dorp.Db.QuerySingleAsync<string>(
                "select fase || ', ' || count(*) || ' weg' from begrotingspost_nu "
                    + "where jaar = 2071 and omschrijving like '(weggelaten%' group by fase"
            )
        );

        const string register =
            "Dossiernummer,Aanvrager,Regelingnaam,Beleidsterrein,Organisatieonderdeel,Projectnaam,"
            + "Typeperiodiciteit,Bedragaangevraagd,Bedragverleend,Publicatiedatumverleningsbesluit,"
            + "Bedragvastgesteld\n"
            + "2070/1,Stichting Plein,R,Sociaal,Stadsdeel Oudzijde,Steun aan Hassnae Bouzid,Eenmalig,,10.00,,\n"
            + "2070/2,Jan de Vries,R,Sociaal,Stadsdeel Oudzijde,Feest,Eenmalig,,20.00,,\n"
            + "2070/3,(Particulier),R,Sociaal,Stadsdeel Oudzijde,Feest,Eenmalig,,40.00,,\n";
        await zij.StuurAsync("subsidies", "s.csv", register + Veel());
        var tekst = Aanlevering.Tekst(zij.Pagina);
        Assert.Contains("Lijkt een naam van een persoon, kolom Aanvrager: 1 rij", tekst, StringComparison.Ordinal);
        Assert.Contains("Lijkt een naam van een persoon, kolom Projectnaam: 1 rij", tekst, StringComparison.Ordinal);
        Assert.DoesNotContain("Bouzid", zij.Pagina, StringComparison.Ordinal);
        await BeslisAsync(zij, publicist, ("keus_0", "masker"), ("keus_1", "rij"));
        Assert.Equal(
            "2070/1 10.00, 2070/3 40.00",
            await dorp.Db.QuerySingleAsync<string>(
                "select string_agg(bronsleutel || ' ' || bedrag, ', ' order by bronsleutel) "
                    + "from begrotingspost_nu where jaar = 2070 and bronsleutel < '2070/4'"
            )
        );
    }

    private static string Veel() =>
        string.Concat(
            Enumerable
                .Range(4, 9)
                .Select(i => $"2070/4{i},Stichting Plein,R,Sociaal,Stadsdeel Oudzijde,Burendag,Eenmalig,,1.00,,\n")
        );

    private async Task BeslisAsync(Bezoek zij, Bezoek publicist, params (string, string)[] keuzes)
    {
        var id = await dorp.Db.QuerySingleAsync<int>("select max(id) from aanlevering");
        await zij.PostAsync((await zij.WachtAsync($"/beheer/aanlevering/{id}")) + "/besluiten", keuzes);
        var controle = await zij.WachtAsync($"/beheer/aanlevering/{id}");
        await publicist.GetAsync(controle);
        Assert.Equal(
            HttpStatusCode.Found,
            await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Bijgewerkt."))
        );
    }

    [Fact]
    public async Task What_was_refused_leaves_no_file_and_what_can_be_tried_again_waits()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        await zij.StuurAsync("laag", "stuk.geojson", "{ dit is geen json", ("dataset", "stuk"), ("titel", "Stuk"));
        var map = await dorp.Db.QuerySingleAsync<string>("select map from aanlevering where bestand = 'stuk.geojson'");
        var plek = Path.Combine(dorp.Archief, "aanlevering", map);
        for (var i = 0; i < 50 && File.Exists(Path.Combine(plek, "stuk.geojson")); i++)
        {
            await Task.Delay(100);
        }
        Assert.False(File.Exists(Path.Combine(plek, "stuk.geojson")));
    }
}
