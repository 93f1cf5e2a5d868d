using Dapper;
using Npgsql;

namespace Portal.Data.Begrotingen;

/// <summary>One programme on the bridge: its money in buurten, its money in none, the sum, and what it is checked against.</summary>
/// <param name="Posten">The sum of the posts themselves, counted apart from the sums that the pages read.</param>
/// <param name="Controle">The control total of the delivery; null when none was given.</param>
public sealed record BrugRow(
    string? Programma, string Naam, decimal? Direct, decimal? Afgeleid, decimal? Verdeeld, decimal? Wijk, decimal? Stadsdeel, decimal? Stad, decimal Totaal, decimal Posten, decimal? Controle)
{
    public decimal InBuurten => (Direct ?? 0) + (Afgeleid ?? 0) + (Verdeeld ?? 0);
    public decimal InGeenBuurt => (Wijk ?? 0) + (Stadsdeel ?? 0) + (Stad ?? 0);

    /// <summary>True or false is computed; null is: nothing to compare with.</summary>
    public bool? Klopt => InBuurten + InGeenBuurt != Totaal || Posten != Totaal ? false : Controle is null ? null : Controle == Totaal;
}

/// <summary>What one taakveld adds up to in the posts; null is the posts without a taakveld.</summary>
public sealed record TaakveldRow(string? Taakveld, decimal Bedrag);

public sealed class BrugQueries(NpgsqlDataSource db)
{
    /// <summary>The query of <see cref="ListAsync"/>; public for the benchmark.</summary>
    public const string BrugSql = """
        with som as (
            select programma_code,
                   sum(bedrag) filter (where gebied_soort = 'buurt' and toerekening not in ('afgeleid', 'sleutel')) as direct,
                   sum(bedrag) filter (where gebied_soort = 'buurt' and toerekening = 'afgeleid') as afgeleid,
                   sum(bedrag) filter (where gebied_soort = 'buurt' and toerekening = 'sleutel') as verdeeld,
                   sum(bedrag) filter (where gebied_soort in ('wijk', 'gebied')) as wijk,
                   sum(bedrag) filter (where gebied_soort = 'stadsdeel') as stadsdeel,
                   sum(bedrag) filter (where gebied_code is null or gebied_soort = 'stad') as stad,
                   sum(bedrag) as totaal
            from begrotingsom_nu where jaar = @jaar and fase = @fase and bl = @bl group by programma_code),
        post as (
            select programma_code, sum(case @fase when 'aangevraagd' then aangevraagd when 'vastgesteld' then vastgesteld else bedrag end) as posten
            from begrotingspost_nu where jaar = @jaar and bl = @bl and fase = case when @fase in ('aangevraagd', 'vastgesteld') then 'verleend' else @fase end group by programma_code),
        controle as (
            select programma_code, sum(bedrag) as controle from controletotaal_nu where jaar = @jaar and fase = @fase and bl = @bl and taakveld is null group by programma_code)
        select s.programma_code as programma, coalesce(r.naam, 'Bij geen programma') as naam, s.direct, s.afgeleid, s.verdeeld, s.wijk, s.stadsdeel, s.stad, s.totaal, coalesce(p.posten, 0) as posten, c.controle
        from som s
        left join post p on p.programma_code is not distinct from s.programma_code
        left join controle c on c.programma_code is not distinct from s.programma_code
        left join programma r on r.code = s.programma_code
        order by r.volgorde nulls last limit 100
        """;

    public async Task<IReadOnlyList<BrugRow>> ListAsync(int jaar, string fase, string bl, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<BrugRow>(new(BrugSql, new { jaar, fase, bl }, cancellationToken: ct))).AsList();
    }

    public async Task<IReadOnlyList<TaakveldRow>> PerTaakveldAsync(int jaar, string fase, string bl, CancellationToken ct)
    {
        const string sql = """
            select taakveld, sum(bedrag) as bedrag from begrotingspost_nu where jaar = @jaar and fase = @fase and bl = @bl and bedrag is not null
            group by taakveld order by string_to_array(taakveld, '.')::text[] limit 200
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<TaakveldRow>(new(sql, new { jaar, fase, bl }, cancellationToken: ct))).AsList();
    }
}
