using Portal.Data.Begrotingen;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>Every rule of recognition on an invented town, both ways.</summary>
public sealed class GebiedHerkenningTests
{
    private static readonly HerkenbaarGebied[] Gebieden =
    [
        new("N", "stadsdeel", "Noord", []),
        new("Z", "stadsdeel", "Zuid", []),
        new("G1", "gebied", "Bol en Lommer", ["N"]),
        new("G2", "gebied", "Oud Noord / Haven", ["N"]),
        new("G3", "gebied", "Zuiderkwartier", ["Z"]),
        new("NA", "wijk", "Landrust", ["G1", "N"]),
        new("NB", "wijk", "De Kolenbak", ["G1", "N"]),
        new("NC", "wijk", "H-buurt", ["G2", "N"]),
        new("NA01", "buurt", "Landrust-Noord", ["NA", "G1", "N"]),
        new("NA02", "buurt", "Jan Geelbuurt", ["NA", "G1", "N"]),
        new("NB01", "buurt", "Vogelbuurt-Oost", ["NB", "G1", "N"]),
        new("NB02", "buurt", "Vogelbuurt-West", ["NB", "G1", "N"]),
        new("NC01", "buurt", "D-buurt", ["NC", "G2", "N"]),
        new("NC02", "buurt", "F-buurt", ["NC", "G2", "N"]),
        new("NC03", "buurt", "Noorderpark", ["NC", "G2", "N"]),
        new("ZA", "wijk", "Stadionbuurt", ["G3", "Z"]),
        new("ZA01", "buurt", "Marathonbuurt", ["ZA", "G3", "Z"]),
        new("ZA02", "buurt", "Kerkplein e.o.", ["ZA", "G3", "Z"]),
        new("ZA03", "buurt", "Overtoomse Veld", ["ZA", "G3", "Z"]),
    ];

    private static readonly Gebiedsnaam[] Namen =
    [
        new("Bollo", "G1", null),
        new("Bijleveld", "Z", null),
        new("Drienoord", "NC02", null, "Z"),
        new("Zuid-Holland", null, "een provincie"),
        new("Melkweg", null, "ook een podium"),
        new("Gashal", "NA02", "waar heel de stad komt"),
        new("Zuiderzicht", "G3", null),
        new("NZ", "N", null),
    ];

    private static string? Code(string? stadsdeel, params string?[] teksten) =>
        new GebiedHerkenning(Gebieden, Namen).Vind(stadsdeel, teksten)?.Gebied.Code;

    [Theory]
    [InlineData("Feest in Landrust", "NA")]
    [InlineData("Feest in de Kolenbak", "NB")]
    [InlineData("Feest in deKolenbak", "NB")] // glued
    [InlineData("Jan Geel buurt in bloei", "NA02")] // written apart
    [InlineData("Vogelbuurt schoon", "NB")] // both halves
    [InlineData("Landrustbuurt schoon", "NA")]
    [InlineData("Ouderen Bol & Lommer", "G1")] // the kind gebied, by its own name
    [InlineData("Ouderen Haven", "G2")] // and by a part of it
    [InlineData("Ouderen Bollo", "G1")] // a popular name
    [InlineData("Feest in Noord", null)] // the stadsdeel itself
    [InlineData("Feest in het Noorderpark", null)] // a park
    [InlineData("Feest in de Stadionbuurt", null)] // of another stadsdeel
    [InlineData("Melkweg op straat", null)]
    [InlineData("Gashal open", "NA02")] // counts in its own stadsdeel
    public void A_name_is_an_area_of_the_stadsdeel(string tekst, string? verwacht) =>
        Assert.Equal(verwacht, Code("N", tekst));

    [Theory]
    [InlineData("Jeugd Landrust & Kolenbak", "G1")]
    [InlineData("Jeugd Landrust, Kolenbak en H-buurt", null)] // together they are all of the stadsdeel
    [InlineData("Jeugd Landrust/Jan Geelbuurt", "NA")]
    [InlineData("Jeugd Landrust + Kolenbak", "G1")]
    [InlineData("H-, F- en D-buurt", "NC")]
    [InlineData("F/D-buurt", "NC")]
    [InlineData("Vogelbuurt-Oost en -West", "NB")]
    [InlineData("Jeugd Landrust en Piet Modderbuurt", null)] // one is not known
    [InlineData("Jeugd Landrust & Piet Modder", null)]
    [InlineData("Marathon- en Jan Geelbuurt", null)] // one lies elsewhere
    [InlineData("Sint- en Jan Geelbuurt", null)] // half a word that is no name
    [InlineData("Jeugd Landrust e.a. buurten", null)]
    [InlineData("Jeugd Landrust, Melkweg", null)] // no proof by itself, but a place
    [InlineData("Jeugd Landrust en omgeving", "NA")]
    [InlineData("Kinderen en ouderen Landrust", "NA")]
    [InlineData("Bol en Lommer (Landrust)", "NA")] // the one says where the other is
    [InlineData("Landrust en Bol en Lommer", "G1")] // both
    public void A_list_is_the_smallest_area_that_holds_all_or_nothing(string tekst, string? verwacht) =>
        Assert.Equal(verwacht, Code("N", tekst));

    [Theory]
    [InlineData("Marathon- en Stadionbuurt", "ZA")]
    [InlineData("Kerkplein", "ZA02")]
    [InlineData("Jongerenwerk Piet Mondriaan/Overtoomseveld & Marathonbuurt", "ZA")]
    [InlineData("Drienoord feest", "NC02")] // once of this stadsdeel
    public void In_the_other_stadsdeel_too(string tekst, string verwacht) => Assert.Equal(verwacht, Code("Z", tekst));

    [Theory]
    [InlineData("Feest in de Kolenbak", "NB")]
    [InlineData("Buurtteam Noord 2025", "N")]
    [InlineData("Buurtteam noord 2025", "N")]
    [InlineData("Bijleveld danst", "Z")] // a name of all of a stadsdeel
    [InlineData("Team NZ", "N")]
    [InlineData("nz", null)]
    [InlineData("Schaatsen in noord en zuid", null)] // two stadsdelen
    [InlineData("Buurtteam Noord, Zuid", null)]
    [InlineData("Orkest van Zuid-Holland", null)]
    [InlineData("Kinkerstraat Noord", null)]
    [InlineData("Noord-Zuidlijn", null)]
    [InlineData("Noord danst", null)]
    [InlineData("Jordaan Landrust Zuid", "NA")] // a point of the compass after a name is part of it
    [InlineData("Sporthal Landrust", null)]
    [InlineData("Landrust College", null)]
    [InlineData("Stichting Productiehuis Noord", null)]
    [InlineData("Gashal open", null)] // counts in its own stadsdeel only
    [InlineData("Landrust en Gashal", "NA")]
    [InlineData("Landrust en Zuid", null)]
    public void In_the_whole_city_a_name_must_be_unique_and_not_of_something_else(string tekst, string? verwacht) =>
        Assert.Equal(verwacht, Code(null, tekst));

    [Fact]
    public void The_applicant_counts_after_the_project_and_in_the_whole_city_only_when_it_says_where_it_works()
    {
        Assert.Equal("NA", Code("N", "Feest", "Stichting Landrust"));
        Assert.Equal("NB", Code("N", "Kolenbak", "Stichting Landrust"));
        Assert.Null(Code("N", "Landrust en Melkweg", "Stichting Kolenbak"));
        Assert.Null(Code(null, "Feest", "Stichting Landrust"));
        Assert.Equal("NA", Code(null, "Feest", "BIZ-vereniging Landrust"));
        Assert.Equal("ZA", Code(null, "Feest", "Stichting Welkom in de Stadionbuurt"));
        Assert.Null(Code(null, "Feest", "Wijkcentrum Noord"));
        Assert.Null(Code("N", null, null));
    }

    [Fact]
    public void The_words_are_kept() =>
        Assert.Equal(
            "landrust, kolenbak",
            new GebiedHerkenning(Gebieden, Namen).Vind("N", "Landrust en de Kolenbak")!.Tekst
        );
}
