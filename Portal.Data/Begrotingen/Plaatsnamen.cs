using Dapper;
using Npgsql;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The gazetteer: what the things of published layers are called, with the area that each lies in. A layer counts when
/// it was measured in this municipality how often texts that name its things mean them, and that was often enough
/// (docs/decisions/0040).
/// </summary>
internal static class Plaatsnamen
{
    private sealed record Rij(long Id, string Naam, string Laag, string Boven, string Stadsdeel, bool Punt, string Wkt);

    /// <param name="alle">Every layer, to measure it.</param>
    public static async Task<IReadOnlyList<Plaatsnaam>> LeesAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        short indeling,
        bool alle,
        CancellationToken ct
    )
    {
        var rijen = await connection.QueryAsync<Rij>(
            new(Sql, new { indeling, alle }, transaction, cancellationToken: ct)
        );
        return [.. rijen.Select(r => new Plaatsnaam(r.Id, r.Naam, r.Laag, Boven(r), r.Wkt))];
    }

    private static string[] Boven(Rij rij) =>
        rij.Punt && Plekwoorden.IsPark(rij.Naam) ? [rij.Stadsdeel] : rij.Boven.Split(' ');

    private const string Sql = """
        select l.id, l.titel as naam, l.dataset as laag, b.boven, b.stadsdeel, GeometryType(l.geom) = 'POINT' as punt,
            ST_AsText(l.geom) as wkt
        from laagobject_nu l
        cross join lateral (
            select string_agg(b.boven_code, ' ' order by b.boven_code) as boven,
                max(b.boven_code) filter (where b.boven_soort = 'stadsdeel') as stadsdeel
            from gebied_boven b where b.indeling = l.indeling and b.code = l.gebied_code and b.boven_soort <> 'stad') b
        where l.indeling = @indeling and l.geom is not null and b.stadsdeel is not null
          and (@alle or l.dataset in (select m.laag from plaatsmeting_nu m
              join gebied_nu s on s.soort = 'stad' and s.code = m.gemeente where m.telt))
        order by l.dataset, l.id
        """;
}
