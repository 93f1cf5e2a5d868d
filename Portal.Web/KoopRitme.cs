using Npgsql;
using Portal.Data;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;

namespace Portal.Web;

/// <summary>
/// Fetches announcements every so many hours while the site runs, with the login of imports. Of several nodes one does
/// it; what fails is logged and tried again the next time, and what is published stays.
/// </summary>
public sealed partial class KoopRitme(Instellingen instellingen, ILogger<KoopRitme> logger) : BackgroundService
{
    private static readonly TimeSpan NaStart = TimeSpan.FromMinutes(1);

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
        try
        {
            await using var db = NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));
            var publicatie = new Publicatie(db, instellingen.Archief) { MagKrimpen = true, AlleenAlsAnders = true };
            var sync = KoopSync.Maak(db, publicatie, instellingen.Koop);
            await foreach (var rapport in sync.HaalOpAsync(null, null, Klok.Systeem.Vandaag, ct))
            {
                LogGeladen(logger, rapport.Bestand, rapport.Gewijzigd, rapport.Vervallen, rapport.Afwijzingen.Rijen);
            }
        }
        catch (Exception fout) when (fout is ImportFout or NpgsqlException or IOException or HttpRequestException)
        {
            LogMislukt(logger, fout.Message);
        }
    }

    [LoggerMessage(
        Level = LogLevel.Information,
        Message = "Bekendmakingen, {Bestand}: {Gewijzigd} nieuw of anders, {Vervallen} vervallen, {Afgewezen} "
            + "afgewezen."
    )]
    private static partial void LogGeladen(ILogger logger, string bestand, int gewijzigd, int vervallen, int afgewezen);

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "De bekendmakingen zijn niet opgehaald: {Reden} Over een paar uur opnieuw."
    )]
    private static partial void LogMislukt(ILogger logger, string reden);
}
