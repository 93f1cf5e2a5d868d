using System.Text;
using Npgsql;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Oordelen;

namespace Portal.Web.Beheer;

/// <summary>
/// The texts that may name a person, to be judged. Reading them takes a while, for they stand in the deliveries only:
/// the list is kept in memory for a quarter of an hour, or until something is published; never on disk. Judging goes on
/// in the background, one at a time.
/// </summary>
public sealed partial class Oordeelwerk(
    Instellingen instellingen,
    Logboek logboek,
    Generaties generaties,
    ILogger<Oordeelwerk> logger
)
{
    private static readonly string[] Alles = [.. Onderwerpen.Alle.Select(o => o.Code)];

    private static readonly TimeSpan Bewaar = TimeSpan.FromMinutes(15);

    private readonly Lock _slot = new();
    private Task<IReadOnlyList<TeBeoordelen>>? _lijst;
    private DateTime _sinds;
    private long _generatie;

    /// <summary>What is being kept now, or how the last one ended.</summary>
    public string? Melding { get; private set; }
    public bool Bezig { get; private set; }

    /// <returns>Null: it is being read.</returns>
    public async Task<IReadOnlyList<TeBeoordelen>?> LijstAsync()
    {
        Task<IReadOnlyList<TeBeoordelen>> lijst;
        lock (_slot)
        {
            var generatie = generaties.Van(Alles);
            if (_lijst is null || _lijst.IsFaulted || generatie != _generatie || DateTime.UtcNow - _sinds > Bewaar)
            {
                (_lijst, _sinds, _generatie) = (Task.Run(LeesAsync), DateTime.UtcNow, generatie);
            }
            lijst = _lijst;
        }
        return await Task.WhenAny(lijst, Task.Delay(TimeSpan.FromSeconds(2))) == lijst ? await lijst : null;
    }

    /// <returns>False: another list is being kept.</returns>
    public async Task<bool> BewaarAsync(string wie, IReadOnlyDictionary<string, string> oordelen, CancellationToken ct)
    {
        lock (_slot)
        {
            if (Bezig)
            {
                return false;
            }
            (Bezig, Melding) = (true, null);
        }
        // How many, and not what they say: the log may be read by others than who judges
        var aantal = oordelen.Values.CountBy(o => o).ToDictionary(o => o.Key, o => o.Value);
        await logboek.SchrijfAsync(wie, "namen beoordeeld", ct, details: aantal);
        _ = Task.Run(() => LaadAsync(oordelen), CancellationToken.None);
        return true;
    }

    private async Task<IReadOnlyList<TeBeoordelen>> LeesAsync()
    {
        await using var db = Db();
        return await new OordeelImport(db, instellingen.Archief).LijstAsync(alles: false, CancellationToken.None);
    }

    private async Task LaadAsync(IReadOnlyDictionary<string, string> oordelen)
    {
        var pad = Path.Combine(Path.GetTempPath(), $"oordelen-{Guid.NewGuid():N}.csv");
        try
        {
            await SchrijfAsync(pad, oordelen);
            await using var db = Db();
            var rapport = await new OordeelImport(db, instellingen.Archief).LaadAsync(pad, CancellationToken.None);
            Melding =
                $"Bewaard: {rapport.Openbaar} openbaar, {rapport.Persoon} van een persoon. {rapport.Posten} "
                + "bedragen zijn "
                + "aangepast.";
            lock (_slot)
            {
                _lijst = null;
            }
        }
        catch (Exception fout) when (fout is ImportFout or NpgsqlException or IOException)
        {
            LogMislukt(logger, fout.GetType().Name);
            Melding = fout is ImportFout ? fout.Message : "Het bewaren is mislukt. Er is niets veranderd.";
        }
        finally
        {
            File.Delete(pad);
            Bezig = false;
        }
    }

    private static async Task SchrijfAsync(string pad, IReadOnlyDictionary<string, string> oordelen)
    {
        await using var schrijver = new StreamWriter(
            pad,
            new UTF8Encoding(true),
            Portal.Data.Datasets.Levering.AlleenVanOns()
        );
        await schrijver.WriteLineAsync("tekst;oordeel");
        foreach (var (tekst, oordeel) in oordelen)
        {
            await schrijver.WriteLineAsync($"\"{tekst.Replace("\"", "\"\"", StringComparison.Ordinal)}\";{oordeel}");
        }
    }

    private NpgsqlDataSource Db() => NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));

    [LoggerMessage(Level = LogLevel.Error, Message = "Het bewaren van oordelen is mislukt: {Soort}")]
    private static partial void LogMislukt(ILogger logger, string soort);
}
