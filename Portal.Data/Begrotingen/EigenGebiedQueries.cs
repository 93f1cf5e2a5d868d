using Dapper;
using Portal.Data.Uitvoer;

namespace Portal.Data.Begrotingen;

/// <summary>An area that lies in a piece of the map, and which part of it does (0 to 1).</summary>
public sealed record DeelGebiedRow(string Code, decimal Deel)
{
    /// <summary>
    /// What lies in it whole, but for what a hand that draws leaves out. The money of another is not counted: nobody
    /// knows in which part of it that was spent (docs/decisions/0028).
    /// </summary>
    public bool Heel => Deel >= 0.99m;
}

/// <summary>Which areas a visitor's own area holds.</summary>
public sealed class EigenGebiedQueries(Lezing lezing)
{
    // Whose border it only touches, or passes by a hair, is not in it.
    private const string GebiedenSql = $"""
        with eigen as materialized (select ST_Buffer({Omtrek.InRd}, @Fstraal) as vorm)
        select d.code, d.deel from (
            select g.code, round((ST_Area(ST_Intersection(g.geom, e.vorm)) / ST_Area(g.geom))::numeric, 4) as deel
            from gebied_nu g join eigen e on ST_Intersects(g.geom, e.vorm) where g.soort = @soort) d
        where d.deel >= 0.001 order by d.deel desc, d.code limit 20000
        """;

    public async Task<IReadOnlyList<DeelGebiedRow>> GebiedenAsync(string soort, Omtrek omtrek, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<DeelGebiedRow>(
                new(
                    GebiedenSql,
                    new
                    {
                        soort,
                        Fvorm = omtrek.Vorm,
                        Fstraal = omtrek.Straal,
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }
}
