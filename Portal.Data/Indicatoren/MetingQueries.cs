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

public sealed class MetingQueries(Lezing lezing)
{
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
