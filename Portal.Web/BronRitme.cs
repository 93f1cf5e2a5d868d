using Npgsql;
using Portal.Data;
using Portal.Data.Ophalen;

namespace Portal.Web;

/// <summary>
/// Fetches each source again at its own rhythm while the site runs, with the login of imports: those that
/// <c>portal gemeente</c> fetched before. Of several nodes one does it; what fails is logged and tried again the next
/// day, and what is published stays.
/// </summary>
public sealed partial class BronRitme(Instellingen instellingen, ILogger<BronRitme> logger) : BackgroundService
{
    private static readonly TimeSpan NaStart = TimeSpan.FromMinutes(2);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (instellingen.BronnenUren == 0)
        {
            return;
        }
        await Task.Delay(NaStart, stoppingToken);
        using var ritme = new PeriodicTimer(TimeSpan.FromHours(instellingen.BronnenUren));
        do
        {
            await WerkBijAsync(stoppingToken);
        } while (await ritme.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Once: whatever it is time for.</summary>
    public async Task WerkBijAsync(CancellationToken ct)
    {
        try
        {
            await using var db = NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));
            using var bronnen = await Bronwerk.MaakAsync(instellingen, db, ct);
            var vuller = new Vuller(bronnen.Gereedschap, bronnen.Lijst) { EersteAlsConcept = true };
            await foreach (var verslag in vuller.VulAsync(null, alleenAlsHetTijdIs: true, ct))
            {
                var meldingen = string.Join(" ", verslag.Meldingen);
                LogBron(logger, verslag.Bron.Code, verslag.Afloop, meldingen);
            }
        }
        catch (Exception fout) when (fout is ImportFout or NpgsqlException or IOException or HttpRequestException)
        {
            LogMislukt(logger, fout.Message);
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Bron {Bron}: {Afloop}. {Meldingen}")]
    private static partial void LogBron(ILogger logger, string bron, Afloop afloop, string meldingen);

    [LoggerMessage(Level = LogLevel.Warning, Message = "De bronnen zijn niet bijgewerkt: {Reden}")]
    private static partial void LogMislukt(ILogger logger, string reden);
}
