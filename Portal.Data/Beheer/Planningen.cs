using Dapper;

namespace Portal.Data.Beheer;

/// <summary>What was approved and goes public later. <paramref name="Fout"/>: why it did not.</summary>
public sealed record PlanRow(
    int VersieId,
    string Code,
    string Titel,
    int MedewerkerId,
    string Email,
    string Naam,
    DateTime Op,
    string Wijziging,
    string? Fout
);

public sealed class Planningen(BeheerBron bron)
{
    private const string Select = """
        select p.versie_id, d.code, coalesce(v.beschrijving ->> 'titel', v.gegevens ->> 'titel', d.titel) as titel,
               p.medewerker_id, m.email, m.naam, p.op, p.wijziging, p.fout
        from planning p join versie v on v.id = p.versie_id and v.status = 'concept'
            join dataset d on d.id = v.dataset_id
        join medewerker m on m.id = p.medewerker_id
        """;

    public async Task<IReadOnlyList<PlanRow>> ListAsync(CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        const string sql = $"{Select} order by p.op, p.versie_id limit 200";
        return (await connection.QueryAsync<PlanRow>(new(sql, cancellationToken: ct))).AsList();
    }

    public async Task<PlanRow?> VindAsync(int versie, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        const string sql = $"{Select} where p.versie_id = @versie";
        return await connection.QuerySingleOrDefaultAsync<PlanRow>(new(sql, new { versie }, cancellationToken: ct));
    }

    /// <summary>The first whose time has come; of whoever still may publish.</summary>
    public async Task<PlanRow?> NuAsync(CancellationToken ct)
    {
        const string sql = $"""
            {Select}
            where p.op <= now() and p.fout is null and m.actief and m.rol = 'publicist' order by p.op limit 1
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<PlanRow>(new(sql, cancellationToken: ct));
    }

    public Task ZetAsync(int versie, int medewerker, DateTime op, string wijziging, CancellationToken ct) =>
        DoeAsync(
            """
            insert into planning (versie_id, medewerker_id, op, wijziging) values (@versie, @medewerker, @op,
                @wijziging)
            on conflict (versie_id) do update set medewerker_id = excluded.medewerker_id, op = excluded.op,
                wijziging = excluded.wijziging, fout = null, gemaakt_op = now()
            """,
            new
            {
                versie,
                medewerker,
                op,
                wijziging,
            },
            ct
        );

    /// <summary>It went, or will not.</summary>
    public Task WegAsync(int versie, CancellationToken ct) =>
        DoeAsync("delete from planning where versie_id = @versie", new { versie }, ct);

    public Task MisluktAsync(int versie, string fout, CancellationToken ct) =>
        DoeAsync("update planning set fout = @fout where versie_id = @versie", new { versie, fout }, ct);

    private async Task DoeAsync(string sql, object vraag, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(sql, vraag, cancellationToken: ct));
    }
}
