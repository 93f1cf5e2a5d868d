using Dapper;
using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>
/// One part of the money of an area, a level deeper: a taakveld, or a project. <paramref name="PostId"/> is set when it
/// is one post.
/// </summary>
public sealed record DeelRow(string? Sleutel, string Naam, decimal Bedrag, long Posten, long? PostId);

/// <summary>The sums of one year; null is "no data".</summary>
public sealed record JaarRow(int Jaar, decimal? Begroot, decimal? Besteed, decimal? Verleend, decimal? Vastgesteld);

/// <summary>
/// A larger area that an area lies in, with the money of which no smaller area is known: also for its people.
/// </summary>
/// <param name="Soort">A kind of area; <c>onbekend</c> is money of which no area is known, <c>vroeger</c> of a larger
/// area that is there no more.</param>
/// <param name="Bedrag">Null: nothing is known to be of this level.</param>
public sealed record TredeRow(
    string? Code,
    string Soort,
    string? Naam,
    decimal? Bedrag,
    int? Inwoners,
    int? InwonersJaar
);

/// <summary>
/// What was spent at addresses in the area, and what was spent for the area: two sums that are never added. Of the rest
/// (recognised, divided, of the whole city) it is not known.
/// </summary>
public sealed record PlaatsRow(decimal? OpAdres, decimal? VoorGebied, decimal? NietBekend);

/// <summary>The money of one area, looked at from closer by than its sums.</summary>
public sealed class GebiedGeldQueries(Lezing lezing)
{
    /// <summary>The taakvelden of a choice.</summary>
    public Task<IReadOnlyList<DeelRow>> TaakveldenAsync(PostKeuze keuze, CancellationToken ct)
    {
        const string sql = $"""
            select s.taakveld as sleutel, coalesce(s.taakveld, 'Zonder taakveld') as naam, sum(s.telt) as bedrag,
                count(*) as posten, null::bigint as post_id
            {PostSql.Van} group by s.taakveld order by 3 desc, 2 limit 100
            """;
        return LijstAsync(sql, keuze, ct);
    }

    /// <summary>The projects of a choice; a post without project stands for itself.</summary>
    public Task<IReadOnlyList<DeelRow>> ProjectenAsync(PostKeuze keuze, CancellationToken ct)
    {
        const string sql = $"""
            select coalesce(s.project_id, s.id::text) as sleutel,
                min(coalesce(s.project, s.omschrijving, s.regeling, 'Zonder omschrijving')) as naam,
                sum(s.telt) as bedrag,
                   count(*) as posten, case when count(*) = 1 then min(s.id) end as post_id
            {PostSql.Van} group by 1 order by 3 desc, 2 limit 200
            """;
        return LijstAsync(sql, keuze, ct);
    }

    /// <summary>Who received the most; persons together are "(Particulier)".</summary>
    public Task<IReadOnlyList<DeelRow>> OntvangersAsync(PostKeuze keuze, CancellationToken ct)
    {
        const string sql = $"""
            select s.ontvanger as sleutel, coalesce(case s.ontvanger_soort
                when 'particulier' then 'Particulieren, samen'
                when 'onbeoordeeld' then 'Namen die nog niet zijn beoordeeld, samen' end, s.ontvanger,
                case s.ontvanger_soort when 'gemeente' then 'De gemeente zelf' else 'Niet bekend' end) as naam,
                sum(s.telt) as bedrag, count(*) as posten, null::bigint as post_id
            {PostSql.Van} group by s.ontvanger, s.ontvanger_soort order by 3 desc, 2 limit 10
            """;
        return LijstAsync(sql, keuze, ct);
    }

    private const string PerJaar = """
        select s.jaar::int, sum(s.bedrag) filter (where s.fase = 'begroting') as begroot,
            sum(s.bedrag) filter (where s.fase = 'realisatie') as besteed,
            sum(s.bedrag) filter (where s.fase = 'verleend') as verleend,
            sum(s.bedrag) filter (where s.fase = 'vastgesteld') as vastgesteld
        from begrotingsom_nu s
        where s.bl = @Bl and s.jaarsoort = @Jaarsoort
            and (@Programma::text is null or s.programma_code = @Programma)
        """;

    /// <summary>The years of areas together.</summary>
    public async Task<IReadOnlyList<JaarRow>> JarenAsync(
        IReadOnlyList<string> codes,
        BegrotingKeuze keuze,
        CancellationToken ct
    )
    {
        const string sql = $"""
            {PerJaar} and (s.indeling, s.gebied_code) in (
                select b.indeling, b.code from gebied_boven b where b.boven_code = any(@Codes) and b.nu)
            group by s.jaar order by s.jaar limit 50
            """;

        var connection = await lezing.OpenAsync(ct);
        var vraag = new
        {
            Codes = codes.ToArray(),
            keuze.Bl,
            keuze.Jaarsoort,
            keuze.Programma,
        };
        return (await connection.QueryAsync<JaarRow>(new(sql, vraag, cancellationToken: ct))).AsList();
    }

    public async Task<IReadOnlyList<JaarRow>> JarenAsync(
        string soort,
        string code,
        BegrotingKeuze keuze,
        CancellationToken ct
    )
    {
        const string sql = $"{PerJaar} and {GebiedSql.LigtIn} group by s.jaar order by s.jaar limit 50";

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<JaarRow>(
                new(sql, BegrotingQueries.Parameters(soort, keuze, code), cancellationToken: ct)
            )
        ).AsList();
    }

    /// <summary>
    /// The larger areas around an area, from small to large, each with the money that is of that level; then what is of
    /// no area that is shown.
    /// </summary>
    public async Task<IReadOnlyList<TredeRow>> LadderAsync(string code, BegrotingKeuze keuze, CancellationToken ct)
    {
        const string sql = """
            with boven as (select b.indeling, b.boven_code from gebied_boven b
                where b.code = @Code and b.boven_code <> @Code and b.nu),
            trede as (
                select g.code, g.soort, g.naam, g.indeling, ST_Area(g.geom) as grootte from gebied_nu g
                where (g.indeling, g.code) in (select indeling, boven_code from boven)),
            geld as (
                select case when s.gebied_code in (select code from trede) then s.gebied_code
                            when s.gebied_code is not null then 'vroeger'
                            when s.toerekening in ('stadsdelen', 'onbekend') then s.toerekening
                            else coalesce((select code from trede where soort = 'stad' limit 1), 'vroeger') end as plek,
                       sum(s.bedrag) as bedrag
                from begrotingsom_nu s
                where s.jaar = @Jaar and s.fase = @Fase and s.bl = @Bl and s.jaarsoort = @Jaarsoort
                  and (@Programma::text is null or s.programma_code = @Programma)
                  and (s.gebied_code is null or (s.indeling, s.gebied_code) in (select indeling, boven_code from boven))
                group by 1),
            mens as (
                select distinct on (i.code, i.indeling) i.code, i.indeling, i.inwoners, i.jaar::int as jaar
                from inwoners_nu i join trede t on t.code = i.code and t.indeling = i.indeling
                order by i.code, i.indeling, abs(i.jaar - @Jaar), i.jaar desc)
            select t.code, coalesce(t.soort, g.plek) as soort, t.naam, g.bedrag, m.inwoners, m.jaar as inwoners_jaar
            from trede t full join geld g on g.plek = t.code
            left join mens m on m.code = t.code and m.indeling = t.indeling
            order by t.grootte nulls last, 2 limit 20
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<TredeRow>(
                new(sql, BegrotingQueries.Parameters("", keuze, code), cancellationToken: ct)
            )
        ).AsList();
    }

    public async Task<PlaatsRow> PlaatsAsync(string soort, string code, BegrotingKeuze keuze, CancellationToken ct)
    {
        const string sql = $"""
            select sum(s.bedrag) filter (where s.toerekening = 'direct_adres') as op_adres,
                sum(s.bedrag) filter (where s.toerekening = 'direct_gebied') as voor_gebied,
                   sum(s.bedrag) filter (where s.toerekening not in ('direct_adres', 'direct_gebied')) as niet_bekend
            from begrotingsom_nu s
            where s.jaar = @Jaar and s.fase = @Fase and s.bl = @Bl and s.jaarsoort = @Jaarsoort
                and (@Programma::text is null or s.programma_code = @Programma)
              and {GebiedSql.LigtIn}
            """;

        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<PlaatsRow>(
            new(sql, BegrotingQueries.Parameters(soort, keuze, code), cancellationToken: ct)
        );
    }

    private async Task<IReadOnlyList<DeelRow>> LijstAsync(string sql, PostKeuze keuze, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<DeelRow>(new(sql, PostSql.Parameters(keuze), cancellationToken: ct))
        ).AsList();
    }
}
