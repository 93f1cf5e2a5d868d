using Dapper;
using Npgsql;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Tests.Gebieden;
using Xunit;

namespace Portal.Tests.Begrotingen;

/// <summary>
/// A statement that is asked often is prepared, and PostgreSQL may then keep one plan for whatever is asked. Where a
/// filter may be left out that plan is blind: it loops over all areas for each area.
/// </summary>
public sealed class PlanTests(VoorbeeldFixture voorbeeld) : IClassFixture<VoorbeeldFixture>
{
    private const int Vaak = 20; // Npgsql prepares after five times, PostgreSQL chooses after five more

    [Fact]
    public async Task The_map_is_planned_for_what_is_asked_however_often_it_is_asked()
    {
        await using var db = NpgsqlDataSource.Create(
            new NpgsqlConnectionStringBuilder(PortalData.AlsLezer(voorbeeld.ConnectionString))
            {
                MaxPoolSize = 1, // each reading on the same connection
            }.ConnectionString
        );
        for (var i = 0; i < Vaak; i++)
        {
            await using var lezing = new Lezing(db, Klok.Systeem);
            var begroting = new BegrotingQueries(lezing);
            var keuze = (await begroting.AanbodAsync(default)).Kies(new(null, null, null, null, null))!;
            await begroting.GeoJsonAsync("buurt", keuze, default);
            await begroting.CijfersAsync("buurt", keuze, null, default);
            await begroting.ListAsync("buurt", keuze, default);
        }

        await using var na = await db.OpenConnectionAsync();
        var plannen = (
            await na.QueryAsync<(string Statement, long Voor, long Blind)>(
                """
                select statement, custom_plans, generic_plans from pg_prepared_statements
                where statement like '%gebied_boven b on b.indeling%'
                """
            )
        ).ToList();

        Assert.Equal(3, plannen.Count);
        Assert.All(plannen, p => Assert.Equal(0, p.Blind));
        Assert.All(plannen, p => Assert.InRange(p.Voor, Vaak / 2, Vaak));
    }
}
