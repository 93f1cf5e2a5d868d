using Dapper;

namespace Portal.Data.Gebieden;

/// <summary>A label that holds today. <paramref name="Gebied"/>: the area that it was given to.</summary>
public sealed record GebiedslabelRow(
    string Dataset,
    string Sleutel,
    string Titel,
    string Label,
    string Soort,
    string Code,
    string Gebied,
    DateOnly Van,
    DateOnly? TotEnMet,
    string Reden,
    string? Document
);

public sealed class GebiedslabelQueries(Lezing lezing)
{
    /// <summary>Of an area and of the larger areas that it lies in, its own first.</summary>
    public async Task<IReadOnlyList<GebiedslabelRow>> ListAsync(string gebied, CancellationToken ct)
    {
        const string sql = """
            select r.dataset, r.sleutel, r.titel, r.label, g.soort, g.code, g.naam as gebied, r.van, r.tot_en_met,
                r.reden, r.document
            from gebiedslabel_nu r
            join gebied_boven b on b.code = @gebied and b.nu and b.indeling = r.indeling
                and b.boven_code = r.gebied_code
            join gebied_nu g on g.code = r.gebied_code
            where r.van <= @Vandaag and coalesce(r.tot_en_met, 'infinity') >= @Vandaag
            order by array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel', 'stad'], g.soort), r.van, r.id
                limit 20
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<GebiedslabelRow>(
                new(sql, new { gebied, lezing.Vandaag }, cancellationToken: ct)
            )
        ).AsList();
    }
}
