using System.Globalization;
using Portal.Data.Indicatoren;
using Xunit;

namespace Portal.Tests.Indicatoren;

/// <summary>Rule T27: what is too small is hidden, and what would give it away too.</summary>
public sealed class OnderdrukkingTests
{
    private static IEnumerable<string> Verberg(string cijfers, params string[] families) =>
        Onderdrukking
            .Verberg(
                cijfers
                    .Split(' ')
                    .Select(c => c.Split('='))
                    .ToDictionary(c => c[0], c => decimal.Parse(c[1], CultureInfo.InvariantCulture)),
                families.Select(f => f.Split(' ')).Select(f => new Familie(2022, f[0], f[1..])),
                10
            )
            .Order();

    [Fact]
    public void The_example_of_the_rule() => Assert.Equal(["a", "b"], Verberg("w=60 a=4 b=25 c=31", "w a b c"));

    [Theory]
    [InlineData("w=60 a=10 b=25 c=25", "")] // ten is not under ten
    [InlineData("a=4 b=25 c=31", "a")] // no total: nothing to work it out from
    [InlineData("w=60 a=4 b=5 c=51", "a b")] // two are hidden, neither can be worked out
    [InlineData("w=9 a=4 b=5", "w a b")]
    public void One_wijk(string cijfers, string verborgen) =>
        Assert.Equal(
            verborgen.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(),
            Verberg(cijfers, "w a b c", "w a b")
        );

    // Wijk w is too small, and v guards it. From its buurten, all shown, v could be added up: so one of those goes too.
    [Fact]
    public void What_guards_is_guarded_too() =>
        Assert.Equal(["c", "v", "w"], Verberg("s=200 w=8 v=40 x=152 c=15 d=25", "s w v x", "v c d"));

    [Fact]
    public void One_part_alone_takes_its_whole_along() => Assert.Equal(["a", "w"], Verberg("w=4 a=4 x=90", "w a"));

    // No total may have exactly one unknown beside it, in any tree.
    [Fact]
    public void Nothing_can_be_worked_out_in_trees_of_all_sorts()
    {
        var toeval = new Random(27);
        for (var keer = 0; keer < 200; keer++)
        {
            var (grootte, families) = (new Dictionary<string, decimal>(), new List<Familie>());
            Groei("s", 3);
            var dicht = Onderdrukking.Verberg(grootte, families, 10);
            Assert.All(grootte.Where(g => g.Value < 10), g => Assert.Contains(g.Key, dicht));
            Assert.All(families, f => Assert.NotEqual(1, f.Delen.Append(f.Geheel).Count(dicht.Contains)));

            decimal Groei(string naam, int diep)
            {
                List<string> delen =
                [
                    .. Enumerable.Range(0, diep == 0 ? 0 : toeval.Next(1, 5)).Select(i => $"{naam}{i}"),
                ];
                grootte[naam] = delen.Count == 0 ? toeval.Next(0, 60) : delen.Sum(d => Groei(d, diep - 1));
                families.AddRange(delen.Count == 0 ? [] : [new Familie(2022, naam, delen)]);
                return grootte[naam];
            }
        }
    }
}
