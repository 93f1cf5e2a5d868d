using System.Text.Json;
using Dapper;

namespace Portal.Data.Beheer;

/// <summary>A line of the log. <paramref name="Details"/> is JSON.</summary>
public sealed record LogboekRow(
    long Nummer,
    DateTime Op,
    string Wie,
    string Wat,
    string? Dataset,
    int? Versie,
    string Details
);

/// <summary>
/// Who did what, when: only added to, each line sealed with the hash of the one before (migration 0060).
/// </summary>
public sealed class Logboek(BeheerBron bron)
{
    /// <summary>Whom it is when a command does it.</summary>
    public const string Opdrachtregel = "opdrachtregel";

    /// <summary>Whom it is when no such address is known: what was typed may be anything, a password too.</summary>
    public const string Onbekend = "onbekend";

    public async Task SchrijfAsync(
        string wie,
        string wat,
        CancellationToken ct,
        string? dataset = null,
        int? versie = null,
        object? details = null
    )
    {
        const string sql = """
            insert into logboek (wie, wat, dataset, versie, details)
            values (@wie, @wat, @dataset, @versie, @details::jsonb)
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var regel = new
        {
            wie,
            wat,
            dataset,
            versie,
            details = details is null ? "{}" : JsonSerializer.Serialize(details, JsonSerializerOptions.Web),
        };
        await connection.ExecuteAsync(new(sql, regel, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<LogboekRow>> ListAsync(int aantal, CancellationToken ct)
    {
        const string sql = """
            select nummer, op, wie, wat, dataset, versie, details::text from logboek order by nummer desc limit @aantal
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<LogboekRow>(new(sql, new { aantal }, cancellationToken: ct))).AsList();
    }

    /// <summary>
    /// Counts every hash again. What was cut off at the end cannot be seen in the chain: compare the number and the
    /// last hash
    /// with those of before.
    /// </summary>
    /// <returns>How many lines, the last hash, and the number of the first line that is not right.</returns>
    public async Task<(long Regels, string Laatste, long? Fout)> VerifieerAsync(CancellationToken ct)
    {
        const string sql = """
            with keten as (
                select nummer, hash, vorige, row_number() over w as plek, lag(hash, 1, '\x'::bytea) over w as eerder,
                       sha256(vorige || convert_to(jsonb_build_array(nummer, extract(epoch from op)::text, wie, wat,
                       dataset,
                           versie, details)::text, 'UTF8')) as nagerekend
                from logboek window w as (order by nummer))
            select count(*) as regels,
                   coalesce((select encode(hash, 'hex') from logboek order by nummer desc limit 1), '') as laatste,
                   min(nummer) filter (where hash <> nagerekend or vorige <> eerder or nummer <> plek) as fout
            from keten
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<(long, string, long?)>(
            new(sql, commandTimeout: 0, cancellationToken: ct)
        );
    }
}
