using System.Text;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Xunit;

namespace Portal.Tests.Gebieden;

/// <summary>Files as no system should write them: a sentence, never a stack trace.</summary>
public sealed class GebiedVormTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private static readonly string Goed = Dorp.Feature("""{"code":"AA01","naam":"goed"}""", Dorp.Vierkant(121000));

    private Task<ImportRapport> LaadAsync(short indeling, params string[] features) =>
        Dorp.LaadAsync(dorp, Dorp.Verzameling(features), $"vorm-{indeling}.geojson", indeling);

    private static string Met(string geometrie) =>
        $$"""{"type":"Feature","id":"buurten.1","properties":{"code":"AA02","naam":"b"},"geometry":{{geometrie}}}""";

    [Theory]
    [InlineData("""{"features":[null]}""", "geen enkel gebied te lezen. Rij 1: hier staat geen gebied")]
    [InlineData("""{"features":[[1],"x",3]}""", "Rij 1: hier staat geen gebied")]
    [InlineData("""{"features":[{"properties":{"code":"AA02","code":"AA03"}}]}""", "staat een naam twee keer")]
    [InlineData("""{"features":[{"a\ud800":1,"b":2}]}""", "regel 1: hier staat een half teken")]
    [InlineData("""{"features":[]}""", "staat geen enkel gebied")]
    [InlineData("""{"features":null}""", "geen GeoJSON")]
    [InlineData("""{"_embedded":null}""", "geen GeoJSON")]
    [InlineData("""{"_embedded":{}}""", "geen GeoJSON")]
    [InlineData("""{"_embedded":{"buurten":{"a":1}}}""", "geen GeoJSON")]
    public async Task A_file_without_areas_is_refused_in_a_sentence(string inhoud, string melding)
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => Dorp.LaadAsync(dorp, inhoud, "leeg.json", 2041));

        Assert.Contains(melding, fout.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2042, "null", "", "hier staat geen gebied")]
    [InlineData(2043, """{"properties":{"code":"AA02","naam":"\ud800"}}""", "", "half teken")]
    [InlineData(2044, """{"properties":{"code":"AA02","naam":"a\u0000b"}}""", "naam", "leeg teken (NUL)")]
    [InlineData(2045, """{"properties":{"code":"AA02"},"geometry":[]}""", "geometrie", "heeft geen geometrie")]
    [InlineData(
        2046,
        """{"properties":{"code":"AA02","eindGeldigheid":"ooit"}}""",
        "eindGeldigheid",
        "dit is geen datum"
    )]
    public async Task A_row_that_cannot_be_read_is_rejected_and_the_rest_is_loaded(
        short indeling,
        string feature,
        string kolom,
        string reden
    )
    {
        var rapport = await LaadAsync(indeling, Goed, feature);

        var afwijzing = Assert.Single(rapport.Afwijzingen);
        Assert.Equal((1, 2, kolom), (rapport.Geladen, afwijzing.Rij, afwijzing.Kolom));
        Assert.Contains(reden, afwijzing.Reden, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(2051, """{"type":"Polygon","coordinates":[]}""", "niet te lezen")]
    [InlineData(2052, """{"type":"Polygon","coordinates":[[]]}""", "niet te lezen")]
    [InlineData(2053, """{"type":"MultiPolygon","coordinates":[]}""", "niet te lezen")]
    [InlineData(2054, """{"type":"GeometryCollection","geometries":[]}""", "niet te lezen")]
    [InlineData(2055, """{"type":"Point","coordinates":[121000,487000]}""", "geen vlak")]
    [InlineData(
        2056,
        """{"type":"Polygon","coordinates":[[[121100,487000],[121200,487000],[121200,487100],[121100,487100]]]}""",
        "niet gesloten"
    )]
    [InlineData(2057, """{"type":"Polygon","coordinates":[[[null,null],[1,"x"],[2,2],[1,1]]]}""", "")]
    public async Task A_shape_that_cannot_be_used_is_rejected(short indeling, string geometrie, string reden)
    {
        var rapport = await LaadAsync(indeling, Goed, Met(geometrie));

        var afwijzing = Assert.Single(rapport.Afwijzingen);
        Assert.Equal((1, 2, "geometrie"), (rapport.Geladen, afwijzing.Rij, afwijzing.Kolom));
        Assert.Contains(reden, afwijzing.Reden, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        2058,
        """{"type":"GeometryCollection","geometries":[{"type":"Point","coordinates":[121100,487000]},{"type":"Polygon","coordinates":[#]}]}"""
    )]
    [InlineData(
        2059,
        """{"type":"GeometryCollection","geometries":[{"type":"Polygon","coordinates":[#]},{"type":"Polygon","coordinates":[#]}]}"""
    )]
    public async Task Of_a_collection_the_polygons_count(short indeling, string geometrie)
    {
        var rapport = await LaadAsync(
            indeling,
            Met(geometrie.Replace("#", Dorp.Vierkant(121100), StringComparison.Ordinal))
        );

        Assert.Empty(rapport.Afwijzingen);
        Assert.Contains(rapport.Meldingen, m => m.Contains("alleen de vlakken", StringComparison.Ordinal));
        Assert.Equal(10000, await OppervlakteAsync(indeling));
    }

    [Fact]
    public async Task A_third_coordinate_is_left_out()
    {
        await LaadAsync(
            2060,
            Met(
                """{"type":"Polygon","coordinates":[[[121100,487000,1],[121200,487000,2],[121200,487100,3],[121100,487100,4],[121100,487000,1]]]}"""
            )
        );

        Assert.Equal(10000, await OppervlakteAsync(2060));
    }

    [Fact]
    public async Task Latin_1_in_GeoJSON_is_read_as_it_was_meant()
    {
        var pad = Dorp.Pad(dorp, "latijn.geojson");
        var tekst = Dorp.Verzameling(Dorp.Feature("""{"code":"AA01","naam":"Curaçaobuurt"}""", Dorp.Vierkant(121000)));
        await File.WriteAllBytesAsync(pad, Encoding.Latin1.GetBytes(tekst));
        await Dorp.LaadAsync(dorp.Publicatie, pad, 2061);

        Assert.Equal(
            "Curaçaobuurt",
            await dorp.Db.QuerySingleAsync<string>(
                "select naam from gebied_gepubliceerd where indeling = 2061 and soort = 'buurt'"
            )
        );
    }

    [Fact]
    public async Task What_is_too_long_is_rejected_with_the_limit()
    {
        var rapport = await LaadAsync(
            2062,
            Goed,
            Dorp.Feature($$"""{"code":"{{new string('A', 3000)}}","naam":"x"}""", Dorp.Vierkant(121100)),
            Dorp.Feature($$"""{"code":"AA03","naam":"{{new string('n', 201)}}"}""", Dorp.Vierkant(121200))
        );

        Assert.Equal(
            [
                (2, "code", "dit zijn 3000 tekens; meer dan 40 kan niet"),
                (3, "naam", "dit zijn 201 tekens; meer dan 200 kan niet"),
            ],
            rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom, a.Reden))
        );
    }

    [Fact]
    public async Task A_value_that_cannot_be_read_is_told_and_the_area_stays()
    {
        var rapport = await LaadAsync(
            2063,
            Dorp.Feature(
                """{"code":"AA01","naam":"a","aantal_inwoners":"veel","volgnummer":"1.5","beginGeldigheid":"31-02-2020"}""",
                Dorp.Vierkant(121000)
            ),
            Dorp.Feature(
                """{"code":"AA02","naam":"b","aantal_inwoners":-99997,"volgnummer":2,"beginGeldigheid":"24-3-2022"}""",
                Dorp.Vierkant(121100)
            )
        );

        Assert.Equal((2, 0), (rapport.Geladen, rapport.Afwijzingen.Count));
        Assert.Equal(
            ["volgnummer", "beginGeldigheid", "inwoners"],
            rapport
                .Meldingen.Where(m => m.StartsWith("Rij 1, kolom ", StringComparison.Ordinal))
                .Select(m => m["Rij 1, kolom ".Length..m.IndexOf(':', StringComparison.Ordinal)])
        );
        Assert.DoesNotContain(rapport.Meldingen, m => m.StartsWith("Rij 2", StringComparison.Ordinal));
        Assert.Equal(
            new DateOnly(2022, 3, 24),
            await dorp.Db.QuerySingleAsync<DateOnly>(
                "select geldig_van from gebied_gepubliceerd where indeling = 2063 and code = 'AA02'"
            )
        );
    }

    [Fact]
    public async Task More_points_than_can_be_checked_are_refused_with_the_limit()
    {
        var ring = string.Join(',', Enumerable.Repeat("[121100,487000]", GebiedGrenzen.Punten));
        var rapport = await LaadAsync(2064, Goed, Met($$"""{"type":"Polygon","coordinates":[[{{ring}},[1,1]]]}"""));
        Assert.Equal(
            "gebied AA02 heeft 200.001 punten; meer dan 200.000 kan niet. Vereenvoudig de grens",
            Assert.Single(rapport.Afwijzingen).Reden
        );

        var veel = Enumerable.Range(0, GebiedGrenzen.Gebieden + 1);
        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync(2065, [.. veel.Select(i => Dorp.Feature($$"""{"code":"N{{i}}"}""", "[]"))])
        );
        Assert.Contains("20.001 gebieden van deze gemeente; meer dan 20.000", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task More_points_together_than_can_be_checked_are_refused_with_the_limit()
    {
        var punten = string.Join(',', Enumerable.Repeat("[1,1]", GebiedGrenzen.Punten));
        var vorm = $$"""{"type":"Polygon","coordinates":[[{{punten}}]]}""";
        var aantal = GebiedGrenzen.PuntenSamen / GebiedGrenzen.Punten + 1;

        var fout = await Assert.ThrowsAsync<AfgekeurdeLevering>(() =>
            LaadAsync(2066, [.. Enumerable.Range(0, aantal).Select(i => Dorp.Feature($$"""{"code":"N{{i}}"}""", vorm))])
        );

        Assert.Contains("5.200.000 punten", fout.Message, StringComparison.Ordinal);
        Assert.Contains("meer dan 5.000.000", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Areas_that_take_too_long_to_compare_are_loaded_and_the_report_says_so()
    {
        var haast = new Publicatie(dorp.Db, dorp.Archief) { Nakijktijd = TimeSpan.FromMilliseconds(1) };
        var overlap = Dorp.Feature("""{"code":"AA03","naam":"over"}""", Dorp.Vierkant(121050));

        var rapport = await Dorp.LaadAsync(
            haast,
            Dorp.Schrijf(dorp, "lang.geojson", Dorp.Verzameling(Goed, overlap)),
            2067
        );

        Assert.Contains(
            rapport.Meldingen,
            m => m.StartsWith("Of de gebieden op elkaar aansluiten is niet nagekeken", StringComparison.Ordinal)
        );
        Assert.DoesNotContain(rapport.Meldingen, m => m.Contains("overlappen", StringComparison.Ordinal));
        Assert.Equal((2, 2L), (rapport.Geladen, await AantalAsync(2067)));
    }

    private Task<long> AantalAsync(int indeling) =>
        dorp.Db.QuerySingleAsync<long>(
            $"select count(*) from gebied_gepubliceerd where indeling = {indeling} and soort = 'buurt'"
        );

    private Task<double> OppervlakteAsync(int indeling) =>
        dorp.Db.QuerySingleAsync<double>(
            $"select round(ST_Area(geom)) from gebied_gepubliceerd where indeling = {indeling} and soort = 'buurt'"
        );
}

/// <summary>The same for inhabitants, of which an unreadable number is no number.</summary>
public sealed class InwonersVormTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    private Task<ImportRapport> LaadAsync(string naam, string inhoud, short jaar) =>
        new InwonersImport(dorp.Publicatie).LaadAsync(
            Dorp.Schrijf(dorp, naam, inhoud),
            jaar,
            null,
            CancellationToken.None
        );

    [Fact]
    public async Task A_number_that_cannot_be_read_is_rejected_with_its_column()
    {
        var rapport = await LaadAsync(
            "getallen.csv",
            "code;inwoners;huishoudens\nAA01;1.234;600\nAA02;12,5;6\nAB01;12;veel\nAB02;12.0;.\n",
            2001
        );

        Assert.Equal([(3, "inwoners"), (4, "huishoudens")], rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)));
        Assert.Equal(
            [("AA01", 1234), ("AB02", 12)],
            await dorp.Db.QueryAsync<(string, int)>(
                "select code, inwoners from inwoners_nu where jaar = 2001 and length(code) = 4 order by code"
            )
        );
    }

    [Fact]
    public async Task Null_parts_of_JSON_are_rejected_rows()
    {
        var rapport = await LaadAsync(
            "inwoners.json",
            """
            {"features":[null,{"properties":null,"geometry":null},{"properties":{"buurtcode":"BU9998AA01","aantal_inwoners":"tien"}},
             {"properties":{"buurtcode":"BU9998AA02","aantal_inwoners":20,"aantal_huishoudens":"x"}},
             {"properties":{"buurtcode":"BU9998AB01","aantal_inwoners":30,"aantal_huishoudens":null}}]}
            """,
            2002
        );

        Assert.Equal(
            [(1, ""), (2, "code"), (3, "inwoners"), (4, "huishoudens")],
            rapport.Afwijzingen.OrderBy(a => a.Rij).Select(a => (a.Rij, a.Kolom))
        );
        Assert.Equal(1, rapport.Geladen);
    }

    [Fact]
    public async Task A_text_that_is_called_a_workbook_is_read_as_a_CSV()
    {
        var fout = await Assert.ThrowsAsync<ImportFout>(() => LaadAsync("inwoners.xlsx", "geen werkmap", 2003));

        Assert.Contains("ontbreekt een aantal kolommen", fout.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_year_in_the_file_that_cannot_be_is_rejected()
    {
        var rapport = await LaadAsync(
            "bbga.csv",
            "2005 STAD BEVTOTAAL 742951\n1066 STAD BEVTOTAAL 12\n2999 STAD BEVTOTAAL 12\n",
            2005
        );

        Assert.Equal([(2, "jaar"), (3, "jaar")], rapport.Afwijzingen.Select(a => (a.Rij, a.Kolom)));
    }
}
