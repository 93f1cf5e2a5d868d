using Xunit;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>What the pages of KOOP promise is not always what they give.</summary>
public sealed class KoopPaginaTests : KoopProef
{
    [Theory]
    [InlineData(-70)]
    [InlineData(70)]
    public async Task The_number_is_an_estimate(int schatting)
    {
        Koop.Records = Nepmaand.Maak(aantal: 230);
        Koop.Schatting = schatting;

        var deel = Assert.Single(await LeesAsync());

        Assert.Equal((230, 230 + schatting), (deel.Gelezen, deel.Beloofd));
    }

    [Fact]
    public async Task A_page_after_the_last_one_may_be_a_fault_of_sru()
    {
        Koop.Records = Nepmaand.Maak(aantal: 200);
        Koop.PaginaErnaIsFout = true;

        Assert.Equal(200, Assert.Single(await LeesAsync()).Gelezen);
    }

    [Theory]
    [InlineData("kort")]
    [InlineData("leeg")]
    public async Task A_page_shorter_than_promised_is_read_again(string storing)
    {
        Koop.Records = Nepmaand.Maak(aantal: 250);
        Koop.Stoor("goed", storing);

        var deel = Assert.Single(await LeesAsync());

        Assert.Equal((250, 0), (deel.Gelezen, deel.Dubbel));
        Assert.Equal(["1", "101", "101", "201"], Koop.Gevraagd.Select(g => g.Split(' ')[0]));
    }

    [Fact]
    public async Task A_record_that_comes_twice_is_kept_once()
    {
        Koop.Records = Nepmaand.Maak(aantal: 250);
        Koop.Schuift = 3;

        var deel = Assert.Single(await LeesAsync());

        Assert.Equal((250, 3), (deel.Gelezen, deel.Dubbel));
        Assert.Equal(Namen(Koop.Records), Namen(deel.Records.Concat(deel.Andere)));
    }
}
