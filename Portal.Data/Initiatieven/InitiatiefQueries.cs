using Dapper;

namespace Portal.Data.Initiatieven;

/// <param name="Gebied">Code of an area of any kind: everything in it.</param>
public sealed record InitiatiefFilter(string? Gebied, string? Status, int? Jaar);

public sealed record InitiatiefRow(
    long Id,
    string Titel,
    string? Omschrijving,
    string? Thema,
    string Status,
    int Jaar,
    string GebiedSoort,
    string GebiedNaam,
    decimal? Kosten,
    int? Stemmen
);

public sealed class InitiatiefQueries(Lezing lezing)
{
    public static readonly string[] Statussen =
    [
        "gekozen",
        "deels_gekozen",
        "niet_gekozen",
        "voorgesteld",
        "loopt",
        "klaar",
        "gestopt",
    ];

    private const string Van = """
        from initiatief_nu i left join gebied_nu g on g.code = i.gebied_code and g.indeling = i.indeling
        where (@Gebied::text is null or exists (select from gebied_boven b where b.indeling = i.indeling and b.code = i.gebied_code and b.boven_code = @Gebied))
          and (@Status::text is null or i.status = @Status)
          and (@Jaar::int is null or i.jaar = @Jaar)
        """;

    public async Task<IReadOnlyList<InitiatiefRow>> ListAsync(InitiatiefFilter filter, int aantal, CancellationToken ct)
    {
        const string sql = $"""
            select i.id, i.titel, i.omschrijving, i.thema, i.status, i.jaar::int, i.gebied_soort, coalesce(g.naam, i.gebied_code) as gebied_naam, i.kosten, i.stemmen
            {Van} order by i.jaar desc, i.stemmen desc nulls last, i.id limit @aantal
            """;

        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<InitiatiefRow>(
                new(
                    sql,
                    new
                    {
                        filter.Gebied,
                        filter.Status,
                        filter.Jaar,
                        aantal,
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }

    public async Task<long> AantalAsync(InitiatiefFilter filter, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<long>(new($"select count(*) {Van}", filter, cancellationToken: ct));
    }

    /// <summary>The same initiatieven as points where they have a place, as a GeoJSON FeatureCollection in WGS84.</summary>
    public async Task<byte[]> GeoJsonAsync(InitiatiefFilter filter, CancellationToken ct)
    {
        const string sql = $"""
            select '{"{"}"type":"FeatureCollection","features":[' || coalesce(string_agg(ST_AsGeoJSON(f.*, 'geom', 6), ',' order by f.id), '') || ']{"}"}'
            from (select i.id, i.titel, i.thema, i.status, i.jaar, i.kosten, i.stemmen, ST_Transform(i.geom, 4326) as geom
                  {Van} and i.geom is not null order by i.id limit 5000) f
            """;

        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new(sql, filter, cancellationToken: ct));
        await reader.ReadAsync(ct);
        return await reader.GetFieldValueAsync<byte[]>(0, ct);
    }
}
