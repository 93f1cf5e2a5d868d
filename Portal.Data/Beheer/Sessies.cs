using Dapper;

namespace Portal.Data.Beheer;

/// <summary>Who asks, of a session that counts.</summary>
public sealed record Wie(int Id, string Email, string Naam, string Rol);

/// <summary>Sessions are kept here, so that they end here, whatever a cookie says.</summary>
public sealed class Sessies(BeheerBron bron)
{
    /// <returns>What stands in the cookie.</returns>
    public async Task<string> BeginAsync(int medewerker, CancellationToken ct)
    {
        const string sql = """
            delete from sessie where laatst < now() - interval '90 days';
            insert into sessie (hash, medewerker_id, stempel)
            select @Hash, id, stempel from medewerker where id = @medewerker
            """;

        var geheim = Geheim.Nieuw();
        await DoeAsync(sql, new { medewerker, Hash = Geheim.Hash(geheim) }, ct);
        return geheim;
    }

    /// <summary>Eight hours at most, half an hour without a sign of life, and while the stamp is the same.</summary>
    public async Task<Wie?> VanAsync(string geheim, CancellationToken ct)
    {
        const string sql = """
            update sessie s set laatst = now() from medewerker m
            where s.hash = @Hash and m.id = s.medewerker_id and m.actief and m.stempel = s.stempel
              and s.begonnen > now() - interval '8 hours' and s.laatst > now() - interval '30 minutes'
            returning m.id, m.email, m.naam, m.rol
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var vraag = new { Hash = Geheim.Hash(geheim) };
        return await connection.QuerySingleOrDefaultAsync<Wie>(new(sql, vraag, cancellationToken: ct));
    }

    public Task EindigAsync(string geheim, CancellationToken ct) =>
        DoeAsync("update sessie set stempel = '' where hash = @Hash", new { Hash = Geheim.Hash(geheim) }, ct);

    private async Task DoeAsync(string sql, object vraag, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(sql, vraag, cancellationToken: ct));
    }
}
