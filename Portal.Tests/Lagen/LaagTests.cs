using System.Text.Json;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Lagen;

/// <summary>
/// A layer with columns of its own: from a file to a page, a map and downloads, without code or migration.
/// </summary>
public sealed class LaagTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private Task<ImportRapport> LaadAsync(
        string code,
        string bestand,
        string inhoud,
        params (string, string)[] opties
    ) => LaadAsync(code, Dorp.Schrijf(dorp, bestand, inhoud), opties);

    private Task<ImportRapport> LaadAsync(string code, string pad, params (string Naam, string Tekst)[] opties) =>
        new LaagImport(new Publicatie(dorp.Db, dorp.Archief) { MagVerliezen = true, MagKrimpen = true }).LaadAsync(
            pad,
            new Keuzes(
                opties
                    .Append(("dataset", code))
                    .Append(("titel", "Bankjes <b>"))
                    .ToDictionary(o => o.Item1, o => o.Item2)
            ),
            CancellationToken.None
        );

    private async Task<JsonElement[]> RijenAsync(string adres)
    {
        using var json = JsonDocument.Parse(await dorp.Http.GetStringAsync(adres));
        return [.. json.RootElement.EnumerateArray().Select(r => r.Clone())];
    }

    [Fact]
    public async Task A_csv_with_unknown_columns_becomes_a_layer_with_typed_columns()
    {
        var rapport = await LaadAsync(
            "bankjes",
            "bankjes.csv",
            "Nr;Naam;Kleur;Hoogte (cm);Geplaatst;Code;Actief;Contactpersoon;x;y\n"
                + "1;Bank \"1\";rood;45,5;2024-05-01;007;ja;Jan;121050;487050\n"
                + "2;=HYPERLINK(1);rood;45;2024-06-01;008;nee;Piet;121150;487050\n"
                + "3;Bank 3;groen;;2024-06-02;009;ja;;121150;487050\n"
                + "4;Bank 4;groen;50;;010;ja;;121150;487050\n",
            ("sleutel", "Nr")
        );

        Assert.Contains(rapport.Meldingen, m => m.Contains("Contactpersoon", StringComparison.Ordinal));
        var rijen = await RijenAsync("/lagen/bankjes.json?kleur=rood");
        Assert.Equal(["1", "2"], rijen.Select(r => r.GetProperty("id").GetString()!));
        Assert.Equal(45.5m, rijen[0].GetProperty("hoogte_cm").GetDecimal());
        Assert.Equal("2024-05-01", rijen[0].GetProperty("geplaatst").GetString());
        Assert.Equal("007", rijen[0].GetProperty("code").GetString());
        Assert.True(rijen[0].GetProperty("actief").GetBoolean());
        Assert.Equal("AA01", rijen[0].GetProperty("gebiedscode").GetString());
        Assert.False(rijen[0].TryGetProperty("contactpersoon", out _));

        var pagina = await dorp.Http.GetStringAsync("/lagen/bankjes?gebied=AA02");
        Assert.Contains("3 gevonden in Molenbuurt-Zuid", pagina, StringComparison.Ordinal);
        Assert.Contains("Bankjes &lt;b&gt;", pagina, StringComparison.Ordinal);
        Assert.Contains(
            "2,'=HYPERLINK(1),",
            await dorp.Http.GetStringAsync("/lagen/bankjes.csv"),
            StringComparison.Ordinal
        );
        Assert.Contains("45,5", await dorp.Http.GetStringAsync("/lagen/bankjes/bankjes/1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_key_that_names_a_person_is_refused_for_it_would_stand_in_addresses()
    {
        var rapport = await LaadAsync(
            "sleutels",
            "sleutels.csv",
            "naam;kleur\nMevrouw Fatima El Idrissi;rood\nBank 2;groen\n",
            ("sleutel", "naam")
        );

        Assert.Equal((2, "naam", null), rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom, a.Waarde)).Single());
        foreach (var adres in new[] { "", ".csv", ".json", ".ndjson", ".geojson" })
        {
            Assert.DoesNotContain(
                "Idrissi",
                await dorp.Http.GetStringAsync($"/lagen/sleutels{adres}"),
                StringComparison.Ordinal
            );
        }
    }

    [Fact]
    public async Task Columns_may_change_from_delivery_to_delivery()
    {
        await LaadAsync("palen", "palen.csv", "id;naam;hoogte\n1;Paal;3\n");
        await LaadAsync("palen", "palen2.csv", "id;naam;hoogte;kleur van; kleur-van\n1;Paal;hoog;blauw;wit\n");

        var rij = Assert.Single(await RijenAsync("/lagen/palen.json"));
        Assert.Equal("hoog", rij.GetProperty("hoogte").GetString());
        Assert.Equal("blauw", rij.GetProperty("kleur_van").GetString());
    }

    [Theory]
    [InlineData("id;prijs\n1;2\n", "--titelkolom")]
    [InlineData("id;naam\n", "geen enkele rij")]
    public async Task What_is_wrong_is_said(string inhoud, string melding)
    {
        var fout = await Assert.ThrowsAnyAsync<Exception>(() => LaadAsync("fout", "fout.csv", inhoud));
        Assert.Contains(melding, fout.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("graden", "[5.3876,52.1562,12.5]", "[52.1562,5.3876]")]
    [InlineData("rd", "[121050,487050,-1]", "[487050,121050]")]
    public async Task Swapped_coordinates_are_turned_and_the_report_says_so(string code, string goed, string om)
    {
        const string ding =
            """{"type":"Feature","properties":{"naam":"Bank"},"geometry":{"type":"Point","coordinates":#}}""";
        var bestand = Dorp.Verzameling(
            new[] { goed, om, om }.Select(p => ding.Replace("#", p, StringComparison.Ordinal))
        );
        var rapport = await LaadAsync($"om-{code}", $"om-{code}.geojson", bestand);

        Assert.Equal((3, 0), (rapport.Geladen, rapport.Afwijzingen.Count));
        Assert.Contains(
            rapport.Meldingen,
            m =>
                m.StartsWith(
                    "Bij 2 rijen (de eerste is rij 2) waren de coördinaten verwisseld",
                    StringComparison.Ordinal
                )
        );
        using var json = JsonDocument.Parse(await dorp.Http.GetStringAsync($"/lagen/om-{code}.geojson"));
        Assert.Single(
            json.RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(f => f.GetProperty("geometry").GetProperty("coordinates").GetRawText())
                .Distinct()
        );
    }

    [Fact]
    public async Task A_shape_that_crosses_itself_is_mended_and_the_report_says_where()
    {
        var rapport = await LaadAsync(
            "kruis",
            "kruis.csv",
            "id;naam;wkt\n1;Heel;POLYGON((121010 487010,121050 487010,121050 487050,121010 487010))\n"
                + "2;Strik;POLYGON((121010 487010,121050 487050,121050 487010,121010 487050,121010 487010))\n"
        );

        var melding = Assert.Single(rapport.Meldingen, m => m.Contains("hersteld", StringComparison.Ordinal));
        Assert.StartsWith("1 vorm klopte niet en is hersteld", melding, StringComparison.Ordinal);
        Assert.Matches(@"rij 3 \(52\.\d{5} 4\.\d{5}, Molenbuurt-Noord\)\.$", melding);
        using var json = JsonDocument.Parse(await dorp.Http.GetStringAsync("/lagen/kruis.geojson"));
        Assert.Contains(
            "MultiPolygon",
            json.RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(f => f.GetProperty("geometry").GetProperty("type").GetString())
        );
    }

    [EchteDataFact]
    public async Task Real_areas_in_RD_and_with_crossing_lines_are_layers()
    {
        var rd = await LaadAsync("buurten-rd", EchteData.Pad("awkward/amsterdam_buurten_rd28992.geojson"));
        Assert.Equal((518, 518), (rd.Gelezen, rd.Geladen));

        var wijken = await LaadAsync("wijken-namen", EchteData.Pad("amsterdam_wijken_names.geojson"));
        Assert.Equal((168, 168), (wijken.Gelezen, wijken.Geladen));
        var melding = Assert.Single(wijken.Meldingen, m => m.Contains("hersteld", StringComparison.Ordinal));
        Assert.Matches(@"^5 vormen .* Dat is bij (rij \d+ \(52\.\d{5} [45]\.\d{5}\)(, |\.)){5}$", melding);
    }

    [EchteDataTheory]
    [InlineData("gpkg", "GPKG")]
    [InlineData("fgb", "FlatGeobuf")]
    [InlineData("kml", "LIBKML")]
    public async Task Real_parks_are_the_same_in_every_form(string extensie, string driver)
    {
        var map = Geomaker.Map(dorp);
        var pad = Geomaker.MaakVan(map, $"p.{extensie}", EchteData.Pad("amsterdam_parks.geojson"), "-f", driver);
        Assert.Equal(308, (await LaadAsync($"parken-{extensie}", pad)).Geladen);
    }

    [EchteDataFact]
    public async Task Real_parks_have_points_and_polygons_in_one_layer()
    {
        var rapport = await LaadAsync("parken", EchteData.Pad("amsterdam_parks.geojson"));

        Assert.Equal((308, 308), (rapport.Gelezen, rapport.Geladen));
        using var json = JsonDocument.Parse(await dorp.Http.GetStringAsync("/lagen/parken.geojson"));
        Assert.Equal(
            [("Point", 153), ("Polygon", 155)],
            json.RootElement.GetProperty("features")
                .EnumerateArray()
                .Select(f =>
                    f.GetProperty("geometry")
                        .GetProperty("type")
                        .GetString()!
                        .Replace("Multi", "", StringComparison.Ordinal)
                )
                .CountBy(soort => soort)
                .Select(s => (s.Key, s.Value))
                .Order()
        );
        Assert.Contains(rapport.Meldingen, m => m.StartsWith("2 vormen klopten niet", StringComparison.Ordinal));
    }

    [EchteDataFact]
    public async Task Real_libraries_are_a_layer_too()
    {
        Assert.Equal(80, (await LaadAsync("bibliotheken", EchteData.Pad("amsterdam_libraries.geojson"))).Geladen);
        Assert.Equal(80, (await RijenAsync("/lagen/bibliotheken.json")).Length);
    }
}
