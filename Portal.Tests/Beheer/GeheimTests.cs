using System.Net;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Portal.Web.Beheer;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>Of a concept nothing is to be seen at any public address, and for nobody who asks there.</summary>
public sealed class GeheimTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Woord = Geheim.Woord;

    [Fact]
    public async Task A_draft_leaks_by_no_list_detail_file_search_tile_or_difference()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        var eerste = await zij.StuurAsync(
            "laag",
            "open.geojson",
            Aanlevering.Punten("openbaar"),
            ("dataset", "geheim"),
            ("titel", "Speelplekken")
        );
        await publicist.GetAsync(eerste);
        await publicist.PostAsync($"{eerste}/publiceren", ("wijziging", "Eerste."));
        var controle = await zij.StuurAsync(
            "laag",
            $"{Woord}.geojson",
            Aanlevering.Punten("openbaar", Woord),
            ("dataset", "geheim"),
            ("titel", $"Titel {Woord}")
        );
        Assert.Contains(Woord, zij.Pagina, StringComparison.Ordinal);
        Assert.StartsWith("/beheer/controle/", controle, StringComparison.Ordinal);

        var tegel = await TegelAsync();
        foreach (var pad in Adressen(tegel))
        {
            foreach (var vraag in new[] { null, zij })
            {
                var (status, tekst) = await VraagAsync(vraag, pad);
                // Where the address itself says it, the page that it is not there does too
                var toont = status != 404 && tekst.Contains(Woord, StringComparison.OrdinalIgnoreCase);
                Assert.False(toont, $"{pad} shows it ({status})");
                Assert.True(status < 500, $"{pad}: {status}");
            }
        }
        Assert.Contains("openbaar", await dorp.Http.GetStringAsync("/lagen/geheim.csv"), StringComparison.Ordinal);

        await publicist.GetAsync(controle);
        await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Nu wel."));
        Assert.Contains(Woord, await dorp.Http.GetStringAsync("/lagen/geheim.csv"), StringComparison.Ordinal);
        Assert.Contains(Woord, (await VraagAsync(null, tegel)).Tekst, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Of_no_kind_of_delivery_a_draft_shows_at_any_public_address()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var geheimen = Geheim.VanElkeSoort(dorp);
        Assert.Equal(
            Aanleversoorten.Alle.Select(a => a.Naam).Except(["subsidies", "buurtbudget", "koop"]).Order(),
            geheimen.Select(g => g.Soort).Distinct().Order()
        );
        var concepten = new List<string>();
        foreach (var g in geheimen)
        {
            var eind = await zij.StuurAsync(g.Soort, g.Bestand, g.Inhoud, g.Velden);
            Assert.True(
                eind.StartsWith("/beheer/controle/", StringComparison.Ordinal),
                $"{g.Bestand} {g.Soort}: {Aanlevering.Tekst(zij.Pagina)}"
            );
            concepten.Add(eind);
        }
        var datasets = await dorp.Db.QueryAsync<string>(
            "select d.code from dataset d join versie v on v.dataset_id = d.id where v.status = 'concept'"
        );
        var lijsten = Onderwerpen.Collecties.Select(c => c.Pad).Append("lagen");
        var tegel = (await TegelAsync()).Split('/')[^3..];
        var paden = new OpenbareAdressen(
            [.. lijsten],
            [.. datasets],
            Tegel: $"{tegel[0]}/{tegel[1]}/{tegel[2][..^4]}"
        ).Van(dorp);
        Assert.True(paden.Count > 200, $"{paden.Count} addresses");
        var lek = await ZoekAsync(paden, geheimen);
        Assert.True(lek.Count == 0, string.Join('\n', lek));

        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        foreach (var controle in concepten)
        {
            await publicist.GetAsync(controle);
            await publicist.NaarAsync($"{controle}/publiceren", ("wijziging", "Nu wel."));
        }
        var gevonden = await ZoekAsync(paden, geheimen);
        Assert.All(geheimen, g => Assert.Contains(gevonden, v => v.EndsWith($": {g.Toont}", StringComparison.Ordinal)));
    }

    // What names a year or an area by itself
    private static readonly string[] MetVraag =
    [
        "/?jaar=2063",
        "/begroting/gemeenten?jaar=2063&fase=realisatie",
        "/begroting/posten?jaar=2063&fase=realisatie",
        "/buurten?indeling=2025",
        "/buurten/ZA01",
        "/buurten/ZA01?indeling=2025",
        "/cijfers?indeling=2025",
        "/kaart?indeling=2025",
        "/zoek?zoek=ZA01",
        $"/zoek/suggesties?q={Woord[..8]}",
    ];

    // Address and pattern of each that shows one; with a search that would find them all, where there is one
    private async Task<IReadOnlyList<string>> ZoekAsync(IReadOnlyList<string> paden, IReadOnlyList<Geheim> geheimen)
    {
        var gevonden = new List<string>();
        foreach (var pad in paden.SelectMany(p => new[] { p, $"{p}?zoek={Woord}" }).Concat(MetVraag))
        {
            using var antwoord = await dorp.Http.GetAsync(pad);
            Assert.True((int)antwoord.StatusCode < 500, $"{pad}: {antwoord.StatusCode}");
            if (antwoord.StatusCode == HttpStatusCode.NotFound)
            {
                continue; // where the address itself says it, the page that it is not there does too
            }
            var tekst = Inhoud.Uitgepakt(await antwoord.Content.ReadAsByteArrayAsync());
            gevonden.AddRange(geheimen.Where(g => g.Staat(tekst)).Select(g => $"{pad}: {g.Toont}"));
        }
        return gevonden;
    }

    private static string[] Adressen(string tegel) =>
        [
            "/lagen/geheim",
            "/lagen/geheim.csv",
            "/lagen/geheim.json",
            "/lagen/geheim.geojson",
            "/lagen/geheim.ndjson",
            "/lagen/geheim.atom",
            $"/lagen/geheim?zoek={Woord[..6]}",
            $"/lagen/geheim/geheim/{Woord}",
            "/lagen",
            "/data",
            "/data/geheim",
            "/data/geheim/verschil?van=1&tot=2",
            "/data/geheim/verschil.csv?van=1&tot=2",
            "/bronnen",
            "/kaart?laag=geheim",
            "/zoek?zoek=verborgen",
            "/zoek/suggesties?q=verborgen",
            "/buurten/AA01",
            "/sitemap.xml",
            "/beheerd",
            tegel,
        ];

    private async Task<(int Status, string Tekst)> VraagAsync(Bezoek? wie, string pad)
    {
        if (wie is null)
        {
            using var antwoord = await dorp.Http.GetAsync(pad);
            return ((int)antwoord.StatusCode, await antwoord.Content.ReadAsStringAsync());
        }
        using var als = await wie.VraagAsync(new(HttpMethod.Get, pad));
        return ((int)als.StatusCode, await als.Content.ReadAsStringAsync());
    }

    // The square of the village at a depth where points stand apart
    private async Task<string> TegelAsync()
    {
        const int z = 16;
        var (lon, lat) = await dorp.Db.QuerySingleAsync<(double, double)>(
            "select ST_X(p), ST_Y(p) from (select ST_Transform(ST_SetSRID(ST_MakePoint(121015, 487050), 28992), "
                + "4326) as p) q"
        );
        var x = (int)((lon + 180) / 360 * (1 << z));
        var r = lat * Math.PI / 180;
        var y = (int)((1 - Math.Log(Math.Tan(r) + 1 / Math.Cos(r)) / Math.PI) / 2 * (1 << z));
        return $"/tegels/lagen/geheim/{z}/{x}/{y}.mvt";
    }
}
