using Dapper;

namespace Portal.Data.Indicatoren;

/// <summary>One figure of an area. <paramref name="Waarde"/> null: the source gives none.</summary>
/// <param name="Koppeling">How the source's area came to ours: naam, uitsluiting, buurten or gewogen;
/// <paramref name="Bronnaam"/> is the source's.</param>
public sealed record MetingRow(string Code, int Jaar, decimal? Waarde, string Koppeling, string Bronnaam);

/// <summary>
/// A measure of need that stands beside money (domain.md, Money, 6), and its newest figure of each area.
/// </summary>
public sealed record Maatstaf(
    string Dataset,
    string Code,
    string Naam,
    string Eenheid,
    string? Definitie,
    IReadOnlyDictionary<string, MetingRow> Cijfers
);

/// <summary>An indicator of one dataset.</summary>
public sealed record IndicatorAanbodRow
{
    public required string Dataset { get; init; }
    public required string Code { get; init; }
    public string DatasetTitel { get; init; } = "";
    public string Naam { get; init; } = "";

    /// <summary>Null: nobody explained it.</summary>
    public string? Definitie { get; init; }
    public string Eenheid { get; init; } = "";
    public string Thema { get; init; } = "";
    public bool Beleving { get; init; }
    public bool NaastGeld { get; init; }

    /// <summary>The kinds of area that it has a figure of.</summary>
    public string[] Soorten { get; init; } = [];

    /// <summary>The newest first.</summary>
    public int[] Jaren { get; init; } = [];

    /// <summary>From this year on it was made in another way; null: always in one.</summary>
    public int? Breuk { get; init; }
}

public sealed class MetingQueries(Lezing lezing)
{
    /// <summary>Every indicator that has a figure of any area.</summary>
    public async Task<IReadOnlyList<IndicatorAanbodRow>> AanbodAsync(CancellationToken ct)
    {
        const string sql = """
            select i.dataset, i.dataset_titel, i.code, i.naam, i.definitie, i.eenheid, i.thema, i.beleving,
                i.naast_geld,
                   i.breuk::int as breuk, m.soorten, m.jaren
            from indicator_nu i join (
                select m.versie_id, m.indicator, array_agg(distinct g.soort) as soorten,
                       array_agg(distinct m.jaar::int order by m.jaar::int desc) as jaren
                from meting_hier m join gebied_nu g on g.code = m.code where m.waarde is not null
                group by m.versie_id, m.indicator) m on m.versie_id = i.versie_id and m.indicator = i.code
            order by i.definitie is null, i.dataset, i.plek, i.code limit 5000
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
            from meting_hier m join gebied_nu g on g.code = m.code and g.soort = @soort
            join versie v on v.id = m.versie_id join dataset d on d.id = v.dataset_id and d.code = @dataset
            where m.indicator = @indicator and m.jaar = @jaar and m.maand = 0 and m.waarde is not null
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

    /// <summary>The measure of need that most of the areas named have; null: there is none.</summary>
    public async Task<Maatstaf?> NaastGeldAsync(IReadOnlyCollection<string> codes, CancellationToken ct)
    {
        const string sql = """
            select distinct on (i.plek, i.dataset, i.code, m.code) i.dataset, i.code as indicator, i.naam, i.eenheid,
                i.definitie,
                   m.code, m.jaar::int, m.waarde, m.koppeling, m.bronnaam
            from meting_hier m join indicator_nu i on i.versie_id = m.versie_id and i.code = m.indicator
                and i.naast_geld
            where m.code = any (@codes) and m.maand = 0
            order by i.plek, i.dataset, i.code, m.code, m.jaar desc limit 50000
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<BehoefteRow>(new(sql, new { codes = codes.ToArray() }, cancellationToken: ct))
        )
            .GroupBy(m => (m.Dataset, m.Indicator))
            .OrderByDescending(g => g.Count(m => m.Waarde is not null))
            .Select(g => new Maatstaf(
                g.First().Dataset,
                g.First().Indicator,
                g.First().Naam,
                g.First().Eenheid,
                g.First().Definitie,
                g.ToDictionary(m => m.Code, m => new MetingRow(m.Code, m.Jaar, m.Waarde, m.Koppeling, m.Bronnaam))
            ))
            .FirstOrDefault();
    }

    private sealed record BehoefteRow(
        string Dataset,
        string Indicator,
        string Naam,
        string Eenheid,
        string? Definitie,
        string Code,
        int Jaar,
        decimal? Waarde,
        string Koppeling,
        string Bronnaam
    );
}
