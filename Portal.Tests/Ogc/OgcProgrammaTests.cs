using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Tests.Api;
using Portal.Tests.Uitvoer;
using Xunit;

namespace Portal.Tests.Ogc;

/// <summary>GDAL, a program of others, reads what the pages show.</summary>
[Collection(ProgrammaFixture.Naam)]
public sealed class OgcProgrammaTests(ProgrammaFixture portaal) : OgcProef(portaal)
{
    [Theory]
    [InlineData("vergunningen")]
    [InlineData("bekendmakingen")]
    [InlineData("bomen")]
    public async Task Ogrinfo_counts_what_the_api_counts(string laag)
    {
        var uit = await OgrAsync("-ro", "-so", $"OAPIF:{Portaal.Adres}ogc", laag);

        var api = await LeesAsync($"/api/v1/{laag}?limit=1&metAantal=ja");
        Assert.Contains($"Feature Count: {api.GetProperty("aantal")}", uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Ogr2ogr_reads_all_parts_with_their_sums_and_shapes()
    {
        var bestand = Path.Combine(Portaal.Archief, "plannen.geojson");
        File.Delete(bestand);
        await Programma.VoerUitAsync(
            Portaal.Archief,
            "ogr2ogr",
            ["-f", "GeoJSON", bestand, $"OAPIF:{Portaal.Adres}ogc", "initiatieven", "-oo", "PAGE_SIZE=7"]
        );
        var gelezen = Features(JsonDocument.Parse(await File.ReadAllTextAsync(bestand)).RootElement).ToList();
        using var pagina = JsonDocument.Parse(await Portaal.Http.GetStringAsync("/initiatieven.json"));
        var verwacht = pagina.RootElement.EnumerateArray().ToList();

        Assert.True(verwacht.Count > 14, $"{verwacht.Count}");
        Assert.Equal(verwacht.Count, gelezen.Count);
        Assert.Equal(
            verwacht.Sum(r => Bedrag(r.GetProperty("kosten"))),
            gelezen.Sum(f => Bedrag(f.GetProperty("properties").GetProperty("kosten")))
        );
        Assert.Equal(
            verwacht.Count(r => r.GetProperty("lon").ValueKind == JsonValueKind.Number),
            gelezen.Count(f => f.GetProperty("geometry").ValueKind == JsonValueKind.Object)
        );
    }

    [Fact]
    public async Task Ogrinfo_asks_for_a_box_and_gets_what_lies_in_it()
    {
        var uit = await OgrAsync(
            "-ro",
            "-al",
            "-spat",
            "4.893",
            "52.373",
            "4.896",
            "52.374",
            $"OAPIF:{Portaal.Adres}ogc",
            "bomen"
        );

        Assert.Equal(["T/1", "T-2"], Regex.Matches(uit, @"sleutel \(String\) = (\S+)").Select(m => m.Groups[1].Value));
        Assert.Contains("De \"Dikke\" eik", uit, StringComparison.Ordinal);
    }

    private Task<string> OgrAsync(params string[] woorden) =>
        Programma.VoerUitAsync(Portaal.Archief, "ogrinfo", woorden);

    private static decimal Bedrag(JsonElement waarde) =>
        waarde.ValueKind == JsonValueKind.Null ? 0 : waarde.GetDecimal();
}
