using System.Net;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Oordelen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Oordelen;

/// <summary>
/// Texts that may name a person are masked everywhere, until somebody has judged them; the judgement counts for old
/// versions and later deliveries too.
/// </summary>
public sealed class OordelenTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Kop =
        "Dossiernummer,Aanvrager,Regelingnaam,Beleidsterrein,Organisatieonderdeel,Projectnaam,Typeperiodiciteit,"
        + "Bedragaangevraagd,Bedragverleend,Publicatiedatumverleningsbesluit,Bedragvastgesteld,Contactpersoon\n";

    private const string Rijen = """
        2020/00001,Jan de Vries,Regeling,Sociaal,Stadsdeel Oudzijde,Feest op straat,Eenmalig,,10.00,,,Piet
        2020/00002,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,Muziekles. Aanvrager: mw. Fatima Yilmaz,Eenmalig,,20.00,,,Piet
        2020/00003,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,Burendag,Eenmalig,,30.00,,,Piet

        """;

    private Task<ImportRapport> LaadAsync(string rijen, string naam) =>
        new SubsidieImport(
            new Publicatie(dorp.Db, dorp.Archief)
            {
                MagVerliezen = true,
                MagKrimpen = true,
                Opnieuw = true,
            }
        ).LaadAsync(Dorp.Schrijf(dorp, naam, Kop + rijen), CancellationToken.None);

    private OordeelImport Import => new(dorp.Db, dorp.Archief);

    private Task<OordeelRapport> OordeelAsync(string csv) =>
        Import.LaadAsync(Dorp.Schrijf(dorp, "oordelen.csv", "tekst;soort;oordeel\n" + csv), CancellationToken.None);

    private Task<(string? Ontvanger, string Soort, string? Project, string Bron)> PostAsync(string dossier) =>
        dorp.Db.QuerySingleAsync<(string?, string, string?, string)>(
            "select ontvanger, ontvanger_soort, project, bron::text from begrotingspost_nu "
                + $"where bronsleutel = '{dossier}'"
        );

    [Fact]
    public async Task No_page_search_or_download_shows_what_may_name_a_person()
    {
        var rapport = await LaadAsync(Rijen, "personen.csv");
        Assert.Contains("kolom (nummer 12)", string.Join('\n', rapport.Meldingen), StringComparison.Ordinal);
        var versie = rapport.Versie;

        foreach (
            var adres in new[]
            {
                "/begroting/posten?jaar=2020&fase=verleend",
                "/begroting/posten.csv?jaar=2020&fase=verleend",
                "/begroting/posten.json?jaar=2020&fase=verleend",
                "/stadsdelen/A-oudzijde?jaar=2020&fase=verleend",
                $"/begroting/post/subsidieregister/{versie}/2020/00001",
                $"/begroting/post/subsidieregister/{versie}/2020/00002",
                $"/begroting/post/subsidieregister/{versie}/2020/00003",
                "/data",
            }
        )
        {
            var tekst = WebUtility.HtmlDecode(await dorp.Http.GetStringAsync(adres));
            Assert.DoesNotContain("Vries", tekst, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Yilmaz", tekst, StringComparison.OrdinalIgnoreCase);
            Assert.DoesNotContain("Piet", tekst, StringComparison.Ordinal);
        }
        Assert.DoesNotContain(
            "00002",
            await dorp.Http.GetStringAsync("/begroting/posten.csv?jaar=2020&fase=verleend&zoek=yilmaz"),
            StringComparison.Ordinal
        );
        Assert.DoesNotContain(
            "00001",
            await dorp.Http.GetStringAsync("/begroting/posten.csv?jaar=2020&fase=verleend&ontvanger=vries"),
            StringComparison.Ordinal
        );
        Assert.Equal("(weggelaten: hierin staat een persoon)", (await PostAsync("2020/00002")).Project);
        Assert.Contains(
            (await PostAsync("2020/00001")).Ontvanger,
            new[] { "(Particulier)", "(naam nog niet beoordeeld)" }
        );
        Assert.Contains(
            "id=\"som\" data-euro=\"60.00\"",
            await dorp.Http.GetStringAsync("/begroting/posten?jaar=2020&fase=verleend"),
            StringComparison.Ordinal
        ); // the money stays
    }

    [Fact]
    public async Task What_staff_judge_counts_in_every_version_and_for_later_deliveries()
    {
        await LaadAsync(Rijen, "een.csv");
        var eerste =
            (await LaadAsync(Rijen.Replace("Burendag", "Buurtfeest", StringComparison.Ordinal), "twee.csv")).Versie - 1;
        var lijst = await Import.LijstAsync(alles: true, CancellationToken.None);
        Assert.Contains(lijst, t => t is { Soort: "ontvanger", Tekst: "Jan de Vries", Bedrag: 10m });
        Assert.DoesNotContain(lijst, t => t.Tekst == "Stichting Plein");

        // A person after all, where the rules saw none; and no person, where they saw one.
        var rapport = await OordeelAsync(
            "Buurtfeest;titel;persoon\nBurendag;titel;persoon\nJan de  vries;ontvanger;openbaar\n"
                + "Burendag;titel;wie weet\n;titel;persoon\nleeg;titel;\n"
        );
        Assert.Equal((1, 2), (rapport.Openbaar, rapport.Persoon));
        Assert.Equal([(5, "oordeel"), (6, "tekst")], rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)));
        Assert.Equal(
            ("Jan de Vries", "organisatie"),
            ((await PostAsync("2020/00001")).Ontvanger, (await PostAsync("2020/00001")).Soort)
        );
        Assert.Equal(Masker.Titel, (await PostAsync("2020/00003")).Project);
        foreach (
            var adres in new[]
            {
                $"/begroting/post/subsidieregister/{eerste}/2020/00003",
                $"/begroting/versies/subsidieregister/{eerste + 1}?met={eerste}",
                "/begroting/posten.csv?jaar=2020&fase=verleend",
            }
        )
        {
            var tekst = await dorp.Http.GetStringAsync(adres);
            Assert.DoesNotContain("Burendag", tekst, StringComparison.Ordinal);
            Assert.DoesNotContain("Buurtfeest", tekst, StringComparison.Ordinal);
        }
        Assert.Equal(
            (2, 0),
            await dorp.Db.QuerySingleAsync<(int, int)>(
                "select count(*)::int, count(tekst)::int from oordeel where oordeel = 'persoon'"
            )
        ); // as a hash only

        await LaadAsync(Rijen.Replace("30.00", "31.00", StringComparison.Ordinal), "drie.csv");
        Assert.Equal(Masker.Titel, (await PostAsync("2020/00003")).Project);
        Assert.Equal("Jan de Vries", (await PostAsync("2020/00001")).Ontvanger);

        await OordeelAsync("Burendag;titel;openbaar\nBuurtfeest;titel;openbaar\nJan de Vries;ontvanger;persoon\n");
        Assert.Equal("Burendag", (await PostAsync("2020/00003")).Project);
        Assert.Equal(
            ("(Particulier)", (string?)null),
            ((await PostAsync("2020/00001")).Ontvanger, (await PostAsync("2020/00001")).Project)
        );
        await dorp.Db.ExecuteAsync("delete from oordeel");
    }

    [Fact]
    public async Task A_key_of_a_delivery_that_holds_a_name_is_refused_and_a_text_is_masked()
    {
        var rapport = await new BegrotingImport(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "vrij.csv",
                """
                id;boekjaar;fase;programma;bl;gebiedscode;toerekening;project_id;categorie;omschrijving;ontvanger_type;ontvanger;bedrag
                a;2041;realisatie;Sport en recreatie;L;AA01;direct_adres;P-1;L3.8;Burendag;organisatie;Stichting Plein;1,00
                b;2041;realisatie;Sport en recreatie;L;AA01;direct_adres;mevrouw Fatima Yilmaz;L3.8;Burendag;organisatie;Stichting Plein;1,00
                mevrouw Fatima Yilmaz;2041;realisatie;Sport en recreatie;L;AA01;direct_adres;P-1;L3.8;Burendag;organisatie;Stichting Plein;1,00
                c;2041;realisatie;Sport en recreatie;L;AA01;direct_adres;P-1;a@b.nl;Burendag;organisatie;Stichting Plein;1,00
                d;2041;realisatie;Sport en recreatie;L;AA01;direct_adres;P-1;L3.8;Muziek door mevrouw Fatima Yilmaz;organisatie;Fatima Yilmaz;1,00

                """
            ),
            CancellationToken.None
        );

        Assert.Equal(
            [(3, "project_id"), (4, "id"), (5, "categorie")],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom))
        );
        Assert.DoesNotContain(rapport.Afwijzingen, a => a.Waarde?.Contains("Yilmaz", StringComparison.Ordinal) == true);
        var html = await dorp.Http.GetStringAsync("/begroting/post/realisatie-2041/1/d");
        Assert.DoesNotContain("Yilmaz", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_its_file_in_the_archive_a_judgement_changes_nothing()
    {
        await LaadAsync(Rijen, "zoek.csv");
        var bestand = await dorp.Db.QuerySingleAsync<string>(
            "select v.sha256 from versie v join dataset d on d.id = v.dataset_id "
                + "where d.code = 'subsidieregister' and v.status = 'gepubliceerd'"
        );
        var pad = Path.Combine(dorp.Archief, bestand + ".csv");
        File.Move(pad, pad + ".weg");
        try
        {
            Assert.Contains(
                "staat niet in het archief",
                (await Assert.ThrowsAsync<ImportFout>(() => OordeelAsync("Burendag;titel;persoon\n"))).Message,
                StringComparison.Ordinal
            );
            Assert.Equal(0, await dorp.Db.QuerySingleAsync<int>("select count(*)::int from oordeel"));
        }
        finally
        {
            File.Move(pad + ".weg", pad);
        }
    }

    [Fact]
    public async Task Columns_without_a_name_or_called_alike_are_not_published()
    {
        await new BegrotingImport(
            new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }
        ).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "kolommen.csv",
                """
                id;boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag;;Opmerking;opmerking;Contact persoon;gebiedstype
                a;2042;realisatie;Sport en recreatie;L;AA01;direct_adres;Burendag;1,00;Fatima Yilmaz;Kees Vis;Kees Vis;Kees Vis;buurt

                """
            ),
            CancellationToken.None
        );

        var html = await dorp.Http.GetStringAsync("/begroting/post/realisatie-2042/1/a");
        Assert.Contains("Burendag", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Yilmaz", html, StringComparison.Ordinal);
        Assert.DoesNotContain("Kees", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_masked_name_is_not_told_by_the_title_a_remark_or_the_place()
    {
        var rapport = await LaadAsync(
            """
            2020/00001,Studio Xandrovic Yblanter,Regeling,Sociaal,,Yblanter in de Kadebuurt,Eenmalig,,10.00,,,Piet
            2020/00002,Stichting Plein,Regeling,mevrouw Fatima Yilmaz,,Burendag,Eenmalig,,20.00,mevrouw Fatima Yilmaz,,Piet
            2020/00003,E.V. Jansen,Regeling,Sociaal,,Burendag,Eenmalig,,20.00,,,Piet
            2020/00004,Taxi Xandrovic,Regeling,Sociaal,,Schone taxi,Eenmalig,,20.00,,,Piet

            """,
            "lek.csv"
        );

        Assert.DoesNotContain("Yilmaz", string.Join('\n', rapport.Meldingen), StringComparison.Ordinal);
        Assert.DoesNotContain("Yilmaz", (await PostAsync("2020/00002")).Bron, StringComparison.Ordinal);
        Assert.Equal(Masker.Onbeoordeeld, (await PostAsync("2020/00003")).Ontvanger);
        var taxi = await PostAsync("2020/00004");
        // An ordinary word tells nobody
        Assert.Equal((Masker.Onbeoordeeld, "Schone taxi"), (taxi.Ontvanger, taxi.Project));
        var (ontvanger, soort, project, bron) = await PostAsync("2020/00001");
        Assert.True(
            soort == "organisatie" || !$"{ontvanger}{project}{bron}".Contains("Yblanter", StringComparison.Ordinal),
            $"{ontvanger}, {project}, {bron}"
        );
    }

    [Fact]
    public async Task Another_or_a_lost_salt_is_noticed_before_anything_is_shown_again()
    {
        await LaadAsync(Rijen, "zout.csv");
        await OordeelAsync("Burendag;titel;persoon\n");
        var pad = Path.Combine(dorp.Archief, "oordeel.zout");
        File.Move(pad, pad + ".weg");
        try
        {
            Assert.Contains(
                "reservekopie",
                (await Assert.ThrowsAsync<ImportFout>(() => LaadAsync(Rijen, "zout2.csv"))).Message,
                StringComparison.Ordinal
            );
            await File.WriteAllBytesAsync(pad, new byte[32]);
            await Assert.ThrowsAsync<ImportFout>(() => LaadAsync(Rijen, "zout2.csv"));
        }
        finally
        {
            File.Move(pad + ".weg", pad, overwrite: true);
        }
        Assert.Equal(Masker.Titel, (await PostAsync("2020/00003")).Project);
        // A person in one place is a person
        await OordeelAsync("Burendag;titel;persoon\nBurendag;ontvanger;openbaar\n");
        Assert.Equal(Masker.Titel, (await PostAsync("2020/00003")).Project);
        await OordeelAsync("Burendag;titel;openbaar\n");
        await dorp.Db.ExecuteAsync("delete from oordeel");
    }
}
