using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;
using Portal.Data.Voorbeeld;
using Xunit;

namespace Portal.Tests;

/// <summary>
/// Six square buurten of 100 m in RD: stadsdeel A (wijken AA, AB) and stadsdeel B (wijk BA), with names and
/// inhabitants.
/// </summary>
public sealed class DorpFixture : PortalFixture
{
    public static readonly string Buurten = Dorp.GeoJson(Dorp.Buurten);

    protected override Task VulAsync(ITestDatabase database) => VulDorpAsync(database);

    internal static async Task VulDorpAsync(ITestDatabase database)
    {
        await Dorp.LaadAsync(database, Buurten, "buurten.geojson");
        await Dorp.LaadAsync(
            database,
            """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"code":"A","naam":"Oudzijde","aantal_wijken":2},"geometry":{"type":"Polygon","coordinates":[[[121000,487000],[121400,487000],[121400,487100],[121000,487100],[121000,487000]]]}},
              {"type":"Feature","properties":{"code":"B","naam":"Nieuwzijde","aantal_wijken":1},"geometry":{"type":"Polygon","coordinates":[[[121400,487000],[121600,487000],[121600,487100],[121400,487100],[121400,487000]]]}}]}
            """,
            "stadsdelen.geojson"
        );
        await Dorp.LaadAsync(
            database,
            """
            {"type":"FeatureCollection","features":[
              {"type":"Feature","properties":{"code":"AA","naam":"Molenwijk","stadsdeel_code":"A"},"geometry":{"type":"Polygon","coordinates":[[[121000,487000],[121200,487000],[121200,487100],[121000,487100],[121000,487000]]]}},
              {"type":"Feature","properties":{"code":"AB","naam":"Havenwijk","stadsdeel_code":"A"},"geometry":{"type":"Polygon","coordinates":[[[121200,487000],[121400,487000],[121400,487100],[121200,487100],[121200,487000]]]}},
              {"type":"Feature","properties":{"code":"BA","naam":"Veldwijk","stadsdeel_code":"B"},"geometry":{"type":"Polygon","coordinates":[[[121400,487000],[121600,487000],[121600,487100],[121400,487100],[121400,487000]]]}}]}
            """,
            "wijken.geojson"
        );
        await File.WriteAllTextAsync(
            Dorp.Pad(database, "inwoners.csv"),
            "code;inwoners\nAA01;100\nAA02;200\nAB01;40\nAB02;300\nBA01;0\nBA02;1.000\n"
        );
        await new InwonersImport(database.Publicatie).LaadAsync(
            Dorp.Pad(database, "inwoners.csv"),
            2024,
            null,
            CancellationToken.None
        );
    }
}

/// <summary>The example municipality, as a fresh install shows it.</summary>
public class VoorbeeldFixture : PortalFixture
{
    protected override Task VulAsync(ITestDatabase database) =>
        new Voorbeeldgemeente(database.Db, database.Publicatie).VulAsync(CancellationToken.None);
}

/// <summary>
/// The real files of ../shared/data; empty where that folder is absent, as it may be outside our machines.
/// </summary>
public sealed class AmsterdamFixture : PortalFixture
{
    protected override async Task VulAsync(ITestDatabase database)
    {
        if (!EchteData.Aanwezig)
        {
            return;
        }
        foreach (
            var bestand in new[]
            {
                "amsterdam_buurten_518.geojson",
                "derived/amsterdam_wijken_110.geojson",
                "derived/amsterdam_stadsdelen_9.geojson",
            }
        )
        {
            await new GebiedImport(database.Publicatie).LaadAsync(
                EchteData.Pad(bestand),
                new(2022),
                CancellationToken.None
            );
        }
        foreach (
            var bestand in new[] { "amsterdam_gebieden22_codes.geojson", "amsterdam_gebieden_west_oost_2015_2022.csv" }
        )
        {
            await new GebiedNamenImport(database.Publicatie).LaadAsync(
                EchteData.Pad(bestand),
                2022,
                CancellationToken.None
            );
        }
        await new InwonersImport(database.Publicatie).LaadAsync(
            EchteData.Pad("nl_wijken_2024.geojson"),
            2024,
            null,
            CancellationToken.None
        );
        await new InwonersImport(database.Publicatie).LaadAsync(
            EchteData.Pad("amsterdam_bbga_gebieden_2005_2018.csv"),
            null,
            "OIS Amsterdam, BBGA",
            CancellationToken.None
        );
        await new GebiedsnaamImport(database.Publicatie).LaadAsync(
            EchteData.Gemeente("amsterdam/gebiedsnamen.csv"),
            EchteData.Gemeente("amsterdam/herkenning.csv"),
            CancellationToken.None
        );
        await new SubsidieImport(database.Publicatie).LaadAsync(
            EchteData.Pad("amsterdam_subsidieregister.csv"),
            CancellationToken.None
        );
        await new InitiatiefImport(database.Publicatie).LaadAsync(
            EchteData.Pad("amsterdam_west_begroot_2022.pb"),
            CancellationToken.None
        );
    }
}

/// <summary>A test on the real files; skipped where they are not.</summary>
public sealed class EchteDataFactAttribute : FactAttribute
{
    public EchteDataFactAttribute() => Skip = EchteData.Aanwezig ? null : "skipped: no ../shared/data";
}

/// <summary>Needs a disk of its own, that can be full.</summary>
public sealed class RootFactAttribute : FactAttribute
{
    public RootFactAttribute() => Skip = Environment.UserName == "root" ? null : "skipped: only root can mount a disk";
}

public sealed class EchteDataTheoryAttribute : TheoryAttribute
{
    public EchteDataTheoryAttribute() => Skip = EchteData.Aanwezig ? null : "skipped: no ../shared/data";
}

public static class EchteData
{
    private static readonly string? Map = Zoek();

    public static bool Aanwezig => Map is not null;

    /// <summary>A delivery of our own, kept in the repository.</summary>
    public static string Gemeente(string bestand) => Path.Combine(AppContext.BaseDirectory, "gemeenten", bestand);

    public static string Pad(string bestand) => Path.Combine(Map!, bestand);

    private static string? Zoek()
    {
        for (var map = new DirectoryInfo(AppContext.BaseDirectory); map is not null; map = map.Parent)
        {
            var data = Path.Combine(map.FullName, "shared", "data");
            if (File.Exists(Path.Combine(data, "MANIFEST.md")))
            {
                return data;
            }
        }
        return null;
    }
}
