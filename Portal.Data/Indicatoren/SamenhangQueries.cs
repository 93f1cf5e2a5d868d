using Dapper;

namespace Portal.Data.Indicatoren;

/// <summary>How much two figures go together, from -1 to 1. Null: one of them is the same everywhere.</summary>
/// <param name="Aantal">Of areas of which both are known.</param>
/// <param name="Rang">The same of their ranks (Spearman): a few very high figures do not decide it.</param>
public sealed record SamenhangRow(long Aantal, double? Pearson, double? Rang);

public sealed class SamenhangQueries(Lezing lezing)
{
    /// <summary>Over fewer areas it says nothing.</summary>
    public const int MinsteGebieden = 10;

    /// <summary>Of pairs of figures; equal figures share the middle of their ranks. Null: there are too few.</summary>
    public async Task<SamenhangRow?> VanAsync(IReadOnlyList<(decimal X, decimal Y)> paren, CancellationToken ct)
    {
        const string sql = """
            select count(*) as aantal, corr(x, y) as pearson, corr(rang_x, rang_y) as rang
            from (select x, y, rank() over (order by x) + (count(*) over (partition by x) - 1) / 2.0 as rang_x,
                         rank() over (order by y) + (count(*) over (partition by y) - 1) / 2.0 as rang_y
                  from unnest(@X::numeric[], @Y::numeric[]) as p (x, y)) r
            """;

        if (paren.Count < MinsteGebieden)
        {
            return null;
        }
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<SamenhangRow>(
            new(
                sql,
                new { X = paren.Select(p => p.X).ToArray(), Y = paren.Select(p => p.Y).ToArray() },
                cancellationToken: ct
            )
        );
    }
}
