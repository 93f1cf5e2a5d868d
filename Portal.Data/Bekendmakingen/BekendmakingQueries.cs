using Dapper;

namespace Portal.Data.Bekendmakingen;

/// <summary>A permit or an announcement, in one list. <paramref name="Fase"/> is of permits only.</summary>
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
    /// <summary>
    /// The newest permits and announcements in an area of any kind; an announcement of a permit in the list is not told
    /// twice.
    /// </summary>
    public async Task<IReadOnlyList<BekendmakingRow>> NieuwsteAsync(string gebied, int aantal, CancellationToken ct)
    {
        const string sql = """
            with hier as (select code, indeling from gebied_boven where boven_code = @gebied)
            select * from (
                select 'vergunningen' as pad, v.dataset, v.sleutel, v.soort, v.fase, v.titel,
                       coalesce(v.besloten_op, v.aangevraagd_op) as datum, v.bezwaar_tot as reageer_tot
                from vergunning_nu v join hier h on h.code = v.gebied_code and h.indeling = v.indeling
                union all
                select 'bekendmakingen', b.dataset, b.sleutel, b.soort, null, b.titel, b.publicatiedatum, b.reactie_tot
                from bekendmaking_nu b join hier h on h.code = b.gebied_code and h.indeling = b.indeling
                where not exists (select from vergunning_nu v where v.sleutel = b.zaaknummer)) alle
            where datum is not null
            order by datum desc, sleutel limit @aantal
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<BekendmakingRow>(new(sql, new { gebied, aantal }, cancellationToken: ct))
        ).AsList();
    }
}
