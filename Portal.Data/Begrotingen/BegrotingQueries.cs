using Dapper;
using Npgsql;
using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>What a reader chose, as it stands in the URL. Null is: choose for me.</summary>
/// <param name="Programma">The code of a programme.</param>
/// <param name="Bl">L (lasten, what is spent) or B (baten, what comes in).</param>
/// <param name="Tel">What counts: <c>direct</c>, <c>afgeleid</c> (also recognised in text) or <c>alles</c> (also divided by a key).</param>
public sealed record BegrotingFilter(int? Jaar, string? Fase, string? Programma, string? Bl, string? Tel);

/// <summary>The same with every choice made and checked.</summary>
public sealed record BegrotingKeuze(int Jaar, string Fase, string? Programma, string Bl, string Tel);

public sealed record ProgrammaRow(string Code, string Naam, string Uitleg);

/// <summary>A year and phase that there is money of.</summary>
/// <param name="Tot">The last day that the figures run to when the year is not complete; null for a whole year, and for a plan, which is of a whole year always.</param>
public sealed record AanbodRow(int Jaar, string Fase, string Bl, DateOnly? Tot);

/// <summary>What there is to choose from in the published data.</summary>
public sealed record BegrotingAanbod(IReadOnlyList<AanbodRow> Jaren, IReadOnlyList<ProgrammaRow> Programmas)
{
    /// <summary>From what a resident asks most to what she asks least.</summary>
    public static readonly string[] Fasen = ["realisatie", "begroting", "begrotingswijziging", "verleend", "vastgesteld", "aangevraagd"];
    public static readonly string[] Tellingen = ["alles", "afgeleid", "direct"];

    /// <summary>The last day of a year that is not complete; null when it is.</summary>
    public DateOnly? Tot(int jaar, string fase, string bl) => Jaren.FirstOrDefault(j => j.Jaar == jaar && j.Fase == fase && j.Bl == bl)?.Tot;

    /// <summary>Whether the chosen year and the one before may stand beside each other: a part of a year beside a whole one says nothing.</summary>
    public bool Vergelijkbaar(BegrotingKeuze keuze) => Tot(keuze.Jaar, keuze.Fase, keuze.Bl) is null && Tot(keuze.Jaar - 1, keuze.Fase, keuze.Bl) is null;

    /// <returns>What is wrong with the choice, in Dutch; null when nothing is.</returns>
    public string? Reden(BegrotingFilter filter) =>
        filter.Jaar is not (null or 0 or (>= 1990 and <= 2100)) ? $"Het jaar {filter.Jaar} kan niet. Kies een jaar van 1990 tot en met 2100."
        : filter.Fase is not null && !Fasen.Contains(filter.Fase) ? $"De soort bedrag '{filter.Fase}' bestaat niet. Kies uit: {string.Join(", ", Fasen)}."
        : filter.Bl is not (null or "L" or "B") ? $"Bij bl staat '{filter.Bl}'. Kies L (lasten, uitgaven) of B (baten, inkomsten)."
        : filter.Tel is not null && !Tellingen.Contains(filter.Tel) ? $"Bij tel staat '{filter.Tel}'. Kies uit: {string.Join(", ", Tellingen)}."
        : filter.Programma is not (null or "") && Programmas.All(p => p.Code != filter.Programma) ? $"Het programma '{filter.Programma}' bestaat niet. Kies een programma uit de lijst."
        : null;

    /// <returns>The choice, by default of the last complete year that is not still to come (but a begroting may be of next year); null when the URL asks for what does not exist.</returns>
    public BegrotingKeuze? Kies(BegrotingFilter filter)
    {
        var (bl, tel) = (filter.Bl ?? "L", filter.Tel ?? "alles");
        var fase = filter.Fase ?? Fasen.FirstOrDefault(f => Jaren.Any(j => j.Fase == f && j.Bl == bl && (filter.Jaar is null || j.Jaar == filter.Jaar))) ?? Fasen[0];
        var jaar = filter.Jaar ?? Jaren.Where(j => j.Fase == fase && j.Bl == bl).OrderBy(j => j.Jaar <= DateTime.Today.Year || fase == "begroting").ThenBy(j => j.Tot is null).ThenBy(j => j.Jaar).LastOrDefault()?.Jaar ?? 0;
        return Reden(filter) is not null ? null : new(jaar, fase, filter.Programma is "" ? null : filter.Programma, bl, tel);
    }
}

/// <summary>One area and its money, in euros. Null is "no data": it is never shown as zero.</summary>
/// <param name="Posten">Without those that a key divides: such a post lies in every area, so its number would say nothing.</param>
/// <param name="PerInwoner">Null too where fewer than 50 people live: such a figure says nothing (domain.md, Money, 6); so for households.</param>
/// <param name="Hectare">Land and water together.</param>
public sealed record GebiedBedragRow(
    string Code, string Naam, string? Boven, decimal? Bedrag, decimal? Direct, decimal? Afgeleid, decimal? Sleutel, long? Posten, int? Inwoners, int? InwonersJaar, decimal? PerInwoner,
    int? Huishoudens, decimal? PerHuishouden, decimal Hectare, decimal? PerHectare);

/// <summary>Money that lies in none of the areas of a list: of a larger area, of the whole city, or left out by the choice of what counts.</summary>
public sealed record RestRow(string Niveau, decimal Bedrag, long Posten);

/// <summary>Everything of one area in one year, by phase, programme and attribution (direct, afgeleid, sleutel, stadsdeel, stadsbreed).</summary>
public sealed record SomRow(string Fase, string Bl, string? Programma, string? ProgrammaNaam, string Toerekening, decimal Bedrag, long Posten);

public sealed class BegrotingQueries(NpgsqlDataSource db)
{
    private const string Telt = """
        (s.toerekening in ('direct_adres', 'direct_gebied', 'stadsbreed')
         or (s.toerekening = 'afgeleid' and @Tel <> 'direct')
         or (s.toerekening = 'sleutel' and @Tel = 'alles'))
        """;

    private const string Gekozen = """
        s.jaar = @Jaar and s.fase = @Fase and s.bl = @Bl and (@Programma::text is null or s.programma_code = @Programma)
        """;

    // The one query behind the map, its table and its GeoJSON.
    private const string PerGebied = $"""
        with som as (
            select b.boven_code as code, sum(s.bedrag) as bedrag, sum(s.posten) filter (where s.toerekening <> 'sleutel')::bigint as posten,
                   sum(s.bedrag) filter (where s.toerekening not in ('afgeleid', 'sleutel')) as direct,
                   sum(s.bedrag) filter (where s.toerekening = 'afgeleid') as afgeleid,
                   sum(s.bedrag) filter (where s.toerekening = 'sleutel') as sleutel
            from begrotingsom_nu s join gebied_boven b on b.indeling = s.indeling and b.code = s.gebied_code
            where b.boven_soort = @Soort and {Gekozen} and {Telt}
            group by b.boven_code),
        mens as (
            select distinct on (code, indeling) code, indeling, inwoners, huishoudens, jaar::int as jaar
            from inwoners_nu order by code, indeling, abs(jaar - @Jaar), jaar desc)
        select g.code, g.naam, o.naam as boven, som.bedrag, som.direct, som.afgeleid, som.sleutel, som.posten,
               m.inwoners, m.jaar as inwoners_jaar, case when m.inwoners >= 50 then round(som.bedrag / m.inwoners, 2) end as per_inwoner,
               m.huishoudens, case when m.inwoners >= 50 and m.huishoudens > 0 then round(som.bedrag / m.huishoudens, 2) end as per_huishouden,
               o2.hectare, case when o2.hectare > 0 then round(som.bedrag / o2.hectare, 2) end as per_hectare
        from gebied_nu g
        cross join lateral (select round((ST_Area(g.geom) / 10000)::numeric, 2) as hectare) o2
        left join som on som.code = g.code
        left join mens m on m.code = g.code and m.indeling = g.indeling
        left join gebied_nu o on o.code = g.ouder_code
        where g.soort = @Soort
        """;

    /// <summary>The query of <see cref="ListAsync"/>; public for the benchmark.</summary>
    public const string OverzichtSql = $"{PerGebied} order by g.code limit 20000";

    /// <summary>The query of <see cref="GeoJsonAsync"/>, for the benchmark that runs it in psql.</summary>
    public const string GeoJsonSql = $"""
        select '{"{"}"type":"FeatureCollection","features":[' || coalesce(string_agg(ST_AsGeoJSON(f.*, 'kaart', 5), ',' order by f.code), '') || ']{"}"}'
        from (select r.*, g.kaart from ({PerGebied}) r join gebied_nu g on g.code = r.code) f
        """;

    private const string RestSql = $"""
        select case when s.toerekening in ('sleutel', 'afgeleid') and not {Telt} then s.toerekening else coalesce(s.gebied_soort, 'stadsbreed') end as niveau,
               sum(s.bedrag) as bedrag, sum(s.posten)::bigint as posten
        from begrotingsom_nu s
        where {Gekozen} and (not {Telt} or not exists (
            select from gebied_boven b join gebied_nu g on g.code = b.boven_code and g.indeling = b.indeling
            where b.indeling = s.indeling and b.code = s.gebied_code and b.boven_soort = @Soort))
        group by 1 order by 2 desc
        """;

    private const string Groep = """
        case when s.toerekening in ('afgeleid', 'sleutel') then s.toerekening
             when s.gebied_code is null or s.gebied_soort = 'stad' then 'stadsbreed'
             when s.gebied_soort = 'stadsdeel' then 'stadsdeel' else 'direct' end
        """;

    /// <summary>The query of <see cref="SommenAsync"/>; public for the benchmark.</summary>
    public const string SommenSql = $"""
        select s.fase, s.bl::text, s.programma_code as programma, p.naam as programma_naam, {Groep} as toerekening, sum(s.bedrag) as bedrag, sum(s.posten)::bigint as posten
        from begrotingsom_nu s left join programma p on p.code = s.programma_code
        where s.jaar = @Jaar and {GebiedSql.LigtIn}
        group by 1, 2, 3, 4, 5, p.volgorde order by p.volgorde, 1, 2, 5 limit 1000
        """;

    private const string AanbodSql = """
        select s.jaar::int, s.fase, s.bl::text, case when s.fase not in ('begroting', 'begrotingswijziging') and min(v.peildatum) < make_date(s.jaar, 12, 31) then min(v.peildatum) end as tot
        from postsom s join versie v on v.id = s.versie_id and v.status = 'gepubliceerd'
        group by s.jaar, s.fase, s.bl order by 1 desc, 2, 3 limit 1000
        """;

    public async Task<BegrotingAanbod> AanbodAsync(CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        var jaren = await connection.QueryAsync<AanbodRow>(new(AanbodSql, cancellationToken: ct));
        var programmas = await connection.QueryAsync<ProgrammaRow>(new("select code, naam, uitleg from programma order by volgorde limit 100", cancellationToken: ct));
        return new(jaren.AsList(), programmas.AsList());
    }

    /// <summary>Every area of a kind with its money, also those without.</summary>
    public async Task<IReadOnlyList<GebiedBedragRow>> ListAsync(string soort, BegrotingKeuze keuze, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<GebiedBedragRow>(new(OverzichtSql, Parameters(soort, keuze), cancellationToken: ct))).AsList();
    }

    /// <summary>The same rows with their shapes: a GeoJSON FeatureCollection in WGS84, as UTF-8.</summary>
    public async Task<byte[]> GeoJsonAsync(string soort, BegrotingKeuze keuze, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new(GeoJsonSql, Parameters(soort, keuze), cancellationToken: ct));
        await reader.ReadAsync(ct);
        return await reader.GetFieldValueAsync<byte[]>(0, ct);
    }

    /// <summary>What the list of areas leaves out; list and rest together are all the money of the choice.</summary>
    public async Task<IReadOnlyList<RestRow>> RestAsync(string soort, BegrotingKeuze keuze, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<RestRow>(new(RestSql, Parameters(soort, keuze), cancellationToken: ct))).AsList();
    }

    public async Task<IReadOnlyList<SomRow>> SommenAsync(string soort, string code, int jaar, CancellationToken ct)
    {
        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<SomRow>(new(SommenSql, new { Soort = soort, Code = code, Jaar = jaar }, cancellationToken: ct))).AsList();
    }

    /// <summary>Money of the larger areas that this area lies in, and of the whole city: also for its people, but not to be said per area.</summary>
    public async Task<IReadOnlyList<RestRow>> BovenAsync(string soort, string code, BegrotingKeuze keuze, CancellationToken ct)
    {
        const string sql = $"""
            select coalesce(g.soort || ' ' || g.naam, 'stadsbreed') as niveau, sum(s.bedrag) as bedrag, sum(s.posten)::bigint as posten
            from begrotingsom_nu s left join gebied_nu g on g.code = s.gebied_code and g.indeling = s.indeling
            where {Gekozen} and @Soort <> 'stad'
              and (s.gebied_code is null or s.gebied_code in (select b.boven_code from gebied_boven b where b.code = @Code and b.indeling = s.indeling and b.boven_code <> @Code))
            group by 1, g.geom order by ST_Area(g.geom) nulls last limit 10
            """;

        await using var connection = await db.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<RestRow>(new(sql, new { Soort = soort, Code = code, keuze.Jaar, keuze.Fase, keuze.Bl, keuze.Programma }, cancellationToken: ct))).AsList();
    }

    private static object Parameters(string soort, BegrotingKeuze keuze) => new { Soort = soort, keuze.Jaar, keuze.Fase, keuze.Bl, keuze.Programma, keuze.Tel };
}
