using System.Net;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>Of a concept nothing is to be seen at any public address, and for nobody who asks there.</summary>
public sealed class GeheimTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private const string Woord = "verborgenplek";

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
