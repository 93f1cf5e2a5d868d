using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Dapper;
using Npgsql;

namespace Portal.Data.Ophalen;

/// <summary>How a source was left the last time.</summary>
/// <param name="Basis">A hash of what it hangs on: its description, the municipality, the areas.</param>
/// <param name="Kenmerk">What the source said of itself when it was last loaded whole.</param>
internal sealed record StandRow(
    string Bron,
    string Gemeente,
    string? Basis,
    string? Kenmerk,
    DateTime GevraagdOp,
    DateTime? GeluktOp
);

/// <summary>What is kept of fetching, so that the next time only what changed is asked for.</summary>
internal static class Stand
{
    private const string LeesSql = "select bron, gemeente, basis, kenmerk, gevraagd_op, gelukt_op from ophaling";

    private const string GeluktSql = """
        insert into ophaling (bron, gemeente, basis, kenmerk, datasets, gevraagd_op, gelukt_op, fout)
        values (@Bron, @Gemeente, @basis, @Kenmerk, @datasets, now(), now(), null)
        on conflict (bron) do update set gemeente = excluded.gemeente, basis = excluded.basis,
            kenmerk = excluded.kenmerk,
            datasets = case when excluded.datasets = '{}' then ophaling.datasets else excluded.datasets end,
            gevraagd_op = now(), gelukt_op = now(), fout = null;
        update dataset d set nagekeken_op = now() from ophaling o
        where o.bron = @Bron and d.code = any (o.datasets)
        """;

    private const string MisluktSql = """
        insert into ophaling (bron, gemeente, gevraagd_op, fout) values (@Bron, @Gemeente, now(), @fout)
        on conflict (bron) do update set gevraagd_op = now(), fout = excluded.fout
        """;

    // What is loaded of areas changes what every other source gives
    private const string GebiedenSql = """
        select coalesce(string_agg(distinct v.id::text, ',' order by v.id::text), '')
        from gebied_nu g join versie v on v.id = g.versie_id where g.soort in ('buurt', 'wijk')
        """;

    public static async Task<IReadOnlyDictionary<string, StandRow>> LeesAsync(NpgsqlDataSource db, CancellationToken ct)
    {
        await using var verbinding = await db.OpenConnectionAsync(ct);
        var standen = await verbinding.QueryAsync<StandRow>(new(LeesSql, cancellationToken: ct));
        return standen.ToDictionary(s => s.Bron);
    }

    public static async Task<string> BasisAsync(NpgsqlDataSource db, Bron bron, Gemeente gemeente, CancellationToken ct)
    {
        await using var verbinding = await db.OpenConnectionAsync(ct);
        var gebieden =
            bron.Soort == Bronsoort.Gebieden
                ? ""
                : await verbinding.QuerySingleAsync<string>(new(GebiedenSql, cancellationToken: ct));
        var tekst = $"{JsonSerializer.Serialize(bron)}\n{gemeente.Code}\n{gebieden}";
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(tekst)))[..16];
    }

    /// <summary>Whether something of the source is public.</summary>
    public static async Task<bool> IsOpenbaarAsync(NpgsqlDataSource db, Bron bron, CancellationToken ct)
    {
        const string sql = """
            select exists (select from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd'
                           where d.code = @Code)
            """;

        await using var verbinding = await db.OpenConnectionAsync(ct);
        return await verbinding.QuerySingleAsync<bool>(new(sql, new { bron.Code }, cancellationToken: ct));
    }

    public static async Task GeluktAsync(Opdracht opdracht, Gereedschap met, string basis, Uitkomst uitkomst)
    {
        await using var verbinding = await met.Db.OpenConnectionAsync();
        await verbinding.ExecuteAsync(
            GeluktSql,
            new
            {
                Bron = opdracht.Bron.Code,
                Gemeente = opdracht.Gemeente.Code,
                basis,
                uitkomst.Kenmerk,
                datasets = uitkomst.Rapporten.Select(r => r.Dataset).Distinct().ToArray(),
            }
        );
    }

    public static async Task MisluktAsync(Opdracht opdracht, Gereedschap met, string fout)
    {
        await using var verbinding = await met.Db.OpenConnectionAsync();
        await verbinding.ExecuteAsync(
            MisluktSql,
            new
            {
                Bron = opdracht.Bron.Code,
                Gemeente = opdracht.Gemeente.Code,
                fout,
            }
        );
    }
}
