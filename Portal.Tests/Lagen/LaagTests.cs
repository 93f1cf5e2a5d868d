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
