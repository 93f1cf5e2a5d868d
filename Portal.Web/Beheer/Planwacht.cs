using Dapper;
using Npgsql;
using Portal.Data.Beheer;

namespace Portal.Web.Beheer;

/// <summary>Publishes what was approved for a later moment, once that has come. Of several nodes one does it.</summary>
public sealed partial class Planwacht(
    Instellingen instellingen,
    Planningen planningen,
    Concepten concepten,
    Publicatiewerk werk,
    BeheerBron bron,
    ILogger<Planwacht> logger
) : BackgroundService
{
    private static readonly TimeSpan Rust = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (instellingen.DatabaseVanBeheer is null || !instellingen.StafSchrijft)
        {
            return;
        }
        using var ritme = new PeriodicTimer(Rust);
        while (await ritme.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await WerkAsync(stoppingToken);
            }
            catch (NpgsqlException fout)
            {
                LogStoring(logger, fout.Message);
            }
        }
    }

    private async Task WerkAsync(CancellationToken ct)
    {
        await using var slot = await bron.Db.OpenConnectionAsync(ct);
        if (!await slot.QuerySingleAsync<bool>("select pg_try_advisory_lock(5080, -5)"))
        {
            return;
        }
        try
        {
            while (await planningen.NuAsync(ct) is { } plan)
            {
                await PubliceerAsync(plan, ct);
            }
        }
        finally
        {
            await slot.ExecuteAsync("select pg_advisory_unlock(5080, -5)");
        }
    }

    private async Task PubliceerAsync(PlanRow plan, CancellationToken ct)
    {
        var fout = await concepten.VindAsync(plan.VersieId, plan.MedewerkerId, ct) is not { } concept
            ? "Het is geen concept meer."
            : await werk.PubliceerAsync(plan.Email, concept, plan.Wijziging, ct);
        await (
            fout is null ? planningen.WegAsync(plan.VersieId, ct) : planningen.MisluktAsync(plan.VersieId, fout, ct)
        );
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Wat gepland was, kan nu niet worden gepubliceerd: {Reden}")]
    private static partial void LogStoring(ILogger logger, string reden);
}
