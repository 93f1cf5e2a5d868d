using Portal.Data;
using Portal.Data.Ophalen;
using Xunit;

namespace Portal.Tests.Ophalen;

/// <summary>A source is a file and nothing else; one that is not whole is refused with the reason.</summary>
public sealed class BronlijstTests
{
    private const string Laag = """
        {"code":"bomen","titel":"Bomen","soort":"laag","doel":"Zien waar bomen staan.","ritme":"jaar",
         "adres":"https://bomen.example/lijst?gemeente={gemeente}","formaat":"geoJson","gezien":"nergens",
         "herkomst":{"eigenaar":"a","bron":"b","licentie":"CC0","licentieUrl":"https://example.nl"},
         "laag":{"thema":"groen","kolommen":{"id":"id","naam":"soort"}}}
        """;

    [Fact]
    public void Those_that_come_with_the_portal_say_what_they_are_and_where_the_form_was_seen()
    {
        var bronnen = Bronlijst.Lees();

        Assert.True(bronnen.Count >= 10);
        Assert.Equal(Bronsoort.Gebieden, bronnen[0].Soort);
        Assert.All(bronnen, b => Assert.True(b.Gezien.Length > 10 && b.Doel.EndsWith('.'), b.Code));
    }

    [Fact]
    public void A_folder_of_the_operator_adds_one()
    {
        var map = Directory.CreateTempSubdirectory("bronnen");
        File.WriteAllText(Path.Combine(map.FullName, "bomen.json"), Laag);

        var bron = Bronlijst.Lees(map.FullName).Single(b => b.Code == "bomen");

        Assert.Equal(
            "https://bomen.example/lijst?gemeente=GM9001",
            new Gemeente("GM9001", "X").Adres(bron.Adres).ToString()
        );
        Assert.Contains("bomen.example", Bronlijst.Hosts(Bronlijst.Lees(map.FullName)));
        map.Delete(recursive: true);
    }

    [Theory]
    [InlineData("https://bomen", "http://bomen", "https-adres")]
    [InlineData("bomen.example", "{naam}.example", "https-adres")]
    [InlineData("\"jaar\"", "\"soms\"", "ritme 'soms'")]
    [InlineData("\"groen\"", "\"veiligheid\"", "per gebied")]
    [InlineData("\"groen\"", "\"blauw\"", "thema 'blauw'")]
    [InlineData("\"naam\":", "\"name\":", "mist id of naam")]
    [InlineData("\"titel\"", "\"title\"", "beschrijft geen bron")]
    [InlineData("\"soort\":\"laag\"", "\"soort\":\"gebieden\"", "laag hoort bij")]
    public void What_is_wrong_in_it_is_said(string van, string naar, string reden)
    {
        var fout = Assert.Throws<ImportFout>(() =>
            Bronlijst.Lees(Laag.Replace(van, naar, StringComparison.Ordinal), "bomen.json")
        );

        Assert.Contains("bomen.json", fout.Message, StringComparison.Ordinal);
        Assert.Contains(reden, fout.Message, StringComparison.Ordinal);
    }
}
