using System.Collections.Concurrent;
using Portal.Data;

namespace Portal.Web;

/// <summary>
/// How often each subject was published since this node began, and which day it is. What is kept in a cache carries the
/// generation of its subjects as it was before the first query, so that an answer made of an older version, or on
/// another
/// day, is never served (docs/decisions/0016).
/// </summary>
public sealed class Generaties(TimeProvider tijd)
{
    private const int BitsVanDag = 20;

    private readonly Klok _klok = new(tijd);
    private readonly ConcurrentDictionary<string, long> _nu = [];
    private volatile Etmaal _etmaal = new(0, 0, 0);

    /// <summary>A version of this subject was published or withdrawn.</summary>
    public void Verhoog(string onderwerp) => _nu.AddOrUpdate(onderwerp, 1, (_, generatie) => generatie + 1);

    /// <summary>
    /// What was published only ever adds up, so two that are equal are of the same versions and the same day.
    /// </summary>
    public long Van(string[] onderwerpen)
    {
        long som = 0;
        foreach (var onderwerp in onderwerpen)
        {
            som += _nu.GetValueOrDefault(onderwerp);
        }
        return (som << BitsVanDag) | Dag();
    }

    private long Dag()
    {
        var (nu, etmaal) = (tijd.GetUtcNow().UtcTicks, _etmaal);
        // Else the zone need not be asked, for every answer from the cache comes by here
        if (nu < etmaal.Van || nu >= etmaal.Tot)
        {
            _etmaal = etmaal = new(nu, _klok.Middernacht.UtcTicks, _klok.Vandaag.DayNumber);
        }
        return etmaal.Dag;
    }

    private sealed record Etmaal(long Van, long Tot, long Dag);
}
