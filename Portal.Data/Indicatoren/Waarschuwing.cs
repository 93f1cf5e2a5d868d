using Dapper;
using Npgsql;

namespace Portal.Data.Indicatoren;

/// <summary>
/// A month that is high for its area: over the mean of the twelve months before it and twice their spread.
/// </summary>
/// <param name="Grens">What it is over.</param>
/// <param name="Gesloten">It is too small to be shown on the site.</param>
public sealed record WaarschuwingRow(
    string Dataset,
    string Indicator,
    string Naam,
    string Code,
    string Gebied,
    int Jaar,
    int Maand,
    decimal Waarde,
    decimal Gemiddelde,
    decimal Grens,
    bool Gesloten
);

/// <summary>
/// Early warning for staff (register R16, rule T28), of what is better low: /beheer/waarschuwingen. It counts with the
/// figures that are too small to be shown, so the site's own role cannot ask it.
/// </summary>
public sealed class Waarschuwing(NpgsqlDataSource beheer)
{
    /// <summary>A smaller number of things in a month is no news, whatever the months before it were.</summary>
    public const int Minste = 5;

    public async Task<IReadOnlyList<WaarschuwingRow>> ListAsync(CancellationToken ct)
    {
        // The spread is that of these twelve months themselves, not an estimate of others (stddev_pop). A series with a
        // month missing among them says nothing.
        const string sql = """
            with alle as (
                select m.versie_id, m.indicator, m.indeling, m.code, m.jaar, m.maand,
                    coalesce(m.waarde, g.waarde) as waarde, m.onderdrukt as gesloten
                from meting_nu m left join meting_gesloten g on g.versie_id = m.versie_id and g.indicator = m.indicator
                    and g.code = m.code and g.jaar = m.jaar and g.maand = m.maand
                where m.maand > 0),
            reeks as (
                select a.*, count(waarde) over w as bekend, avg(waarde) over w as gemiddelde,
                    stddev_pop(waarde) over w as spreiding,
                       12 * jaar + maand - first_value(12 * jaar + maand) over w as terug,
                       row_number() over (partition by versie_id, indicator, code order by jaar desc, maand desc) as nr
                from alle a
                window w as (partition by versie_id, indicator, code
                order by jaar, maand rows between 12 preceding and 1 preceding))
            select i.dataset, r.indicator, i.naam, r.code, b.naam as gebied, r.jaar::int, r.maand::int, r.waarde,
                   round(r.gemiddelde, 1) as gemiddelde, round(r.gemiddelde + 2 * r.spreiding, 1) as grens, r.gesloten
            from reeks r join indicator_nu i on i.versie_id = r.versie_id and i.code = r.indicator
            join gebied_gepubliceerd b on b.code = r.code and b.indeling = r.indeling
            where r.nr = 1 and r.bekend = 12 and r.terug = 12 and i.richting = 'laag' and r.waarde >= @Minste
              and r.waarde > r.gemiddelde + 2 * r.spreiding
            order by (r.waarde - r.gemiddelde) / greatest(r.spreiding, 1) desc, i.dataset, r.indicator, r.code
                limit 1000
            """;

        await using var connection = await beheer.OpenConnectionAsync(ct);
        return (await connection.QueryAsync<WaarschuwingRow>(new(sql, new { Minste }, cancellationToken: ct))).AsList();
    }
}
