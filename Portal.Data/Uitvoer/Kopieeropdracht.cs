using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace Portal.Data.Uitvoer;

/// <summary>
/// A COPY with parameters. PostgreSQL takes none there, so it makes the literals itself, with quote_nullable.
/// </summary>
internal static partial class Kopieeropdracht
{
    private const int Blok = 256 * 1024;

    /// <param name="sql">A constant COPY with <c>@Name</c> where a value belongs, none of them inside quotes.</param>
    /// <param name="parameters">An object with a property for each of those names.</param>
    public static Task<string> MaakAsync(
        NpgsqlConnection connection,
        string sql,
        object parameters,
        CancellationToken ct
    ) =>
        MaakAsync(
            connection,
            sql,
            parameters.GetType().GetProperties().ToDictionary(e => e.Name, e => e.GetValue(parameters)),
            ct
        );

    /// <param name="sql">The same.</param>
    /// <param name="parameters">A value for each of those names.</param>
    public static async Task<string> MaakAsync(
        NpgsqlConnection connection,
        string sql,
        Dictionary<string, object?> parameters,
        CancellationToken ct
    )
    {
        const string quote = "select naam, quote_nullable(waarde) from unnest(@namen, @waarden) p(naam, waarde)";

        var namen = parameters.Keys.ToArray();
        var waarden = parameters.Values.Select(Letterlijk).ToArray();
        var letterlijk = (
            await connection.QueryAsync<(string Naam, string Waarde)>(
                new(quote, new { namen, waarden }, cancellationToken: ct)
            )
        ).ToDictionary(p => p.Naam, p => p.Waarde);
        return Parameter().Replace(sql, m => letterlijk[m.Groups[1].Value]);
    }

    private static string? Letterlijk(object? waarde) =>
        waarde is DateOnly dag ? dag.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
        : Convert.ToString(waarde, CultureInfo.InvariantCulture) is { Length: > 0 } tekst ? tekst
        : waarde as string;

    /// <summary>
    /// Runs a COPY and passes on what the database writes. It stops as soon as the reader leaves, also while the
    /// database waits, searches or sorts; Npgsql stops a COPY only while it writes.
    /// </summary>
    public static async Task StroomAsync(
        NpgsqlConnection connection,
        string sql,
        Stream naar,
        CancellationToken ct,
        Rand? rand = null
    )
    {
        await using var vertrek = new Vertrek(connection, ct);
        try
        {
            using var reader = await connection.BeginTextExportAsync(sql, ct);
            var stream = (NpgsqlRawCopyStream)((StreamReader)reader).BaseStream;
            try
            {
                await SchrijfAsync(stream, rand ?? Rand.Geen, naar, ct);
            }
            catch (Exception) when (ct.IsCancellationRequested)
            {
                await stream.CancelAsync(); // what was on its way
                throw;
            }
        }
        catch (PostgresException fout) when (ct.IsCancellationRequested)
        {
            throw new OperationCanceledException(fout.MessageText, fout, ct);
        }
    }

    /// <summary>
    /// In blocks: the database sends a message a row, and a write for each of them is what costs. Only the first read
    /// is awaited, for that is when the database searches and sorts; a million more awaits would be a tenth of the
    /// time.
    /// </summary>
    private static async Task SchrijfAsync(Stream van, Rand rand, Stream naar, CancellationToken ct)
    {
        var blok = ArrayPool<byte>.Shared.Rent(Blok);
        try
        {
            var (vol, weg) = (await van.ReadAsync(blok, ct), rand.EersteWeg);
            await naar.WriteAsync(rand.Begin, ct);
            while (vol > 0)
            {
                vol = await VulAsync(van, blok, vol, ct);
                await naar.WriteAsync(blok.AsMemory(weg, vol - weg), ct);
                (vol, weg) = (await VulAsync(van, blok, 0, ct), 0);
            }
            await naar.WriteAsync(rand.Eind, ct);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(blok);
        }
    }

    /// <summary>
    /// Half of the processors read rows at once, however many downloads there are: what nobody takes the database does
    /// not make, so that a page finds it at leisure. Who waits for a slow reader has no turn to give.
    /// </summary>
    private static readonly SemaphoreSlim Beurten = new(Math.Max(1, Environment.ProcessorCount / 2));

    /// <summary>Until the block is half full or the rows end.</summary>
    /// <param name="vol">How much stands in it already.</param>
    private static async Task<int> VulAsync(Stream van, byte[] blok, int vol, CancellationToken ct)
    {
        await Beurten.WaitAsync(ct);
        try
        {
            int gelezen;
            while (vol < blok.Length / 2 && (gelezen = van.Read(blok, vol, blok.Length - vol)) > 0)
            {
                vol += gelezen;
            }
            return vol;
        }
        finally
        {
            Beurten.Release();
        }
    }

    [GeneratedRegex(@"(?<!@)@([A-Za-z]+)")]
    private static partial Regex Parameter();
}
