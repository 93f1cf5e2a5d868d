using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Beheer;

/// <summary>The limits, to see and set at /beheer.</summary>
public sealed class Drempelwaarden(BeheerBron bron)
{
    public async Task<Drempels> LeesAsync(CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await Drempels.LeesAsync(connection);
    }

    public async Task ZetAsync(Drempels drempels, CancellationToken ct)
    {
        const string sql = """
            insert into drempelwaarde (code, waarde) values ('klein', @Klein), ('krimp', @Krimp), ('verlies', @Verlies)
            on conflict (code) do update set waarde = excluded.waarde, op = now()
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(sql, drempels, cancellationToken: ct));
    }
}
