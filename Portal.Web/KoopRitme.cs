using Npgsql;
using Portal.Data;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;

namespace Portal.Web;

/// <summary>
/// Fetches announcements every so many hours while the site runs, with the login of imports. Of several nodes one does it;
/// what fails is logged and tried again the next time, and what is published stays.
/// </summary>
public sealed partial class KoopRitme(Instellingen instellingen, ILogger<KoopRitme> logger) : BackgroundService
{
    private static readonly TimeSpan NaStart = TimeSpan.FromMinutes(1);

    private int _bezig;

    public bool Bezig => _bezig > 0;

    /// <summary>How the last time ended; null: not since the start.</summary>
    public string? Melding { get; private set; }

    /// <summary>Fetches now, beside the rhythm; not when it is being done.</summary>
    public void HaalNuOp() => _ = Task.Run(() => HaalOpAsync(CancellationToken.None));

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (instellingen.KoopUren == 0)
        {
            return;
        }
        await Task.Delay(NaStart, stoppingToken);
        using var ritme = new PeriodicTimer(TimeSpan.FromHours(instellingen.KoopUren));
        do
        {
            await HaalOpAsync(stoppingToken);
        } while (await ritme.WaitForNextTickAsync(stoppingToken));
    }

    private async Task HaalOpAsync(CancellationToken ct)
    {
        if (Interlocked.Exchange(ref _bezig, 1) == 1)
        {
            return;
        }
        try
        {
            var nieuw = 0;
            await using var db = NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));
            var publicatie = new Publicatie(db, instellingen.Archief) { MagKrimpen = true, AlleenAlsAnders = true };
            var sync = KoopSync.Maak(db, publicatie, instellingen.Koop);
            await foreach (var rapport in sync.HaalOpAsync(null, null, Klok.Systeem.Vandaag, ct))
            {
                nieuw += rapport.Gewijzigd;
                LogGeladen(logger, rapport.Bestand, rapport.Gewijzigd, rapport.Vervallen, rapport.Afwijzingen.Rijen);
            }
            Melding = $"Opgehaald op {Opmaak.Moment(DateTime.UtcNow)}: {nieuw} nieuw of anders.";
        }
        catch (Exception fout) when (fout is ImportFout or NpgsqlException or IOException or HttpRequestException)
        {
            Melding = $"Het ophalen mislukte op {Opmaak.Moment(DateTime.UtcNow)}. Wat er stond, staat er nog.";
            LogMislukt(logger, fout.Message);
        }
        finally
        {
            _bezig = 0;
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Bekendmakingen, {Bestand}: {Gewijzigd} nieuw of anders, {Vervallen} vervallen, {Afgewezen} afgewezen."
    )]
    private static partial void LogGeladen(ILogger logger, string bestand, int gewijzigd, int vervallen, int afgewezen);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "De bekendmakingen zijn niet opgehaald: {Reden} Over een paar uur opnieuw."
    )]
    private static partial void LogMislukt(ILogger logger, string reden);
}
