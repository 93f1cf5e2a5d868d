using Dapper;
using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Registers;

/// <summary>
/// A row that is new (<c>erbij</c>), gone (<c>weg</c>) or different (<c>anders</c>) in the later of two versions.
/// </summary>
public sealed record RijVerschilRow(string Soort, string Sleutel, string Was, string Werd);

/// <summary>How many rows of an area come, go and change.</summary>
public sealed record GebiedVerschilRow(string Gebied, long Erbij, long Weg, long Anders);

/// <summary>When a row came, changed and went. <paramref name="Soort"/>: erbij, anders or weg.</summary>
public sealed record LevensloopRow(string Soort, int Versie, DateTime GepubliceerdOp, string Titel);

/// <summary>What happened to the rows of a dataset that is kept row by row.</summary>
public sealed class RegisterVersies(Lezing lezing)
{
    private static IEnumerable<string> Tabellen =>
        Onderwerpen.Alle.SelectMany(o => o.Tabellen).Where(t => t.Leven == Leven.PerRij).Select(t => t.Naam);

    /// <summary>How many rows came, went and changed between two versions, by number.</summary>
    public async Task<Begrotingen.VersieAantallen> AantallenAsync(
        string tabel,
        string dataset,
        int was,
        int werd,
        CancellationToken ct
    )
    {
        var sql = $"""
            {Beide(tabel)}
            select count(*) filter (where o.sleutel is null) as erbij, count(*) filter (where n.sleutel is null) as weg,
                   count(*) filter (where o.sleutel is not null and n.sleutel is not null) as anders
            from oud o full join nieuw n using (sleutel) where o.inhoud is distinct from n.inhoud
            """;

        var connection = await lezing.OpenAsync(ct);
        var vraag = new
        {
            dataset,
            was,
            werd,
        };
        return await connection.QuerySingleAsync<Begrotingen.VersieAantallen>(new(sql, vraag, cancellationToken: ct));
    }

    /// <summary>The same per area, by the ids of the versions; where most happens first.</summary>
    public async Task<IReadOnlyList<GebiedVerschilRow>> PerGebiedAsync(
        string tabel,
        int was,
        int werd,
        int aantal,
        CancellationToken ct
    )
    {
        string In(string versie) =>
            $"""
                select t.sleutel, t.inhoud, t.gebied_code, t.indeling from {tabel} t
                where t.dataset_id = (select dataset_id from versie where id = {versie})
                  and t.vanaf <= {versie} and (t.tot is null or t.tot > {versie})
                """;
        var sql = $"""
            select coalesce(g.soort || ' ' || g.naam, 'Niet bekend waar') as gebied,
                   count(*) filter (where o.sleutel is null) as erbij, count(*) filter (where n.sleutel is null) as weg,
                   count(*) filter (where o.sleutel is not null and n.sleutel is not null) as anders
            from ({In("@was")}) o full join ({In("@werd")}) n using (sleutel)
            left join gebied_nu g on g.code = coalesce(n.gebied_code, o.gebied_code)
                 and g.indeling = coalesce(n.indeling, o.indeling)
            where o.inhoud is distinct from n.inhoud group by 1 order by count(*) desc, 1 limit @aantal
            """;
        var connection = await lezing.OpenAsync(ct);
        var vraag = new
        {
            was,
            werd,
            aantal,
        };
        return (await connection.QueryAsync<GebiedVerschilRow>(new(sql, vraag, cancellationToken: ct))).AsList();
    }

    private static string Beide(string tabel) =>
        $"""
            with v as (select (select id from versie x where x.dataset_id = d.id and x.nummer = @was) as was,
                              (select id from versie x where x.dataset_id = d.id and x.nummer = @werd) as werd, d.id
                       from dataset d where d.code = @dataset),
            oud as (select t.sleutel, t.titel, t.inhoud from {tabel} t
                join v on t.dataset_id = v.id and t.vanaf <= v.was and (t.tot is null or t.tot > v.was)),
            nieuw as (select t.sleutel, t.titel, t.inhoud from {tabel} t
                join v on t.dataset_id = v.id and t.vanaf <= v.werd and (t.tot is null or t.tot > v.werd))
            """;

    /// <summary>The differences between two versions, by number; at most <paramref name="aantal"/>.</summary>
    public async Task<IReadOnlyList<RijVerschilRow>> VerschillenAsync(
        string tabel,
        string dataset,
        int was,
        int werd,
        int aantal,
        CancellationToken ct
    )
    {
        var sql = $"""
            {Beide(tabel)}
            select case when o.sleutel is null then 'erbij' when n.sleutel is null then 'weg' else 'anders' end
                as soort,
                   sleutel, coalesce(o.titel, '') as was, coalesce(n.titel, '') as werd
            from oud o full join nieuw n using (sleutel)
            where o.inhoud is distinct from n.inhoud order by 1, 2 limit @aantal
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<RijVerschilRow>(
                new(
                    sql,
                    new
                    {
                        dataset,
                        was,
                        werd,
                        aantal,
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }

    /// <summary>
    /// The life of one row, from the version it came in; versions that are not public are not told of.
    /// </summary>
    public async Task<IReadOnlyList<LevensloopRow>> LevensloopAsync(
        string tabel,
        string dataset,
        string sleutel,
        CancellationToken ct
    )
    {
        var sql = $"""
            with rij as (select t.id, t.vanaf, t.tot, t.titel from {tabel} t join dataset d on d.id = t.dataset_id
                         where d.code = @dataset and t.sleutel = @sleutel),
            stap as (select vanaf as versie, titel, case when lag(tot) over (order by vanaf) = vanaf then 'anders'
                else 'erbij' end as soort from rij
                     union all
                     select r.tot, r.titel, 'weg' from rij r
                         where r.tot is not null and not exists (select from rij n where n.vanaf = r.tot))
            select s.soort, v.nummer as versie, coalesce(v.gepubliceerd_op, v.geladen_op) as gepubliceerd_op, s.titel
            from stap s join versie v on v.id = s.versie and v.status in ('gepubliceerd', 'vervangen') order by v.nummer
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<LevensloopRow>(new(sql, new { dataset, sleutel }, cancellationToken: ct))
        ).AsList();
    }

    /// <summary>
    /// Makes the version before the one that was withdrawn count again, as a version of its own: nothing of the history
    /// goes.
    /// </summary>
    /// <returns>The number of that version; null: the dataset is not kept row by row, or has no version
    /// before.</returns>
    internal static async Task<int?> ZetTerugAsync(NpgsqlConnection connection, int datasetId, int ingetrokken)
    {
        var tabellen = new List<string>();
        foreach (var tabel in Tabellen)
        {
            var heeft = $"select exists (select from {tabel} where dataset_id = @datasetId)";
            if (await connection.QuerySingleAsync<bool>(heeft, new { datasetId }))
            {
                tabellen.Add(tabel);
            }
        }
        var vorige = await connection.QuerySingleOrDefaultAsync<(int Id, int Nummer)?>(VorigeSql, new { datasetId });
        if (tabellen.Count == 0 || vorige is null)
        {
            return null;
        }
        var nieuw = await connection.QuerySingleAsync<(int Id, int Nummer)>(
            NieuwSql,
            new { datasetId, vorige.Value.Id }
        );
        foreach (var tabel in tabellen)
        {
            await connection.ExecuteAsync(
                "select register_terug(@tabel::regclass, @datasetId, @ingetrokken, @als, @nieuw)",
                new
                {
                    tabel,
                    datasetId,
                    ingetrokken,
                    als = vorige.Value.Id,
                    nieuw = nieuw.Id,
                },
                commandTimeout: 0
            );
        }
        return nieuw.Nummer;
    }

    private const string VorigeSql = """
        select id, nummer from versie where dataset_id = @datasetId and status = 'vervangen' order by nummer desc
            limit 1
        """;

    // The withdrawal in the same transaction tells running portals.
    private const string NieuwSql = """
        with nieuw as (
            insert into versie (dataset_id, nummer, bestand, sha256, bytes, peildatum, gelezen, geladen, opties,
                gegevens, beschrijving, toelichting, status, gepubliceerd_op)
            select dataset_id, (select max(nummer) + 1 from versie where dataset_id = @datasetId), bestand, sha256,
                bytes, peildatum, gelezen, geladen, opties, gegevens, beschrijving,
                   format('Teruggezet: gelijk aan versie %s.', nummer), 'gepubliceerd', now()
            from versie where id = @Id
            returning id, nummer)
        select id, nummer from nieuw
        """;
}
