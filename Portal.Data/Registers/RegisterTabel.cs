using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Data.Registers;

/// <summary>A delivery is whole for these days: what it does not hold of them is gone from the source.</summary>
/// <param name="Kolom">The column that tells the day of a row.</param>
internal sealed record Periode(string Kolom, DateOnly Van, DateOnly Tot);

/// <summary>
/// Brings the rows of a delivery into a register's table, row by row: an equal row is not written, a changed one is
/// closed and opened anew, and of a full delivery what is missing is closed.
/// </summary>
internal static class RegisterTabel
{
    /// <param name="eigen">Tables of a subject give their columns; a layer gives none, and keeps everything in
    /// <c>kenmerken</c>.</param>
    public static async Task LaadAsync(
        Lading lading,
        string tabel,
        IReadOnlyList<Kolom>? eigen,
        IEnumerable<RegisterRij> rijen,
        bool aanvulling,
        CancellationToken ct,
        Periode? periode = null
    )
    {
        await LeesInAsync(lading, rijen, ct);
        var args = new
        {
            lading.VersieId,
            aanvulling,
            periode?.Van,
            periode?.Tot,
        };
        lading.Rapport.Vervallen = await VoerUitAsync(SluitWegSql(tabel, periode?.Kolom), lading, args, ct);
        await VoerUitAsync(SluitAndersSql(tabel), lading, args, ct);
        lading.Rapport.Gewijzigd = await VoerUitAsync(OpenSql(tabel, eigen), lading, args, ct);
        lading.Rapport.Geladen = await lading.Db.QuerySingleAsync<int>(
            $"select count(*)::int from {tabel} t where {InDezeSql} and t.tot is null",
            args,
            lading.Transactie
        );
    }

    /// <summary>Fills <c>register_in</c>: with what is wrong with a place said, and the area found.</summary>
    public static async Task LeesInAsync(Lading lading, IEnumerable<RegisterRij> rijen, CancellationToken ct)
    {
        await lading.Db.ExecuteAsync(TijdelijkSql, transaction: lading.Transactie);
        await KopieerAsync(lading, rijen, ct);
        await RegisterPlaats.ZoekAsync(lading, ct);
    }

    private static Task<int> VoerUitAsync(string sql, Lading lading, object args, CancellationToken ct) =>
        lading.Db.ExecuteAsync(new(sql, args, lading.Transactie, commandTimeout: 0, cancellationToken: ct));

    private static async Task KopieerAsync(Lading lading, IEnumerable<RegisterRij> rijen, CancellationToken ct)
    {
        const string sql = """
            copy register_in (rij, sleutel, goed, titel, gebied, geojson, wkt, kenmerken) from stdin (format binary)
            """;

        await using var copy = await lading.Db.BeginBinaryImportAsync(sql, ct);
        foreach (var r in rijen)
        {
            await copy.StartRowAsync(ct);
            await copy.WriteAsync(r.Rij, ct);
            await copy.WriteAsync(r.Sleutel, ct);
            await copy.WriteAsync(r.Goed, ct);
            await copy.WriteAsync(r.Titel, ct);
            await copy.WriteAsync((object?)r.Gebied ?? DBNull.Value, ct);
            await copy.WriteAsync((object?)r.GeoJson ?? DBNull.Value, ct);
            await copy.WriteAsync((object?)r.Wkt ?? DBNull.Value, ct);
            await copy.WriteAsync(r.Kenmerken, NpgsqlTypes.NpgsqlDbType.Jsonb, ct);
        }
        await copy.CompleteAsync(ct);
    }

    private const string TijdelijkSql = """
        create temp table if not exists register_in (
            rij int, sleutel text primary key, goed boolean, titel text, gebied text, geojson text, wkt text, kenmerken jsonb,
            ruw geometry, fout text, geom geometry(Geometry, 28992), gebied_code text, indeling smallint, inhoud text, kapot boolean not null default false, plek geometry, omgedraaid boolean not null default false) on commit drop;
        truncate register_in
        """;

    private const string InDezeSql = "t.dataset_id = (select dataset_id from versie where id = @VersieId)";

    // A row that was rejected is not gone from the source: what was known of it stays.
    private static string SluitWegSql(string tabel, string? datum) =>
        $"""
            update {tabel} t set tot = @VersieId
            where {InDezeSql} and t.tot is null and {(
                datum is null ? "not @aanvulling" : $"t.{Collectie.Naam(datum)} between @Van and @Tot"
            )}
              and not exists (select from register_in i where i.sleutel = t.sleutel)
            """;

    private static string SluitAndersSql(string tabel) =>
        $"""
            update {tabel} t set tot = @VersieId from register_in i
            where {InDezeSql} and t.tot is null and i.goed and i.sleutel = t.sleutel and i.inhoud <> t.inhoud
            """;

    private static string OpenSql(string tabel, IReadOnlyList<Kolom>? eigen)
    {
        var kolommen = eigen is null ? ["kenmerken"] : eigen.Select(k => Collectie.Naam(k.Naam)).ToArray();
        var waarden = eigen is null ? ["i.kenmerken"] : kolommen.Select(k => $"w.{k}");
        var uit = eigen is null ? "" : $"cross join lateral jsonb_populate_record(null::{tabel}, i.kenmerken) w";
        return $"""
            insert into {tabel} (dataset_id, vanaf, rij, sleutel, inhoud, titel, gebied_code, indeling, geom,
                {string.Join(
                ", ",
                kolommen
            )})
            select v.dataset_id, v.id, i.rij, i.sleutel, i.inhoud, i.titel, i.gebied_code, i.indeling, i.geom,
                {string.Join(
                ", ",
                waarden
            )}
            from register_in i cross join versie v {uit}
            where v.id = @VersieId and i.goed
              and not exists (select from {tabel} t where t.dataset_id = v.dataset_id and t.sleutel = i.sleutel
                  and t.tot is null)
            order by i.rij
            """;
    }
}
