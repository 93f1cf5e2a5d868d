using Dapper;
using Portal.Data.Ophalen;

namespace Portal.Data.Beheer;

/// <summary>How a source was left the last time.</summary>
public sealed record OphalingRow(string Bron, DateTime GevraagdOp, DateTime? GeluktOp, string? Fout);

/// <summary>The sources that are fetched, as staff see them; and those that they add.</summary>
public sealed class Bronbeheer(BeheerBron bron)
{
    public async Task<IReadOnlyDictionary<string, OphalingRow>> StandenAsync(CancellationToken ct)
    {
        const string sql = "select bron, gevraagd_op, gelukt_op, fout from ophaling";

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<OphalingRow>(new(sql, cancellationToken: ct))).ToDictionary(o => o.Bron);
    }

    /// <summary>The id of a concept that a source made.</summary>
    public async Task<int> VersieAsync(string dataset, int nummer, CancellationToken ct)
    {
        const string sql = """
            select v.id from versie v join dataset d on d.id = v.dataset_id
                where d.code = @dataset and v.nummer = @nummer
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<int>(new(sql, new { dataset, nummer }, cancellationToken: ct));
    }

    /// <returns>False: there is a source or a dataset that is called so.</returns>
    public async Task<bool> VoegToeAsync(string code, string beschrijving, int medewerker, CancellationToken ct)
    {
        const string sql = """
            insert into bron (code, beschrijving, medewerker_id)
            select @code, @beschrijving::jsonb, @medewerker where not exists (select from dataset where code = @code)
            on conflict do nothing
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var rij = new
        {
            code,
            beschrijving,
            medewerker,
        };
        return await connection.ExecuteAsync(new(sql, rij, cancellationToken: ct)) == 1;
    }

    /// <summary>Those that come with the portal or the operator put beside them, and those that staff added.</summary>
    public Task<IReadOnlyList<Bron>> LijstAsync(string? map, CancellationToken ct) =>
        EigenBronnen.ErbijAsync(Bronlijst.Lees(map), bron.Db, ct);
}
