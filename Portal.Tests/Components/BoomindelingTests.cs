using Portal.Web.Components;
using Xunit;

namespace Portal.Tests.Components;

public sealed class BoomindelingTests
{
    public static TheoryData<string, decimal[]> Rijen =>
        new()
        {
            { "the example of the paper", [6, 6, 4, 3, 2, 2, 1] },
            { "not sorted", [1, 100, 3, 50, 7, 7, 20] },
            { "all equal", [.. Enumerable.Repeat(5m, 17)] },
            { "one", [0.01m] },
            { "1 to a billion", [1_000_000_000m, 1m] },
            { "each half of the one before", [.. Enumerable.Range(0, 30).Select(i => 1_000_000_000m / (1L << i))] },
            { "forty from a fixed seed", Toeval(40) },
            { "a thousand from a fixed seed", Toeval(1000) },
        };

    [Theory]
    [MemberData(nameof(Rijen))]
    public void Areas_are_in_proportion_and_fill_the_whole_without_overlap(string naam, decimal[] waarden)
    {
        foreach (var (breedte, hoogte) in new[] { (960.0, 440.0), (340.0, 440.0) })
        {
            var vlakken = Boomindeling.Verdeel(waarden, breedte, hoogte);
            var geheel = breedte * hoogte;

            Assert.Equal(waarden.Length, vlakken.Count);
            Assert.All(
                vlakken.Zip(waarden),
                p => Assert.Equal((double)(p.Second / waarden.Sum()), p.First.Breedte * p.First.Hoogte / geheel, 1e-6)
            );
            Assert.Equal(1, vlakken.Sum(v => v.Breedte * v.Hoogte) / geheel, 1e-9);
            Assert.All(
                vlakken,
                v =>
                    Assert.True(
                        v.X >= -1e-6
                            && v.Y >= -1e-6
                            && v.X + v.Breedte <= breedte + 1e-6
                            && v.Y + v.Hoogte <= hoogte + 1e-6,
                        $"{naam}: {v} sticks out"
                    )
            );
            for (var i = 0; i < vlakken.Count; i++)
            {
                Assert.All(
                    vlakken.Skip(i + 1),
                    v => Assert.True(Overlap(vlakken[i], v) <= 1e-6, $"{naam}: {vlakken[i]} and {v} overlap")
                );
            }
        }
    }

    [Fact]
    public void Rectangles_are_about_square()
    {
        Assert.All(Boomindeling.Verdeel([6, 6, 4, 3, 2, 2, 1], 6, 4), v => Assert.InRange(Langwerpig(v), 1, 3));
        Assert.All(
            Boomindeling.Verdeel([.. Enumerable.Repeat(1m, 24)], 960, 440),
            v => Assert.InRange(Langwerpig(v), 1, 2)
        );
        Assert.True(Boomindeling.Verdeel(Toeval(40), 960, 440).Average(Langwerpig) < 2);
    }

    [Fact]
    public void The_same_values_give_the_same_drawing() =>
        Assert.Equal(Boomindeling.Verdeel(Toeval(40), 960, 440), Boomindeling.Verdeel(Toeval(40), 960, 440));

    [Fact]
    public void None_is_none() => Assert.Empty(Boomindeling.Verdeel([], 960, 440));

    [Theory]
    [InlineData(0)]
    [InlineData(-5)]
    public void Nothing_has_no_area(int waarde) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Boomindeling.Verdeel([10, waarde], 960, 440));

    [Fact]
    public void A_ratio_beyond_any_precision_makes_no_fault() =>
        Assert.All(
            Boomindeling.Verdeel([1e27m, 1m, 0.01m, 0.01m], 960, 440),
            v => Assert.True(double.IsFinite(v.X + v.Y) && v.Breedte >= 0 && v.Hoogte >= 0)
        );

    private static decimal[] Toeval(int aantal)
    {
#pragma warning disable CA5394 // only for a test
        var toeval = new Random(1);
        return [.. Enumerable.Range(0, aantal).Select(_ => (decimal)Math.Round(Math.Exp(toeval.NextDouble() * 8), 2))];
#pragma warning restore CA5394
    }

    private static double Langwerpig(Vlak v) => Math.Max(v.Breedte / v.Hoogte, v.Hoogte / v.Breedte);

    private static double Overlap(Vlak a, Vlak b) =>
        Math.Max(0, Math.Min(a.X + a.Breedte, b.X + b.Breedte) - Math.Max(a.X, b.X))
        * Math.Max(0, Math.Min(a.Y + a.Hoogte, b.Y + b.Hoogte) - Math.Max(a.Y, b.Y));
}
