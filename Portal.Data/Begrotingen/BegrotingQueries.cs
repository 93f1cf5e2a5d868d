using Dapper;
using Portal.Data.Gebieden;

namespace Portal.Data.Begrotingen;

/// <summary>One area and its money, in euros. Null is "no data": it is never shown as zero.</summary>
public sealed record GebiedBedragRow
{
    public required string Code { get; init; }
    public required string Naam { get; init; }
    public string? Boven { get; init; }
    public decimal? Bedrag { get; init; }
    public decimal? Direct { get; init; }
    public decimal? Afgeleid { get; init; }
    public decimal? Sleutel { get; init; }

    /// <summary>
    /// Without those that a key divides: such a post lies in every area, so its number would say nothing.
    /// </summary>
    public long? Posten { get; init; }

    public int? Inwoners { get; init; }
    public int? InwonersJaar { get; init; }

    /// <summary>
    /// Null too where fewer than <see cref="MinsteInwoners"/> people live; so for households.
    /// </summary>
    public decimal? PerInwoner { get; init; }

    public int? Huishoudens { get; init; }
    public decimal? PerHuishouden { get; init; }

    /// <summary>Land and water together.</summary>
    public decimal Hectare { get; init; }

    public decimal? PerHectare { get; init; }

    /// <summary>Where fewer people live, a figure per head says nothing (domain.md, Money, 6).</summary>
    public const int MinsteInwoners = 50;

    /// <summary>It got no part of what a key divides, for its inhabitants of that year are not known.</summary>
    public bool IsOvergeslagen(int jaar) =>
        Bedrag is not null && Sleutel is null && PerInwoner is null && InwonersJaar != jaar && MagPerHoofd(Inwoners);

    public static bool MagPerHoofd(int? inwoners) => inwoners >= MinsteInwoners;

    /// <summary>The amount in a measure: inwoner, huishouden, hectare or totaal.</summary>
    public decimal? In(string maat) =>
        maat switch
        {
            "inwoner" => PerInwoner,
            "huishouden" => PerHuishouden,
            "hectare" => PerHectare,
            _ => Bedrag,
        };
}

/// <summary>
/// Money that lies in none of the areas of a list: of a larger area, of the whole city, or left out by the choice of
/// what counts.
/// </summary>
public sealed record RestRow(string Niveau, decimal Bedrag, long Posten);

/// <summary>
/// Everything of one area in one year, by phase, programme and attribution (direct, afgeleid, sleutel, stadsdeel,
/// stadsdelen, stadsbreed, onbekend).
/// </summary>
public sealed record SomRow(
    string Fase,
    string Bl,
    string? Programma,
    string? ProgrammaNaam,
    string Toerekening,
    decimal Bedrag,
    long Posten
);

public sealed class BegrotingQueries(Lezing lezing)
{
    private const string Telt = """
        (s.toerekening in ('direct_adres', 'direct_gebied', 'stadsbreed', 'stadsdelen', 'onbekend')
         or (s.toerekening = 'afgeleid' and @Tel <> 'direct')
         or (s.toerekening = 'sleutel' and @Tel = 'alles'))
        """;

    private const string Gekozen = """
        s.jaar = @Jaar and s.fase = @Fase and s.bl = @Bl and s.jaarsoort = @Jaarsoort and (@Programma::text is null or s.programma_code = @Programma)
        """;

    // A key of inhabitants passes by who are not counted that year: what is known is then not all that is spent there,
    // and the inhabitants of another year would make it a low figure. Asked only of such an area
    private const string Overgeslagen = $"""
        (m.jaar <> @Jaar and som.sleutel is null
         and exists (select from begrotingsom_nu s where s.toerekening = 'sleutel' and {Gekozen} and {Telt}))
        """;

    // The one query behind the map, its table, its GeoJSON, and one area; @Code null is every area of the kind.
    private const string PerGebied = $"""
        with som as (
            select b.boven_code as code, sum(s.bedrag) as bedrag,
                   sum(s.posten) filter (where s.toerekening <> 'sleutel')::bigint as posten,
                   sum(s.bedrag) filter (where s.toerekening not in ('afgeleid', 'sleutel')) as direct,
                   sum(s.bedrag) filter (where s.toerekening = 'afgeleid') as afgeleid,
                   sum(s.bedrag) filter (where s.toerekening = 'sleutel') as sleutel
            from begrotingsom_nu s join gebied_boven b on b.indeling = s.indeling and b.code = s.gebied_code
            where b.nu and b.boven_soort = @Soort and (@Code::text is null or b.boven_code = @Code) and {Gekozen}
                and {Telt}
            group by b.boven_code),
        mens as (
            select distinct on (code, indeling) code, indeling, inwoners, huishoudens, jaar::int as jaar
            from inwoners_nu where @Code::text is null or code = @Code
            order by code, indeling, abs(jaar - @Jaar), jaar desc)
        select g.code, g.naam, o.naam as boven, som.bedrag, som.direct, som.afgeleid, som.sleutel, som.posten,
               m.inwoners, m.jaar as inwoners_jaar, 
               case when m.inwoners >= @MinsteInwoners and @PerHoofd and not {Overgeslagen}
                    then round(som.bedrag / m.inwoners, 2) end as per_inwoner,
               m.huishoudens,
               case when m.inwoners >= @MinsteInwoners and m.huishoudens > 0 and @PerHoofd and not {Overgeslagen}
                    then round(som.bedrag / m.huishoudens, 2) end as per_huishouden,
               o2.hectare, case when o2.hectare > 0 then round(som.bedrag / o2.hectare, 2) end as per_hectare
        from gebied_nu g
        cross join lateral (select round((ST_Area(g.geom) / 10000)::numeric, 2) as hectare) o2
        left join som on som.code = g.code
        left join mens m on m.code = g.code and m.indeling = g.indeling
        left join gebied_nu o on o.code = g.ouder_code
        where g.soort = @Soort and (@Code::text is null or g.code = @Code)
        """;

    private const string OverzichtSql = $"{PerGebied} order by g.code limit 20000";

    /// <summary>The query of <see cref="GeoJsonAsync"/>, which bench/run also runs in psql.</summary>
    internal const string GeoJsonSql = $"""
        select '{"{"}"type":"FeatureCollection","features":[' || coalesce(string_agg(ST_AsGeoJSON(f.*, 'kaart', 5), ',' order by f.code), '') || ']{"}"}'
        from (select r.*, g.kaart from ({PerGebied}) r join gebied_nu g on g.code = r.code) f
        """;

    /// <summary>
    /// The same figures alone: per code the amount, and that in the measure @Maat; without one per inhabitant where
    /// that is known of any area, as the page of the map chooses.
    /// </summary>
    private const string CijfersSql = $"""
        with r as materialized ({PerGebied}),
             m as (select coalesce(@Maat, case when count(per_inwoner) > 0
                 or count(*) = 0 then 'per_inwoner' else 'bedrag' end) as maat from r)
        select json_build_object('maat', m.maat, 'gebieden', coalesce(json_object_agg(r.code, json_build_array(r.bedrag,
            case m.maat when 'per_inwoner' then r.per_inwoner when 'per_huishouden' then r.per_huishouden
                        when 'per_hectare' then r.per_hectare else r.bedrag end) order by r.code)
                            filter (where r.code is not null), '{"{}"}'))::text
        from m left join r on true group by m.maat
        """;

    private const string RestSql = $"""
        select case when s.toerekening in ('sleutel', 'afgeleid')
            and not {Telt} then s.toerekening else coalesce(s.gebied_soort, s.toerekening) end as niveau,
               sum(s.bedrag) as bedrag, sum(s.posten)::bigint as posten
        from begrotingsom_nu s
        where {Gekozen} and (not {Telt} or not exists (
            select from gebied_boven b
            where b.nu and b.indeling = s.indeling and b.code = s.gebied_code and b.boven_soort = @Soort))
        group by 1 order by 2 desc
        """;

    private const string Groep = """
        case when s.toerekening in ('afgeleid', 'sleutel', 'stadsdelen', 'onbekend') then s.toerekening
             when s.gebied_code is null or s.gebied_soort = 'stad' then 'stadsbreed'
             when s.gebied_soort = 'stadsdeel' then 'stadsdeel' else 'direct' end
        """;

    private const string SommenSql = $"""
        select s.fase, s.bl::text, s.programma_code as programma, p.naam as programma_naam, {Groep} as toerekening,
            sum(s.bedrag) as bedrag, sum(s.posten)::bigint as posten
        from begrotingsom_nu s left join programma p on p.code = s.programma_code
        where s.jaar = @Jaar and s.jaarsoort = case when s.fase in ('verleend', 'aangevraagd', 'vastgesteld')
            then @Jaarsoort else 'toekenning' end and {GebiedSql.LigtIn}
        group by 1, 2, 3, 4, 5, p.volgorde order by p.volgorde, 1, 2, 5 limit 1000
        """;

    // Several deliveries may speak of one year and phase: together they are as complete as the least complete of them.
    private const string AanbodSql = """
        select p.jaar::int, p.fase, p.bl::text, p.jaarsoort, sum(p.bedrag) as bedrag, sum(p.zonder_plek) as zonder_plek,
            sum(p.ander_jaar) as ander_jaar, sum(p.later) as later, sum(p.meer_jaren) as meer_jaren,
               sum(p.zonder_jaar) as zonder_jaar, sum(p.zonder_programma) as zonder_programma,
               sum(p.nul)::bigint as nul, sum(p.duplicaten)::bigint as duplicaten, sum(p.duplicaat) as duplicaat,
               (array_agg(p.dekking order by p.dekking = 'volledig', p.dekking = 'deel'))[1] as dekking,
               min(p.tot) as tot, (array_agg(p.reden order by p.dekking = 'volledig', p.dekking = 'deel'))[1] as reden,
               min(p.toelichting) as toelichting
        from jaarprofiel_nu p
        group by p.jaar, p.fase, p.bl, p.jaarsoort order by 1 desc, 2, 3, 4 limit 2000
        """;

    public async Task<BegrotingAanbod> AanbodAsync(CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        var jaren = await connection.QueryAsync<Jaarprofiel>(new(AanbodSql, cancellationToken: ct));
        var programmas = await connection.QueryAsync<ProgrammaRow>(
            new("select code, naam, uitleg from programma order by volgorde limit 100", cancellationToken: ct)
        );
        return new(jaren.AsList(), programmas.AsList()) { DitJaar = lezing.Vandaag.Year };
    }

    /// <summary>Every area of a kind with its money, also those without.</summary>
    public async Task<IReadOnlyList<GebiedBedragRow>> ListAsync(
        string soort,
        BegrotingKeuze keuze,
        CancellationToken ct
    )
    {
        await lezing.PlanPerVraagAsync(ct);
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<GebiedBedragRow>(
                new(OverzichtSql, Parameters(soort, keuze), cancellationToken: ct)
            )
        ).AsList();
    }

    /// <summary>The smallest areas, or wijken where hardly any buurt has a figure, with their kind.</summary>
    public async Task<(string Soort, IReadOnlyList<GebiedBedragRow> Gebieden)> KleinsteAsync(
        BegrotingKeuze keuze,
        CancellationToken ct
    )
    {
        var buurten = await ListAsync("buurt", keuze, ct);
        return buurten.Count(g => g.Bedrag is not null) < buurten.Count / 10
            ? ("wijk", await ListAsync("wijk", keuze, ct))
            : ("buurt", buurten);
    }

    /// <summary>One area with its money; null when there is no such area of that kind.</summary>
    public async Task<GebiedBedragRow?> FindAsync(string soort, string code, BegrotingKeuze keuze, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<GebiedBedragRow>(
            new(PerGebied, Parameters(soort, keuze, code), cancellationToken: ct)
        );
    }

    /// <summary>The same rows with their shapes: a GeoJSON FeatureCollection in WGS84, as UTF-8.</summary>
    public Task<byte[]> GeoJsonAsync(string soort, BegrotingKeuze keuze, CancellationToken ct) =>
        BytesAsync(GeoJsonSql, Parameters(soort, keuze), ct);

    /// <summary>The same figures without shapes, for who has those already: JSON, as UTF-8.</summary>
    /// <param name="maat">bedrag, per_inwoner, per_huishouden or per_hectare; null: what suits the figures.</param>
    public Task<byte[]> CijfersAsync(string soort, BegrotingKeuze keuze, string? maat, CancellationToken ct)
    {
        var parameters = new DynamicParameters(Parameters(soort, keuze));
        parameters.Add("Maat", maat, System.Data.DbType.String);
        return BytesAsync(CijfersSql, parameters, ct);
    }

    private async Task<byte[]> BytesAsync(string sql, object parameters, CancellationToken ct)
    {
        await lezing.PlanPerVraagAsync(ct);
        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new(sql, parameters, cancellationToken: ct));
        await reader.ReadAsync(ct);
        return await reader.GetFieldValueAsync<byte[]>(0, ct);
    }

    /// <summary>What the list of areas leaves out; list and rest together are all the money of the choice.</summary>
    public async Task<IReadOnlyList<RestRow>> RestAsync(string soort, BegrotingKeuze keuze, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<RestRow>(new(RestSql, Parameters(soort, keuze), cancellationToken: ct))
        ).AsList();
    }

    public async Task<Sommen> SommenAsync(string soort, string code, int jaar, string jaarsoort, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return new(
            (
                await connection.QueryAsync<SomRow>(
                    new(
                        SommenSql,
                        new
                        {
                            Soort = soort,
                            Code = code,
                            Jaar = jaar,
                            Jaarsoort = jaarsoort,
                        },
                        cancellationToken: ct
                    )
                )
            ).AsList()
        );
    }

    internal static object Parameters(string soort, BegrotingKeuze keuze, string? code = null) =>
        new
        {
            Soort = soort,
            Code = code,
            GebiedBedragRow.MinsteInwoners,
            keuze.Jaar,
            keuze.Fase,
            keuze.Bl,
            keuze.Programma,
            keuze.Tel,
            keuze.Jaarsoort,
            keuze.PerHoofd,
        };
}
