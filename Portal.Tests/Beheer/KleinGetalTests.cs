using System.Text.RegularExpressions;
using Portal.Data.Beheer;
using Portal.Tests.Gebieden;
using Portal.Tests.Lagen;
using Portal.Tests.Uitvoer;
using Xunit;

namespace Portal.Tests.Beheer;

/// <summary>A number of people that is too small is nowhere: not on a page, in a file, at the API nor at a search.</summary>
public sealed partial class KleinGetalTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    [Fact]
    public async Task It_is_at_no_address_of_the_layer_where_it_would_be_without_a_limit()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await PubliceerAsync(zij, publicist, "zaalklein", "900");
        Assert.Empty(await ZoekAsync("zaalklein", Klein()));
        var zichtbaar = await ZoekAsync("zaalklein", Groot());

        await PubliceerAsync(zij, publicist, "zaalruim", "");
        var toont = await ZoekAsync("zaalruim", Klein());
        Assert.Empty(
            new[] { "", ".csv", ".json", ".geojson", ".ndjson", ".xlsx", ".kml", ".shp.zip", "/zaalruim/rij-1" }
                .Select(soort => $"/lagen/zaalruim{soort}")
                .Except(toont)
        );
        // What is large enough stands where the small one would
        Assert.Contains("/lagen/zaalklein.csv", zichtbaar);
        Assert.Contains("/lagen/zaalklein", zichtbaar);
    }

    [Fact]
    public async Task It_is_in_no_file_that_a_program_opens_nor_in_a_tile_nor_found_by_asking_for_it()
    {
        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        var publicist = await Bezoek.VanAsync(dorp, Rollen.Publicist);
        await PubliceerAsync(zij, publicist, "bestandklein", "900");
        await PubliceerAsync(zij, publicist, "bestandruim", "");
        foreach (var (code, klein) in new[] { ("bestandklein", false), ("bestandruim", true) })
        {
            foreach (var soort in new[] { "gpkg", "fgb", "xlsx", "shp.zip", "kml", "geojson", "csv" })
            {
                var tekst = await OpenAsync(soort, $"/lagen/{code}.{soort}");
                Assert.True(Groot().IsMatch(tekst), $"{soort}: {tekst}");
                Assert.True(Klein().IsMatch(tekst) == klein, $"{code}.{soort}: {tekst}");
            }
            var tegel = await OpenAsync("mvt", $"/tegels/lagen/{code}/16/{await TegelAsync()}.mvt");
            Assert.Contains("rij-1", tegel, StringComparison.Ordinal);
            Assert.True(Klein().IsMatch(tegel) == klein, $"{code} tile: {tegel}");

            var ogc = $"/ogc/collections/lagen-{code}/items?f=json";
            foreach (var pad in new[] { $"/api/v1/lagen/{code}", ogc, $"{ogc}&limit=2" })
            {
                using var antwoord = await dorp.Http.GetAsync(pad);
                Assert.True(antwoord.IsSuccessStatusCode, pad);
                var tekst = await antwoord.Content.ReadAsStringAsync();
                Assert.Contains("rij-1", tekst, StringComparison.Ordinal);
                Assert.True(Klein().IsMatch(tekst) == klein, pad);
            }
            var gevraagd = await dorp.Haast.GetStringAsync($"{ogc}&filter=mensen%3D777");
            Assert.True(gevraagd.Contains("rij-1", StringComparison.Ordinal) == klein, gevraagd);
        }
    }

    // As GDAL reads it, a line for each row
    private async Task<string> OpenAsync(string soort, string pad)
    {
        var map = Geomaker.Map(dorp);
        await File.WriteAllBytesAsync(Path.Combine(map, $"a.{soort}"), await dorp.Haast.GetByteArrayAsync(pad));
        return await Programma.VoerUitAsync(map, "ogr2ogr", "-q", "-f", "CSV", "/vsistdout/", $"a.{soort}");
    }

    private async Task<string> TegelAsync()
    {
        const int z = 16;
        var (lon, lat) = await dorp.Db.QuerySingleAsync<(double, double)>(
            "select ST_X(p), ST_Y(p) from (select ST_Transform(ST_SetSRID(ST_MakePoint(121010, 487050), 28992), "
                + "4326) as p) q"
        );
        var r = lat * Math.PI / 180;
        var y = (int)((1 - Math.Log(Math.Tan(r) + 1 / Math.Cos(r)) / Math.PI) / 2 * (1 << z));
        return $"{(int)((lon + 180) / 360 * (1 << z))}/{y}";
    }

    private static async Task PubliceerAsync(Bezoek zij, Bezoek publicist, string code, string drempel)
    {
        var controle = await zij.StuurAsync(
            "laag",
            $"{code}.csv",
            "id;naam;mensen;x;y\nrij-1;Zaal;777;121010;487050\nrij-2;Hal;4321;121110;487050\n",
            ("dataset", code),
            ("titel", code)
        );
        var beschrijven = controle.Replace("controle", "beschrijven", StringComparison.Ordinal);
        await zij.GetAsync(beschrijven);
        await zij.NaarAsync(
            beschrijven,
            ("titel", code),
            ("doel", "Zien."),
            ("eigenaar", "Gemeente"),
            ("bron", "Wij"),
            ("licentie", "CC0 1.0"),
            ("drempel_mensen", drempel)
        );
        await publicist.GetAsync(controle);
        await publicist.PostAsync($"{controle}/publiceren", ("wijziging", "Nieuw."));
    }

    private async Task<List<string>> ZoekAsync(string code, Regex getal)
    {
        var gevonden = new List<string>();
        foreach (var pad in new OpenbareAdressen(["lagen"], [code]).Van(dorp))
        {
            var bytes = await (await dorp.Haast.GetAsync(pad)).Content.ReadAsByteArrayAsync();
            if (getal.IsMatch(Inhoud.Uitgepakt(bytes)))
            {
                gevonden.Add(pad);
            }
        }
        return gevonden;
    }

    [GeneratedRegex("(?<![0-9a-zA-Z.])777(?![0-9a-zA-Z]|[.][0-9])")]
    private static partial Regex Klein();

    [GeneratedRegex("(?<![0-9a-zA-Z])4[.]?321(?![0-9a-zA-Z]|[.][0-9])")]
    private static partial Regex Groot();
}
