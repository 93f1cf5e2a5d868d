using Dapper;

namespace Portal.Data.Uitvoer;

/// <summary>Writes a collection in a format, from one snapshot.</summary>
public sealed class Uitvoerder(Lezing lezing)
{
    /// <summary>Whether more rows than so many have a place; counted no further.</summary>
    public async Task<bool> MeerDanAsync(Collectie collectie, CollectieFilter filter, int meeste, CancellationToken ct)
    {
        var parameters = CollectieSql.Parameters(collectie, filter);
        parameters.Add("Fmeeste", meeste);
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<bool>(new(collectie.Sql.MeerDan, parameters, cancellationToken: ct));
    }

    public async Task SchrijfAsync(
        Formaat formaat,
        Collectie collectie,
        CollectieFilter filter,
        Uri basis,
        Stream naar,
        CancellationToken ct
    ) =>
        await formaat.SchrijfAsync(new(await lezing.OpenAsync(ct), collectie, filter, basis, lezing.Vandaag), naar, ct);
}
