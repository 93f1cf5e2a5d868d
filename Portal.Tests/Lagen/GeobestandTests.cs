using System.Text;
using System.Text.Json;
using Xunit;

namespace Portal.Tests.Lagen;

/// <summary>A layer from a file that only GDAL reads.</summary>
public sealed class GeobestandTests(DorpFixture dorp) : Geoproef(dorp)
{
    public static TheoryData<string, string, string> Vormen =>
        new()
        {
            { "gpkg", "dingen.gpkg", "GPKG" },
            { "fgb", "dingen.fgb", "FlatGeobuf" },
            { "kml", "dingen.kml", "LIBKML" },
            { "gml", "dingen.gml", "GML" },
            { "anders", "heet-anders.txt", "GPKG" },
        };

    [Theory]
    [MemberData(nameof(Vormen))]
    public async Task What_GDAL_writes_is_read_with_its_places_kinds_and_accents(
        string code,
        string naam,
        string driver
    )
    {
        var rapport = await LaadAsync(code, Geomaker.Maak(Map, naam, Geomaker.Dingen, "-f", driver));

        Assert.Equal((2, 2, 0), (rapport.Gelezen, rapport.Geladen, rapport.Afwijzingen.Count));
        var dingen = (await DingenAsync(code)).OrderBy(d =>
            d.GetProperty("properties").GetProperty("titel").GetString()
        );
        Assert.Equal(
            [("Eik", "AB01", "Point"), ("Speelplek café", "AA01", "Polygon")],
            dingen.Select(d =>
                (
                    d.GetProperty("properties").GetProperty("titel").GetString(),
                    d.GetProperty("properties").GetProperty("gebiedscode").GetString(),
                    d.GetProperty("geometry")
                        .GetProperty("type")
                        .GetString()!
                        .Replace("Multi", "", StringComparison.Ordinal)
                )
            )
        );
        Assert.DoesNotContain(
            "_visibility",
            await Portaal.Http.GetStringAsync($"/lagen/{code}.csv"),
            StringComparison.Ordinal
        );
        Assert.Empty(Directory.GetFileSystemEntries(Portaal.Archief, ".binnen-*"));
    }

    [Theory]
    [InlineData("shp-in-map", "map/diep/", ".cpg")]
    [InlineData("shp-slip", "../../../", ".cpg")]
    public async Task A_zipped_shapefile_is_read_wherever_its_parts_say_they_belong(
        string code,
        string in_,
        string niet
    )
    {
        var rapport = await LaadAsync(code, Shapefile(in_, "laag.zip", niet));

        Assert.Contains("laag.zip is een Shapefile, laag plekken.", rapport.Meldingen);
        var ding = Assert.Single(await DingenAsync(code)).GetProperty("properties");
        Assert.Equal("Speelplek café", ding.GetProperty("titel").GetString());
        Assert.Equal("2024-05-01", ding.GetProperty("sinds").GetString());
        Assert.Equal("AA01", ding.GetProperty("gebiedscode").GetString());
    }

    [Fact]
    public async Task Without_prj_the_numbers_tell_and_the_report_says_so()
    {
        var rapport = await LaadAsync("zonder-prj", Shapefile("", "zonder.zip", ".prj"));

        Assert.Contains(rapport.Meldingen, m => m.Contains("geen .prj", StringComparison.Ordinal));
        Assert.Equal(
            "AA01",
            (await DingenAsync("zonder-prj"))[0].GetProperty("properties").GetProperty("gebiedscode").GetString()
        );
    }

    [Fact]
    public async Task Another_coordinate_system_becomes_ours()
    {
        var pad = Geomaker.Maak(Map, "utm.gpkg", Geomaker.Dingen, "-t_srs", "EPSG:25831");
        await LaadAsync("utm", pad);

        Assert.Equal(
            ["AA01", "AB01"],
            (await DingenAsync("utm"))
                .Select(d => d.GetProperty("properties").GetProperty("gebiedscode").GetString()!)
                .Order()
        );
    }

    [Fact]
    public async Task Of_several_layers_one_is_chosen()
    {
        var gpkg = Geomaker.Maak(Map, "twee.gpkg", Geomaker.Dingen, "-nln", "bomen en plekken");
        Geomaker.Maak(Map, "twee.gpkg", Geomaker.Vlak, "-update", "-nln", "plekken");
        var een = Geomaker.Maak(Map, "een.shp", Geomaker.Vlak);
        var zip = Geomaker.Zip(
            Map,
            "twee.zip",
            [
                .. Geomaker.Delen(een, ""),
                .. Geomaker
                    .Delen(een, "map/")
                    .Select(d => (d.Item1.Replace("een", "ander", StringComparison.Ordinal), d.Item2)),
            ]
        );

        await GeweigerdAsync("heeft 2 lagen: bomen en plekken, plekken. Kies er een met --laag", gpkg);
        await GeweigerdAsync("heeft 2 lagen: een, ander. Kies er een met --laag", zip);
        await GeweigerdAsync("--laag wegen: die laag zit niet in", gpkg, null, ("laag", "wegen"));
        Assert.Equal(2, (await LaadAsync("gekozen", gpkg, null, ("laag", "Bomen en plekken"))).Geladen);
        Assert.Equal(1, (await LaadAsync("gekozen-zip", zip, null, ("laag", "ander"))).Geladen);
    }

    [Fact]
    public async Task A_kml_zipped_or_not_is_read_by_one_driver_whatever_it_says_it_is()
    {
        var pad = Path.Combine(Map, "vrt.kml");
        await File.WriteAllTextAsync(
            pad,
            "<kml xmlns=\"http://www.opengis.net/kml/2.2\"><!-- <OGRVRTDataSource> "
                + "--><Document><Placemark><name>Bank</name><description>Onder de eik</description>"
                + "<Point><coordinates>4.9,52.37</coordinates></Point></Placemark><NetworkLink><Link><href>http://127.0.0.1:9/x.kml</href>"
                + "</Link></NetworkLink></Document></kml>",
            Encoding.UTF8,
            CancellationToken.None
        );

        Assert.Equal(1, (await LaadAsync("vrt", pad)).Geladen);
        Assert.Equal(
            "Onder de eik",
            Assert.Single(await DingenAsync("vrt")).GetProperty("properties").GetProperty("omschrijving").GetString()
        );
        Assert.Equal(1, (await LaadAsync("kmz", Geomaker.Zip(Map, "vrt.kmz", ("doc.kml", pad)))).Geladen);
    }
}
