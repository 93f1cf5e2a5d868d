using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Portal.Data.Begrotingen;

/// <summary>A COPY with parameters. PostgreSQL takes none there, so it makes the literals itself, with quote_nullable.</summary>
internal static partial class Kopieeropdracht
{
    private const int Blok = 64 * 1024;

    /// <param name="sql">A constant COPY with <c>@Name</c> where a value belongs, none of them inside quotes.</param>
    /// <param name="parameters">An object with a property for each of those names.</param>
    public static async Task<string> MaakAsync(NpgsqlConnection connection, string sql, object parameters, CancellationToken ct)
    {
        const string quote = "select naam, quote_nullable(waarde) from unnest(@namen, @waarden) p(naam, waarde)";

        var eigenschappen = parameters.GetType().GetProperties();
        var namen = eigenschappen.Select(e => e.Name).ToArray();
        var waarden = eigenschappen.Select(e => e.GetValue(parameters) is { } waarde ? Convert.ToString(waarde, CultureInfo.InvariantCulture) : null).ToArray();
        var letterlijk = (await connection.QueryAsync<(string Naam, string Waarde)>(new(quote, new { namen, waarden }, cancellationToken: ct))).ToDictionary(p => p.Naam, p => p.Waarde);
        return Parameter().Replace(sql, m => letterlijk[m.Groups[1].Value]);
    }

    /// <summary>In blocks: the database sends a message a row, and a write for each of them is what costs.</summary>
    public static async Task SchrijfAsync(Stream van, Stream naar, CancellationToken ct)
    {
        var blok = ArrayPool<byte>.Shared.Rent(Blok);
        try
        {
            int vol = 0, gelezen;
            while ((gelezen = await van.ReadAsync(blok.AsMemory(vol), ct)) > 0)
            {
                vol += gelezen;
                if (vol > blok.Length / 2)
                {
                    await naar.WriteAsync(blok.AsMemory(0, vol), ct);
                    vol = 0;
                }
            }
            await naar.WriteAsync(blok.AsMemory(0, vol), ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(blok);
        }
    }

    [GeneratedRegex(@"(?<!@)@([A-Za-z]+)")]
    private static partial Regex Parameter();
}
