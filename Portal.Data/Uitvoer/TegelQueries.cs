using Dapper;

namespace Portal.Data.Uitvoer;

/// <summary>Reads a square of a collection, for a map.</summary>
public sealed class TegelQueries(Lezing lezing)
{
    /// <summary>
    /// A Mapbox Vector Tile with one layer, called as the collection: every row with its shape and columns, or, above
    /// ten thousand, points with how many lie there (aantal). Empty: nothing lies there.
    /// </summary>
    public async Task<byte[]> MvtAsync(Collectie collectie, CollectieFilter filter, Tegel tegel, CancellationToken ct)
    {
        if (!tegel.InNederland)
        {
            return [];
        }
        var parameters = Parameters(collectie, filter, tegel);
        parameters.Add("Fnaam", collectie.Pad.Split('/')[^1]);
        var sql = collectie.Sql.Tegel;
        var connection = await lezing.OpenAsync(ct);
        await using (var rijen = await connection.ExecuteReaderAsync(new(sql.Rijen, parameters, cancellationToken: ct)))
        {
            await rijen.ReadAsync(ct);
            if (rijen.GetInt32(0) <= TegelSql.MeesteRijen)
            {
                return rijen.IsDBNull(1) ? [] : await rijen.GetFieldValueAsync<byte[]>(1, ct);
            }
        }
        return await BytesAsync(sql.Trossen, parameters, ct);
    }

    /// <summary>
    /// JSON, as UTF-8: a list of latitude, longitude, how many; and where it is one its dataset, key and title.
    /// </summary>
    public async Task<byte[]> JsonAsync(
        Collectie collectie,
        CollectieFilter filter,
        Tegel tegel,
        CancellationToken ct
    ) =>
        tegel.InNederland
            ? await BytesAsync(collectie.Sql.Tegel.Json, Parameters(collectie, filter, tegel), ct)
            : "[]"u8.ToArray();

    private static DynamicParameters Parameters(Collectie collectie, CollectieFilter filter, Tegel tegel)
    {
        var parameters = CollectieSql.Parameters(collectie, filter);
        parameters.AddDynamicParams(tegel.Parameters);
        return parameters;
    }

    private async Task<byte[]> BytesAsync(string sql, DynamicParameters parameters, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new(sql, parameters, cancellationToken: ct));
        await reader.ReadAsync(ct);
        return await reader.GetFieldValueAsync<byte[]>(0, ct);
    }
}
