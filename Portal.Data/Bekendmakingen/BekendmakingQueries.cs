using Dapper;

namespace Portal.Data.Bekendmakingen;

/// <summary>A permit or an announcement, in one list. <paramref name="Fase"/> is a code of its register.</summary>
/// <param name="ReageerTot">The last day to react, while it is not over.</param>
/// <param name="Pad">Of which collection it is.</param>
public sealed record BekendmakingRow(
    string Pad,
    string Dataset,
    string Sleutel,
    string Soort,
    string? Fase,
    string Titel,
    DateOnly Datum,
    DateOnly? ReageerTot
)
{
    public string Adres => $"/{Pad}/{Dataset}/{Uri.EscapeDataString(Sleutel)}";
}

public sealed class BekendmakingQueries(Lezing lezing)
{
    /// <summary>The announcements of the case that an announcement or a permit is of, the first one first.</summary>
    /// <param name="zaaknummer">As on the row.</param>
    /// <param name="sleutel">Of the row: of an announcement, or of the case itself.</param>
    public async Task<IReadOnlyList<BekendmakingRow>> ZaakAsync(string zaaknummer, string sleutel, CancellationToken ct)
    {
        const string sql = """
            with zaak as (select * from bekendmaking_zaak where zaaknummer = @zaaknummer)
            select 'bekendmakingen' as pad, b.dataset, b.sleutel, b.soort, b.fase, b.titel, b.publicatiedatum as datum,
                   case when b.reactie_tot >= @Vandaag then b.reactie_tot end as reageer_tot
            from zaak b where b.zaak in (select zaak from zaak where @sleutel in (sleutel, zaak))
            order by b.publicatiedatum, b.sleutel limit 200
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<BekendmakingRow>(
                new(
                    sql,
                    new
                    {
                        zaaknummer,
                        sleutel,
                        lezing.Vandaag,
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }

    /// <summary>What was decided in the case of an announcement, where only the permit itself says it; null: nothing.</summary>
    public async Task<BekendmakingRow?> BesluitAsync(string zaaknummer, string sleutel, CancellationToken ct)
    {
        const string sql = """
            select 'vergunningen' as pad, v.dataset, v.sleutel, v.soort, v.fase, v.titel, v.besloten_op as datum,
                   case when v.bezwaar_tot >= @Vandaag then v.bezwaar_tot end as reageer_tot
            from vergunning_nu v
            where v.besloten_op is not null and v.fase in ('verleend', 'geweigerd')
              and v.sleutel in (select zaak from bekendmaking_zaak where zaaknummer = @zaaknummer and sleutel = @sleutel)
            order by v.besloten_op desc, v.dataset limit 1
            """;

        var connection = await lezing.OpenAsync(ct);
        var vraag = new
        {
            zaaknummer,
            sleutel,
            lezing.Vandaag,
        };
        return await connection.QuerySingleOrDefaultAsync<BekendmakingRow>(new(sql, vraag, cancellationToken: ct));
    }

    /// <summary>
    /// The newest permits and announcements in an area of any kind; an announcement of a permit in the list is not told
    /// twice.
    /// </summary>
    public async Task<IReadOnlyList<BekendmakingRow>> NieuwsteAsync(string gebied, int aantal, CancellationToken ct)
    {
        // The codes beside the pairs let the planner walk back from the newest day, and stop when there are enough.
        const string sql = """
            with hier as materialized (select code, indeling from gebied_boven where boven_code = @gebied),
            zaak as (
                select 'vergunningen' as pad, v.dataset, v.sleutel, v.soort, v.fase, v.titel, v.laatste_stap as datum,
                    v.bezwaar_tot as reageer_tot
                from vergunning_nu v
                where v.gebied_code = any (array(select code from hier))
                    and (v.gebied_code, v.indeling) in (select code, indeling from hier)
                  and v.laatste_stap is not null
                order by v.laatste_stap desc, v.sleutel limit @aantal),
            bericht as (
                select 'bekendmakingen', b.dataset, b.sleutel, b.soort, b.fase, b.titel, b.publicatiedatum,
                    b.reactie_tot
                from bekendmaking_nu b
                where b.gebied_code = any (array(select code from hier))
                    and (b.gebied_code, b.indeling) in (select code, indeling from hier)
                  and not exists (select from vergunning_nu v where v.zaaknummer = b.zaaknummer)
                order by b.publicatiedatum desc, b.sleutel limit @aantal)
            select pad, dataset, sleutel, soort, fase, titel, datum,
                case when reageer_tot >= @Vandaag then reageer_tot end as reageer_tot
            from (select * from zaak union all select * from bericht) alle
            order by datum desc, sleutel limit @aantal
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<BekendmakingRow>(
                new(
                    sql,
                    new
                    {
                        gebied,
                        aantal,
                        lezing.Vandaag,
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }
}
