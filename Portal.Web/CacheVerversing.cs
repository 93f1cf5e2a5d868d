using Microsoft.AspNetCore.OutputCaching;
using Npgsql;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web;

/// <summary>Listens to the database: each notice names the subject whose cached answers are stale.</summary>
public sealed partial class CacheVerversing(
    Instellingen instellingen,
    Generaties generaties,
    IOutputCacheStore paginas,
    PostArchief archief,
    ILogger<CacheVerversing> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LuisterAsync(stoppingToken);
            }
            catch (Exception fout) when (fout is NpgsqlException or IOException or TimeoutException)
            {
                LogWeg(logger, fout.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task LuisterAsync(CancellationToken ct)
    {
        var lezer = new NpgsqlConnectionStringBuilder(PortalData.AlsLezer(instellingen.Database))
        {
            Pooling = false,
            KeepAlive = 30,
        };
        await using var connection = new NpgsqlConnection(lezer.ConnectionString);
        await connection.OpenAsync(ct);
        connection.Notification += (_, notice) => _ = VergeetAsync(notice.Payload);
        await using (var listen = new NpgsqlCommand("listen portal_versie", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }
        // What was published while nobody listened
        await Task.WhenAll(Onderwerpen.Alle.Select(o => VergeetAsync(o.Code)));
        while (!ct.IsCancellationRequested)
        {
            await connection.WaitAsync(ct);
        }
    }

    // The generation is what keeps stale answers from being served; taking the pages away frees their memory.
    private async Task VergeetAsync(string onderwerp)
    {
        generaties.Verhoog(onderwerp);
        archief.Vergeet();
        await paginas.EvictByTagAsync(onderwerp, CancellationToken.None);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "De verbinding waarover versies worden gemeld is weg: {Reden}. Over een seconde opnieuw."
    )]
    private static partial void LogWeg(ILogger logger, string reden);
}
