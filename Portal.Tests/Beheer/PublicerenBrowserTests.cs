using System.Text.RegularExpressions;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;
using Portal.Data.Beheer;
using Portal.Data.Lagen;
using Portal.Tests.Gebieden;
using Portal.Tests.Web;
using Portal.Web.Beheer;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>In Chromium, from an invitation to a layer on the site; with how much work that is.</summary>
public sealed class PublicerenBrowserTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_layer_goes_from_a_file_to_the_site_with_twelve_clicks_and_fields_at_most(bool javascript)
    {
        var code = javascript ? "speelplekken" : "zonder-script";
        var bestand = Path.Combine(dorp.Archief, $"{code}.geojson");
        await File.WriteAllTextAsync(bestand, Aanlevering.Punten("Kabouterpad", "Wipkip"));
        await using var eerste = await Chromium.OpenAsync(dorp, javascript: javascript);
        await using var tweede = await Chromium.OpenAsync(dorp, 360, 740, javascript);
        var redacteur = await KomAsync(eerste, Rollen.Redacteur, javascript);
        var publicist = await KomAsync(tweede, Rollen.Publicist, javascript);

        await redacteur.KlikAsync("Gegevens aanleveren");
        await redacteur.Pagina.GetByLabel("Bestand, ten hoogste").SetInputFilesAsync(bestand);
        redacteur.Velden++;
        await redacteur.VulAsync("Titel (verplicht)", javascript ? "Speelplekken" : "Zonder script");
        await redacteur.KlikAsync("Aanleveren");
        await Assertions
            .Expect(redacteur.Pagina.Locator("h1"))
            .ToContainTextAsync(javascript ? "Controle: Speelplekken" : "Controle: Zonder script");
        await Assertions.Expect(redacteur.Pagina.Locator(".tellers")).ToContainTextAsync("klaar om te publiceren");

        await publicist.Pagina.ReloadAsync();
        await publicist.KlikAsync(javascript ? "Speelplekken, versie 1" : "Zonder script, versie 1");
        if (javascript) // axe is one
        {
            await Scherm.ZonderGebrekenAsync(publicist.Pagina, "controle at 360");
        }
        await publicist.VulAsync("Wat er nieuw is", "Voor het eerst: alle speelplekken.");
        await publicist.KlikAsync("Publiceren");
        await Assertions.Expect(publicist.Pagina.Locator("main")).ToContainTextAsync("Versie 1 staat online");
        await publicist.Pagina.GotoAsync($"/lagen/{code}");
        await Assertions.Expect(publicist.Pagina.Locator("main")).ToContainTextAsync("Wipkip");

        // Stands in docs/beheer.md
        Assert.Equal((4, 3), (redacteur.Klikken + publicist.Klikken, redacteur.Velden + publicist.Velden));
    }

    [Fact]
    public async Task Signing_in_works_in_a_browser_with_the_cookies_of_this_host()
    {
        var wie = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await using var profiel = await Chromium.OpenAsync(dorp);
        var zij = new Hand(await profiel.NewPageAsync());
        await zij.Pagina.GotoAsync("/beheer");
        await zij.VulAsync("E-mailadres", wie.Email);
        await zij.VulAsync("Wachtwoord", Bezoek.Wachtwoord);
        await zij.KlikAsync("Verder");
        await Scherm.ZonderGebrekenAsync(zij.Pagina, "code");
        await zij.VulAsync("Code van zes cijfers", await wie.VerseCodeAsync());
        await zij.KlikAsync("Inloggen");
        await Assertions.Expect(zij.Pagina.Locator("h1")).ToHaveTextAsync("Werklijst");
        Assert.All(await profiel.CookiesAsync(), k => Assert.True(k is { Secure: true, HttpOnly: true }));

        await zij.KlikAsync("Uitloggen");
        await Assertions.Expect(zij.Pagina.Locator("h1")).ToHaveTextAsync("Inloggen bij beheer");
        await zij.Pagina.GotoAsync("/beheer/nieuw");
        await Assertions.Expect(zij.Pagina.Locator("h1")).ToHaveTextAsync("Inloggen bij beheer");
    }

    [Fact]
    public async Task The_pages_of_a_publicist_are_clean_on_a_phone_and_at_a_desk()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var controle = await zij.StuurAsync(
            "laag",
            "schoon.geojson",
            Aanlevering.Punten("a"),
            ("dataset", "schoon"),
            ("titel", "Schoon")
        );
        var geweigerd = await zij.StuurAsync("begroting", "fout.csv", "id;boekjaar;fase\n1;2061;x\n");
        var meubels = Path.Combine(dorp.Archief, "meubels.csv");
        await File.WriteAllTextAsync(
            meubels,
            "id;naam;maker;x;y\nA;Bank;Steun aan Hassnae Bouzid;121010;487050\nB;Beeld;eigen werk;121020;487050\n"
        );
        var keuzes = new Dictionary<string, string> { ["dataset"] = "meubels", ["titel"] = "Meubels" };
        await new LaagImport(new(dorp.Db, dorp.Archief)).LaadAsync(meubels, new(keuzes), default);
        var versie = controle.Split('/')[^1];
        await Kijker.LoopAsync(
            dorp,
            Rollen.Publicist,
            ["/beheer", "/beheer/nieuw", "/beheer/nieuw/gebieden", controle, geweigerd, "/beheer/dataset/meubels"],
            [
                $"/beheer/beschrijven/{versie}",
                $"/beheer/bekijken/{versie}",
                "/beheer/rijen/meubels",
                "/beheer/rij/meubels?id=A",
                "/beheer/namen",
                "/beheer/woorden",
                "/beheer/woord/gebied-AA01",
                "/beheer/bronnen",
                "/beheer/oordelen",
            ]
        );
    }

    /// <summary>By the link of an invitation, with what stands on the page.</summary>
    private async Task<Hand> KomAsync(IBrowserContext profiel, string rol, bool javascript)
    {
        var geheim = await dorp
            .Services.GetRequiredService<Uitnodigingen>()
            .MaakAsync($"{rol}-{Guid.NewGuid():N}@gemeente.example", rol, default);
        var zij = new Hand(await profiel.NewPageAsync());
        await zij.Pagina.GotoAsync($"/beheer/uitnodiging/{geheim}");
        if (javascript)
        {
            await Scherm.ZonderGebrekenAsync(zij.Pagina, "uitnodiging");
        }
        await zij.VulAsync("Uw naam", $"Kim {rol}");
        await zij.VulAsync("Wachtwoord", Bezoek.Wachtwoord);
        var sleutel = await zij.Pagina.Locator(".sleutel").InnerTextAsync();
        await zij.VulAsync("De code die de app nu toont", Totp.Code(sleutel, Totp.Stap(DateTimeOffset.UtcNow)));
        await zij.KlikAsync("Toegang maken");
        await Assertions.Expect(zij.Pagina.Locator(".herstelcodes li")).ToHaveCountAsync(10);
        await zij.KlikAsync("Ik heb ze bewaard");
        (zij.Klikken, zij.Velden) = (0, 0); // done once
        return zij;
    }

    /// <summary>Counts what she does.</summary>
    private sealed class Hand(IPage pagina)
    {
        public IPage Pagina => pagina;
        public int Klikken { get; set; }
        public int Velden { get; set; }

        public async Task VulAsync(string label, string tekst)
        {
            Velden++;
            await pagina.GetByLabel(new Regex($"^{Regex.Escape(label)}")).FillAsync(tekst);
        }

        public async Task KlikAsync(string naam)
        {
            Klikken++;
            var doel = pagina
                .GetByRole(AriaRole.Button, new() { Name = naam, Exact = true })
                .Or(pagina.GetByRole(AriaRole.Link, new() { Name = naam, Exact = true }));
            await doel.ClickAsync();
        }
    }
}
