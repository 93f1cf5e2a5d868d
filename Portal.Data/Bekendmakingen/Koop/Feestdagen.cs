namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>
/// The days on which a legal term does not end: art. 1 and 3 Algemene termijnenwet. Of the days that a royal decree
/// makes equal to a holiday (art. 3 lid 3) those of 2020–2022 are left out: we did not find that decree. Those from
/// 2029 on are not decided yet. Such a day matters only to a term that ends on it, which we then show too early.
/// </summary>
public static class Feestdagen
{
    // Besluiten of 17-06-2013 (nr. 13.001210) and 31-10-2016 (Stcrt. 2016, 58653), and for 2023–2025 and 2026–2028.
    private static readonly HashSet<DateOnly> Gelijkgesteld =
    [
        new(2014, 5, 30),
        new(2015, 1, 2),
        new(2015, 5, 4),
        new(2015, 5, 15),
        new(2016, 5, 6),
        new(2017, 4, 28),
        new(2017, 5, 26),
        new(2018, 5, 11),
        new(2018, 12, 24),
        new(2018, 12, 31),
        new(2019, 5, 31),
        new(2019, 12, 27),
        new(2023, 4, 28),
        new(2023, 5, 19),
        new(2024, 5, 10),
        new(2024, 12, 27),
        new(2025, 5, 30),
        new(2026, 1, 2),
        new(2026, 5, 15),
        new(2027, 5, 7),
        new(2028, 4, 28),
        new(2028, 5, 26),
    ];

    /// <summary>A recognised holiday, or a day that the law or a decree makes equal to one.</summary>
    public static bool IsFeestdag(DateOnly dag) => Vast(dag) || Beweeglijk(dag) || Gelijkgesteld.Contains(dag);

    /// <summary>The day itself, or the next one that is no Saturday, Sunday or holiday.</summary>
    public static DateOnly EersteDagDieTelt(DateOnly dag)
    {
        while (dag.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday || IsFeestdag(dag))
        {
            dag = dag.AddDays(1);
        }
        return dag;
    }

    private static bool Vast(DateOnly dag) =>
        (dag.Month, dag.Day) is (1, 1) or (5, 5) or (12, 25) or (12, 26) || dag == Koningsdag(dag.Year);

    // Goede Vrijdag, Tweede Paasdag, Hemelvaartsdag, Tweede Pinksterdag.
    private static bool Beweeglijk(DateOnly dag) => (dag.DayNumber - Pasen(dag.Year).DayNumber) is -2 or 1 or 39 or 50;

    // Until 2013 it was Koninginnedag, 30 April.
    private static DateOnly Koningsdag(int jaar)
    {
        var dag = jaar >= 2014 ? new DateOnly(jaar, 4, 27) : new DateOnly(jaar, 4, 30);
        return dag.DayOfWeek == DayOfWeek.Sunday ? dag.AddDays(-1) : dag;
    }

    /// <summary>Easter Sunday in the Gregorian calendar (Meeus, Jones and Butcher).</summary>
    public static DateOnly Pasen(int jaar)
    {
        var a = jaar % 19;
        var (b, c) = Math.DivRem(jaar, 100);
        var (d, e) = Math.DivRem(b, 4);
        var g = ((8 * b) + 13) / 25;
        var h = ((19 * a) + b - d - g + 15) % 30;
        var (i, k) = Math.DivRem(c, 4);
        var l = (32 + (2 * e) + (2 * i) - h - k) % 7;
        var m = (a + (11 * h) + (22 * l)) / 451;
        var (maand, dag) = Math.DivRem(h + l - (7 * m) + 114, 31);
        return new(jaar, maand, dag + 1);
    }
}
