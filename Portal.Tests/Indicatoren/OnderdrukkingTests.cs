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

    // Inhabitants (i), men (m) and women (v) of two areas and together: totals of areas and of indicators cross
    [Theory]
    [InlineData("ai=29 am=4 av=25", "ai am av", "am", "am av")] // the men would follow from the women
    [InlineData(
        "ai=29 am=4 av=25 bi=70 bm=40 bv=30",
        "ai am av;bi bm bv;im am bm;iv av bv;ii ai bi",
        "am",
        "am av bm bv",
        "im=44 iv=55 ii=99"
    )]
    public void What_follows_from_another_indicator_is_hidden_too(
        string cijfers,
        string families,
        string klein,
        string verborgen,
        string totalen = ""
    )
    {
        var grootte = $"{cijfers} {totalen}"
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(c => c.Split('='))
            .ToDictionary(c => c[0], c => decimal.Parse(c[1], CultureInfo.InvariantCulture));

        Assert.Equal(
            verborgen.Split(' '),
            Onderdrukking
                .Verberg(
                    grootte,
                    families.Split(';').Select(f => f.Split(' ')).Select(f => new Familie(2022, f[0], f[1..])),
                    klein.Split(' '),
                    gekruist: true
                )
                .Order()
        );
    }

    // Every total has none or two unknowns, and still x is known: (x + y) + (x + z) - (y + z) = 2x
    [Fact]
    public void What_no_total_gives_alone_is_found_by_solving_them_together()
    {
        var grootte = new Dictionary<string, decimal>
        {
            ["x"] = 4,
            ["y"] = 5,
            ["z"] = 6,
            ["xy"] = 9,
            ["xz"] = 10,
            ["yz"] = 11,
        };
        Familie[] families = [new(2022, "xy", ["x", "y"]), new(2022, "xz", ["x", "z"]), new(2022, "yz", ["y", "z"])];

        var dicht = Onderdrukking.Verberg(grootte, families, ["x", "y", "z"], gekruist: true);

        Assert.Equal(["x", "xy", "y", "z"], dicht.Order());
    }

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
