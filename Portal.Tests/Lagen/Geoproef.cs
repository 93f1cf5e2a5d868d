using System.Text.Json;
using Portal.Data;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Xunit;

namespace Portal.Tests.Lagen;

/// <summary>Loads files of GDAL in the invented village, or sees that they are refused.</summary>
public abstract class Geoproef(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    protected DorpFixture Portaal { get; } = dorp;

    protected string Map { get; } = Geomaker.Map(dorp);

    protected Task<ImportRapport> LaadAsync(
        string code,
        string pad,
        Grenzen? grenzen = null,
        params (string Naam, string Tekst)[] opties
    ) =>
        new LaagImport(new Publicatie(Portaal.Db, Portaal.Archief)) { Grenzen = grenzen }.LaadAsync(
            pad,
            new Keuzes(
                opties.Append(("dataset", code)).Append(("titel", "Laag")).ToDictionary(o => o.Item1, o => o.Item2)
            ),
            CancellationToken.None
        );

    protected async Task<JsonElement[]> DingenAsync(string code)
    {
        using var json = JsonDocument.Parse(await Portaal.Http.GetStringAsync($"/lagen/{code}.geojson"));
        return [.. json.RootElement.GetProperty("features").EnumerateArray().Select(f => f.Clone())];
    }

    /// <summary>Refused with this sentence, and nothing of it stays behind.</summary>
    protected async Task GeweigerdAsync(
        string melding,
        string pad,
        Grenzen? grenzen = null,
        params (string, string)[] opties
    )
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => LaadAsync("geweigerd", pad, grenzen, opties));
        Assert.Contains(melding, fout.Message, StringComparison.Ordinal);
        Assert.Contains(Path.GetFileName(pad), fout.Message, StringComparison.Ordinal);
        Assert.EndsWith("Er is niets veranderd.", fout.Message, StringComparison.Ordinal);
        Assert.DoesNotContain(Portaal.Archief, fout.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(Portaal.Archief, ".binnen-*"));
    }

    protected string Shapefile(string in_ = "", string naam = "laag.zip", params string[] niet)
    {
        var map = Directory.CreateDirectory(Path.Combine(Map, Path.GetRandomFileName())).FullName;
        var shp = Geomaker.Maak(map, "plekken.shp", Geomaker.Vlak, "-lco", "ENCODING=CP1252");
        return Geomaker.Zip(map, naam, Geomaker.Delen(shp, in_, niet));
    }
}
