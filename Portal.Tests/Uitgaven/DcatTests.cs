using System.IO.Compression;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Tests.Uitvoer;
using Xunit;

namespace Portal.Tests.Uitgaven;

/// <summary>The catalogue for programs.</summary>
public sealed class DcatTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    [StandaardenFact]
    public async Task The_catalogue_breaks_no_shape_of_DCAT_AP_NL_nor_of_Europe()
    {
        await voorbeeld.Http.GetAsync("/data/voorbeeld-vergunningen/versies/1/vergunningen.csv"); // a file that is known
        var pad = Path.Combine(voorbeeld.Archief, "catalogus.ttl");
        await File.WriteAllTextAsync(pad, await voorbeeld.Http.GetStringAsync("/data/catalogus.ttl"));

        var uit = await Programma.VoerUitAsync(
            StandaardenFactAttribute.Lint,
            "node",
            [
                "shacl.mjs",
                pad,
                .. Directory.GetFiles(StandaardenFactAttribute.Map, "dcat-ap*.ttl").Order(StringComparer.Ordinal),
            ]
        );

        Assert.Equal(5, Directory.GetFiles(StandaardenFactAttribute.Map, "dcat-ap*.ttl").Length);
        Assert.Matches(@"^triples \d{3,}\n", uit);
        Assert.DoesNotContain(uit.Split('\n'), r => r.StartsWith("Violation", StringComparison.Ordinal));
    }

    /// <summary>Read by the library of Frictionless, each row by its schema: types, codes and keys.</summary>
    [Theory]
    [InlineData("voorbeeld-begroting", "fiscal-data-package", "begrotingsposten")]
    [InlineData("voorbeeld-gebieden", "tabular-data-package", "grenzen")]
    [InlineData("voorbeeld-ses", "tabular-data-package", "indicatoren")]
    [InlineData("voorbeeld-vergunningen", "tabular-data-package", "vergunningen")]
    public async Task A_bundle_is_a_data_package_by_the_profile_it_names(string dataset, string profiel, string tabel)
    {
        var map = Directory.CreateDirectory(Path.Combine(voorbeeld.Archief, $"pakket-{dataset}")).FullName;
        using (var zip = new ZipArchive(await voorbeeld.Http.GetStreamAsync($"/data/{dataset}/versies/1.zip")))
        {
            zip.ExtractToDirectory(map);
        }
        var uit = await Programma.VoerUitAsync(
            StandaardenFactAttribute.Lint,
            "node",
            "pakket.mjs",
            Path.Combine(map, "datapackage.json")
        );

        Assert.Contains($"profile {profiel} true\n", uit, StringComparison.Ordinal);
        Assert.DoesNotContain("Fault", uit, StringComparison.Ordinal);
        var rijen = (await voorbeeld.Http.GetStringAsync($"/data/{dataset}/versies/1/{tabel}.ndjson")).Count(c =>
            c == '\n'
        );
        Assert.Contains($"\n{tabel} {rijen}\n", uit, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_says_the_same_as_json_with_every_dataset_every_format_and_the_services()
    {
        var ttl = await voorbeeld.Http.GetStringAsync("/data/catalogus.ttl");
        using var json = JsonDocument.Parse(await voorbeeld.Http.GetStringAsync("/data/catalogus.jsonld"));
        var dingen = json.RootElement.GetProperty("@graph").EnumerateArray().ToList();
        int Aantal(string soort) =>
            dingen.Count(d =>
                d.TryGetProperty("@type", out var t)
                && t.EnumerateArray().Any(s => s.GetString() == $"http://www.w3.org/ns/dcat#{soort}")
            );

        Assert.Equal(7, Aantal("Dataset"));
        Assert.Equal(Aantal("Distribution"), ttl.Split("<http://www.w3.org/ns/dcat#Distribution>").Length - 1);
        Assert.True(Aantal("DataService") >= 1);
        foreach (
            var adres in dingen.SelectMany(d =>
                d.TryGetProperty("dcat:downloadURL", out var u) ? u.EnumerateArray() : default
            )
        )
        {
            using var hoofd = new HttpRequestMessage(
                HttpMethod.Head,
                new Uri(adres.GetProperty("@id").GetString()!).PathAndQuery
            );
            Assert.Contains("/versies/1/", hoofd.RequestUri!.OriginalString, StringComparison.Ordinal);
        }
        Assert.Contains("/data/voorbeeld-iv3/versies/1/iv3.csv", ttl, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_search_engine_finds_the_dataset_and_its_description()
    {
        Assert.Contains(
            "/data/voorbeeld-vergunningen</loc>",
            await voorbeeld.Http.GetStringAsync("/sitemap.xml"),
            StringComparison.Ordinal
        );
        Assert.Contains(
            "<link rel=\"alternate\" type=\"application/ld+json\" href=\"/data/voorbeeld-vergunningen/schema.jsonld\">",
            await voorbeeld.Http.GetStringAsync("/data/voorbeeld-vergunningen"),
            StringComparison.Ordinal
        );
        using var json = JsonDocument.Parse(
            await voorbeeld.Http.GetStringAsync("/data/voorbeeld-vergunningen/schema.jsonld")
        );
        Assert.Equal("Dataset", json.RootElement.GetProperty("@type").GetString());
        Assert.Equal(9, json.RootElement.GetProperty("distribution").GetArrayLength());
    }
}

/// <summary>Skipped where the shapes of the standard are not beside the repository.</summary>
public sealed class StandaardenFactAttribute : FactAttribute
{
    public static readonly string Lint = Path.GetFullPath(Path.Combine(Hier(), "..", "Lint"));
    public static readonly string Map = Path.GetFullPath(Path.Combine(Hier(), "..", "..", "..", "shared", "standards"));

    public StandaardenFactAttribute() => Skip = Directory.Exists(Map) ? null : "skipped: no ../shared/standards";

    private static string Hier([CallerFilePath] string hier = "") => Path.GetDirectoryName(hier)!;
}
