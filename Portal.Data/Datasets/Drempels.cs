using Dapper;
using Npgsql;

namespace Portal.Data.Datasets;

/// <summary>Limits that a municipality sets itself.</summary>
/// <param name="Klein">Numbers of people below this are never shown, however low the threshold of their own
/// source.</param>
/// <param name="Krimp">A delivery with so many per cent fewer rows needs a reason.</param>
/// <param name="Verlies">So does one of which so many per cent of the rows is rejected.</param>
public sealed record Drempels(int Klein, int Krimp, int Verlies)
{
    public static readonly Drempels Standaard = new(0, 20, 20);

    internal static async Task<Drempels> LeesAsync(NpgsqlConnection connection, NpgsqlTransaction? transaction = null)
    {
        const string sql = "select code, waarde from drempelwaarde";

        var gezet = (
            await connection.QueryAsync<(string Code, int Waarde)>(sql, transaction: transaction)
        ).ToDictionary(d => d.Code, d => d.Waarde);
        return new(
            gezet.GetValueOrDefault("klein", Standaard.Klein),
            gezet.GetValueOrDefault("krimp", Standaard.Krimp),
            gezet.GetValueOrDefault("verlies", Standaard.Verlies)
        );
    }
}
