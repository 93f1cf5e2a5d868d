using Dapper;

namespace Portal.Data.Uitvoer;

/// <summary>A row of a collection. <paramref name="Waarden"/> are in the order of its columns.</summary>
public sealed record CollectieRow(
    string Sleutel,
    string Titel,
    string? GebiedCode,
    string? Gebied,
    string? GebiedSoort,
    string Dataset,
    int Versie,
    bool MetPlek,
    IReadOnlyList<object?> Waarden
)
{
    /// <summary>Where the row can be cited, without the first slash.</summary>
    public string Adres(string pad) => $"{pad}/{Dataset}/{Uri.EscapeDataString(Sleutel)}";

    internal const int Vast = 8;

    internal static CollectieRow Lees(System.Data.Common.DbDataReader reader)
    {
        var waarden = new object?[reader.FieldCount - Vast];
        for (var i = 0; i < waarden.Length; i++)
        {
            waarden[i] =
                reader.IsDBNull(i + Vast) ? null
                : reader.GetFieldType(i + Vast) == typeof(DateTime)
                    ? DateOnly.FromDateTime(reader.GetDateTime(i + Vast))
                : reader.GetValue(i + Vast);
        }
        return new(
            reader.GetString(0),
            reader.GetString(1),
            Tekst(reader, 2),
            Tekst(reader, 3),
            Tekst(reader, 4),
            reader.GetString(5),
            reader.GetInt32(6),
            reader.GetBoolean(7),
            waarden
        );
    }

    private static string? Tekst(System.Data.Common.DbDataReader reader, int i) =>
        reader.IsDBNull(i) ? null : reader.GetString(i);
}

/// <summary>An area in which a row lies.</summary>
public sealed record RijGebiedRow(string Soort, string Code, string Naam);

/// <summary>Reads any collection.</summary>
public sealed class CollectieQueries(Lezing lezing)
{
    /// <summary>The day on which this is read.</summary>
    public DateOnly Vandaag => lezing.Vandaag;

    private const int LangGeleden = 60; // days: longer than one can react to anything

    public async Task<long> AantalAsync(Collectie collectie, CollectieFilter filter, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<long>(
            new(collectie.Sql.Aantal, CollectieSql.Parameters(collectie, filter), cancellationToken: ct)
        );
    }

    /// <summary>How many of them a map can show.</summary>
    public async Task<long> AantalMetPlekAsync(Collectie collectie, CollectieFilter filter, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<long>(
            new(collectie.Sql.AantalMetPlek, CollectieSql.Parameters(collectie, filter), cancellationToken: ct)
        );
    }

    /// <summary>How many of them lie in each area of a kind; an area without any is absent.</summary>
    public async Task<IReadOnlyDictionary<string, long>> PerGebiedAsync(
        Collectie collectie,
        CollectieFilter filter,
        string soort,
        CancellationToken ct
    )
    {
        var parameters = CollectieSql.Parameters(collectie, filter);
        parameters.Add("soort", soort);
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<(string Code, long Aantal)>(
                new(collectie.Sql.PerGebied, parameters, cancellationToken: ct)
            )
        ).ToDictionary(r => r.Code, r => r.Aantal);
    }

    /// <summary>The years that its days are of, the newest first; none where it has no days.</summary>
    public async Task<IReadOnlyList<int>> JarenAsync(Collectie collectie, CancellationToken ct)
    {
        if (!collectie.MetPeriode)
        {
            return [];
        }
        var connection = await lezing.OpenAsync(ct);
        return (await connection.QueryAsync<int>(new(collectie.Sql.Jaren, cancellationToken: ct))).AsList();
    }

    /// <summary>A part of the list, after <paramref name="vanaf"/> rows.</summary>
    public async Task<IReadOnlyList<CollectieRow>> ListAsync(
        Collectie collectie,
        CollectieFilter filter,
        int aantal,
        int vanaf,
        CancellationToken ct
    )
    {
        var parameters = CollectieSql.Parameters(collectie, filter);
        parameters.Add("aantal", aantal);
        parameters.Add("vanaf", vanaf);
        return await LeesAsync(collectie.Sql.Lijst, parameters, ct);
    }

    /// <summary>The row as it is now; null: not, or no longer, in the source.</summary>
    public async Task<CollectieRow?> FindAsync(
        Collectie collectie,
        string dataset,
        string sleutel,
        CancellationToken ct
    ) => (await LeesAsync(collectie.Sql.Een, new(new { dataset, sleutel }), ct)).FirstOrDefault();

    /// <summary>The newest day in a collection that is in order of days; null: it is empty.</summary>
    public async Task<DateOnly?> NieuwsteAsync(Collectie collectie, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<DateOnly?>(new(collectie.Sql.Laatste, cancellationToken: ct));
    }

    /// <summary>
    /// The newest day in a collection that one could react to, where nobody can any more by now; null: it is not so
    /// old, or has no days or terms.
    /// </summary>
    public async Task<DateOnly?> OudAsync(Collectie collectie, CancellationToken ct) =>
        collectie.Termijn is not null
        && await NieuwsteAsync(collectie, ct) is { } nieuwste
        && nieuwste.AddDays(LangGeleden) < Vandaag
            ? nieuwste
            : null;

    /// <summary>The middle of a row's place as "latitude,longitude" (WGS84); null: it has none.</summary>
    public async Task<string?> PlekAsync(Collectie collectie, string dataset, string sleutel, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleOrDefaultAsync<string>(
            new(collectie.Sql.Plek, new { dataset, sleutel }, cancellationToken: ct)
        );
    }

    /// <summary>The areas in which a row lies that lies in more than one; none where one holds it.</summary>
    public async Task<IReadOnlyList<RijGebiedRow>> GebiedenAsync(
        Collectie collectie,
        string dataset,
        string sleutel,
        CancellationToken ct
    )
    {
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<RijGebiedRow>(
                new(collectie.Sql.Gebieden, new { dataset, sleutel }, cancellationToken: ct)
            )
        ).AsList();
    }

    /// <summary>
    /// The words that a column holds, for its filter: those of its code list, else the hundred that occur most.
    /// </summary>
    public async Task<IReadOnlyList<CodeWoord>> WoordenAsync(Collectie collectie, Kolom kolom, CancellationToken ct)
    {
        if (kolom is { Codes.Count: > 0, AndereOok: false })
        {
            return kolom.Codes;
        }
        var connection = await lezing.OpenAsync(ct);
        var woorden = await connection.QueryAsync<string>(new(collectie.Sql.Woorden(kolom), cancellationToken: ct));
        return [.. woorden.Select(w => kolom.Codes.FirstOrDefault(c => c.Code == w) ?? new(w, w))];
    }

    private async Task<List<CollectieRow>> LeesAsync(string sql, DynamicParameters parameters, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new(sql, parameters, cancellationToken: ct));
        var rijen = new List<CollectieRow>();
        while (await reader.ReadAsync(ct))
        {
            rijen.Add(CollectieRow.Lees(reader));
        }
        return rijen;
    }
}
