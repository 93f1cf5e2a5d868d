using System.Net;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using Portal.Data.Beheer;
using Portal.Data.Lagen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>A concept is described and looked at, by staff alone.</summary>
public sealed class BeschrijvenTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static readonly string[] Bomen =
    [
        .. Enumerable.Range(1, 10).Select(i => $"{{\"naam\":\"Geheimplek {i}\",\"hoogte\":{i * 10},\"mensen\":{i}}}"),
    ];

    private static (string, string)[] Velden(params (string, string)[] anders) =>
        [
            .. new[]
            {
                ("titel", "Bomen van het dorp"),
                ("doel", "Zien hoe hoog de bomen zijn."),
                ("eigenaar", "Gemeente"),
                ("bron", "Team Groen"),
                ("licentie", "CC0 1.0"),
            }.Where(v => anders.All(a => a.Item1 != v.Item1)),
            .. anders,
        ];

    [Fact]
    public async Task What_is_said_stands_on_the_site_and_is_remembered_for_the_next_version()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var concept = await StuurAsync(zij, "bomen", Bomen);
        await zij.GetAsync($"/beheer/beschrijven/{concept}");
        Assert.Contains("hoogte", zij.Pagina, StringComparison.Ordinal);
        await zij.PostAsync($"/beheer/beschrijven/{concept}", Velden(("titel", "")));
        Assert.Contains("Vul in: de titel.", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        await zij.PostAsync($"/beheer/beschrijven/{concept}", Velden(("contact", "jan@gemeente.example")));
        Assert.Contains("schrijf een functie of een afdeling", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        await zij.PostAsync(
            $"/beheer/beschrijven/{concept}",
            Velden(("legenda", "hoogte"), ("methode", "zelf"), ("palet", "vuur"), ("grenzen", "50; 20"))
        );
        Assert.Contains("van laag naar hoog", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        var status = await zij.PostAsync(
            $"/beheer/beschrijven/{concept}",
            Velden(
                ("thema", "groen"),
                ("peildatum", "2026-10-31"),
                ("contact", "Team Groen"),
                ("kop_hoogte", "Hoogte"),
                ("eenheid_hoogte", "meter"),
                ("uitleg_hoogte", "Gemeten vanaf de grond."),
                ("drempel_mensen", "4"),
                ("legenda", "hoogte"),
                ("methode", "zelf"),
                ("palet", "vuur"),
                ("grenzen", "25; 75")
            )
        );
        Assert.Equal(HttpStatusCode.Found, status);
        await PubliceerAsync(publicist, concept);

        var lijst = await dorp.Http.GetStringAsync("/lagen/bomen");
        Assert.Contains("Bomen van het dorp", lijst, StringComparison.Ordinal);
        Assert.Contains("Hoogte (meter): 100", Aanlevering.Tekst(lijst), StringComparison.Ordinal);
        Assert.Contains("25 tot 75", Aanlevering.Tekst(lijst), StringComparison.Ordinal);
        Assert.Contains("#6b1d1d", lijst, StringComparison.Ordinal);
        Assert.Contains("Team Groen", await dorp.Http.GetStringAsync("/data/bomen"), StringComparison.Ordinal);
        var csv = await dorp.Http.GetStringAsync("/lagen/bomen.csv");
        Assert.Matches("Geheimplek 5,[^\n]*,50,5,", csv);
        Assert.Matches("Geheimplek 3,[^\n]*,30,,", csv);
        Assert.Contains(
            "Gemeten vanaf de grond.",
            await dorp.Http.GetStringAsync("/lagen/bomen/bomen/rij-5"),
            StringComparison.Ordinal
        );

        var tweede = await StuurAsync(
            zij,
            "bomen",
            [.. Bomen, "{\"naam\":\"Nieuwe\",\"hoogte\":7,\"mensen\":2}"],
            "bomen"
        );
        await zij.GetAsync($"/beheer/beschrijven/{tweede}");
        Assert.Contains("value=\"Bomen van het dorp\"", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains("value=\"25; 75\"", zij.Pagina, StringComparison.Ordinal);
        await PubliceerAsync(publicist, tweede);
        Assert.Contains("Hoogte (meter)", await dorp.Http.GetStringAsync("/lagen/bomen"), StringComparison.Ordinal);

        var derde = await StuurAsync(zij, "bomen", Bomen, "Iepen en eiken");
        await zij.GetAsync($"/beheer/beschrijven/{derde}");
        Assert.Contains("value=\"Iepen en eiken\"", zij.Pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_codes_mean_is_read_everywhere_and_a_code_that_nobody_explained_stays_as_it_is()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        string[] plekken =
        [
            "{\"naam\":\"Plek een\",\"type\":1,\"mensen\":9}",
            "{\"naam\":\"Plek twee\",\"type\":2,\"mensen\":9}",
            "{\"naam\":\"Plek drie\",\"type\":3,\"mensen\":9}",
        ];
        var concept = await StuurAsync(zij, "speelplekken", plekken);
        var adres = $"/beheer/beschrijven/{concept}";
        foreach (
            var (codes, fout) in new[]
            {
                ("1 Speeltuin", "hoort een code, een = en wat die betekent"),
                ("1 = Speeltuin\n1 = Trapveld", "staat er twee keer"),
                ("1 = piet@dorp.example", "staat een"),
            }
        )
        {
            await zij.PostAsync(adres, Velden(("codes_type", codes)));
            Assert.Contains(fout, Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        }
        await zij.PostAsync(adres, Velden(("codes_mensen", "9 = Veel"), ("drempel_mensen", "4")));
        Assert.Contains("kies een van de twee", Aanlevering.Tekst(zij.Pagina), StringComparison.Ordinal);
        Assert.Equal(
            HttpStatusCode.Found,
            await zij.PostAsync(adres, Velden(("codes_type", "1 = Speeltuin\r\n2 = Trapveld\r\n")))
        );
        await PubliceerAsync(publicist, concept);

        var lijst = Aanlevering.Tekst(await dorp.Http.GetStringAsync("/lagen/speelplekken"));
        Assert.Contains("Speeltuin", lijst, StringComparison.Ordinal);
        Assert.Contains("3. Mensen: 9", lijst, StringComparison.Ordinal);
        foreach (var (code, plek) in new[] { ("1", "Plek een"), ("3", "Plek drie") })
        {
            var csv = await dorp.Http.GetStringAsync($"/lagen/speelplekken.csv?type={code}");
            Assert.Contains($"{plek},", csv, StringComparison.Ordinal);
            Assert.Equal(2, csv.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        }
        var data = Aanlevering.Tekst(await dorp.Http.GetStringAsync("/data/speelplekken"));
        Assert.Contains("2 codes", data, StringComparison.Ordinal);
        Assert.Contains("Trapveld", data, StringComparison.Ordinal);

        var tweede = await StuurAsync(
            zij,
            "speelplekken",
            [.. plekken, plekken[0].Replace("een", "vier", StringComparison.Ordinal)],
            "speelplekken"
        );
        await zij.GetAsync($"/beheer/beschrijven/{tweede}");
        Assert.Contains("2 = Trapveld", zij.Pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Staff_see_it_as_the_public_will_and_nobody_else_sees_anything_of_it_at_any_address()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var concept = await StuurAsync(
            zij,
            "geheim",
            [.. Bomen.Select(b => b.Replace("Geheimplek", "Schuilplek", StringComparison.Ordinal))],
            "Geheimlaag"
        );
        var voor = $"/beheer/voorbeeld/{concept}";
        foreach (var pad in new[] { "/lagen/geheim", "/lagen", "/lagen/geheim/geheim/rij-1" })
        {
            using var antwoord = await zij.VraagAsync(new(HttpMethod.Get, voor + pad));
            Assert.Equal(HttpStatusCode.OK, antwoord.StatusCode);
            Assert.True(
                zij.Pagina.Contains("Geheim", StringComparison.Ordinal),
                $"{pad}: {Aanlevering.Tekst(zij.Pagina)}"
            );
            Assert.Contains("Zo ziet het publiek het straks", zij.Pagina, StringComparison.Ordinal);
            Assert.True(antwoord.Headers.CacheControl?.NoStore);
        }
        foreach (var pad in new[] { "/lagen/geheim.csv", "/lagen/geheim.geojson", "/lagen/geheim.json" })
        {
            await zij.GetAsync(voor + pad);
            Assert.Contains("Schuilplek 4", zij.Pagina, StringComparison.Ordinal);
        }
        await zij.GetAsync($"{voor}/lagen/geheim");
        Assert.Contains($"data-src=\"{voor}/lagen/geheim.geojson\"", zij.Pagina, StringComparison.Ordinal);
        Assert.DoesNotMatch("href=\"/(lagen|data|kaart|buurten)", zij.Pagina);
        Assert.Equal(HttpStatusCode.NotFound, await zij.GetAsync("/beheer/voorbeeld/999999/lagen"));

        Assert.Empty(await LekkenAsync());
        foreach (
            var pad in new[] { "/kaart?laag=lagen/geheim", "/zoek?q=Schuilplek", "/data/geheim/verschil?van=1&tot=1" }
        )
        {
            Assert.DoesNotMatch(
                "Schuilplek [0-9]|Geheimlaag",
                await (await dorp.Haast.GetAsync(pad)).Content.ReadAsStringAsync()
            );
        }
        Assert.Equal(
            "concept",
            await dorp.Db.QuerySingleAsync<string>("select status from versie where id = @concept", new { concept })
        );
    }

    /// <summary>Every public address that can be asked for this concept, by its code, key and number.</summary>
    private async Task<List<string>> LekkenAsync()
    {
        var lekken = new List<string>();
        var paden = new OpenbareAdressen(["lagen", "vergunningen"], ["geheim"]).Van(dorp);
        foreach (var pad in paden.SelectMany(p => new[] { p, $"{p}?zoek=Schuilplek" }))
        {
            var tekst = await (await dorp.Haast.GetAsync(pad)).Content.ReadAsStringAsync();
            if (Regex.IsMatch(tekst, "Schuilplek [0-9]") || tekst.Contains("Geheimlaag", StringComparison.Ordinal))
            {
                lekken.Add(pad);
            }
        }
        Assert.True(paden.Count > 50, $"{paden.Count} addresses");
        return lekken;
    }

    [Fact]
    public async Task What_was_approved_for_later_goes_at_its_moment_and_not_before()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var concept = await StuurAsync(zij, "straks", Bomen);
        await publicist.GetAsync($"/beheer/bekijken/{concept}");
        await publicist.PostAsync(
            $"/beheer/controle/{concept}/publiceren",
            ("wijziging", "Nu al."),
            ("moment", "2020-01-01T10:00")
        );
        Assert.Contains("Dat moment is voorbij", publicist.Pagina, StringComparison.Ordinal);
        var morgen = DateTime
            .UtcNow.AddDays(1)
            .ToString("yyyy-MM-dd'T'HH:mm", System.Globalization.CultureInfo.InvariantCulture);
        await publicist.PostAsync(
            $"/beheer/controle/{concept}/publiceren",
            ("wijziging", "Vanaf morgen."),
            ("moment", morgen)
        );
        await publicist.GetAsync($"/beheer/bekijken/{concept}");
        Assert.Contains("Dit gaat online op", publicist.Pagina, StringComparison.Ordinal);
        await publicist.GetAsync("/beheer");
        Assert.Contains("Gepland", publicist.Pagina, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await dorp.Http.GetAsync("/lagen/straks")).StatusCode);

        await dorp.Db.ExecuteAsync("update planning set op = now() where versie_id = @concept", new { concept });
        for (var i = 0; i < 100 && (await dorp.Haast.GetAsync("/lagen/straks")).StatusCode != HttpStatusCode.OK; i++)
        {
            await Task.Delay(200);
        }
        Assert.Contains("Vanaf morgen.", await dorp.Http.GetStringAsync("/data/straks"), StringComparison.Ordinal);
        Assert.Equal(0, await dorp.Db.QuerySingleAsync<int>("select count(*)::int from planning"));
    }

    [Fact]
    public void Palettes_can_be_told_apart_by_who_sees_no_red_green_or_blue_and_rise_in_darkness()
    {
        foreach (var palet in Palet.Alle)
        {
            Assert.Equal(5, palet.Kleuren.Count);
            foreach (var blind in Kleurzien.Soorten)
            {
                var tinten = palet.Kleuren.Select(k => Kleurzien.Lab(k, blind)).ToList();
                for (var i = 1; i < tinten.Count; i++)
                {
                    Assert.True(tinten[i].L < tinten[i - 1].L - 8, $"{palet.Code} {i} {blind}: too alike");
                    Assert.True(Kleurzien.Afstand(tinten[i], tinten[i - 1]) > 10, $"{palet.Code} {i} {blind}");
                }
            }
        }
        Assert.Equal(["#cdefe3", "#0f3861"], Palet.Vind("zee").Van(2));
    }

    private static async Task<int> StuurAsync(Bezoek zij, string code, string[] dingen, string? titel = null)
    {
        var features = dingen.Select(
            (d, i) =>
                $"{{\"type\":\"Feature\",\"properties\":{d},\"geometry\":{{\"type\":\"Point\","
                + $"\"coordinates\":[{121010 + i},487050]}}}}"
        );
        var eind = await zij.StuurAsync(
            "laag",
            $"{code}.geojson",
            $"{{\"type\":\"FeatureCollection\",\"features\":[{string.Join(',', features)}]}}",
            ("dataset", code),
            ("titel", titel ?? code)
        );
        return int.Parse(eind.Split('/')[^1], System.Globalization.CultureInfo.InvariantCulture);
    }

    private static async Task PubliceerAsync(Bezoek publicist, int concept)
    {
        await publicist.GetAsync($"/beheer/controle/{concept}");
        Assert.Equal(
            HttpStatusCode.Found,
            await publicist.PostAsync($"/beheer/controle/{concept}/publiceren", ("wijziging", "Nieuw."))
        );
    }
}
