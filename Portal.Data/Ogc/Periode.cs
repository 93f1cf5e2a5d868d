using Portal.Data.Uitvoer;

namespace Portal.Data.Ogc;

/// <summary>A moment or a period in an address: <c>2026-03-31</c>, <c>2026-01-01T00:00:00Z/..</c>.</summary>
public static class Periode
{
    /// <returns>The first and last day, null where it is open, or why it is none.</returns>
    public static (DateOnly? Van, DateOnly? Tot, string? Fout) Lees(string tekst)
    {
        var delen = tekst.Split('/');
        var (begin, eind) = (delen[0], delen[^1]);
        var (van, tot) = (Leesdag.Van(begin), Leesdag.Van(eind));
        var fout =
            delen.Length > 2
            || delen.Length == 1 && van is null
            || IsOpen(begin) && IsOpen(eind)
            || van is null && !IsOpen(begin)
            || tot is null && !IsOpen(eind)
                ? $"Bij datetime staat '{tekst}'. Schrijf 2026-03-31, 2026-01-01/2026-03-31 of 2026-01-01/.."
            : van > tot ? "Bij datetime ligt het begin na het einde."
            : null;
        return (van, tot, fout);
    }

    /// <summary>What is of those days, and what has no day (OGC 17-069r4, /req/core/fc-time-response C).</summary>
    public static Voorwaarde Waar(Collectie collectie, DateOnly? van, DateOnly? tot)
    {
        var datum = $"c.{Collectie.Naam(collectie.Datum!)}";
        var delen = new[]
        {
            van is null ? null : $"{datum} >= @Fperiodevan",
            tot is null ? null : $"{datum} <= @Fperiodetot",
        };
        return new(
            $" and ({datum} is null or ({string.Join(" and ", delen.OfType<string>())}))",
            new Dictionary<string, object?> { ["Fperiodevan"] = van, ["Fperiodetot"] = tot }
        );
    }

    private static bool IsOpen(string tekst) => tekst is "" or "..";
}
