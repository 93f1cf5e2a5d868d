using Npgsql;
using Portal.Data;
using Portal.Data.Uitgaven;
using Portal.Data.Uitvoer;

namespace Portal.Web;

/// <summary>
/// Makes the files of what was published while the site runs, so that they are kept before the next version comes, and
/// no reader waits for them. One after the other; what cannot be made is made when it is asked for, and then says why.
/// </summary>
public sealed partial class Uitgavenmaker(
    Instellingen instellingen,
    IServiceScopeFactory diensten,
    Generaties generaties,
    ILogger<Uitgavenmaker> logger
) : BackgroundService
{
    /// <summary>As the subject of an answer: which files are kept, as the pages of the catalogue say.</summary>
    public const string Bestanden = "bestanden";

    private static readonly TimeSpan NaStart = TimeSpan.FromSeconds(20);
    private readonly HashSet<(int Versie, string Bestand)> _lukteNiet = [];

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        if (instellingen.UitgavenSeconden == 0)
        {
            return;
        }
        await Task.Delay(NaStart, stoppingToken);
        using var ritme = new PeriodicTimer(TimeSpan.FromSeconds(instellingen.UitgavenSeconden));
        do
        {
            await RondeAsync(stoppingToken);
        } while (await ritme.WaitForNextTickAsync(stoppingToken));
    }

    /// <summary>Makes what is not kept of each dataset.</summary>
    public async Task RondeAsync(CancellationToken ct)
    {
        try
        {
            await using var scope = Scope();
            var codes = await scope.ServiceProvider.GetRequiredService<UitgaveQueries>().CodesAsync(ct);
            foreach (var code in codes)
            {
                await MaakAsync(code, ct);
            }
        }
        catch (Exception fout) when (fout is NpgsqlException or IOException or UnauthorizedAccessException)
        {
            LogMislukt(logger, fout.Message);
        }
    }

    // A connection for each dataset, not for all: a round may take minutes.
    private async Task MaakAsync(string code, CancellationToken ct)
    {
        await using var scope = Scope();
        var queries = scope.ServiceProvider.GetRequiredService<UitgaveQueries>();
        var uitgever = scope.ServiceProvider.GetRequiredService<Uitgever>();
        if (await queries.VindAsync(code, null, ct) is not { Versie.Geldt: true } uitgave)
        {
            return;
        }
        var nieuw = false;
        var bekend = uitgever.Bekend(uitgave);
        foreach (var (tabel, formaat) in uitgave.Tabellen.SelectMany(t => t.Formaten.Select(f => (t, f))))
        {
            var naam = $"{tabel.Naam}.{formaat.Extensie}";
            if (bekend.ContainsKey(naam) || _lukteNiet.Contains((uitgave.Versie.Id, naam)))
            {
                continue;
            }
            try
            {
                await uitgever.GeefAsync(uitgave, tabel, formaat, new("http://localhost/"), ct);
                nieuw = true;
            }
            catch (UitvoerFout fout)
            {
                _lukteNiet.Add((uitgave.Versie.Id, naam));
                LogNiet(logger, code, naam, fout.Message);
            }
        }
        if (nieuw)
        {
            generaties.Verhoog(Bestanden); // the pages that say how large they are; nothing was published
        }
    }

    private AsyncServiceScope Scope()
    {
        var scope = diensten.CreateAsyncScope();
        var bron = scope.ServiceProvider.GetRequiredService<DownloadBron>();
        scope.ServiceProvider.GetRequiredService<Lezing>().Uit(bron.Db);
        return scope;
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "De bestanden van versies zijn niet gemaakt: {Reden}")]
    private static partial void LogMislukt(ILogger logger, string reden);

    [LoggerMessage(Level = LogLevel.Information, Message = "{Dataset}: {Bestand} is niet gemaakt. {Reden}")]
    private static partial void LogNiet(ILogger logger, string dataset, string bestand, string reden);
}
