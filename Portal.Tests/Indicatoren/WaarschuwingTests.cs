using System.Net;
using Portal.Data.Beheer;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;
using Portal.Tests.Beheer;
using Xunit;

namespace Portal.Tests.Indicatoren;

/// <summary>Rule T28: a month over the mean and twice the spread of the twelve before, and five or more.</summary>
public sealed class WaarschuwingTests(DorpFixture dorp) : IClassFixture<DorpFixture>
{
    // Twelve months of 8 and 12: mean 10, spread 2
    private static IEnumerable<int> Tien => Enumerable.Range(0, 12).Select(i => i % 2 == 0 ? 8 : 12);

    private static IEnumerable<string> Reeks(string gebied, IEnumerable<int?> waarden, string code = "meldingen") =>
        waarden.Select(
            (w, i) =>
                $"{code};{code};Meldingen.;meldingen;laag;ja;{(code == "klein" ? 10 : "")};{gebied};"
                + $"{2023 + i / 12};{i % 12 + 1};{w}"
        );

    private async Task<IReadOnlyList<WaarschuwingRow>> WaarschuwAsync(params IEnumerable<string> rijen)
    {
        await new MetingImport(
            new Publicatie(dorp.Db, dorp.Archief) { MagKrimpen = true, MagVerliezen = true }
        ).LaadAsync(
            Dorp.Schrijf(
                dorp,
                "maanden.csv",
                "indicator;naam;definitie;eenheid;richting;optelbaar;drempel;gebiedscode;jaar;maand;waarde\n"
                    + string.Concat(rijen.Select(r => r + "\n"))
            ),
            Keuzes.Geen,
            CancellationToken.None
        );
        return await new Waarschuwing(dorp.Db).ListAsync(CancellationToken.None);
    }

    [Fact]
    public async Task The_example_of_the_rule()
    {
        var lijst = await WaarschuwAsync([
            .. Reeks("AA01", [.. Tien, 15]),
            .. Reeks("AA02", [.. Tien, 14]),
            .. Reeks("AB01", [.. Tien.Take(11), null, 40]), // a month is missing
            .. Reeks("AB02", [.. Enumerable.Repeat<int?>(0, 12), 4]), // fewer than five
            .. Reeks("BA01", [.. Enumerable.Repeat<int?>(0, 12), 5]),
            .. Reeks("BA02", [.. Tien, 30, 10]), // it was high, and is not now
        ]);

        Assert.Equal(
            [("AA01", 15m, 10m, 14m), ("BA01", 5m, 0m, 0m)],
            lijst.Select(w => (w.Code, w.Waarde, w.Gemiddelde, w.Grens)).Order()
        );
        Assert.Equal((2024, 1), (lijst[0].Jaar, lijst[0].Maand));

        var zij = await Bezoek.VanAsync(dorp, Rollen.Redacteur);
        Assert.Equal(HttpStatusCode.OK, await zij.GetAsync("/beheer/waarschuwingen"));
        Assert.Contains("Hoog in de laatste maand (2)", zij.Pagina, StringComparison.Ordinal);
        Assert.Contains(
            "In januari 2024 was het 15. De twaalf maanden ervoor was het gemiddeld 10. De grens is 14.",
            zij.Pagina,
            StringComparison.Ordinal
        );
        Assert.Contains("href=\"/cijfers/metingen/meldingen?gebied=AA01\"", zij.Pagina, StringComparison.Ordinal);
        Assert.DoesNotContain("te klein voor de site.<", zij.Pagina, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_too_small_to_be_shown_counts_for_staff()
    {
        var lijst = await WaarschuwAsync([.. Reeks("AA01", [.. Enumerable.Repeat<int?>(2, 12), 9], "klein")]);

        Assert.Equal((9m, 2m, true), (Assert.Single(lijst).Waarde, lijst[0].Gemiddelde, lijst[0].Gesloten));
        await using var lezer = Npgsql.NpgsqlDataSource.Create(Portal.Data.PortalData.AlsLezer(dorp.ConnectionString));
        await Assert.ThrowsAsync<Npgsql.PostgresException>(() =>
            new Waarschuwing(lezer).ListAsync(CancellationToken.None)
        );
    }
}
