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
    public static async Task<string> MaakAsync(
        NpgsqlConnection connection,
        string sql,
        object parameters,
        CancellationToken ct
    )
    {
        const string quote = "select naam, quote_nullable(waarde) from unnest(@namen, @waarden) p(naam, waarde)";

        var eigenschappen = parameters.GetType().GetProperties();
        var namen = eigenschappen.Select(e => e.Name).ToArray();
        var waarden = eigenschappen
            .Select(e =>
                e.GetValue(parameters) is { } waarde ? Convert.ToString(waarde, CultureInfo.InvariantCulture) : null
            )
            .ToArray();
        var letterlijk = (
            await connection.QueryAsync<(string Naam, string Waarde)>(
                new(quote, new { namen, waarden }, cancellationToken: ct)
            )
        ).ToDictionary(p => p.Naam, p => p.Waarde);
        return Parameter().Replace(sql, m => letterlijk[m.Groups[1].Value]);
    }

    /// <summary>
    /// In blocks: the database sends a message a row, and a write for each of them is what costs. Only the first read is
    /// awaited, for that is when the database searches and sorts; a million more awaits would be a tenth of the time.
    /// </summary>
    public static async Task SchrijfAsync(Stream van, Stream naar, CancellationToken ct)
    {
        var blok = ArrayPool<byte>.Shared.Rent(Blok);
        try
        {
            var vol = await van.ReadAsync(blok, ct);
            while (vol > 0)
            {
                int gelezen;
                while (vol < blok.Length / 2 && (gelezen = van.Read(blok, vol, blok.Length - vol)) > 0)
                {
                    vol += gelezen;
                }
                await naar.WriteAsync(blok.AsMemory(0, vol), ct);
                vol = van.Read(blok, 0, blok.Length);
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(blok);
        }
    }

    [GeneratedRegex(@"(?<!@)@([A-Za-z]+)")]
    private static partial Regex Parameter();
}
