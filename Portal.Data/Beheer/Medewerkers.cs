using Dapper;
using Npgsql;

namespace Portal.Data.Beheer;

/// <summary>
/// Who may do what: <c>redacteur</c> uploads, <c>publicist</c> publishes too, <c>beheerder</c> sees to people.
/// </summary>
public static class Rollen
{
    public const string Redacteur = "redacteur";
    public const string Publicist = "publicist";
    public const string Beheerder = "beheerder";

    public static readonly IReadOnlyList<string> Alle = [Redacteur, Publicist, Beheerder];
}

/// <summary>Somebody with access; Identity fills in what it makes, hence no record.</summary>
public sealed class Medewerker
{
    public int Id { get; set; }
    public string Email { get; set; } = "";
    public string Naam { get; set; } = "";
    public string Rol { get; set; } = "";
    public string Wachtwoord { get; set; } = "";
    public string Stempel { get; set; } = "";

    /// <summary>The secret of the second factor, protected.</summary>
    public string Totp { get; set; } = "";

    /// <summary>The moment of the last code that was used: that one and those before it are no good any more.</summary>
    public long TotpStap { get; set; }
    public bool Actief { get; set; } = true;
}

/// <summary>In the list of people.</summary>
public sealed record MedewerkerRow(int Id, string Email, string Naam, string Rol, bool Actief, DateTime? LaatstGezien);

public sealed class Medewerkers(BeheerBron bron)
{
    private const string Velden = "id, email, naam, rol, wachtwoord, stempel, totp, actief";

    public Task<Medewerker?> VindAsync(string email, CancellationToken ct) =>
        EenAsync($"select {Velden} from medewerker where email = lower(@email)", new { email }, ct);

    public Task<Medewerker?> VindAsync(int id, CancellationToken ct) =>
        EenAsync($"select {Velden} from medewerker where id = @id", new { id }, ct);

    public async Task<IReadOnlyList<MedewerkerRow>> ListAsync(CancellationToken ct)
    {
        const string sql = """
            select m.id, m.email, m.naam, m.rol, m.actief,
                   (select max(s.laatst) from sessie s where s.medewerker_id = m.id) as laatst_gezien
            from medewerker m order by not m.actief, m.naam, m.id limit 500
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<MedewerkerRow>(new(sql, cancellationToken: ct))).AsList();
    }

    /// <summary>Whoever was invited: new, or again with another password and second factor.</summary>
    internal static async Task<int> BewaarAsync(
        NpgsqlConnection connection,
        Medewerker medewerker,
        CancellationToken ct
    )
    {
        const string sql = """
            insert into medewerker (email, naam, rol, wachtwoord, stempel, totp, totp_stap)
            values (lower(@Email), @Naam, @Rol, @Wachtwoord, @Stempel, @Totp, @TotpStap)
            on conflict (email) do update set naam = excluded.naam, rol = excluded.rol,
                wachtwoord = excluded.wachtwoord,
                stempel = excluded.stempel, totp = excluded.totp, totp_stap = excluded.totp_stap,
                pogingen = 0, dicht_tot = null, actief = true
            returning id
            """;

        return await connection.QuerySingleAsync<int>(new(sql, medewerker, cancellationToken: ct));
    }

    /// <summary>Another role, or none: the sessions of before end.</summary>
    /// <returns>False: it would leave nobody who sees to people, or there is no such person.</returns>
    public async Task<bool> ZetAsync(int id, string rol, bool actief, CancellationToken ct)
    {
        const string sql = """
            update medewerker m set rol = @rol, actief = @actief, stempel = gen_random_uuid()::text
            where m.id = @id and (@rol = 'beheerder' and @actief
                or exists (select from medewerker a where a.id <> @id and a.rol = 'beheerder' and a.actief))
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        // Two who end each other's access at the same moment would both stay within the rule, and leave nobody
        await connection.ExecuteAsync("select pg_advisory_xact_lock(5080, -3)", transaction: transaction);
        var gedaan = await connection.ExecuteAsync(
            new(
                sql,
                new
                {
                    id,
                    rol,
                    actief,
                },
                transaction,
                cancellationToken: ct
            )
        );
        await transaction.CommitAsync(ct);
        return gedaan == 1;
    }

    /// <summary>Ends every session of hers.</summary>
    public async Task NieuwStempelAsync(int id, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        const string sql = "update medewerker set stempel = gen_random_uuid()::text where id = @id";
        await connection.ExecuteAsync(new(sql, new { id }, cancellationToken: ct));
    }

    private async Task<Medewerker?> EenAsync(string sql, object vraag, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<Medewerker>(new(sql, vraag, cancellationToken: ct));
    }
}
