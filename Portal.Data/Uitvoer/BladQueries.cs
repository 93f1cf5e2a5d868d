using System.Globalization;
using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Uitvoer;

/// <summary>A condition beside the filter of a list. The text is ours; what a visitor wrote is in the values.</summary>
/// <param name="Sql">With "and" before it; empty is none.</param>
public sealed record Voorwaarde(string Sql, IReadOnlyDictionary<string, object?> Waarden)
{
    public static readonly Voorwaarde Geen = new("", new Dictionary<string, object?>());

    public Voorwaarde En(Voorwaarde ook) =>
        new(Sql + ook.Sql, Waarden.Concat(ook.Waarden).ToDictionary(w => w.Key, w => w.Value));
}

/// <summary>Which part of a collection.</summary>
/// <param name="Na">The id of the last row of the part before.</param>
public sealed record Bladvraag(CollectieFilter Filter, Voorwaarde Waar, int Aantal, string? Na)
{
    /// <summary>A part ends here, with how to go on: shapes can be large.</summary>
    public int MeesteTekens { get; init; } = 8 * 1024 * 1024;
}

/// <summary>A part of a collection. <paramref name="Na"/>: go on after this id; null is: this was the last.</summary>
public sealed record Blad(IReadOnlyList<string> Rijen, string? Na);

/// <summary>
/// All of a collection. <paramref name="Kader"/>: west, south, east, north in degrees; null: it has no places.
/// </summary>
public sealed record Omvang(long Aantal, double[]? Kader, DateOnly? Van, DateOnly? Tot);

/// <summary>
/// A collection in parts, for programs. By id, so that the thousandth part costs as much as the first, and rows that
/// come meanwhile move none.
/// </summary>
public sealed class BladQueries(Lezing lezing)
{
    public async Task<Blad> LeesAsync(Collectie collectie, Rijvorm vorm, Bladvraag vraag, CancellationToken ct)
    {
        var parameters = Parameters(collectie, vraag);
        parameters.Add("Flimiet", vraag.Aantal + 1);
        if (vraag.Na is { } na)
        {
            parameters.Add("Fna", collectie.TekstId ? na : long.Parse(na, CultureInfo.InvariantCulture));
        }
        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(
            new(collectie.Sql.Blad(vorm.Sql, vraag.Waar.Sql, vraag.Na is not null), parameters, cancellationToken: ct)
        );
        var (rijen, tekens, laatste) = (new List<string>(), 0L, (string?)null);
        while (await reader.ReadAsync(ct))
        {
            if (rijen.Count == vraag.Aantal)
            {
                return new(rijen, laatste);
            }
            if (tekens > vraag.MeesteTekens)
            {
                ((IWrappedDataReader)reader).Command.Cancel(); // the rest need not come over
                return new(rijen, laatste);
            }
            laatste = reader.GetString(0);
            rijen.Add(reader.GetString(1));
            tekens += rijen[^1].Length;
        }
        return new(rijen, null);
    }

    /// <summary>How many rows there are, and between which places and days.</summary>
    public async Task<Omvang> OmvangAsync(Collectie collectie, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        await using var reader = await connection.ExecuteReaderAsync(new(collectie.Sql.Omvang, cancellationToken: ct));
        await reader.ReadAsync(ct);
        DateOnly? Dag(int i) => reader.IsDBNull(i) ? null : DateOnly.FromDateTime(reader.GetDateTime(i));
        return new(reader.GetInt64(0), reader.IsDBNull(1) ? null : (double[])reader.GetValue(1), Dag(2), Dag(3));
    }

    /// <summary>How many there are in all parts together.</summary>
    public async Task<long> AantalAsync(Collectie collectie, Bladvraag vraag, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<long>(
            new(collectie.Sql.AantalVan(vraag.Waar.Sql), Parameters(collectie, vraag), cancellationToken: ct)
        );
    }

    /// <returns>Null: not, or no longer, in the source.</returns>
    public async Task<string?> EenAsync(
        Collectie collectie,
        Rijvorm vorm,
        (string Dataset, string Sleutel) rij,
        CancellationToken ct
    )
    {
        var connection = await lezing.OpenAsync(ct);
        return await connection.QueryFirstOrDefaultAsync<string>(
            new(
                collectie.Sql.EenAls(vorm.Sql),
                new { dataset = rij.Dataset, sleutel = rij.Sleutel },
                cancellationToken: ct
            )
        );
    }

    /// <summary>
    /// Another number once other versions count, of a collection whose rows are replaced whole: their ids are of the
    /// versions they are in. Null: an id stays what it is.
    /// </summary>
    public async Task<string?> StandAsync(Collectie collectie, CancellationToken ct)
    {
        const string sql = """
            select coalesce(sum(v.id), 0)::text from versie v join dataset d on d.id = v.dataset_id
            where d.onderwerp = @onderwerp and v.status = 'gepubliceerd'
            """;

        if (!IsGeheel(collectie))
        {
            return null;
        }
        var connection = await lezing.OpenAsync(ct);
        return await connection.QuerySingleAsync<string>(
            new(sql, new { onderwerp = collectie.Onderwerpen[0] }, cancellationToken: ct)
        );
    }

    /// <summary>Whether its rows are replaced whole, and counted anew with each version.</summary>
    public static bool IsGeheel(Collectie collectie) =>
        !collectie.TekstId
        && Onderwerpen.Alle.FirstOrDefault(o => o.Code == collectie.Onderwerpen[0]) is { } onderwerp
        && onderwerp.Tabellen.Any(t => t is { Leven: Leven.Geheel, Hoofd: true });

    /// <summary>Whether a place to go on from can be one of this collection.</summary>
    public static bool IsPlek(Collectie collectie, string na) =>
        collectie.TekstId
            ? na.Length <= 100
            : long.TryParse(na, NumberStyles.None, CultureInfo.InvariantCulture, out _);

    private static DynamicParameters Parameters(Collectie collectie, Bladvraag vraag)
    {
        var parameters = CollectieSql.Parameters(collectie, vraag.Filter);
        foreach (var (naam, waarde) in vraag.Waar.Waarden)
        {
            parameters.Add(naam, waarde);
        }
        return parameters;
    }
}
