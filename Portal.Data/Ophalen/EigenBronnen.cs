using Dapper;
using Npgsql;

namespace Portal.Data.Ophalen;

/// <summary>The sources that staff added, beside those of <see cref="Bronlijst"/>.</summary>
public static class EigenBronnen
{
    /// <summary>
    /// All of them in one list; what comes with the portal goes before what was added under the same code.
    /// </summary>
    public static async Task<IReadOnlyList<Bron>> ErbijAsync(
        IReadOnlyList<Bron> lijst,
        NpgsqlDataSource db,
        CancellationToken ct
    )
    {
        const string sql = "select code, beschrijving::text from bron order by code";

        await using var connection = await db.OpenConnectionAsync(ct);
        var eigen = await connection.QueryAsync<(string Code, string Json)>(new(sql, cancellationToken: ct));
        return
        [
            .. lijst,
            .. eigen.Select(e => Bronlijst.Lees(e.Json, e.Code)).Where(b => lijst.All(l => l.Code != b.Code)),
        ];
    }
}
