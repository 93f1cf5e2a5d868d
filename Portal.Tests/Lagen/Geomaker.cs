using System.Diagnostics;
using System.IO.Compression;

namespace Portal.Tests.Lagen;

/// <summary>Files as a municipality delivers them, made by GDAL itself.</summary>
internal static class Geomaker
{
    /// <summary>
    /// Two things in RD: a playground (a polygon in AA01) and a tree (a point in AB01), with a day and accents.
    /// </summary>
    public const string Dingen = """
        {"type":"FeatureCollection","crs":{"type":"name","properties":{"name":"urn:ogc:def:crs:EPSG::28992"}},"features":[
        {"type":"Feature","properties":{"naam":"Speelplek café","soort":"spelen","sinds":"2024-05-01","hoogte":1.5},
         "geometry":{"type":"Polygon","coordinates":[[[121010,487010],[121050,487010],[121050,487050],[121010,487050],[121010,487010]]]}},
        {"type":"Feature","properties":{"naam":"Eik","soort":"boom","sinds":"2023-01-31","hoogte":12},
         "geometry":{"type":"Point","coordinates":[121250,487050,3.5]}}]}
        """;

    /// <summary>Only the polygon, for forms that take one kind.</summary>
    public static string Vlak =>
        Dingen[..Dingen.IndexOf(",\n{\"type\":\"Feature\",\"properties\":{\"naam\":\"Eik", StringComparison.Ordinal)]
        + "]}";

    /// <summary>An empty folder that goes with the database of the test.</summary>
    public static string Map(ITestDatabase database) =>
        Directory.CreateDirectory(Path.Combine(database.Archief, Path.GetRandomFileName())).FullName;

    public static string Maak(string map, string naam, string geojson, params string[] opties)
    {
        var bron = Path.Combine(map, Path.GetRandomFileName() + ".geojson");
        File.WriteAllText(bron, geojson);
        return MaakVan(map, naam, bron, opties);
    }

    public static string MaakVan(string map, string naam, string bron, params string[] opties)
    {
        var doel = Path.Combine(map, naam);
        Draai("ogr2ogr", ["-q", .. opties, doel, bron]);
        return doel;
    }

    public static void Sql(string gpkg, string sql) => Draai("ogrinfo", ["-q", gpkg, "-sql", sql]);

    private static void Draai(string programma, string[] woorden)
    {
        var start = new ProcessStartInfo(programma, woorden) { RedirectStandardError = true };
        using var proces = Process.Start(start)!;
        var fout = proces.StandardError.ReadToEnd();
        proces.WaitForExit();
        if (proces.ExitCode != 0)
        {
            throw new InvalidOperationException(fout);
        }
    }

    public static string Zip(string map, string naam, params (string Naam, string Pad)[] delen)
    {
        var doel = Path.Combine(map, naam);
        using var zip = ZipFile.Open(doel, ZipArchiveMode.Create);
        foreach (var (deel, pad) in delen)
        {
            zip.CreateEntryFromFile(pad, deel);
        }
        return doel;
    }

    /// <summary>The parts of a Shapefile in a folder, as entries under another folder.</summary>
    public static (string, string)[] Delen(string shp, string in_, params string[] niet) =>
        [
            .. Directory
                .GetFiles(Path.GetDirectoryName(shp)!, Path.GetFileNameWithoutExtension(shp) + ".*")
                .Where(f => Path.GetExtension(f) is ".shp" or ".shx" or ".dbf" or ".prj" or ".cpg")
                .Where(f => !niet.Contains(Path.GetExtension(f)))
                .Select(f => (in_ + Path.GetFileName(f), f)),
        ];
}
