using System.Runtime.CompilerServices;
using Dapper;

namespace Portal.Data.Begrotingen;

/// <summary>
/// A version of a dataset of money. <paramref name="MetPosten"/>: its rows are still in the database, not only its
/// sums.
/// </summary>
public sealed record VersieRow(
    int Id,
    int Nummer,
    string Status,
    string Bestand,
    string Sha256,
    DateTime GeladenOp,
    int Geladen,
    int Gewijzigd,
    int Afgewezen,
    bool MetPosten
);

/// <summary>The sums of one version, or of two beside each other. Null is "not in that version".</summary>
public sealed record VersieSomRow(int Jaar, string Fase, string Bl, string Naam, decimal? Was, decimal? Werd);

/// <summary>
/// A post that is new (<c>erbij</c>), gone (<c>weg</c>) or different (<c>anders</c>) in the later of two versions.
/// </summary>
public sealed record PostVerschilRow(
    string Soort,
    string Bronsleutel,
    int Jaar,
    string Fase,
    string Bl,
    string? Programma,
    string? Gebied,
    string Titel,
    decimal? Was,
    decimal? Werd
);

/// <summary>Posts that are new, gone or different in the later of two versions.</summary>
public sealed record VersieAantallen(long Erbij, long Weg, long Anders);

public sealed class VersieQueries(Lezing lezing)
{
    public async Task<IReadOnlyList<VersieRow>> ListAsync(string dataset, CancellationToken ct)
    {
        const string sql = """
            select v.id, v.nummer, v.status, v.bestand, v.sha256, v.geladen_op, v.geladen, v.gewijzigd, v.afgewezen,
                exists (select from begrotingspost p where p.versie_id = v.id) as met_posten
            from versie v join dataset d on d.id = v.dataset_id
            where d.code = @dataset and d.onderwerp = 'begroting' and v.status in ('gepubliceerd', 'vervangen')
                order by v.nummer desc limit 500
            """;

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<VersieRow>(new(sql, new { dataset }, cancellationToken: ct))).AsList();
    }

    private const string Kop = "select s.jaar::int, s.fase, s.bl::text";
    private const string WasEnWerd =
        "sum(s.bedrag) filter (where s.versie_id = @was) as was, sum(s.bedrag) filter (where s.versie_id = "
        + "@werd) as werd from begrotingsom s";
    private const string Groep =
        "where s.versie_id in (@was, @werd) and s.jaarsoort = 'toekenning' group by s.jaar, s.fase, s.bl, 4 "
        + "order by s.jaar desc, s.fase, s.bl desc";

    /// <summary>
    /// Sums per programme of the version <paramref name="werd"/>, beside those of <paramref name="was"/> (0 is none).
    /// </summary>
    public async Task<IReadOnlyList<VersieSomRow>> ProgrammasAsync(int was, int werd, CancellationToken ct)
    {
        const string sql =
            $"{Kop}, coalesce(r.naam, 'Bij geen programma') as naam, {WasEnWerd} left join programma r on r.code "
            + $"= s.programma_code {Groep}, min(r.volgorde), 4 limit 20000";

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<VersieSomRow>(new(sql, new { was, werd }, cancellationToken: ct))).AsList();
    }

    /// <summary>The same per area.</summary>
    public async Task<IReadOnlyList<VersieSomRow>> GebiedenAsync(int was, int werd, CancellationToken ct)
    {
        const string sql = $"""
            {Kop}, coalesce(g.soort || ' ' || g.naam, s.gebied_code, case s.toerekening when 'onbekend' then 'Niet bekend waar' when 'stadsdelen' then 'Meer dan één stadsdeel' when 'sleutel' then 'Verdeeld' else 'Hele stad' end) as naam, {WasEnWerd} left join gebied_nu g on g.code = s.gebied_code and g.indeling = s.indeling {Groep}, 4 limit 20000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<VersieSomRow>(new(sql, new { was, werd }, cancellationToken: ct))).AsList();
    }

    private const string Verschil = """
        with veld as (
            select versie_id, bronsleutel, jaar, fase, bl, programma_code, gebied_code,
                coalesce(project, omschrijving, regeling, 'Zonder omschrijving') as titel, bedrag, inhoud
            from begrotingspost where versie_id in (@was, @werd)),
        verschil as (
            select case when o.inhoud is null then 'erbij' when n.inhoud is null then 'weg' else 'anders' end as soort,
                bronsleutel, coalesce(n.jaar, o.jaar)::int as jaar, coalesce(n.fase, o.fase) as fase,
                coalesce(n.bl, o.bl)::text as bl,
                   coalesce(n.programma_code, o.programma_code) as programma,
                   coalesce(n.gebied_code, o.gebied_code) as gebied, coalesce(n.titel, o.titel) as titel,
                   o.bedrag as was, n.bedrag as werd
            from (select * from veld where versie_id = @werd) n full
                join (select * from veld where versie_id = @was) o using (bronsleutel)
            where n.inhoud is distinct from o.inhoud)
        """;

    /// <summary>How many posts came, went and changed.</summary>
    public async Task<VersieAantallen> AantallenAsync(int was, int werd, CancellationToken ct)
    {
        const string sql =
            $"{Verschil} select count(*) filter (where soort = 'erbij') as erbij, count(*) filter (where soort = "
            + "'weg') as weg, count(*) filter (where soort = 'anders') as anders from verschil";

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<VersieAantallen>(new(sql, new { was, werd }, cancellationToken: ct));
    }

    /// <summary>Every post that differs, the largest difference first; compared by the source's own key.</summary>
    public async IAsyncEnumerable<PostVerschilRow> VerschillenAsync(
        int was,
        int werd,
        int aantal,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        const string sql =
            $"{Verschil} select * from verschil order by abs(coalesce(werd, 0) - coalesce(was, 0)) desc, "
            + "bronsleutel limit @aantal";

        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(
            new(
                sql,
                new
                {
                    was,
                    werd,
                    aantal,
                },
                cancellationToken: ct
            )
        );
        var lees = reader.GetRowParser<PostVerschilRow>();
        while (await reader.ReadAsync(ct))
        {
            yield return lees(reader);
        }
    }
}
