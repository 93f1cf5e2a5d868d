using Portal.Data.Bestanden;
using Xunit;

namespace Portal.Tests.Lagen;

/// <summary>Files that are not what they seem, or too much.</summary>
public sealed class GeobestandGrensTests(DorpFixture dorp) : Geoproef(dorp)
{
    [Fact]
    public async Task What_is_no_sound_file_is_refused_whatever_it_is_called()
    {
        var rommel = new byte[5000];
        new Random(1).NextBytes(rommel);
        var heel = File.ReadAllBytes(Geomaker.Maak(Map, "heel.gpkg", Geomaker.Dingen));
        var kop = heel[..100];
        File.WriteAllBytes(Path.Combine(Map, "rommel.gpkg"), [.. kop, .. rommel]);
        File.WriteAllBytes(Path.Combine(Map, "half.gpkg"), heel[..(heel.Length / 2)]);
        File.WriteAllBytes(Path.Combine(Map, "rommel.fgb"), [.. "fgb\u0003fgb\u0001"u8, .. rommel]);

        await GeweigerdAsync("is niet te lezen", Path.Combine(Map, "rommel.gpkg"));
        await GeweigerdAsync("niet", Path.Combine(Map, "half.gpkg"));
        await GeweigerdAsync("is niet te lezen", Path.Combine(Map, "rommel.fgb"));
        await GeweigerdAsync("ontbreekt het bestand plekken.dbf", Shapefile("", "zonder-dbf.zip", ".dbf"));
    }

    [Fact]
    public async Task A_table_that_would_be_filled_from_a_file_of_this_machine_is_refused()
    {
        var pad = Geomaker.Maak(Map, "lezer.gpkg", Geomaker.Vlak, "-nln", "plekken");
        const string tabel =
            "CREATE VIRTUAL TABLE geheim USING VirtualText('/etc/passwd', 'UTF-8', 0, POINT, NONE, ':')";
        Geomaker.Sql(pad, tabel);
        Geomaker.Sql(pad, "update gpkg_contents set table_name = 'geheim'");

        await GeweigerdAsync("leest", pad);
    }

    [Fact]
    public async Task A_bomb_is_stopped_while_it_is_unpacked()
    {
        var groot = Path.Combine(Map, "bom.shp");
        File.WriteAllBytes(groot, new byte[3_000_000]);
        File.WriteAllText(Path.Combine(Map, "bom.shx"), "");
        File.WriteAllText(Path.Combine(Map, "bom.dbf"), "");
        var bom = Geomaker.Zip(Map, "bom.zip", Geomaker.Delen(groot, ""));
        Assert.True(new FileInfo(bom).Length < 10_000);

        await GeweigerdAsync("is uitgepakt meer dan 1.000.000 bytes", bom, new Grenzen { Uitgepakt = 1_000_000 });
        await GeweigerdAsync(
            "is uitgepakt meer dan 1.000.000 bytes",
            Verlaag(bom),
            new Grenzen { Uitgepakt = 1_000_000 }
        );
    }

    // The same zip, whose entries say that they hold a few bytes.
    private string Verlaag(string zip)
    {
        var bytes = File.ReadAllBytes(zip);
        var lengte = BitConverter.GetBytes(3_000_000);
        for (var i = 0; i < bytes.Length - 4; i++)
        {
            if (bytes.AsSpan(i, 4).SequenceEqual(lengte))
            {
                BitConverter.GetBytes(2_000_000).CopyTo(bytes, i);
            }
        }
        var pad = Path.Combine(Map, "leugen.zip");
        File.WriteAllBytes(pad, bytes);
        return pad;
    }

    [Fact]
    public async Task What_goes_over_a_limit_is_stopped_and_says_which()
    {
        var veel = string.Join(
            ',',
            Enumerable.Repeat(
                Geomaker.Dingen[Geomaker.Dingen.IndexOf("{\"type\":\"Feature\",", StringComparison.Ordinal)..^2],
                2000
            )
        );
        var pad = Geomaker.Maak(
            Map,
            "veel.fgb",
            "{\"type\":\"FeatureCollection\",\"crs\":{\"type\":\"name\","
                + "\"properties\":{\"name\":\"EPSG:28992\"}},\"features\":["
                + veel
                + "]}",
            "-f",
            "FlatGeobuf"
        );

        await GeweigerdAsync("is als GeoJSON groter dan 20.000 bytes", pad, new Grenzen { Ineens = 20_000 });
        await GeweigerdAsync("duurde langer dan 0 seconden", pad, new Grenzen { GdalSeconden = 0 });
        await GeweigerdAsync("geheugen", pad, new Grenzen { GdalGeheugen = 100_000_000 });
    }
}
