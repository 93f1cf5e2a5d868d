using Dapper;
using Npgsql;

namespace Portal.Data.Beheer;

/// <summary>An invitation that was not used.</summary>
public sealed record UitnodigingRow(string Email, string Rol, DateTime GeldigTot);

/// <summary>Links by which somebody gets access, once and within two days.</summary>
public sealed class Uitnodigingen(BeheerBron bron)
{
    public static readonly TimeSpan Geldig = TimeSpan.FromHours(48);

    private const string Open = "gebruikt_op is null and geldig_tot > now()";

    /// <summary>A new one; those of before for the same address no longer count.</summary>
    /// <returns>What stands in the link, and nowhere else.</returns>
    /// <exception cref="ImportFout">It is no mail address, or no role.</exception>
    public async Task<string> MaakAsync(string email, string rol, CancellationToken ct)
    {
        const string sql = """
            update uitnodiging set geldig_tot = now()
            where email = lower(@email) and gebruikt_op is null and geldig_tot > now();
            insert into uitnodiging (email, rol, hash, geldig_tot) values (lower(@email), @rol, @Hash, now() + @Geldig)
            """;

        if (
            !System.Net.Mail.MailAddress.TryCreate(email, out var adres)
            || adres.Address != email
            || email.Length > 200
        )
        {
            throw new ImportFout($"'{email}' is geen mailadres. Schrijf het zoals naam@gemeente.nl.");
        }
        if (!Rollen.Alle.Contains(rol))
        {
            throw new ImportFout($"De rol '{rol}' bestaat niet. Kies uit: {string.Join(", ", Rollen.Alle)}.");
        }
        var geheim = Geheim.Nieuw();
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var vraag = new
        {
            email,
            rol,
            Geldig,
            Hash = Geheim.Hash(geheim),
        };
        await connection.ExecuteAsync(new(sql, vraag, cancellationToken: ct));
        return geheim;
    }

    /// <returns>Null: it was used, is too old, or never was.</returns>
    public async Task<UitnodigingRow?> VindAsync(string geheim, CancellationToken ct)
    {
        const string sql = $"select email, rol, geldig_tot from uitnodiging where hash = @Hash and {Open}";

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var vraag = new { Hash = Geheim.Hash(geheim) };
        return await connection.QuerySingleOrDefaultAsync<UitnodigingRow>(new(sql, vraag, cancellationToken: ct));
    }

    public async Task<IReadOnlyList<UitnodigingRow>> ListAsync(CancellationToken ct)
    {
        const string sql = $"select email, rol, geldig_tot from uitnodiging where {Open} order by email limit 200";

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<UitnodigingRow>(new(sql, cancellationToken: ct))).AsList();
    }

    /// <summary>Makes her, with the role of the invitation; the link is of no use any more.</summary>
    /// <returns>Her id; null: another was before us with the same link.</returns>
    public async Task<int?> GebruikAsync(
        string geheim,
        Medewerker medewerker,
        IEnumerable<string> herstelcodes,
        CancellationToken ct
    )
    {
        const string sql =
            $"update uitnodiging set gebruikt_op = now() where hash = @Hash and {Open} returning email, rol";
        const string codes = """
            delete from herstelcode where medewerker_id = @id;
            insert into herstelcode (medewerker_id, hash) select @id, unnest(@hashes)
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        await using var transaction = await connection.BeginTransactionAsync(ct);
        var gebruikt = await connection.QuerySingleOrDefaultAsync<(string Email, string Rol)?>(
            new(sql, new { Hash = Geheim.Hash(geheim) }, transaction, cancellationToken: ct)
        );
        if (gebruikt is null)
        {
            return null;
        }
        (medewerker.Email, medewerker.Rol) = gebruikt.Value;
        var id = await Medewerkers.BewaarAsync(connection, medewerker, ct);
        var hashes = herstelcodes.Select(Geheim.Hash).ToArray();
        await connection.ExecuteAsync(new(codes, new { id, hashes }, transaction, cancellationToken: ct));
        await transaction.CommitAsync(ct);
        return id;
    }
}
