using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Caching.Memory;
using Npgsql;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Oordelen;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The posts of a delivery whose rows are no longer in the database, read again from the archived file by the same
/// reader:
/// with the areas, the programmes and the judgement of texts as they are now. The last one is kept for a while.
/// </summary>
public sealed partial class PostArchief(NpgsqlDataSource db, string archief) : IDisposable
{
    private static readonly TimeSpan Bewaar = TimeSpan.FromMinutes(5);
    private readonly MemoryCache _gelezen = new(
        new MemoryCacheOptions { SizeLimit = 1, ExpirationScanFrequency = TimeSpan.FromMinutes(1) }
    );
    private int _generatie;
    private readonly SemaphoreSlim _een = new(1, 1); // reading a delivery takes seconds and memory: one at a time

    /// <summary>
    /// By the source's own key; null when this dataset has no reader, or its file is not in the archive.
    /// </summary>
    /// <param name="lezing">Gives its connection back: it would be kept from others while this one waits for its
    /// turn.</param>
    public async Task<IReadOnlyDictionary<string, PostRij>?> LeesAsync(
        Lezing lezing,
        string dataset,
        string bestand,
        string sha256,
        CancellationToken ct
    )
    {
        await lezing.DisposeAsync();
        await _een.WaitAsync(ct);
        try
        {
            if (_gelezen.TryGetValue((dataset, sha256), out IReadOnlyDictionary<string, PostRij>? bekend))
            {
                return bekend;
            }
            await using var connection = await db.OpenConnectionAsync(ct);
            var generatie = Volatile.Read(ref _generatie);
            var posten = await LeesAsync(connection, null, archief, dataset, bestand, sha256, null, ct);
            // Else a text may have been judged meanwhile
            if (posten is not null && generatie == Volatile.Read(ref _generatie))
            {
                _gelezen.Clear(); // one delivery may be hundreds of megabytes
                _gelezen.Set(
                    (dataset, sha256),
                    posten,
                    new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = Bewaar }
                );
            }
            return posten;
        }
        finally
        {
            _een.Release();
        }
    }

    /// <summary>What was read may hold a text that is judged a person now.</summary>
    public void Vergeet()
    {
        Interlocked.Increment(ref _generatie);
        _gelezen.Clear();
    }

    internal static async Task<IReadOnlyDictionary<string, PostRij>?> LeesAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction? transaction,
        string archief,
        string dataset,
        string bestand,
        string sha256,
        ICollection<Gemaskeerd>? gemaskeerd,
        CancellationToken ct
    )
    {
        var pad = Path.Combine(archief, sha256 + Path.GetExtension(bestand).ToLowerInvariant());
        var begroting = Begroting().Match(dataset);
        if (!File.Exists(pad) || (dataset != SubsidieImport.Code && !begroting.Success))
        {
            return null;
        }
        var context = (await Leescontext.LeesAsync(connection, transaction, archief, gemaskeerd, ct)) with
        {
            Herlezen = true,
        };
        var (csv, rapport) = (CsvBestand.Lees(pad, bestand), new ImportRapport(dataset, bestand, sha256));
        var posten = begroting.Success
            ? BegrotingImport.Lees(
                csv,
                short.Parse(begroting.Groups[2].Value, CultureInfo.InvariantCulture),
                begroting.Groups[1].Value,
                context,
                rapport
            )
            : SubsidieImport.Lees(csv, context, rapport);
        return posten.ToDictionary(p => p.Bronsleutel); // its pages compare and look up, so here they are all kept
    }

    public void Dispose()
    {
        _gelezen.Dispose();
        _een.Dispose();
    }

    [GeneratedRegex(@"^(begroting|begrotingswijziging|realisatie)-(\d{4})$")]
    private static partial Regex Begroting();
}
