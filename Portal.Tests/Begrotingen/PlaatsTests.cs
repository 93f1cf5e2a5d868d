using Portal.Data.Begrotingen;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>Names of places in texts: the rules, on an invented town.</summary>
public sealed class PlaatsTests
{
    private static readonly HerkenbaarGebied[] Gebieden =
    [
        new("N", "stadsdeel", "Noord", []),
        new("Z", "stadsdeel", "Zuid", []),
        new("NA", "wijk", "Landrust", ["N"]),
        new("NA01", "buurt", "Landrust-Noord", ["NA", "N"]),
        new("NA02", "buurt", "Geelbuurt", ["NA", "N"]),
        new("NB", "wijk", "De Kolenbak", ["N"]),
        new("ZA", "wijk", "Stadionbuurt", ["Z"]),
    ];

    private static readonly Gebiedsnaam[] Namen = [new("Gashal", null, "waar heel de stad komt")];

    private static Plaatsnaam Plek(long id, string naam, params string[] boven) => new(id, naam, "plekken", boven);

    private static readonly Plaatsnaam[] Plekken =
    [
        Plek(1, "Rozenpark", "NA01", "NA", "N"),
        Plek(2, "Bibliotheek De Uil", "NA02", "NA", "N"),
        Plek(3, "Kerkstraat", "NA", "N"), // it runs through both buurten
        Plek(4, "Kerkstraat", "ZA", "Z"),
        Plek(5, "Dubbelpark", "NA01", "NA", "N"),
        Plek(6, "Dubbelpark", "NA02", "NA", "N"),
        Plek(7, "Gashal", "NA01", "NA", "N"), // no proof, says the municipality
        Plek(8, "Landrust", "NB", "N"), // an area is called so too
        Plek(9, "De Omloop", "NA01", "NA", "N"), // a word like any other
        Plek(10, "LLC", "NA01", "NA", "N"),
        Plek(11, "Vierhof", "NB", "N"),
        Plek(12, "Lindepark", "N"),
        Plek(13, "De Stadstuin", "NB", "N"),
    ];

    private static Herkenning? Vind(string? stadsdeel, params string?[] teksten) =>
        new GebiedHerkenning(Gebieden, Namen, Plekken).VindMetPlek(stadsdeel, teksten);

    [Theory]
    [InlineData("Zomerfeest in het Rozenpark 2019", "NA01", 1L)]
    [InlineData("Zomerfeest rozen park", "NA01", 1L)]
    [InlineData("Voorlezen bij bibliotheek De Uil", "NA02", 2L)]
    [InlineData("Bloembakken Kerkstraat", "NA", 3L)] // the one of this stadsdeel, in the smallest area that holds it
    [InlineData("Landrust: feest in het Rozenpark", "NA01", 1L)] // the one says where the other is
    [InlineData("Rozenpark en Geelbuurt", "NA", null)] // both
    [InlineData("Rozenpark en Vierhof", null, null)] // together they are all of the stadsdeel
    [InlineData("Rozenpark en Tulpenpark", null, null)] // one is not known
    [InlineData("Muziek in het Dubbelpark", "NA", null)] // there are two
    [InlineData("Feest in de Gashal", null, null)]
    [InlineData("Feest in Landrust", "NA", null)]
    [InlineData("Feest van de Omloop", null, null)]
    [InlineData("Feest bij LLC", null, null)]
    [InlineData("Speeltuin Rozenpark-West", null, null)] // the name of something else
    [InlineData("Stichting Rozenpark 2019", null, null)]
    [InlineData("Museum Rozenpark", null, null)]
    [InlineData("Stichting Muziek Rozenpark", null, null)]
    [InlineData("BC Rozenpark", null, null)]
    [InlineData("Voorschool UniKidz Rozenpark", null, null)]
    [InlineData("Wandeling rond het Rozenpark", null, null)]
    [InlineData("Rozenpark en omgeving", null, null)]
    [InlineData("Vrienden van het Rozenpark", "NA01", 1L)]
    [InlineData("Tuinieren in De Stadstuin", "NB", 13L)]
    [InlineData("Tuinieren in een stadstuin", null, null)]
    [InlineData("Kinderboerderijen De Kip.Rozenpark", null, null)]
    [InlineData("Kinderboerderijen De Kip/Rozenpark", null, null)]
    [InlineData("Feest in Rozenpark, Brinkhuis", null, null)] // there is more, of which it is not known where
    [InlineData("Feest 2018, Feest in het Rozenpark 2019, Feest 2020", null, null)]
    [InlineData("Feest in het Lindepark", "N", 12L)] // a park that is only a point: its buurten are not known
    [InlineData("Lindepark en Geelbuurt", null, null)]
    public void A_place_is_the_one_thing_of_the_stadsdeel_that_a_text_names(string tekst, string? gebied, long? plek)
    {
        var gevonden = Vind("N", tekst);

        Assert.Equal((gebied, plek), (gevonden?.Gebied.Code, gevonden?.Plek?.Id));
    }

    [Fact]
    public void What_the_applicant_is_called_or_a_row_of_the_whole_city_names_is_no_place()
    {
        Assert.Null(Vind("N", "Feest", "Speeltuin Rozenpark"));
        Assert.Null(Vind(null, "Feest in het Rozenpark"));
        Assert.Null(new GebiedHerkenning(Gebieden, Namen, Plekken).Vind("N", "Feest in het Rozenpark"));
    }
}
