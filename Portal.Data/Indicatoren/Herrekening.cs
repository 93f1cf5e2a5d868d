using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Indicatoren;

/// <summary>
/// Takes the figures of older areas over to the areas of now. An area that is what it was for 95 % keeps its figure;
/// else counts are added up by which part of each old area lies in it, and shares and means are weighted by which part
/// of it each old area is. Of at least nine tenths of it there must be a figure; what is not said to be the one or the
/// other is not taken over.
/// </summary>
internal static class Herrekening
{
    /// <summary>Of the version that is being loaded.</summary>
    public static async Task NaLadenAsync(Lading lading, CancellationToken ct)
    {
        const string sql = "select ververs_statistiek('meting', 'indicator')"; // without it the planner takes 40 s for 1

        await lading.Db.ExecuteAsync(new(sql, transaction: lading.Transactie, cancellationToken: ct));
        await VoerUitAsync(lading, lading.VersieId, ct);
    }

    /// <summary>Of every version, after areas changed.</summary>
    public static Task AllesAsync(Lading lading, CancellationToken ct) => VoerUitAsync(lading, null, ct);

    private static Task<int> VoerUitAsync(Lading lading, int? versie, CancellationToken ct) =>
        lading.Db.ExecuteAsync(
            new(Sql, new { Versie = versie }, lading.Transactie, commandTimeout: 0, cancellationToken: ct)
        );

    private const string Sql = """
        delete from meting_herrekend where @Versie::int is null or versie_id = @Versie;
        insert into meting_herrekend (versie_id, indicator, code, jaar, maand, van_indeling, waarde, voorlopig,
            onderdrukt,
            herrekend, verschoven)
        with nu as materialized (select max(indeling) as i from gebied_gepubliceerd),
        som as (
            select m.versie_id, m.indicator, w.naar_code, m.jaar, m.maand, m.indeling, i.optelbaar, w.verschoven,
                   sum(m.waarde * w.gewicht) as bij, sum(m.waarde * w.deel) as gewogen,
                   sum(w.deel) filter (where m.waarde is not null) as bekend, max(scale(m.waarde)) as decimalen,
                   bool_or(m.voorlopig) as voorlopig, bool_or(m.onderdrukt) as onderdrukt
            from meting m cross join nu
            join overgang w on w.van_indeling = m.indeling and w.van_code = m.code and w.verschoven > 0.05
                and w.naar_code is not null
            join indicator i on i.versie_id = m.versie_id and i.code = m.indicator and i.optelbaar is not null
            where m.indeling < nu.i and (@Versie::int is null or m.versie_id = @Versie)
            group by m.versie_id, m.indicator, w.naar_code, m.jaar, m.maand, m.indeling, i.optelbaar, w.verschoven)
        select s.versie_id, s.indicator, s.naar_code, s.jaar, s.maand, s.indeling,
               case when s.bekend < 0.9 then null
                    when s.optelbaar then round(s.bij, s.decimalen) else round(s.gewogen / s.bekend, s.decimalen) end,
               s.voorlopig, s.onderdrukt, true, s.verschoven
        from som s cross join nu
        where not exists (select from meting e where e.versie_id = s.versie_id and e.indicator = s.indicator
              and e.code = s.naar_code and e.jaar = s.jaar and e.maand = s.maand and e.indeling = nu.i)
        order by s.indeling desc
        on conflict do nothing
        """;
}
