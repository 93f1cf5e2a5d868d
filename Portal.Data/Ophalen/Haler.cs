using System.Collections.Concurrent;
using System.Net;

namespace Portal.Data.Ophalen;

/// <summary>By what a source tells whether something changed since.</summary>
public sealed record Kenmerk(string? ETag, DateTimeOffset? Gewijzigd);

/// <summary>What came of a question.</summary>
/// <param name="Ongewijzigd">It is as it was: nothing was written.</param>
public sealed record Opgehaald(bool Ongewijzigd, Kenmerk Kenmerk, long Bytes);

/// <summary>
/// Fetches from whatever source, to a file. Asks one thing at a time of a host, with a pause in between; what may go
/// over is tried again, later and later, from where it stopped where the source can do that; what is too large, too
/// slow, cut off or something else than asked for is no answer. A host that fails again and again is left alone for a
/// while.
/// </summary>
public sealed class Haler(HttpClient http, HalerInstellingen instellingen, TimeProvider tijd) : IDisposable
{
    private readonly ConcurrentDictionary<string, Gastheer> _gastheren = [];

    public HalerInstellingen Instellingen => instellingen;

    /// <param name="pad">Where it comes; what stands there is written over.</param>
    /// <param name="eerder">What the source said of it the last time: then only what changed since is fetched.</param>
    /// <returns>Null: the source knows nothing at this address (404).</returns>
    /// <exception cref="ImportFout">It did not come, for a reason that stands in the message.</exception>
    public async Task<Opgehaald?> HaalAsync(Uri adres, string pad, Inhoud inhoud, Kenmerk? eerder, CancellationToken ct)
    {
        var gastheer = _gastheren.GetOrAdd(adres.Host, h => new(h, instellingen, tijd));
        var ophaling = new Ophaling(http, instellingen, tijd, pad)
        {
            Adres = adres,
            Inhoud = inhoud,
            Eerder = eerder,
        };
        File.Delete(pad);
        for (var nummer = 1; ; nummer++)
        {
            var poging = await gastheer.BezoekAsync(() => ophaling.ProbeerAsync(ct), ct);
            if (poging.Fout is null)
            {
                gastheer.Lukt();
                return poging.Antwoord;
            }
            gastheer.Mislukt();
            if (nummer >= instellingen.Pogingen)
            {
                throw new ImportFout(
                    $"{adres.Host} gaf na {nummer} pogingen geen bruikbaar antwoord: {poging.Fout}. Probeer het "
                        + "later opnieuw."
                );
            }
            await Task.Delay(Terugval(nummer, poging.Wachten), tijd, ct);
        }
    }

    private TimeSpan Terugval(int nummer, TimeSpan? gevraagd)
    {
        var eigen = instellingen.Terugval * Math.Pow(2, nummer - 1);
        var wacht = gevraagd > eigen ? gevraagd.Value : eigen;
        return wacht < instellingen.LangsteTerugval ? wacht : instellingen.LangsteTerugval;
    }

    public void Dispose()
    {
        http.Dispose();
        foreach (var gastheer in _gastheren.Values)
        {
            gastheer.Dispose();
        }
    }
}
