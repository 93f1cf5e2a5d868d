using System.Collections.Concurrent;
using Portal.Data;

namespace Portal.Web;

/// <summary>
/// How often each subject was published since this node began, and which day it is. What is kept in a cache carries the
/// generation of its subjects as it was before the first query, so that an answer made of an older version, or on another
/// day, is never served (docs/decisions/0016).
/// </summary>
public sealed class Generaties(TimeProvider tijd)
{
    private const int BitsVanDag = 20;

    private readonly Klok _klok = new(tijd);
    private readonly ConcurrentDictionary<string, long> _nu = [];
    private long _middernacht;
    private long _dag;

    /// <summary>A version of this subject was published or withdrawn.</summary>
    public void Verhoog(string onderwerp) => _nu.AddOrUpdate(onderwerp, 1, (_, generatie) => generatie + 1);

    /// <summary>Only ever rises, so two that are equal are of the same versions and the same day.</summary>
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
        if (tijd.GetUtcNow().UtcTicks >= Volatile.Read(ref _middernacht))
        {
            Volatile.Write(ref _dag, _klok.Vandaag.DayNumber);
            Volatile.Write(ref _middernacht, _klok.Middernacht.UtcTicks);
        }
        return Volatile.Read(ref _dag);
    }
}
