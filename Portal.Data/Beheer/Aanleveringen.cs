using System.Text.Json;
using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Beheer;

/// <summary>
/// A file that was handed over, and how far it is. <see cref="Status"/>: wacht, bezig, klaar, geweigerd, or weggelegd:
/// refused, and out of the work list.
/// </summary>
public sealed record AanleveringRow
{
    public required int Id { get; init; }
    public required int MedewerkerId { get; init; }
    public required string Email { get; init; }

    /// <summary>Who it was, as colleagues know her.</summary>
    public required string DoorNaam { get; init; }
    public required string Soort { get; init; }
    public required string Bestand { get; init; }
    public required string Map { get; init; }
    public required string Keuzes { get; init; }
    public string? Reden { get; init; }
    public required string Status { get; init; }
    public required DateTime GemaaktOp { get; init; }
    public string? Fout { get; init; }
    public string? Rapport { get; init; }
    public int? VersieId { get; init; }

    public Verslag? Verslag => Rapport is null ? null : JsonSerializer.Deserialize<Verslag>(Rapport);

    /// <summary>How many findings wait for somebody to decide.</summary>
    public int Open => Verslag?.Bevindingen?.Count(v => v.Besluit is null) ?? 0;

    public IReadOnlyDictionary<string, string> Gezegd =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(Keuzes)!;
}

/// <summary>An earlier reading of a delivery.</summary>
/// <param name="Code">Of the concept that it left; null: none.</param>
/// <param name="Sha256">Of the file, which the archive has under that name.</param>
public sealed record Eerdere(string BesluitenJson, string? Code, int? Nummer, string? Sha256)
{
    public IReadOnlyDictionary<string, Besluit> Besluiten =>
        JsonSerializer.Deserialize<Dictionary<string, Besluit>>(BesluitenJson)!;
}

public sealed class Aanleveringen(BeheerBron bron)
{
    /// <summary>Beside what was filled in: read it although it is loaded already.</summary>
    public const string Opnieuw = "opnieuw";

    private const string Select = """
        select a.id, a.medewerker_id, m.email, m.naam as door_naam, a.soort, a.bestand, a.map, a.keuzes::text, a.reden, a.status,
            a.gemaakt_op,
               a.fout, a.rapport::text, a.versie_id
        from aanlevering a join medewerker m on m.id = a.medewerker_id
        """;

    /// <param name="als">Of the same file before: what was decided of it, and why it had fewer rows, counts.</param>
    public async Task<int> MaakAsync(
        int medewerker,
        string soort,
        string bestand,
        string map,
        IReadOnlyDictionary<string, string> keuzes,
        CancellationToken ct,
        int? als = null
    )
    {
        const string sql = """
            insert into aanlevering (medewerker_id, soort, bestand, map, keuzes, besluiten, reden)
            values (@medewerker, @soort, @bestand, @map, @keuzes::jsonb,
                coalesce((select besluiten from aanlevering where id = @als), '{}'),
                (select reden from aanlevering where id = @als)) returning id
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var rij = new
        {
            medewerker,
            soort,
            bestand,
            map,
            keuzes = JsonSerializer.Serialize(keuzes),
            als,
        };
        return await connection.QuerySingleAsync<int>(new(sql, rij, cancellationToken: ct));
    }

    /// <summary>
    /// What was made without a file: a concept already, and of whom, for who made it does not approve it.
    /// </summary>
    public async Task ZonderBestandAsync(int medewerker, string wat, int versie, string? reden, CancellationToken ct)
    {
        const string sql = """
            insert into aanlevering (medewerker_id, soort, bestand, map, keuzes, reden, status, klaar_op, opgeruimd, versie_id)
            values (@medewerker, @wat, @wat, replace(gen_random_uuid()::text, '-', ''), '{}', @reden, 'klaar', now(), true, @versie)
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var rij = new
        {
            medewerker,
            wat,
            versie,
            reden,
        };
        await connection.ExecuteAsync(new(sql, rij, cancellationToken: ct));
    }

    public Task<AanleveringRow?> VindAsync(int id, CancellationToken ct) =>
        EenAsync("where a.id = @id", new { id }, ct);

    /// <summary>By which a concept came; null: by the command line.</summary>
    public Task<AanleveringRow?> VanVersieAsync(int versie, CancellationToken ct) =>
        EenAsync(
            """
            where a.versie_id = @versie
            order by coalesce((a.rapport ->> 'AlKlaar')::boolean, false), a.id desc limit 1
            """,
            new { versie },
            ct
        );

    /// <summary>The delivery of what is public now, and which file that was; null: it came by a command.</summary>
    public async Task<(AanleveringRow Levering, string Sha256)?> VanNuAsync(string dataset, CancellationToken ct)
    {
        const string sql = """
            select v.id, v.sha256 from versie v join dataset d on d.id = v.dataset_id
            where d.code = @dataset and v.status = 'gepubliceerd'
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var nu = await connection.QuerySingleOrDefaultAsync<(int, string)?>(
            new(sql, new { dataset }, cancellationToken: ct)
        );
        return nu is var (versie, sha256) && await VanVersieAsync(versie, ct) is { } levering
            ? (levering, sha256)
            : null;
    }

    /// <summary>Whether something is called so, or is waiting to be.</summary>
    public async Task<bool> BestaatAsync(string dataset, CancellationToken ct)
    {
        const string sql = """
            select exists (select from dataset where code = @dataset)
                or exists (select from aanlevering where status in ('wacht', 'bezig') and keuzes ->> 'dataset' = @dataset)
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<bool>(new(sql, new { dataset }, cancellationToken: ct));
    }

    /// <summary>What was filled in when this dataset was last delivered; nothing: it never was here.</summary>
    public async Task<Dictionary<string, string>> VorigeKeuzesAsync(string soort, string dataset, CancellationToken ct)
    {
        const string sql = """
            select a.keuzes::text from aanlevering a join versie v on v.id = a.versie_id
                join dataset d on d.id = v.dataset_id
            where a.soort = @soort and d.code = @dataset and a.status = 'klaar' order by a.id desc limit 1
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var keuzes = await connection.QuerySingleOrDefaultAsync<string>(
            new(sql, new { soort, dataset }, cancellationToken: ct)
        );
        return keuzes is null ? [] : JsonSerializer.Deserialize<Dictionary<string, string>>(keuzes)!;
    }

    /// <summary>What is under way or was refused, newest first.</summary>
    public async Task<IReadOnlyList<AanleveringRow>> OpenAsync(CancellationToken ct)
    {
        const string sql = $"""
            {Select}
            where a.status in ('wacht', 'bezig') or a.status = 'geweigerd' and a.klaar_op > now() - interval '14 days'
            order by a.id desc limit 100
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<AanleveringRow>(new(sql, cancellationToken: ct))).AsList();
    }

    /// <summary>Datasets that last failed by a file that staff handed over: that file is in the list itself.</summary>
    public async Task<IReadOnlyList<string>> DatasetsAsync(CancellationToken ct)
    {
        const string sql = """
            select d.code from dataset d join mislukking m on m.dataset_id = d.id
            where exists (select from versie v
                join aanlevering a on a.bestand = v.bestand and v.geladen_op between a.gemaakt_op and a.klaar_op
                where v.dataset_id = d.id and v.status = 'mislukt' and v.geladen_op = m.mislukt_op)
            order by d.code limit 500
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<string>(new(sql, cancellationToken: ct))).AsList();
    }

    /// <summary>Takes what was refused out of the work list.</summary>
    public async Task LegWegAsync(int id, CancellationToken ct)
    {
        const string sql = "update aanlevering set status = 'weggelegd' where id = @id and status = 'geweigerd'";

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(sql, new { id }, cancellationToken: ct));
    }

    /// <summary>The same file once more, now with a reason for having fewer rows or losing many.</summary>
    /// <returns>False: it was not refused.</returns>
    public async Task<bool> OpnieuwAsync(int id, string reden, CancellationToken ct)
    {
        const string sql = """
            update aanlevering set status = 'wacht', reden = @reden, fout = null, rapport = null
            where id = @id and status = 'geweigerd'
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(sql, new { id, reden }, cancellationToken: ct)) == 1;
    }

    /// <summary>The same file once more, by what was decided of its findings.</summary>
    /// <returns>False: it is being read, or was published.</returns>
    public async Task<bool> BesluitAsync(int id, IReadOnlyDictionary<string, Besluit> besluiten, CancellationToken ct)
    {
        const string sql = """
            update aanlevering a set status = 'wacht', besluiten = @besluiten::jsonb
            where id = @id and status = 'klaar' and not opgeruimd
              and exists (select from versie v where v.id = a.versie_id and v.status = 'concept')
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var rij = new { id, besluiten = JsonSerializer.Serialize(besluiten) };
        return await connection.ExecuteAsync(new(sql, rij, cancellationToken: ct)) == 1;
    }

    /// <summary>The same file once more, for what it rests on changed, or because it is to be described again.</summary>
    /// <returns>False: it is being read, or was published.</returns>
    public async Task<bool> LeesOpnieuwAsync(int id, CancellationToken ct)
    {
        const string sql = """
            update aanlevering a set status = 'wacht', opgeruimd = false,
                keuzes = a.keuzes || jsonb_build_object(@Opnieuw, 'ja')
            where id = @id and status = 'klaar' and (a.versie_id is null
                or exists (select from versie v where v.id = a.versie_id and v.status = 'concept'))
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.ExecuteAsync(new(sql, new { id, Opnieuw }, cancellationToken: ct)) == 1;
    }

    /// <summary>What was decided of its findings, and the concept that was made of it before.</summary>
    public async Task<Eerdere> EerderAsync(int id, CancellationToken ct)
    {
        const string sql = """
            select a.besluiten::text as besluiten_json, d.code, v.nummer, coalesce(a.rapport ->> 'Sha256', v.sha256) as sha256
            from aanlevering a left join versie v on v.id = a.versie_id and v.status = 'concept'
            left join dataset d on d.id = v.dataset_id
            where a.id = @id
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<Eerdere>(new(sql, new { id }, cancellationToken: ct));
    }

    /// <summary>
    /// Those whose file is of no more use: what was refused a fortnight ago or put away, or is no concept any more.
    /// </summary>
    public async Task<IReadOnlyList<(int Id, string Map)>> KunnenWegAsync(CancellationToken ct)
    {
        const string sql = """
            select a.id, a.map from aanlevering a
            where not a.opgeruimd and (a.status = 'geweigerd' and a.klaar_op < now() - interval '14 days'
                or a.status = 'weggelegd'
                or a.status = 'klaar'
                   and not exists (select from versie v where v.id = a.versie_id and v.status = 'concept'))
            order by a.id limit 100
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<(int, string)>(new(sql, cancellationToken: ct))).AsList();
    }

    public async Task OpgeruimdAsync(int id, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(
            new("update aanlevering set opgeruimd = true where id = @id", new { id }, cancellationToken: ct)
        );
    }

    /// <summary>The oldest that waits, now being loaded; null: none.</summary>
    public async Task<AanleveringRow?> NeemAsync(CancellationToken ct)
    {
        const string sql = """
            update aanlevering set status = 'bezig'
            where id = (select id from aanlevering where status = 'wacht' order by id limit 1) and status = 'wacht'
            returning id
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var id = await connection.QuerySingleOrDefaultAsync<int?>(new(sql, cancellationToken: ct));
        return id is { } deze ? await VindAsync(deze, ct) : null;
    }

    public async Task KlaarAsync(int id, string? fout, Verslag? verslag, int? versieNummer, CancellationToken ct)
    {
        const string sql = """
            update aanlevering set status = case when @fout is null then 'klaar' else 'geweigerd' end, klaar_op = now(),
                fout = @fout, rapport = @rapport::jsonb,
                versie_id = (select v.id from versie v join dataset d on d.id = v.dataset_id
                             where d.code = @Dataset and v.nummer = @versieNummer)
            where id = @id
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        var rij = new
        {
            id,
            fout,
            rapport = verslag is null ? null : JsonSerializer.Serialize(verslag),
            verslag?.Dataset,
            versieNummer,
        };
        await connection.ExecuteAsync(new(sql, rij, cancellationToken: ct));
    }

    /// <summary>What was being loaded by a process that is gone: nothing of it was kept.</summary>
    public async Task BreekAfAsync(CancellationToken ct)
    {
        const string sql = """
            update aanlevering set status = 'geweigerd', klaar_op = now(),
                fout = 'Het laden is afgebroken, omdat de server stopte. Er is niets veranderd. '
                    || 'Lever het bestand opnieuw aan.'
            where status = 'bezig'
            """;

        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        await connection.ExecuteAsync(new(sql, cancellationToken: ct));
    }

    private async Task<AanleveringRow?> EenAsync(string waar, object vraag, CancellationToken ct)
    {
        await using var connection = await bron.Db.OpenConnectionAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<AanleveringRow>(
            new($"{Select} {waar}", vraag, cancellationToken: ct)
        );
    }
}
