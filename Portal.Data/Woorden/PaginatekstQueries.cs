using Dapper;

namespace Portal.Data.Woorden;

/// <summary>What staff wrote for a place on a page, as it is public now.</summary>
public sealed class PaginatekstQueries(Lezing lezing)
{
    /// <returns>Markdown; null: nothing stands there.</returns>
    public async Task<string?> VindAsync(string plek, CancellationToken ct)
    {
        const string sql = "select nullif(markdown, '') from paginatekst_nu where plek = @plek";

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<string>(new(sql, new { plek }, cancellationToken: ct));
    }
}
