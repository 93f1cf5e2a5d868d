using Dapper;

namespace Portal.Data.Beheer;

/// <summary>A saving of the words for a place.</summary>
public sealed record PaginatekstRow(
    long Id,
    string Plek,
    string Markdown,
    int MedewerkerId,
    string Naam,
    DateTime GemaaktOp,
    DateTime? GepubliceerdOp
);

/// <summary>A place that words can stand at.</summary>
public sealed record Tekstplek(string Code, string Naam)
{
    public const string Gebied = "gebied-";

    public static readonly IReadOnlyList<Tekstplek> Vast = [new("uitleg", "Bij de uitleg bij de cijfers")];
}

/// <summary>Words of pages, with all that stood there before.</summary>
public sealed class Paginateksten(BeheerBron bron)
{
    private const string Select = """
        select t.id, t.plek, t.markdown, t.medewerker_id, m.naam, t.gemaakt_op, t.gepubliceerd_op
        from paginatekst t join medewerker m on m.id = t.medewerker_id
        """;

    /// <returns>Null: no words can stand there.</returns>
    public async Task<Tekstplek?> PlekAsync(string code, CancellationToken ct)
    {
        const string sql = "select soort, naam from gebied_nu where code = @gebied limit 1";

        if (!code.StartsWith(Tekstplek.Gebied, StringComparison.Ordinal))
        {
            return Tekstplek.Vast.FirstOrDefault(p => p.Code == code);
        }
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var gebied = code[Tekstplek.Gebied.Length..];
        var gevonden = await connection.QuerySingleOrDefaultAsync<(string Soort, string Naam)?>(
            new(sql, new { gebied }, cancellationToken: ct)
        );
        return gevonden is { } g ? new(code, $"Bij {g.Soort} {g.Naam}") : null;
    }

    /// <summary>Everything that stood there, the newest first.</summary>
    public async Task<IReadOnlyList<PaginatekstRow>> GeschiedenisAsync(string plek, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        const string sql = $"{Select} where t.plek = @plek order by t.id desc limit 100";
        return (await connection.QueryAsync<PaginatekstRow>(new(sql, new { plek }, cancellationToken: ct))).AsList();
    }

    /// <summary>The newest of each place.</summary>
    public async Task<IReadOnlyList<PaginatekstRow>> ListAsync(CancellationToken ct)
    {
        const string sql = $"""
            {Select} where t.id in (select max(id) from paginatekst group by plek) order by t.gemaakt_op desc limit 500
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<PaginatekstRow>(new(sql, cancellationToken: ct))).AsList();
    }

    public async Task BewaarAsync(string plek, string markdown, int medewerker, CancellationToken ct)
    {
        const string sql = """
            insert into paginatekst (plek, markdown, medewerker_id) values (@plek, @markdown, @medewerker)
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var rij = new
        {
            plek,
            markdown,
            medewerker,
        };
        await connection.ExecuteAsync(new(sql, rij, cancellationToken: ct));
    }

    /// <summary>Only the newest, and once: what was read is what goes public.</summary>
    /// <returns>False: somebody wrote another one meanwhile.</returns>
    public async Task<bool> PubliceerAsync(string plek, long id, CancellationToken ct)
    {
        const string sql = """
            update paginatekst set gepubliceerd_op = clock_timestamp()
            where id = @id and plek = @plek and gepubliceerd_op is null
              and id = (select max(id) from paginatekst where plek = @plek)
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(sql, new { plek, id }, cancellationToken: ct)) == 1;
    }
}
