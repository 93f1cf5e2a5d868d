using System.Net;
using Microsoft.Playwright;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Initiatieven;
using Portal.Data.Lagen;
using Portal.Data.Registers;
using Portal.Data.Zoeken;
using Portal.Tests.Gebieden;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Zoeken;

/// <summary>
/// The card of an address or an area: where it is, the money, what one can still object to, the plans.
/// </summary>
public sealed class PlekkaartTests(ZoekFixture dorp) : IClassFixture<ZoekFixture>
{
    private const string Plek = "52.3703,4.8916";

    private async Task VulAsync()
    {
        dorp.Nep.Dag = "goed";
        await new BegrotingImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "geld.csv",
                "boekjaar;fase;programma;bl;gebiedscode;toerekening;omschrijving;bedrag\n"
                    + "2024;realisatie;Welzijn en zorg;L;AB;direct_gebied;Wijk;680,00\n"
                    + "2024;realisatie;Welzijn en zorg;L;AA02;direct_gebied;Buurt;400,00\n"
            ),
            CancellationToken.None
        );
        await new LaagImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, "straten.csv", "id;naam;wkt\n1;Zilverlaan;LINESTRING(121255 487060, 121265 487060)\n"),
            new Keuzes(new Dictionary<string, string> { ["dataset"] = StraatQueries.Laag, ["titel"] = "Straten" }),
            CancellationToken.None
        );
        await LaadAsync(
            BekendmakingOnderwerp.Register,
            "id;titel;soort;fase;publicatiedatum;reactie_tot;x;y\n"
                + "1;Kap van een eik, Kadelaan;kap;verleend;2026-01-05;2099-01-31;121260;487060\n"
                + "2;Dakkapel, Kadelaan;bouw;verleend;2020-01-05;2020-02-16;121260;487060\n"
                + "3;Terras, Slotenweg;terras;verleend;2026-01-05;2099-03-01;121590;487050\n"
                + "4;Kap van een wilg, Vlietsingel 12, 1234 AB;kap;verleend;2020-01-05;2020-02-16;121350;487050\n"
        );
        await LaadAsync(
            InitiatiefOnderwerp.Register,
            "id;titel;status;jaar;x;y\np;Bank aan de kade;gekozen;2024;121255;487055\n"
        );
    }

    private Task<Portal.Data.Datasets.ImportRapport> LaadAsync(Register register, string inhoud, bool erbij = false) =>
        RegisterImport.LaadAsync(
            dorp.Publicatie,
            register,
            Dorp.Schrijf(dorp, $"{register.Code}.csv", inhoud),
            new(register.Code, register.Titel, register.Code, "Doel", "Gemeente", "Bron", "CC0"),
            erbij,
            CancellationToken.None
        );

    [Fact]
    public async Task An_address_has_its_buurt_the_nearest_known_money_and_only_what_is_still_open_close_by()
    {
        await VulAsync();

        foreach (var adres in new[] { $"/kaart/plek?bij={Plek}", $"/kaart?bij={Plek}" })
        {
            var pagina = WebUtility.HtmlDecode(await dorp.Http.GetStringAsync(adres));
            var kaart = pagina[pagina.IndexOf("id=\"plekkaart\"", StringComparison.Ordinal)..];
            kaart = kaart[..kaart.IndexOf("Een vraag hierover?", StringComparison.Ordinal)];
            Assert.Contains(">Kadebuurt</a>", kaart, StringComparison.Ordinal);
            Assert.Contains(
                "Van de buurt zelf is geen bedrag bekend. Dit is van wijk Havenwijk.",
                kaart,
                StringComparison.Ordinal
            );
            Assert.Contains("€ 2,00</strong> per inwoner", kaart.Replace('\u00A0', ' '), StringComparison.Ordinal); // 680 / 340
            Assert.Contains("Kap van een eik", kaart, StringComparison.Ordinal);
            Assert.Contains("Reageren kan tot en met 31 januari 2099", kaart, StringComparison.Ordinal);
            Assert.DoesNotContain("Dakkapel", kaart, StringComparison.Ordinal);
            Assert.DoesNotContain("Terras", kaart, StringComparison.Ordinal);
            Assert.Contains("Bank aan de kade", kaart, StringComparison.Ordinal);
        }
        var buurt = await dorp.Http.GetStringAsync("/kaart/plek?gebied=AA02");
        Assert.Contains(
            "<strong>€ 2,00</strong>",
            WebUtility.HtmlDecode(buurt).Replace('\u00A0', ' '),
            StringComparison.Ordinal
        );
        Assert.Contains("We kennen nu niets waarop u hier nog kunt reageren.", buurt, StringComparison.Ordinal);
        Assert.Contains("Terras", await dorp.Http.GetStringAsync("/kaart/plek?gebied=BA"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_newest_announcement_is_old_card_list_and_home_say_so_until_a_new_one_comes()
    {
        await VulAsync();
        string[] adressen = ["/kaart/plek?gebied=AA02", "/bekendmakingen", "/"];
        foreach (var adres in adressen)
        {
            var pagina = WebUtility.HtmlDecode(await dorp.Http.GetStringAsync(adres));
            Assert.Contains("de nieuwste die we kennen is van 5 januari 2026.", pagina, StringComparison.Ordinal);
        }
        await LaadAsync(
            BekendmakingOnderwerp.Register,
            $"id;titel;soort;fase;publicatiedatum\n5;Kap van een den, Kadelaan;kap;verleend;{DateTime.Today.AddDays(-9):yyyy-MM-dd}\n",
            erbij: true
        );
        foreach (var adres in adressen)
        {
            var pagina = await dorp.Http.GetStringAsync(adres);
            Assert.DoesNotContain("de nieuwste die we kennen", pagina, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("Vlietsingel 3", "Vlietsingel", "AB02-pakhuisbuurt")]
    [InlineData("vliet singl", "Vlietsingel", "AB02-pakhuisbuurt")]
    [InlineData("1234ab", "1234 AB", "AB02-pakhuisbuurt")]
    [InlineData("zilverlan 9", "Zilverlaan", "AB01-kadebuurt")] // only the layer of streets knows it
    public async Task When_the_list_of_addresses_is_away_streets_of_our_own_data_answer(
        string getypt,
        string naam,
        string buurt
    )
    {
        await VulAsync();
        dorp.Nep.Dag = "kapot";
        try
        {
            var pagina = WebUtility.HtmlDecode(
                await dorp.Http.GetStringAsync($"/zoek?q={Uri.EscapeDataString(getypt)}")
            );
            Assert.Matches($"href=\"/buurten/{buurt}#plek=[^\"]+\">{naam}</a>", pagina);
            Assert.Contains("Zoeken op adres kan nu niet", pagina, StringComparison.Ordinal);
            Assert.Contains("Niet elke straat hoeft erin te staan", pagina, StringComparison.Ordinal);
            var suggesties = await dorp.Http.GetStringAsync($"/zoek/suggesties?q={Uri.EscapeDataString(getypt)}");
            Assert.Contains($"\"naam\":\"{naam}\"", suggesties, StringComparison.Ordinal);
        }
        finally
        {
            dorp.Nep.Dag = "goed";
            dorp.Tijd.Zet(dorp.Tijd.GetUtcNow().AddMinutes(5)); // the next test finds it whole again
        }
    }

    [Theory]
    [InlineData("/kaart/plek", 400)]
    [InlineData("/kaart/plek?bij=hier", 400)]
    [InlineData("/kaart?bij=hier", 400)]
    [InlineData("/kaart/plek?gebied=ZZ99", 404)]
    [InlineData("/kaart/plek?bij=51.5,5.5", 404)]
    public async Task What_is_no_place_here_is_said(string adres, int status)
    {
        await VulAsync();

        using var antwoord = await dorp.Http.GetAsync(new Uri(adres, UriKind.Relative));

        Assert.Equal(status, (int)antwoord.StatusCode);
    }

    [Fact]
    public async Task From_the_box_on_the_map_an_address_leads_to_its_card_and_to_the_last_day_to_object()
    {
        await VulAsync();
        var lijst = await dorp.Http.GetStringAsync("/zoek?q=Kadelaan+1&naar=kaart");
        Assert.Contains("href=\"/kaart?bij=52.3703,4.8916\"", lijst, StringComparison.Ordinal); // without JavaScript too
        Assert.Contains("name=\"naar\" value=\"kaart\"", lijst, StringComparison.Ordinal);

        await using var profiel = await Chromium.OpenAsync(dorp, 360, 740);
        var pagina = await profiel.NewPageAsync();
        await pagina.GotoAsync("/kaart");
        await Scherm.KaartKlaarAsync(pagina);
        await pagina.Locator("#zoek").PressSequentiallyAsync("Kadelaan 1");
        await pagina.Locator("[role=option]").First.ClickAsync();
        await pagina.WaitForURLAsync("**/kaart?bij=**");
        await Scherm.KaartKlaarAsync(pagina);

        Assert.Equal(1, await pagina.Locator("path.plek").CountAsync());
        Assert.Equal(1, await Scherm.GebiedenAsync(pagina, "gekozen"));
        await Scherm.ZonderGebrekenAsync(pagina, "/kaart?bij");
        await pagina
            .Locator("#plekkaart")
            .GetByRole(AriaRole.Link, new() { Name = "Kap van een eik, Kadelaan" })
            .ClickAsync();
        await Assertions.Expect(pagina.Locator("#termijn")).ToContainTextAsync("31 januari 2099");

        // An area chosen on the map has its card too
        await pagina.GotoAsync("/kaart?niveau=buurt");
        await Scherm.KaartKlaarAsync(pagina);
        await pagina.Locator("#gekozen select").SelectOptionAsync("AB01");
        await Assertions
            .Expect(pagina.Locator("#plekkaart"))
            .ToContainTextAsync("Reageren kan tot en met 31 januari 2099");
    }
}
