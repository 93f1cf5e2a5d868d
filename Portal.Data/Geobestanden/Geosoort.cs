using System.IO.Compression;
using System.Xml;

namespace Portal.Data.Geobestanden;

/// <summary>
/// A kind of file that GDAL turns into GeoJSON, known by what is in the file and never by its name.
/// </summary>
/// <param name="Driver">The one driver of GDAL that may open it.</param>
internal sealed record Geosoort(string Naam, string Driver, string Extensie)
{
    public static readonly Geosoort Shapefile = new("Shapefile", "ESRI Shapefile", ".shp");
    public static readonly Geosoort GeoPackage = new("GeoPackage", "GPKG", ".gpkg");
    public static readonly Geosoort Kml = new("KML-bestand", "LIBKML", ".kml");
    public static readonly Geosoort Gml = new("GML-bestand", "GML", ".gml");
    private static readonly Geosoort FlatGeobuf = new("FlatGeobuf-bestand", "FlatGeobuf", ".fgb");

    private static readonly XmlReaderSettings Begin = new()
    {
        DtdProcessing = DtdProcessing.Prohibit,
        MaxCharactersInDocument = 1_000_000,
    };

    /// <summary>It came in a zip.</summary>
    public bool Gezipt { get; private init; }

    /// <summary>One file may hold several layers.</summary>
    public bool HeeftLagen => this != FlatGeobuf && !IsShapefile;

    public bool IsShapefile => Driver == Shapefile.Driver;

    /// <returns>Null: it is nothing that needs GDAL.</returns>
    public static Geosoort? Van(string pad)
    {
        using var bestand = File.OpenRead(pad);
        Span<byte> ruimte = stackalloc byte[100];
        var begin = ruimte[..bestand.ReadAtLeast(ruimte, ruimte.Length, throwOnEndOfStream: false)];
        bestand.Position = 0;
        return begin.StartsWith("SQLite format 3\0"u8) && begin.Length == 100 && begin[68..].StartsWith("GP"u8)
                ? GeoPackage
            : begin.StartsWith("fgb"u8) && begin.Length > 8 && begin[4..].StartsWith("fgb"u8) ? FlatGeobuf
            : begin.StartsWith("PK\u0003\u0004"u8) ? VanZip(bestand)
            : begin.Contains((byte)'<') ? VanXml(bestand)
            : null;
    }

    private static Geosoort? VanZip(FileStream bestand)
    {
        try
        {
            using var zip = new ZipArchive(bestand, ZipArchiveMode.Read, leaveOpen: true);
            var soort =
                zip.GetEntry("xl/workbook.xml") is not null ? null
                : GeoZip.Heeft(zip, Shapefile.Extensie) ? Shapefile
                : GeoZip.Heeft(zip, Kml.Extensie) ? Kml
                : null;
            return soort is null ? null : soort with { Gezipt = true };
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    private static Geosoort? VanXml(FileStream bestand)
    {
        try
        {
            using var xml = XmlReader.Create(bestand, Begin);
            return xml.MoveToContent() != XmlNodeType.Element ? null
                : xml.LocalName == "kml" ? Kml
                : xml.LocalName == "FeatureCollection" && (IsGml(xml.NamespaceURI) || IsGml(xml.LookupNamespace("gml")))
                    ? Gml
                : null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static bool IsGml(string? ruimte) =>
        ruimte?.StartsWith("http://www.opengis.net/", StringComparison.Ordinal) is true;
}
