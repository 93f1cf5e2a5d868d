using Dapper;

namespace Portal.Data.Indicatoren;

/// <summary>One figure of an area. <paramref name="Waarde"/> null: the source gives none.</summary>
/// <param name="Koppeling">How the source's area came to ours: naam, uitsluiting, buurten or gewogen; <paramref name="Bronnaam"/> is the source's.</param>
public sealed record MetingRow(string Code, int Jaar, decimal? Waarde, string Koppeling, string Bronnaam);

public sealed class MetingQueries(Lezing lezing)
{
    /// <summary>The newest figures of the areas named; an area that the source does not have is absent.</summary>
    public async Task<IReadOnlyDictionary<string, MetingRow>> VanAsync(
        string indicator,
        IReadOnlyCollection<string> codes,
        CancellationToken ct
    )
    {
        const string sql = """
            select distinct on (m.code) m.code, m.jaar::int, m.waarde, m.koppeling, m.bronnaam from meting_nu m
            where m.indicator = @indicator and m.code = any(@codes) and m.indeling = (select max(indeling) from gebied_nu)
            order by m.code, m.jaar desc limit 20000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<MetingRow>(
                new(sql, new { indicator, codes = codes.ToArray() }, cancellationToken: ct)
            )
        ).ToDictionary(m => m.Code);
    }
}
