using System.Globalization;
using System.Runtime.CompilerServices;
using Dapper;
using Npgsql;
using Portal.Data.Bekendmakingen.Koop;
using Portal.Data.Datasets;
using Portal.Data.Ophalen;

namespace Portal.Data.Bekendmakingen;

/// <summary>
/// Fetches announcements from KOOP and loads them slice by slice: each slice is a version of its own, so that what was
/// loaded stays when the next one fails, and the same command goes on from there. One at a time for a database, on
/// whatever node.
/// </summary>
public sealed class KoopSync(NpgsqlDataSource db, Publicatie publicatie, KoopClient client)
{
    /// <summary>How far back a portal starts that has none.</summary>
    private const int EersteMaanden = 12;

    /// <summary>Corrections come later, and what was published yesterday may come in today.</summary>
    private const int TerugDagen = 14;

    private const string Slot = "select pg_try_advisory_lock(hashtext('portal koop'), 1)";

    private const string Vrij = "select pg_advisory_unlock(hashtext('portal koop'), 1)";

    /// <param name="via">A mirror that is asked in place of KOOP; null: KOOP itself.</param>
    /// <param name="pauze">Between two questions; null: as <see cref="KoopInstellingen"/> has it.</param>
    public static KoopSync Maak(
        NpgsqlDataSource db,
        Publicatie publicatie,
        Uri adres,
        Uri? via = null,
        TimeSpan? pauze = null
    ) =>
        new(
            db,
            publicatie,
            new KoopClient(
                // An address without https is one that the operator has set: a machine of ours
                adres.Scheme == Uri.UriSchemeHttps
                    ? new Netwerk(new HashSet<string> { adres.IdnHost }, via).Client()
                    : new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) }),
                new KoopInstellingen { Basis = adres } is var gewoon && pauze is { } anders
                    ? gewoon with
                    {
                        Pauze = anders,
                    }
                    : gewoon,
                TimeProvider.System
            )
        );

    /// <param name="gemeente">As KOOP calls it; null: the municipality of the portal.</param>
    /// <param name="vanaf">Null: a fortnight before the newest that is known, or a year ago.</param>
    /// <returns>One report a slice, as they come.</returns>
    /// <exception cref="ImportFout">Another is at it, the service fails, or an answer cannot be read.</exception>
    public async IAsyncEnumerable<ImportRapport> HaalOpAsync(
        string? gemeente,
        DateOnly? vanaf,
        DateOnly vandaag,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        await using var slot = await db.OpenConnectionAsync(ct);
        if (!await slot.QuerySingleAsync<bool>(Slot))
        {
            throw new ImportFout("De bekendmakingen worden al opgehaald, door een ander. Er is niets veranderd.");
        }
        try
        {
            var van = gemeente ?? await KoopSql.GemeenteAsync(slot, null, ct);
            var begin =
                vanaf
                ?? (await KoopSql.NieuwsteAsync(slot, ct))?.AddDays(-TerugDagen)
                ?? vandaag.AddMonths(-EersteMaanden);
            await foreach (var deel in client.LeesAsync(new(van, begin, vandaag), ct))
            {
                if (deel.Records.Count > 0)
                {
                    yield return await LaadAsync(deel, van, ct);
                }
            }
            await KoopSql.GeluktAsync(slot, ct);
        }
        finally
        {
            await slot.ExecuteAsync(Vrij); // a pool keeps the connection, and with it the lock
        }
    }

    private async Task<ImportRapport> LaadAsync(KoopDeel deel, string gemeente, CancellationToken ct)
    {
        var map = Directory.CreateTempSubdirectory("koop-");
        try
        {
            var pad = Path.Combine(
                map.FullName,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"koop-{deel.Van:yyyy-MM-dd}-{deel.TotEnMet:yyyy-MM-dd}.json"
                )
            );
            // What came short of what the service promised is loaded, but nothing is taken for withdrawn by it.
            var geheel = deel.Gelezen >= deel.Beloofd ? (deel.Van, deel.TotEnMet) : default((DateOnly, DateOnly)?);
            await KoopBestand.BewaarAsync(new(deel.Records, deel.Fouten, deel.Andere.Count, geheel, null), pad, ct);
            return await KoopImport.LaadAsync(publicatie, pad, gemeente, ct);
        }
        finally
        {
            map.Delete(recursive: true);
        }
    }
}
