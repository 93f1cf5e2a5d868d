using System.Globalization;
using Portal.Data.Bekendmakingen.Koop;
using Xunit;

namespace Portal.Tests.Bekendmakingen.Koop;

/// <summary>The holidays of the Algemene termijnenwet, against calendars that others printed.</summary>
public sealed class FeestdagenTests
{
    private static DateOnly Dag(string dag) => DateOnly.Parse(dag, CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2016-03-27")]
    [InlineData("2018-04-01")]
    [InlineData("2019-04-21")]
    [InlineData("2024-03-31")]
    [InlineData("2025-04-20")]
    [InlineData("2026-04-05")]
    [InlineData("2027-03-28")]
    [InlineData("2038-04-25")] // as late as it can be
    [InlineData("2285-03-22")] // as early as it can be
    public void Easter_is_where_the_calendar_has_it(string pasen) =>
        Assert.Equal(Dag(pasen), Feestdagen.Pasen(Dag(pasen).Year));

    [Theory]
    [InlineData(
        "2026-01-01 2026-01-02 2026-04-03 2026-04-06 2026-04-27 2026-05-05 2026-05-14 2026-05-15 2026-05-25 "
            + "2026-12-25 2026-12-26"
    )]
    [InlineData(
        "2024-01-01 2024-03-29 2024-04-01 2024-04-27 2024-05-05 2024-05-09 2024-05-10 2024-05-20 2024-12-25 "
            + "2024-12-26 2024-12-27"
    )]
    [InlineData(
        "2025-01-01 2025-04-18 2025-04-21 2025-04-26 2025-05-05 2025-05-29 2025-05-30 2025-06-09 2025-12-25 2025-12-26"
    )] // Koningsdag on Saturday
    public void A_year_has_these_holidays_and_no_others(string dagen)
    {
        var jaar = Dag(dagen[..10]).Year;
        var alle = Enumerable
            .Range(0, 366)
            .Select(n => new DateOnly(jaar, 1, 1).AddDays(n))
            .Where(dag => dag.Year == jaar && Feestdagen.IsFeestdag(dag));

        Assert.Equal(dagen.Split(' ').Select(Dag), alle);
    }

    [Theory]
    [InlineData("2025-04-26", true)] // 27 April 2025 is a Sunday
    [InlineData("2025-04-27", false)]
    [InlineData("2013-04-30", true)] // Koninginnedag
    [InlineData("2013-04-27", false)]
    [InlineData("2026-04-05", false)] // Easter Sunday is a Sunday already
    public void The_birthday_of_the_king_is_never_on_a_Sunday(string dag, bool vrij) =>
        Assert.Equal(vrij, Feestdagen.IsFeestdag(Dag(dag)));

    [Theory]
    [InlineData("2026-04-03", "2026-04-07")] // Good Friday to the Tuesday after Easter
    [InlineData("2026-05-14", "2026-05-18")] // Hemelvaart, the Friday by decree, the weekend
    [InlineData("2026-12-25", "2026-12-28")]
    [InlineData("2018-12-22", "2018-12-27")] // Saturday, Sunday, the 24th by decree, Christmas
    [InlineData("2026-03-03", "2026-03-03")]
    public void A_term_runs_on_to_the_first_day_that_counts(string dag, string telt) =>
        Assert.Equal(Dag(telt), Feestdagen.EersteDagDieTelt(Dag(dag)));
}
