using System.Net;
using System.Text;
using Microsoft.Playwright;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Portal.Tests.Web;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>The form of a file, and what the check says of how it was read.</summary>
public sealed class AanleverenTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task The_check_says_how_a_file_was_read_and_shows_its_columns_with_examples_but_no_person()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        await zij.StuurAsync(
            "laag",
            "banken.csv",
            "id;naam;prijs;gezet;beheer;x;y\nA;Zitbank;12,50;2020-01-31;Hassnae Bouzid;121010;487050\n"
                + "B;Hangmat;7,25;2021-02-28;team groen;121020;487050\n",
            ("titel", "Zitten in de buurt")
        );
        var tekst = Aanlevering.Tekst(zij.Pagina);
        var lijst = zij.Pagina[zij.Pagina.IndexOf("/beheer/aanlevering/", StringComparison.Ordinal)..].Split('"')[0];
        Assert.EndsWith("/gevonden", lijst, StringComparison.Ordinal);
        await zij.GetAsync(lijst);
        Assert.Contains("naam van een persoon;beheer;2;H", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains("opmerking;;;Kolommen op de site:", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains("Letters zijn UTF-8.", tekst, StringComparison.Ordinal);
        Assert.Contains("Kolommen zijn gescheiden door een puntkomma.", tekst, StringComparison.Ordinal);
        Assert.Contains("Decimalen staan achter een komma.", tekst, StringComparison.Ordinal);
        Assert.Contains("Rijksdriehoek", tekst, StringComparison.Ordinal);
        Assert.Matches(@"prijs\s*getal\s*2\s*12,50; 7,25", tekst);
        Assert.Matches(@"gezet\s*datum\s*2\s*2020-01-31; 2021-02-28", tekst);
        Assert.Matches(@"beheer\s*tekst\s*2\s*H•••••", tekst);
        Assert.DoesNotContain("Bouzid", tekst, StringComparison.Ordinal);

        await zij.StuurAsync("laag", "punten.geojson", Aanlevering.Punten("een"), ("titel", "Punten"));
        Assert.Contains("Een GeoJSON", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_layer_is_called_by_its_title_and_never_takes_the_place_of_another_by_it()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        await zij.StuurAsync("laag", "a.geojson", Aanlevering.Punten("een"), ("titel", "Één mooie Laag (2026)!"));
        Assert.Equal(
            1,
            await dorp.Db.QuerySingleAsync<int>("select count(*)::int from dataset where code = 'een-mooie-laag-2026'")
        );

        await zij.StuurAsync("laag", "b.geojson", Aanlevering.Punten("twee"), ("titel", "Een mooie laag 2026"));
        Assert.Contains(
            "Er is al een dataset ‘een-mooie-laag-2026’",
            Aanlevering.Tekst(zij.Pagina),
            StringComparison.Ordinal
        );
    }

    [Fact]
    public async Task Why_rows_were_refused_is_counted_per_reason_and_the_form_remembers_what_was_filled_in()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var rijen = string.Concat(Enumerable.Range(1, 8).Select(i => $"{i};paal {i};elders;{i}\n"));
        await zij.StuurAsync(
            "laag",
            "palen.csv",
            $"id;naam;x;y\n{rijen}9;paal 9;121010;487050\n",
            ("titel", "Palen langs de weg")
        );
        Assert.Matches(@"dit zijn geen coördinaten\s*x\s*8", Aanlevering.Tekst(zij.Pagina));
        var eerder = await dorp.Db.QuerySingleAsync<int>("select id from aanlevering where bestand = 'palen.csv'");
        await zij.GetAsync($"/beheer/nieuw/laag?vorige={eerder}");
        Assert.Contains("value=\"Palen langs de weg\"", zij.Pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_no_table_is_told_so()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        await zij.StuurAsync("laag", "brief.md", "# Een brief\nGeen tabel.\n", ("titel", "Brief"));
        Assert.Contains("brief.md lijkt geen tabel", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_link_for_a_new_version_opens_the_form_with_what_was_filled_in_before()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var controle = await zij.StuurAsync("laag", "v.geojson", Aanlevering.Punten("een"), ("titel", "Vlaggen"));
        await publicist.GetAsync(controle);
        await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Vlaggen."));
        await zij.GetAsync("/beheer/dataset/vlaggen");
        Assert.Contains("href=\"/beheer/nieuw/laag?dataset=vlaggen\"", zij.Pagina, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync("/beheer/nieuw/laag?dataset=vlaggen"));
        Assert.Contains("value=\"Vlaggen\"", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains("value=\"vlaggen\"", zij.Pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_file_on_its_way_shows_how_far_it_is_and_can_be_stopped_and_a_fault_keeps_what_was_filled_in()
    {
        var bestand = Path.Combine(dorp.Archief, "onderweg.geojson");
        await File.WriteAllTextAsync(bestand, Aanlevering.Punten("een"), Encoding.UTF8);
        var wie = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        await using var profiel = await Chromium.OpenAsync(dorp, 360, 740);
        await Aanlevering.ConceptAsync(dorp, "bestaat", 1);
        var pagina = await Kijker.OpenAsync(dorp, profiel, wie);
        var door = new TaskCompletionSource();
        await pagina.RouteAsync(
            "**/beheer/nieuw",
            async weg =>
            {
                if (weg.Request.Method == "POST" && !door.Task.IsCompleted)
                {
                    await door.Task;
                    await weg.AbortAsync(); // it was stopped: let on, it would reach the site now and then
                    return;
                }
                await weg.ContinueAsync();
            }
        );
        await pagina.GotoAsync("/beheer/nieuw");
        await Assertions.Expect(pagina.Locator("[data-mislukt]")).ToBeHiddenAsync();
        await pagina.GetByLabel("Bestand, ten hoogste").SetInputFilesAsync(bestand);
        await pagina.GetByLabel("Titel (verplicht)").FillAsync("Onderweg");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Aanleveren", Exact = true }).ClickAsync();
        await Assertions.Expect(pagina.Locator("[data-mislukt]")).ToBeHiddenAsync();
        await Assertions.Expect(pagina.GetByRole(AriaRole.Progressbar)).ToBeVisibleAsync();
        await Assertions.Expect(pagina.GetByRole(AriaRole.Status)).ToContainTextAsync("verstuurd");
        await Scherm.ZonderGebrekenAsync(pagina, "onderweg at 360");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Stop met versturen" }).ClickAsync();
        await Assertions
            .Expect(pagina.GetByRole(AriaRole.Alert))
            .ToHaveTextAsync("U bent gestopt. Er is niets bewaard.");
        door.SetResult();

        await pagina.GetByLabel("Titel (verplicht)").FillAsync("Bestaat");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Aanleveren", Exact = true }).ClickAsync();
        await Assertions.Expect(pagina.GetByRole(AriaRole.Alert)).ToContainTextAsync("Er is al een dataset ‘bestaat’");
        await pagina.GetByLabel("Titel (verplicht)").FillAsync("Onderweg");
        await pagina.GetByRole(AriaRole.Button, new() { Name = "Aanleveren", Exact = true }).ClickAsync();
        await Assertions.Expect(pagina.Locator("h1")).ToContainTextAsync("Controle: Onderweg");
    }
}
