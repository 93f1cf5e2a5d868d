using Portal.Data.Bekendmakingen.Koop;
using Xunit;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>A place in any form of the source, or a sentence that says why not.</summary>
public sealed class PlaatsaanduidingTests
{
    private static Plaatsaanduiding Lees(string soort, params string[] plaatsen) =>
        Plaatsaanduiding.Van(new(soort, null, plaatsen));

    [Theory]
    [InlineData("52.3863 4.8853", "POINT(4.8853 52.3863)", 4326)]
    [InlineData("52.3863,4.8853", "POINT(4.8853 52.3863)", 4326)]
    [InlineData("52.3863, 4.8853", "POINT(4.8853 52.3863)", 4326)]
    [InlineData("4.8853 52.3863", "POINT(4.8853 52.3863)", 4326)] // swapped
    [InlineData("121000 487000", "POINT(121000 487000)", 28992)]
    [InlineData("487000 121000", "POINT(121000 487000)", 28992)]
    [InlineData("POINT(120097.26  488031.32)", "POINT(120097.26 488031.32)", 28992)]
    [InlineData("POINT(52.3863 4.8853)", "POINT(4.8853 52.3863)", 4326)]
    [InlineData("point z ( 121000 487000 2.5 )", "POINT(121000 487000)", 28992)]
    [InlineData("MULTIPOINT((4.9 52.1),(4.8 52.2))", "MULTIPOINT(4.9 52.1,4.8 52.2)", 4326)]
    [InlineData("MULTIPOINT(4.9 52.1,4.8 52.2)", "MULTIPOINT(4.9 52.1,4.8 52.2)", 4326)]
    [InlineData("LINESTRING(6.23 52.12,6.24 52.13)", "LINESTRING(6.23 52.12,6.24 52.13)", 4326)]
    [InlineData(
        "MULTILINESTRING ((121000 487000, 121010 487000), (121020 487000, 121030 487005))",
        "MULTILINESTRING((121000 487000,121010 487000),(121020 487000,121030 487005))",
        28992
    )]
    [InlineData(
        "POLYGON((0 300000,10 300000,10 300010,0 300000),(1 300001,2 300001,2 300002,1 300001))",
        "POLYGON((0 300000,10 300000,10 300010,0 300000),(1 300001,2 300001,2 300002,1 300001))",
        28992
    )]
    [InlineData("POLYGON((5 52,5.1 52,5.1 52.1))", "POLYGON((5 52,5.1 52,5.1 52.1,5 52))", 4326)] // an open ring
    [InlineData(
        "MULTIPOLYGON(((5 52,5.1 52,5.1 52.1,5 52)),((52 6,52 6.1,52.1 6.1,52 6)))",
        "MULTIPOLYGON(((5 52,5.1 52,5.1 52.1,5 52)),((6 52,6.1 52,6.1 52.1,6 52)))",
        4326
    )]
    [InlineData(
        "51.97,4.61 51.96,4.62 51.95,4.60 51.97,4.61",
        "POLYGON((4.61 51.97,4.62 51.96,4.6 51.95,4.61 51.97))",
        4326
    )]
    [InlineData("51.97,4.61 51.96,4.62", "LINESTRING(4.61 51.97,4.62 51.96)", 4326)]
    [InlineData("51.97 4.61, 51.96 4.62", "LINESTRING(4.61 51.97,4.62 51.96)", 4326)]
    public void A_place_becomes_wkt_with_its_system(string tekst, string wkt, int srid)
    {
        var plaats = Lees("Lijn", tekst);

        Assert.Equal((wkt, srid, null), (plaats.Wkt, plaats.Srid, plaats.Fout));
        Assert.False(plaats.Stadsbreed);
    }

    [Fact]
    public void The_points_of_an_area_go_round_it()
    {
        Assert.Equal(
            "POLYGON((4.61 51.97,4.62 51.96,4.6 51.95,4.61 51.97))",
            Lees("Vlak", "51.97,4.61 51.96,4.62 51.95,4.60").Wkt
        );
    }

    [Theory]
    [InlineData("", "een plaats heeft twee coördinaten")]
    [InlineData("hier", "de soort geometrie is onbekend")]
    [InlineData("52.3863", "een plaats heeft twee coördinaten")]
    [InlineData("0 0", "de coördinaten liggen niet in Nederland")]
    [InlineData("POINT(0 0)", "de coördinaten liggen niet in Nederland")]
    [InlineData("POINT(2.35 48.85)", "de coördinaten liggen niet in Nederland")]
    [InlineData("POINT(300001 650001)", "de coördinaten liggen niet in Nederland")]
    [InlineData("POINT(NaN 52)", "de coördinaten liggen niet in Nederland")]
    [InlineData("POINT(4.9 52", "er ontbreekt een haakje")]
    [InlineData("POINT(4.9 52))", "achter de geometrie staat nog iets")]
    [InlineData("POINT(4.9 52,4.9 53)", "het aantal punten klopt niet")]
    [InlineData("POINT EMPTY", "de geometrie is leeg")]
    [InlineData("POINT(4,9 52,1)", "een plaats heeft twee coördinaten")]
    [InlineData("52.1 hier", "de coördinaten zijn geen getallen")]
    [InlineData("LINESTRING(4.9 52)", "het aantal punten klopt niet")]
    [InlineData("MULTILINESTRING((4.9 52,4.8 52),(4.9 52))", "het aantal punten klopt niet")]
    [InlineData("POLYGON((4.9 52,4.8 52,4.9 52))", "een vlak heeft minstens drie punten")]
    [InlineData("POLYGON(4.9 52,4.8 52,4.9 52)", "de haakjes kloppen niet")]
    [InlineData("LINESTRING(4.9 52,121000 487000)", "er staan graden en meters door elkaar")]
    [InlineData("CIRCLE(4.9 52)", "de soort geometrie is onbekend")]
    public void What_cannot_be_read_is_told(string tekst, string reden)
    {
        var plaats = Plaatsaanduiding.Van(new("Punt", "Kade 1", [tekst]));

        Assert.Null(plaats.Wkt);
        Assert.Null(plaats.Srid);
        Assert.StartsWith($"Plaats Punt ‘Kade 1’: {reden}", plaats.Fout, StringComparison.Ordinal);
    }

    [Fact]
    public void The_sound_one_of_several_texts_is_taken_and_the_other_told()
    {
        var plaats = Lees(
            "Vlak",
            "POLYGON ((136931 456617, 136920 456635))",
            "POLYGON((5.1235 52.0975,5.1233 52.0976,5.1234 52.0977,5.1235 52.0975))"
        );

        Assert.Equal(4326, plaats.Srid);
        Assert.Contains("een vlak heeft minstens drie punten", plaats.Fout, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Gemeente")]
    [InlineData("Woonplaats")]
    [InlineData("Provincie")]
    [InlineData("Waterschap")]
    public void A_whole_municipality_is_no_place(string soort)
    {
        var plaats = Lees(soort, "52.3863 4.8853");

        Assert.Equal((null, true, null), (plaats.Wkt, plaats.Stadsbreed, plaats.Fout));
    }

    [Fact]
    public void A_marker_without_coordinates_is_told_not_dropped()
    {
        Assert.Equal("Plaats Adres: er staan geen coördinaten bij.", Lees("Adres").Fout);
    }

    [Fact]
    public void A_text_of_a_stranger_costs_little()
    {
        foreach (var stuk in new[] { "(", "POLYGON(", "POLYGON((", ",", "1,", "52.1,4.9 ", "MULTIPOLYGON(((5 52," })
        {
            Assert.NotNull(Lees("Lijn", string.Concat(Enumerable.Repeat(stuk, 100_000)) + "x").Fout);
        }
    }
}
