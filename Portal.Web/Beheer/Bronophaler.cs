using System.Collections.Concurrent;
using Npgsql;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Ophalen;

namespace Portal.Web.Beheer;

/// <summary>
/// Fetches a source because somebody asked, one at a time. What is public is brought up to date; of what never was a
/// concept is made, of which whoever asked is the deliverer.
/// </summary>
public sealed partial class Bronophaler(
    Instellingen instellingen,
    Bronbeheer bronnen,
    Aanleveringen aanleveringen,
    Logboek logboek,
    ILogger<Bronophaler> logger
) : IDisposable
{
    private readonly SemaphoreSlim _een = new(1, 1);
    private readonly ConcurrentDictionary<string, string> _stand = new();
    private int _bezig;

    /// <summary>What is under way, and how what was asked ended since the start.</summary>
    public IReadOnlyDictionary<string, string> Stand => _stand;
    public bool Bezig => Volatile.Read(ref _bezig) > 0;

    public async Task HaalOpAsync((int Id, string Email) wie, string code, CancellationToken ct)
    {
        await logboek.SchrijfAsync(wie.Email, "bron opgehaald", ct, details: new { bron = code });
        _stand[code] = "wordt opgehaald";
        Interlocked.Increment(ref _bezig);
        _ = Task.Run(() => WerkAsync(wie.Id, code), CancellationToken.None);
    }

    private async Task WerkAsync(int wie, string code)
    {
        await _een.WaitAsync();
        try
        {
            await using var db = NpgsqlDataSource.Create(PortalData.AlsSchrijver(instellingen.DatabaseVanImports));
            using var werk = await Bronwerk.MaakAsync(instellingen, db, CancellationToken.None);
            Bron[] deze = [.. werk.Lijst.Where(b => b.Code == code)];
            var vuller = new Vuller(werk.Gereedschap, deze) { EersteAlsConcept = true };
            await foreach (var verslag in vuller.VulAsync(null, alleenAlsHetTijdIs: false, CancellationToken.None))
            {
                _stand[code] = await AfloopAsync(wie, verslag);
            }
        }
        catch (Exception fout) when (fout is ImportFout or NpgsqlException or IOException or HttpRequestException)
        {
            LogMislukt(logger, code, fout.GetType().Name);
            _stand[code] =
                fout is ImportFout ? Webzin.Van(fout.Message) : "Het ophalen mislukte. Wat er stond, staat er nog.";
        }
        finally
        {
            Interlocked.Decrement(ref _bezig);
            _een.Release();
        }
    }

    private async Task<string> AfloopAsync(int wie, Portal.Data.Ophalen.Verslag verslag)
    {
        var concepten = verslag.Rapporten.Where(r => r.Concept).ToList();
        foreach (var concept in concepten)
        {
            var versie = await bronnen.VersieAsync(concept.Dataset, concept.Versie, CancellationToken.None);
            await aanleveringen.ZonderBestandAsync(wie, "opgehaald", versie, null, CancellationToken.None);
        }
        return verslag.Afloop switch
        {
            Afloop.Nieuw when concepten.Count > 0 => "opgehaald; het wacht op de werklijst op goedkeuring",
            Afloop.Nieuw => "opgehaald: er is iets nieuws",
            Afloop.Gelijk => "opgehaald: niets nieuws",
            Afloop.Mislukt => $"mislukt: {Webzin.Van(string.Join(" ", verslag.Meldingen))}",
            _ => "overgeslagen: er zijn nog geen gebieden",
        };
    }

    public void Dispose() => _een.Dispose();

    [LoggerMessage(Level = LogLevel.Warning, Message = "Bron {Bron} is niet opgehaald: {Soort}")]
    private static partial void LogMislukt(ILogger logger, string bron, string soort);
}
