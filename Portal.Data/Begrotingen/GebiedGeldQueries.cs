using Dapper;
using Npgsql;
using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>One part of the money of an area, a level deeper: a taakveld, or a project. <paramref name="PostId"/> is set when it is one post.</summary>
public sealed record DeelRow(string? Sleutel, string Naam, decimal Bedrag, long Posten, long? PostId);

/// <summary>The sums of one year; null is "no data".</summary>
public sealed record JaarRow(int Jaar, decimal? Begroot, decimal? Besteed, decimal? Verleend, decimal? Vastgesteld);

/// <summary>What was spent at addresses in the area, and what was spent for the area: two sums that are never added.</summary>
public sealed record PlaatsRow(decimal? OpAdres, decimal? VoorGebied);

/// <summary>The money of one area, looked at from closer by than its sums.</summary>
public sealed class GebiedGeldQueries(NpgsqlDataSource db)
{
    private const string Van = $"""
        from postbedrag s join begrotingspost_nu p on p.id = s.post_id
        where s.jaar = @Jaar and s.fase = @Fase and s.bl = @Bl and (@Programma::text is null or s.programma_code = @Programma)
          and {GebiedSql.LigtIn}
        """;

    /// <summary>The taakvelden of a programme in an area.</summary>
    public async Task<IReadOnlyList<DeelRow>> TaakveldenAsync(string soort, string code, BegrotingKeuze keuze, CancellationToken ct)
    {
        const string sql = $"""
            select p.taakveld as sleutel, coalesce(p.taakveld, 'Zonder taakveld') as naam, sum(s.bedrag) as bedrag, count(distinct s.post_id) as posten, null::bigint as post_id
            {Van} group by p.taakveld order by 3 desc, 2 limit 100
            """;
        return await LijstAsync(sql, soort, code, keuze, null, ct);
    }

    /// <summary>The projects of a programme and taakveld in an area; a post without project stands for itself.</summary>
    public async Task<IReadOnlyList<DeelRow>> ProjectenAsync(string soort, string code, BegrotingKeuze keuze, string taakveld, CancellationToken ct)
    {
        const string sql = $"""
            select coalesce(p.project_id, p.id::text) as sleutel, min(coalesce(p.project, p.omschrijving, p.regeling, 'Zonder omschrijving')) as naam, sum(s.bedrag) as bedrag,
                   count(distinct s.post_id) as posten, case when count(distinct s.post_id) = 1 then min(s.post_id) end as post_id
            {Van} and p.taakveld is not distinct from nullif(@Taakveld, '-')
            group by 1 order by 3 desc, 2 limit 200
            """;
        return await LijstAsync(sql, soort, code, keuze, taakveld, ct);
    }

    /// <summary>Who received the most; persons together are "(Particulier)".</summary>
    public async Task<IReadOnlyList<DeelRow>> OntvangersAsync(string soort, string code, BegrotingKeuze keuze, CancellationToken ct)
    {
        const string sql = $"""
            select p.ontvanger as sleutel, coalesce(p.ontvanger, case p.ontvanger_soort when 'gemeente' then 'De gemeente zelf' else 'Niet bekend' end) as naam, sum(s.bedrag) as bedrag, count(distinct s.post_id) as posten, null::bigint as post_id
            {Van} group by p.ontvanger, p.ontvanger_soort order by 3 desc, 2 limit 10
            """;
        return await LijstAsync(sql, soort, code, keuze, null, ct);
    }

    public async Task<IReadOnlyList<JaarRow>> JarenAsync(string soort, string code, string bl, string? programma, CancellationToken ct)
    {
        const string sql = $"""
            select s.jaar::int, sum(s.bedrag) filter (where s.fase = 'begroting') as begroot, sum(s.bedrag) filter (where s.fase = 'realisatie') as besteed, sum(s.bedrag) filter (where s.fase = 'verleend') as verleend, sum(s.bedrag) filter (where s.fase = 'vastgesteld') as vastgesteld
            from begrotingsom_nu s
            where s.bl = @Bl and (@Programma::text is null or s.programma_code = @Programma) and {GebiedSql.LigtIn}
            group by s.jaar order by s.jaar limit 50
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<JaarRow>(new(sql, new { Soort = soort, Code = code, Bl = bl, Programma = programma }, cancellationToken: ct))).AsList();
    }

    public async Task<PlaatsRow> PlaatsAsync(string soort, string code, BegrotingKeuze keuze, CancellationToken ct)
    {
        const string sql = $"""
            select sum(s.bedrag) filter (where s.toerekening = 'direct_adres') as op_adres, sum(s.bedrag) filter (where s.toerekening = 'direct_gebied') as voor_gebied
            from begrotingsom_nu s
            where s.jaar = @Jaar and s.fase = @Fase and s.bl = @Bl
              and {GebiedSql.LigtIn}
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        return await connection.QuerySingleAsync<PlaatsRow>(new(sql, new { Soort = soort, Code = code, keuze.Jaar, keuze.Fase, keuze.Bl }, cancellationToken: ct));
    }

    private async Task<IReadOnlyList<DeelRow>> LijstAsync(string sql, string soort, string code, BegrotingKeuze keuze, string? taakveld, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var parameters = new { Soort = soort, Code = code, keuze.Jaar, keuze.Fase, keuze.Bl, keuze.Programma, Taakveld = taakveld };
        return (await connection.QueryAsync<DeelRow>(new(sql, parameters, cancellationToken: ct))).AsList();
    }
}
