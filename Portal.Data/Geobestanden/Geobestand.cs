using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Geobestanden;

/// <summary>
/// A file that GDAL knows, as GeoJSON in a folder that is gone afterwards. Coordinates in RD and in degrees stay as
/// they are,
/// for one place reads those; anything else becomes degrees.
/// </summary>
internal sealed partial class Geobestand(Geosoort soort, string map, Grenzen? eigen = null)
{
    private readonly Grenzen _grenzen = eigen ?? Grenzen.Nu;

    // RD, RD with NAP, ETRS89, and the names of degrees.
    private static readonly string[] Gewoon = ["28992", "7415", "4258", "4326", "4979", "CRS84"];

    // Of the tables without rows of their own only the index of places is known: it is written as the standard has
    // it.
    private const string TabellenSql = """
        select c.table_name as naam, (
            select count(*) from sqlite_master m
            where m.type = 'table' and coalesce(m.rootpage, 0) = 0 and not (
                m.name like 'rtree%' and instr(m.name, '(') = 0 and instr(m.name, '/') = 0 and instr(m.name, '--') = 0
                and replace(replace(replace(replace(lower(m.sql), '"', ''), ' ', ''), char(10), ''), char(9), '')
                    = 'createvirtualtable' || replace(lower(m.name), ' ', '') || 'usingrtree(id,minx,maxx,miny,maxy)'))
                    as vreemd
        from gpkg_contents c where c.data_type = 'features' order by c.table_name limit 1000
        """;

    /// <returns>The path of the GeoJSON.</returns>
    /// <exception cref="ImportFout">It cannot be read, or which layer is not clear.</exception>
    public async Task<string> ZetOmAsync(Levering levering, string? gevraagd, CancellationToken ct)
    {
        var gdal = new Gdal(levering.Naam, map, _grenzen);
        gdal.Overslaan = Anders(await gdal.VoerUitAsync(ct, "ogrinfo", "--formats"));
        var (bron, laag) = soort.Gezipt
            ? new GeoZip(levering.Naam, _grenzen).PakUit(levering.Pad, soort, soort.IsShapefile ? gevraagd : null, map)
            : (Neem(levering), null);
        var keuze = !soort.HeeftLagen ? [] : await KiesAsync(gdal, bron, levering, gevraagd, ct);
        var doel = Path.Combine(map, "uit.geojson");
        string[] opdracht =
        [
            "ogr2ogr",
            "-f",
            "GeoJSON",
            "-dim",
            "XY",
            "-nlt",
            "CONVERT_TO_LINEAR",
            .. Codering(bron),
            doel,
            bron,
            .. keuze,
        ];
        await gdal.VoerUitAsync(ct, opdracht);
        var stelsel = Stelsel(doel);
        if (stelsel is not null && !Gewoon.Contains(stelsel))
        {
            File.Delete(doel);
            await gdal.VoerUitAsync(ct, [.. opdracht, "-t_srs", "EPSG:4326"]);
        }
        Meld(levering, keuze.FirstOrDefault() ?? laag, stelsel);
        return doel;
    }

    private string Neem(Levering levering)
    {
        var bron = Path.Combine(map, "laag" + soort.Extensie);
        File.Copy(levering.Pad, bron);
        return bron;
    }

    private async Task<string[]> KiesAsync(
        Gdal gdal,
        string bron,
        Levering levering,
        string? gevraagd,
        CancellationToken ct
    )
    {
        var lagen =
            soort == Geosoort.GeoPackage
                ? await TabellenAsync(gdal, bron, levering, ct)
                : Namen(await gdal.VoerUitAsync(ct, "ogrinfo", "-ro", "-q", bron));
        var laag = Laagkeuze.Kies(levering.Naam, lagen, gevraagd);
        return lagen.Count == 1 && soort != Geosoort.GeoPackage ? []
            : laag.StartsWith('-')
                ? throw new ImportFout(
                    $"De laag {Zin.Veilig(laag, 40)} in {levering.Naam} begint met een streepje. Geef hem "
                        + "een andere naam. Er is niets veranderd."
                )
            : [laag];
    }

    // A virtual table would be filled from any file of this machine when it is read.
    private async Task<List<string>> TabellenAsync(Gdal gdal, string bron, Levering levering, CancellationToken ct)
    {
        var doel = Path.Combine(map, "lagen.geojson");
        await gdal.VoerUitAsync(ct, "ogr2ogr", "-f", "GeoJSON", doel, bron, "-sql", TabellenSql);
        using var json = JsonBestand.Lees(doel, levering.Naam).Json;
        var tabellen = json
            .RootElement.GetProperty("features")
            .EnumerateArray()
            .Select(f => f.GetProperty("properties"))
            .Select(p => (Naam: p.GetProperty("naam").GetString()!, Vreemd: p.GetProperty("vreemd").GetInt32()))
            .ToList();
        return tabellen.Any(t => t.Vreemd > 0)
            ? throw new ImportFout(
                $"{levering.Naam} heeft een tabel die uit een ander bestand leest. Dat mag niet; sla de "
                    + "laag opnieuw op. Er is niets veranderd."
            )
            : [.. tabellen.Select(t => t.Naam)];
    }

    private static List<string> Namen(string uitvoer) => [.. Regel().Matches(uitvoer).Select(r => r.Groups[1].Value)];

    // GDAL 3.6 cannot be told which driver opens a file, only which may not.
    private string Anders(string uitvoer) =>
        string.Join(
            ',',
            Driver().Matches(uitvoer).Select(d => d.Groups[1].Value).Where(d => d != soort.Driver && d != "GeoJSON")
        );

    // Without a .cpg GDAL takes Latin 1; what writes these is Windows.
    private string[] Codering(string bron) =>
        soort.IsShapefile && !File.Exists(Path.ChangeExtension(bron, ".cpg")) ? ["-oo", "ENCODING=CP1252"] : [];

    private static string? Stelsel(string geojson)
    {
        using var bestand = File.OpenText(geojson);
        var begin = new char[2000];
        return Crs().Match(new(begin, 0, bestand.ReadBlock(begin))) is { Success: true } gevonden
            ? gevonden.Groups[1].Value
            : null;
    }

    private void Meld(Levering levering, string? laag, string? stelsel)
    {
        levering.Meldingen.Add(
            $"{levering.Naam} is een {soort.Naam}{(laag is null ? "" : $", laag {Zin.Veilig(laag, 40)}")}."
        );
        if (stelsel is null && soort.IsShapefile && !File.Exists(Path.Combine(map, "laag.prj")))
        {
            levering.Meldingen.Add(
                "In de zip zit geen .prj, dus er staat niet bij welke coördinaten het zijn; ze zijn aan de "
                    + "getallen herkend. Kloppen de plekken niet, zip dan ook het .prj-bestand mee."
            );
        }
    }

    [GeneratedRegex(@"^  (.+?) -[a-z, ]+- \(", RegexOptions.Multiline)]
    private static partial Regex Driver();

    [GeneratedRegex(
        @"^\d+: (.*?)(?: \((?:3D |Measured )*(?:(?:Multi )?(?:Point|Line String|Polygon)|Geometry Collection|None)\))?$",
        RegexOptions.Multiline
    )]
    private static partial Regex Regel();

    [GeneratedRegex("^\"crs\": .*\"urn:ogc:def:crs:[^\"]*:([^\":]+)\"", RegexOptions.Multiline)]
    private static partial Regex Crs();
}
