using System.Net;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Datasets;
using Portal.Data.Oordelen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>
/// A judgement that is saved at /beheer/oordelen, seen where residents look: pages, downloads, search, and the files of
/// versions that were made before it.
/// </summary>
public sealed class OordelenPaginaTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Adres = "/beheer/oordelen";
    private const string Taxi = "Taxi Xandrovic";
    private const string Steun = "Steun aan Hassnae Bouzid";

    private const string Subsidies =
        "Dossiernummer,Aanvrager,Regelingnaam,Beleidsterrein,Organisatieonderdeel,Projectnaam,Typeperiodiciteit,"
        + "Bedragaangevraagd,Bedragverleend,Publicatiedatumverleningsbesluit,Bedragvastgesteld\n"
        + "2020/00001,Taxi Xandrovic,Regeling,Sociaal,Stadsdeel Oudzijde,Schone taxi,Eenmalig,,10.00,,\n"
        + "2020/00002,Stichting Plein,Regeling,Sociaal,Stadsdeel Oudzijde,Burendag,Eenmalig,,30.00,,\n";

    private const string Vergunningen =
        "id;titel;soort;fase;x;y\nV1;Dakkapel;omgevingsvergunning;verleend;121010;487050\n"
        + $"V2;{Steun};omgevingsvergunning;aanvraag;121020;487050\n";

    private const string Laag = $"id;naam;maker;x;y\nA;Bank;{Steun};121010;487050\nB;Beeld;eigen werk;121020;487050\n";

    /// <summary>
    /// Where each text is looked for: the page, its list, what search finds, and the kept file of version 1.
    /// </summary>
    private static readonly (string Tekst, string Pad)[] Plekken =
    [
        (Taxi, "/begroting/posten?jaar=2020&fase=verleend&zoek=xandrovic"),
        (Taxi, "/begroting/posten.csv?jaar=2020&fase=verleend"),
        (Taxi, "/data/subsidieregister/versies/1/begrotingsposten.csv"),
        (Steun, "/vergunningen?zoek=hassnae"),
        (Steun, "/vergunningen.csv"),
        (Steun, "/data/vergunningen/versies/1/vergunningen.csv"),
        (Steun, "/lagen/meubels.geojson"),
        (Steun, "/data/meubels/versies/1/meubels.csv"),
    ];

    [Fact]
    public async Task What_is_judged_public_is_back_in_pages_search_and_kept_files_and_a_person_leaves_them()
    {
        await LaadAsync("begroting", "subsidies", Subsidies);
        await LaadAsync("vergunningen", "vergunningen", Vergunningen);
        await LaadAsync("lagen", "laag", Laag, ("dataset", "meubels"), ("titel", "Meubels"));
        await NergensAsync();
        var zij = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await zij.WachtAsync(Adres);
        var tekst = Aanlevering.Tekst(zij.Pagina);
        Assert.Matches($@"{Taxi}\s*ontvanger, 1 keer, €.10", tekst);
        Assert.Matches($@"{Steun}\s*omschrijving, 2 keer, in: Meubels; Vergunningen", tekst);
        await zij.WachtAsync($"{Adres}?in=Meubels");
        Assert.DoesNotContain(Taxi, zij.Pagina, StringComparison.Ordinal);

        await zij.PostAsync(
            Adres,
            ("tekst_0", Taxi),
            ("oordeel_0", "openbaar"),
            ("tekst_1", Steun),
            ("oordeel_1", "openbaar")
        );
        await zij.WachtAsync(Adres);
        Assert.Contains("Bewaard: 2 openbaar, 0 van een persoon. 1 bedragen", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains("Er is niets te beoordelen", zij.Pagina, StringComparison.Ordinal);
        foreach (var (wat, pad) in Plekken)
        {
            Assert.Contains(wat, await dorp.Http.GetStringAsync(pad), StringComparison.Ordinal);
        }

        await PersoonAsync(zij, Taxi);
        await PersoonAsync(zij, Steun);
        await NergensAsync();
        Assert.Equal(
            0,
            await dorp.Db.QuerySingleAsync<long>(
                "select count(*) from logboek where wat = 'namen beoordeeld' and details::text ~ 'Xandrovic|Bouzid'"
            )
        );
    }

    [Fact]
    public async Task Who_judged_a_text_of_a_row_to_be_a_person_by_mistake_can_put_it_back()
    {
        await LaadAsync(
            "lagen",
            "laag",
            Laag.Replace(Steun, "onbekend", StringComparison.Ordinal),
            ("dataset", "beelden"),
            ("titel", "Beelden")
        );
        var zij = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        const string bestand = "/data/beelden/versies/1/beelden.csv";
        await zij.WachtAsync(Adres);
        await PersoonAsync(zij, "eigen werk");
        Assert.DoesNotContain("eigen werk", await dorp.Http.GetStringAsync(bestand), StringComparison.Ordinal);
        await zij.PostAsync(Adres, ("tekst_0", "Eigen  werk"), ("oordeel_0", "openbaar"));
        await zij.WachtAsync(Adres);
        Assert.Contains("eigen werk", await dorp.Http.GetStringAsync(bestand), StringComparison.Ordinal);
    }

    private async Task LaadAsync(
        string onderwerp,
        string soort,
        string csv,
        params (string Naam, string Wat)[] keuzes
    ) =>
        await Onderwerpen
            .Van(onderwerp)
            .Imports.Single(i => i.Naam == soort)
            .Laad(
                dorp.Publicatie,
                Dorp.Schrijf(dorp, $"{soort}.csv", csv),
                new Keuzes(keuzes.ToDictionary(k => k.Naam, k => k.Wat)),
                CancellationToken.None
            );

    private static async Task PersoonAsync(Bezoek zij, string tekst)
    {
        Assert.Equal(HttpStatusCode.Found, await zij.PostAsync(Adres, ("tekst_0", tekst), ("oordeel_0", "persoon")));
        await zij.WachtAsync(Adres);
        Assert.Contains("0 openbaar, 1 van een persoon", zij.Pagina, StringComparison.Ordinal);
    }

    private async Task NergensAsync()
    {
        foreach (var (wat, pad) in Plekken)
        {
            var tekst = await dorp.Http.GetStringAsync(pad);
            Assert.DoesNotContain(
                wat.Split(' ')[^1],
                tekst.Replace("zoek=hassnae", "", StringComparison.Ordinal),
                StringComparison.Ordinal
            );
        }
        Assert.Contains(Masker.Titel, await dorp.Http.GetStringAsync("/vergunningen.csv"), StringComparison.Ordinal);
    }
}
