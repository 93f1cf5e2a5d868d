using Dapper;

namespace Portal.Data.Datasets;

/// <summary>A source: a dataset as it is published, and how fresh it is.</summary>
/// <param name="Ritme">A code of <see cref="Datasets.Ritme"/>; null: no fixed rhythm.</param>
/// <param name="GeluktOp">When it was last loaded, or last read to its end without anything new.</param>
/// <param name="Dagen">How many days ago that was, in Amsterdam.</param>
/// <param name="MisluktOp">When loading failed, after it last succeeded; null: it did not.</param>
public sealed record BronRow(
    string Code,
    string Titel,
    string Onderwerp,
    string? Ritme,
    DateTime GeluktOp,
    int Dagen,
    int Versie,
    DateOnly? Peildatum,
    int Rijen,
    int Afgewezen,
    DateTime? MisluktOp
)
{
    public Ritme? Komt => Datasets.Ritme.Van(Ritme);

    public bool TeOud => Dagen > Komt?.Dagen;
}

public sealed class BronQueries(Lezing lezing, Onderwerplijst onderwerpen)
{
    private const string Sql = """
        select d.code, d.titel, d.onderwerp, d.ritme, g.gelukt_op,
               @Vandaag - (g.gelukt_op at time zone 'Europe/Amsterdam')::date as dagen, v.nummer as versie, v.peildatum,
               v.geladen as rijen, v.afgewezen, case when m.mislukt_op > g.gelukt_op then m.mislukt_op end as mislukt_op
        from dataset d join versie v on v.dataset_id = d.id and v.status = 'gepubliceerd'
        cross join lateral (select greatest(v.gepubliceerd_op, d.nagekeken_op) as gelukt_op) g
        left join mislukking m on m.dataset_id = d.id
        where @Onderwerpen::text[] is null or d.onderwerp = any (@Onderwerpen)
        order by d.titel, d.code limit 500
        """;

    /// <summary>Every source: what is too old first, then by subject.</summary>
    public async Task<IReadOnlyList<BronRow>> ListAsync(CancellationToken ct)
    {
        var plek = onderwerpen.Alle.Select((o, i) => (o.Code, i)).ToDictionary(o => o.Code, o => o.i);
        return
        [
            .. (await LeesAsync(null, ct))
                .OrderByDescending(b => b.TeOud)
                .ThenBy(b => plek.GetValueOrDefault(b.Onderwerp, plek.Count)),
        ];
    }

    /// <summary>The sources of these subjects that are too old.</summary>
    public async Task<IReadOnlyList<BronRow>> TeOudAsync(string[] van, CancellationToken ct) =>
        [.. (await LeesAsync(van, ct)).Where(b => b.TeOud)];

    private async Task<IEnumerable<BronRow>> LeesAsync(string[]? van, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QueryAsync<BronRow>(
            new(Sql, new { lezing.Vandaag, Onderwerpen = van }, cancellationToken: ct)
        );
    }
}
