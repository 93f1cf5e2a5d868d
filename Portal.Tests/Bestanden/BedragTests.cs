using System.Globalization;
using Portal.Data.Bestanden;
using Xunit;

namespace Portal.Tests.Bestanden;

public sealed class BedragTests
{
    [Theory]
    [InlineData("1.234,56", "1234.56")]
    [InlineData("1234.56", "1234.56")]
    [InlineData("1,234.56", "1234.56")]
    [InlineData("€ 1.234.567,8", "1234567.80")]
    [InlineData("€12", "12")]
    [InlineData("EUR 12", "12")]
    [InlineData("(10,00)", "-10")]
    [InlineData("10,00-", "-10")]
    [InlineData("-10", "-10")]
    [InlineData("\u221210,5", "-10.5")]
    [InlineData(".00", "0")]
    [InlineData("4000.0", "4000")]
    [InlineData("1.234.567", "1234567")]
    [InlineData(" 1 234,50 ", "1234.50")]
    public void Reads_what_the_systems_of_a_city_write(string tekst, string verwacht)
    {
        var (waarde, reden) = Bedrag.Lees(tekst);

        Assert.Null(reden);
        Assert.Equal(decimal.Parse(verwacht, CultureInfo.InvariantCulture), waarde);
    }

    [Theory]
    [InlineData("twaalf")]
    [InlineData("0,125")]
    [InlineData("1111111111111111111111111111111111111111111111111111111111111")]
    [InlineData("12;50")]
    [InlineData("1.23,456.7")]
    [InlineData("12.34.5")]
    [InlineData("(10")]
    [InlineData("-10-")]
    [InlineData("1e6")]
    [InlineData("1234,567")]
    [InlineData("9999999999999,00")]
    public void Refuses_what_is_no_amount(string tekst)
    {
        var (waarde, reden) = Bedrag.Lees(tekst);

        Assert.Null(waarde);
        Assert.NotNull(reden);
    }

    [Fact]
    public void A_lone_thousand_or_decimal_sign_is_decided_by_the_rest_of_the_file()
    {
        Assert.Contains("niet duidelijk", Bedrag.Lees("1.234").Reden, StringComparison.Ordinal);
        Assert.Equal(1234m, Bedrag.Lees("1.234", Bedrag.Herken(["10,50", "1.234"])).Waarde);
        Assert.Contains(
            "meer dan twee decimalen",
            Bedrag.Lees("1.234", Bedrag.Herken(["10.50", "1.234"])).Reden,
            StringComparison.Ordinal
        );
    }

    [Fact]
    public void An_empty_cell_is_no_amount_and_no_fault() => Assert.Equal((null, null), Bedrag.Lees(" "));
}
