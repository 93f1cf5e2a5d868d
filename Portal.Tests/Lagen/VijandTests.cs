using System.IO.Compression;
using Portal.Data;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Lagen;

/// <summary>Files that were made to do harm: each is refused in a sentence, and leaves nothing behind.</summary>
public sealed class VijandTests(DorpFixture dorp) : Geoproef(dorp)
{
    [Fact]
    public async Task A_zip_that_would_write_elsewhere_holds_a_zip_or_a_link_is_none_of_ours()
    {
        var buiten = Path.Combine(Path.GetTempPath(), $"portal-slip-{Guid.NewGuid():N}.shp");
        await GeweigerdAsync(
            "niet",
            Zip("slip.zip", ($"../../../../../..{buiten}", "x"), ("../../laag.dbf", "x"), ("laag.shx", "x"))
        );
        Assert.False(File.Exists(buiten));

        var binnen = File.ReadAllBytes(Zip("binnen.zip", ("laag.shp", new string('x', 100_000))));
        var nest = Path.Combine(Map, "nest.zip");
        using (var zip = ZipFile.Open(nest, ZipArchiveMode.Create))
        {
            await using var deel = zip.CreateEntry("binnen.zip").Open();
            deel.Write(binnen);
        }
        await GeweigerdAsync("niet", nest);

        var link = Path.Combine(Map, "link.zip");
        using (var zip = ZipFile.Open(link, ZipArchiveMode.Create))
        {
            foreach (var deel in new[] { "laag.shp", "laag.shx", "laag.dbf" })
            {
                var entry = zip.CreateEntry(deel);
                entry.ExternalAttributes = unchecked((int)0xA1FF0000); // a symbolic link
                using var schrijver = new StreamWriter(entry.Open());
                schrijver.Write("/etc/passwd");
            }
        }
        await GeweigerdAsync("niet", link);
    }

    [Fact]
    public async Task A_zip_of_a_million_entries_is_refused_before_its_list_is_read()
    {
        var pad = Path.Combine(Map, "miljoen.zip");
        const int aantal = 1_000_000;
        using (var schrijver = new BinaryWriter(File.Create(pad)))
        {
            schrijver.Write("PK\x03\x04"u8);
            for (var i = 0; i < aantal; i++)
            {
                schrijver.Write("PK\x01\x02"u8);
                schrijver.Write(new byte[24]);
                schrijver.Write((short)4);
                schrijver.Write(new byte[16]);
                schrijver.Write("a.sh"u8);
            }
            schrijver.Write("PK\x05\x06"u8);
            schrijver.Write(new byte[4]);
            schrijver.Write(1); // says that there is one
            schrijver.Write(50 * aantal);
            schrijver.Write(4);
            schrijver.Write((short)0);
        }
        var voor = GC.GetTotalAllocatedBytes(precise: true);
        await GeweigerdAsync("bevat meer bestanden", pad);
        Assert.InRange(GC.GetTotalAllocatedBytes(precise: true) - voor, 0, 100_000_000);
    }

    [Fact]
    public async Task Parts_of_a_zip_that_are_one_another_are_counted_as_often_as_they_are_taken_out()
    {
        var pad = Path.Combine(Map, "overlap.zip");
        File.WriteAllBytes(
            pad,
            Overlap(["l.shp", "l.shx", "l.dbf", .. Enumerable.Range(1, 900).Select(i => $"m{i}.shx")])
        );
        Assert.True(new FileInfo(pad).Length < 100_000); // and all of it is 900 MB

        await GeweigerdAsync("is uitgepakt meer dan 2.500.000 bytes", pad, new() { Uitgepakt = 2_500_000 });
        await GeweigerdAsync("niet", pad);
    }

    /// <summary>Each name is an entry of the list; all are the same megabyte of zeros.</summary>
    private static byte[] Overlap(string[] namen)
    {
        using var pak = new MemoryStream();
        using (var deflate = new DeflateStream(pak, CompressionLevel.SmallestSize, leaveOpen: true))
        {
            deflate.Write(new byte[1_000_000]);
        }
        // Version, flags, method, time; the CRC of a megabyte of zeros; how long, packed and not
        var vast = Bytes((short)20, (short)0, (short)8, 0, 0x1279CB9E, (int)pak.Length, 1_000_000);
        var begin = Bytes("PK\u0003\u0004", vast, (short)1, (short)0, "a", pak.ToArray());
        var lijst = namen
            .SelectMany(n => Bytes("PK\u0001\u0002", (short)20, vast, (short)n.Length, new byte[16], n))
            .ToArray();
        var aantal = (short)namen.Length;
        return Bytes(begin, lijst, "PK\u0005\u0006", 0, aantal, aantal, lijst.Length, begin.Length, (short)0);
    }

    private static byte[] Bytes(params object[] delen) =>
        [
            .. delen.SelectMany(d =>
                d switch
                {
                    short s => BitConverter.GetBytes(s),
                    int i => BitConverter.GetBytes(i),
                    string t => System.Text.Encoding.Latin1.GetBytes(t),
                    _ => (byte[])d,
                }
            ),
        ];

    [Theory]
    [InlineData("svg.geojson", "<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>")]
    [InlineData("html.geojson", "<!doctype html><html><body onload=alert(1)>x</body></html>")]
    [InlineData("html.csv", "<!doctype html><html><body onload=alert(1)>x</body></html>")]
    [InlineData("svg.kml", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>")]
    public async Task A_page_or_a_picture_is_no_layer(string naam, string inhoud) =>
        await Assert.ThrowsAsync<ImportFout>(() => LaadAsync("pagina", Bestand(naam, inhoud)));

    [Theory]
    [InlineData("bom.kml", "kml xmlns=\"http://www.opengis.net/kml/2.2\"", "Document")]
    [InlineData("bom.gml", "gml:FeatureCollection xmlns:gml=\"http://www.opengis.net/gml\"", "gml:featureMember")]
    public async Task Entities_of_xml_are_not_read(string naam, string wortel, string deel)
    {
        const string begin =
            "<?xml version=\"1.0\"?><!DOCTYPE x [<!ENTITY a0 \"aaaaaaaaaa\"><!ENTITY geheim SYSTEM "
            + "\"file:///etc/passwd\">";
        var keer = Enumerable
            .Range(1, 11)
            .Select(i => $"<!ENTITY a{i} \"{string.Concat(Enumerable.Repeat($"&a{i - 1};", 8))}\">");
        var bom =
            begin
            + string.Concat(keer)
            + $"]><{wortel}><{deel}><name>&a11;&geheim;</name></{deel}></{wortel.Split(' ')[0]}>";
        await GeweigerdAsync("", Bestand(naam, bom));
    }

    [Theory]
    [InlineData("[NaN, 487050]")]
    [InlineData("[Infinity, 487050]")]
    [InlineData("[1e400, 487050]")]
    public async Task A_place_that_is_no_number_is_no_place(string plek)
    {
        var json =
            "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\",\"properties\":{\"id\":\"1\","
            + "\"naam\":\"eik\"},"
            + $"\"geometry\":{{\"type\":\"Point\",\"coordinates\":{plek}}}}}]}}";
        await Assert.ThrowsAnyAsync<Exception>(() => LaadAsync("getal", Bestand("getal.geojson", json)));
        Assert.Equal(
            0,
            await Portaal.Db.QuerySingleAsync<int>(
                "select count(*)::int from laagobject where titel = 'eik' and geom is not null and sleutel = '1'"
            )
        );
    }

    [Fact]
    public async Task What_is_nested_without_end_does_not_take_the_process_with_it()
    {
        var diep = new string('[', 200_000) + new string(']', 200_000);
        await GeweigerdAsync("", Bestand("diep.geojson", $"{{\"type\":\"FeatureCollection\",\"features\":{diep}}}"));
        var verzameling =
            string.Concat(Enumerable.Repeat("{\"type\":\"GeometryCollection\",\"geometries\":[", 50_000))
            + string.Concat(Enumerable.Repeat("]}", 50_000));
        await GeweigerdAsync(
            "",
            Bestand(
                "verzameling.geojson",
                $"{{\"type\":\"FeatureCollection\",\"features\":[{{\"type\":\"Feature\","
                    + $"\"properties\":{{\"naam\":\"x\"}},\"geometry\":{verzameling}}}]}}"
            )
        );
    }

    [Fact]
    public async Task A_shape_of_ten_million_corners_is_rejected_and_never_in_memory_as_a_whole()
    {
        var pad = Path.Combine(Map, "hoeken.geojson");
        await using (var schrijver = new StreamWriter(pad))
        {
            await schrijver.WriteAsync(
                "{\"type\":\"FeatureCollection\",\"features\":[{\"type\":\"Feature\","
                    + "\"properties\":{\"naam\":\"groot\"},\"geometry\":{\"type\":\"Polygon\",\"coordinates\":[["
            );
            for (var i = 0; i < 10_000_000; i++)
            {
                await schrijver.WriteAsync("[1,2],");
            }
            await schrijver.WriteAsync("[1,2]]]}}]}");
        }
        await GeweigerdAsync("elke vorm groter dan", pad);

        const string klein = ",{\"type\":\"Feature\",\"properties\":{\"naam\":\"klein\"},\"geometry\":null}";
        await using (var erbij = new FileStream(pad, FileMode.Open))
        {
            erbij.Seek(-2, SeekOrigin.End);
            erbij.Write(System.Text.Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(klein, 9)) + "]}"));
        }
        var rapport = await LaadAsync("hoeken", pad);
        Assert.Equal(9, rapport.Geladen);
        Assert.Equal("de vorm is groter dan 2000000 tekens", Assert.Single(rapport.Afwijzingen).Reden);
        File.Delete(pad);
    }

    private string Bestand(string naam, string inhoud)
    {
        var pad = Path.Combine(Map, naam);
        File.WriteAllText(pad, inhoud);
        return pad;
    }

    private string Zip(string naam, params (string Naam, string Inhoud)[] delen)
    {
        var pad = Path.Combine(Map, naam);
        using var zip = ZipFile.Open(pad, ZipArchiveMode.Create);
        foreach (var (deel, inhoud) in delen)
        {
            using var schrijver = new StreamWriter(zip.CreateEntry(deel).Open());
            schrijver.Write(inhoud);
        }
        return pad;
    }
}
