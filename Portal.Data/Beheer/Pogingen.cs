using Dapper;

namespace Portal.Data.Beheer;

/// <summary>
/// Signing in wrongly five times closes the door for a quarter of an hour, of password and code together. A try is
/// taken
/// before it is judged, in one statement: a hundred at the same moment are five tries too.
/// </summary>
public sealed class Pogingen(BeheerBron bron)
{
    public const int Hoogste = 5;

    /// <returns>Whether there was a try left.</returns>
    public Task<bool> BeginAsync(int medewerker, CancellationToken ct) =>
        DoeAsync(
            """
            update medewerker set
                pogingen = case when dicht_tot is null then pogingen + 1 else 1 end,
                dicht_tot = case when dicht_tot is null
                and pogingen + 1 >= @Hoogste then now() + interval '15 minutes' end
            where id = @medewerker and actief and (dicht_tot is null or dicht_tot <= now())
            """,
            medewerker,
            ct
        );

    /// <summary>The password was right; the codes that were wrong before it still count.</summary>
    public Task GeefTerugAsync(int medewerker, CancellationToken ct) =>
        DoeAsync(
            "update medewerker set pogingen = greatest(pogingen - 1, 0), dicht_tot = null where id = @medewerker",
            medewerker,
            ct
        );

    /// <summary>She is in.</summary>
    public Task VergeetAsync(int medewerker, CancellationToken ct) =>
        DoeAsync("update medewerker set pogingen = 0, dicht_tot = null where id = @medewerker", medewerker, ct);

    /// <summary>Whether this code was not used before, nor one after it.</summary>
    public async Task<bool> VerbruikStapAsync(int medewerker, long stap, CancellationToken ct)
    {
        const string sql = "update medewerker set totp_stap = @stap where id = @medewerker and totp_stap < @stap";

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(sql, new { medewerker, stap }, cancellationToken: ct)) == 1;
    }

    public async Task<bool> VerbruikHerstelcodeAsync(int medewerker, string code, CancellationToken ct)
    {
        const string sql = """
            update herstelcode set gebruikt_op = now()
            where medewerker_id = @medewerker and hash = @Hash and gebruikt_op is null
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var vraag = new { medewerker, Hash = Geheim.Hash(code) };
        return await connection.ExecuteAsync(new(sql, vraag, cancellationToken: ct)) == 1;
    }

    private async Task<bool> DoeAsync(string sql, int medewerker, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(sql, new { medewerker, Hoogste }, cancellationToken: ct)) == 1;
    }
}
