using Dapper;

namespace Portal.Data.Indicatoren;

/// <summary>One figure of an area. <paramref name="Waarde"/> null: the source gives none.</summary>
/// <param name="Koppeling">How the source's area came to ours: naam, uitsluiting, buurten or gewogen;
/// <paramref name="Bronnaam"/> is the source's.</param>
public sealed record MetingRow(string Code, int Jaar, decimal? Waarde, string Koppeling, string Bronnaam);

/// <summary>
/// The newest figure of one area for one indicator. <paramref name="Waarde"/> null: the source gives none.
/// </summary>
public sealed record IndicatorRow(
    string Naam,
    string Definitie,
    string Eenheid,
    int Jaar,
    decimal? Waarde,
    string Dataset,
    string DatasetTitel
);

/// <summary>An indicator of one dataset. Name, definition and unit are null where the delivery says none.</summary>
public sealed record IndicatorAanbodRow
{
    public required string Dataset { get; init; }
    public required string Code { get; init; }
    public string? Naam { get; init; }
    public string? Definitie { get; init; }
    public string? Eenheid { get; init; }

    /// <summary>The kinds of area that it has a figure of.</summary>
    public string[] Soorten { get; init; } = [];

    /// <summary>The newest first.</summary>
    public int[] Jaren { get; init; } = [];
}

public sealed class MetingQueries(Lezing lezing)
{
    /// <summary>Every indicator that has a figure of any area.</summary>
    public async Task<IReadOnlyList<IndicatorAanbodRow>> AanbodAsync(CancellationToken ct)
    {
        const string sql = """
            select d.code as dataset, m.indicator as code, i.naam, i.definitie, i.eenheid,
                   array_agg(distinct g.soort) as soorten,
                   array_agg(distinct m.jaar::int order by m.jaar::int desc) as jaren
            from meting_nu m join gebied_nu g on g.code = m.code and g.indeling = m.indeling
            join versie v on v.id = m.versie_id join dataset d on d.id = v.dataset_id
            left join indicator_nu i on i.versie_id = m.versie_id and i.code = m.indicator
            where m.waarde is not null
            group by d.code, m.indicator, i.naam, i.definitie, i.eenheid order by i.naam, m.indicator, d.code limit 500
            """;

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<IndicatorAanbodRow>(new(sql, cancellationToken: ct))).AsList();
    }

    /// <summary>The figures of one year, of the areas of a kind that have one.</summary>
    public async Task<IReadOnlyDictionary<string, decimal>> WaardenAsync(
        string dataset,
        string indicator,
        int jaar,
        string soort,
        CancellationToken ct
    )
    {
        const string sql = """
            select m.code, m.waarde
            from meting_nu m join gebied_nu g on g.code = m.code and g.indeling = m.indeling and g.soort = @soort
            join versie v on v.id = m.versie_id join dataset d on d.id = v.dataset_id and d.code = @dataset
            where m.indicator = @indicator and m.jaar = @jaar and m.waarde is not null
            order by m.code limit 20000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<(string Code, decimal Waarde)>(
                new(
                    sql,
                    new
                    {
                        dataset,
                        indicator,
                        jaar,
                        soort,
                    },
                    cancellationToken: ct
                )
            )
        ).ToDictionary(m => m.Code, m => m.Waarde);
    }

    /// <summary>The newest figures of the areas named; an area that the source does not have is absent.</summary>
    public async Task<IReadOnlyDictionary<string, MetingRow>> VanAsync(
        string indicator,
        IReadOnlyCollection<string> codes,
        CancellationToken ct
    )
    {
        const string sql = """
            select distinct on (m.code) m.code, m.jaar::int, m.waarde, m.koppeling, m.bronnaam from meting_nu m
            where m.indicator = @indicator and m.code = any(@codes)
                and m.indeling = (select max(indeling) from gebied_nu)
            order by m.code, m.jaar desc limit 20000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<MetingRow>(
                new(sql, new { indicator, codes = codes.ToArray() }, cancellationToken: ct)
            )
        ).ToDictionary(m => m.Code);
    }

    /// <summary>Every indicator that has a row for this area, its newest year.</summary>
    public async Task<IReadOnlyList<IndicatorRow>> ListAsync(string gebied, CancellationToken ct)
    {
        const string sql = """
            select distinct on (i.naam, i.code) i.naam, i.definitie, i.eenheid, m.jaar::int, m.waarde, i.dataset,
                i.dataset_titel
            from meting m join indicator_nu i on i.versie_id = m.versie_id and i.code = m.indicator
            where m.code = @gebied and m.indeling = (select max(indeling) from gebied_nu)
            order by i.naam, i.code, m.jaar desc, i.versie_id desc limit 200
            """;

        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<IndicatorRow>(new(sql, new { gebied }, cancellationToken: ct))).AsList();
    }
}
