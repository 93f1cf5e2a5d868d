using System.Text;
using Portal.Data;
using Portal.Data.Bestanden;
using Xunit;

namespace Portal.Tests.Bestanden;

public sealed class TekstTests
{
    [Theory]
    [InlineData("CafÃ© RosÃ©", "Café Rosé")]
    [InlineData("formele â\u0080\u0093 informele zorg", "formele – informele zorg")]
    [InlineData("â€œCitaatâ€\u009d", "“Citaat”")]
    [InlineData("Ã\u0089\u00c3\u0089N DAK", "ÉÉN DAK")]
    [InlineData("Chassébuurt", "Chassébuurt")]
    [InlineData("50 % ± 2", "50 % ± 2")]
    public void Repairs_letters_only_where_it_is_certain(string ruw, string verwacht) =>
        Assert.Equal(verwacht, Tekst.Herstel(ruw));

    [Fact]
    public void Tells_when_letters_stay_broken()
    {
        Assert.True(Tekst.LijktKapot("caf\uFFFD"));
        Assert.False(Tekst.LijktKapot("café"));
    }

    [Theory]
    [InlineData("mail jan@voorbeeld.nl", "e-mailadres")]
    [InlineData("bel 06-12345678", "telefoonnummer")]
    [InlineData("bel 020 624 1111", "telefoonnummer")]
    [InlineData("bsn 111222333", "burgerservicenummer")]
    [InlineData("rekening NL91 ABNA 0417 1643 00", "rekeningnummer")]
    [InlineData("nl91abna0417164300", "rekeningnummer")]
    [InlineData("BE68 5390 0754 7034 t.n.v. de penningmeester", "rekeningnummer")]
    [InlineData("NL92ABNA9417164300", null)]
    [InlineData("RSIN 854651500", null)]
    [InlineData("(oud zaaknr: ZK14004476)", null)]
    [InlineData("EVbestel Peugeot, kenteken VX-123-B", "kenteken")]
    [InlineData("oud zaaknr: Z-14-12031", null)]
    [InlineData("Dossier 2016/00123, 123456789", null)]
    public void Finds_what_points_at_a_person(string tekst, string? verwacht) =>
        Assert.Equal(verwacht, Privacy.Vind(tekst));

    [Theory]
    [InlineData("a;b\n1;2\n")]
    [InlineData("a,b\r\n1,2\r\n")]
    [InlineData("a\tb\n1\t2")]
    public void A_csv_may_use_any_of_three_separators(string tekst) =>
        Assert.Equal("2", CsvBestand.VanTekst("x.csv", tekst).Rijen.Single()["B"]);

    [Fact]
    public void A_missing_column_is_named_with_the_columns_that_are_there()
    {
        var fout = Assert.Throws<ImportFout>(() =>
            CsvBestand.VanTekst("x.csv", "Bedrag_Verleend;Naam\n1;2").Eis("bedragverleend", "Jaar")
        );

        Assert.Contains("ontbreekt de kolom Jaar", fout.Message, StringComparison.Ordinal);
        Assert.Contains("Bedrag_Verleend, Naam", fout.Message, StringComparison.Ordinal);
    }
}
