namespace Portal.Data.Gebieden;

/// <summary>A ring of a shape in whole steps of a grid, closed.</summary>
/// <param name="Vlak">The number of the polygon that it is of, in its area; its first ring is the outside.</param>
public sealed record Ring(string Code, int Vlak, (int X, int Y)[] Punten);

/// <summary>
/// Shapes by the lines that they share (TopoJSON): a border stands in it once, so that neighbours stay neighbours when
/// it is simplified. Lines are cut where three meet; ends are never moved.
/// </summary>
public sealed class Topologie
{
    private readonly Dictionary<((int, int), (int, int)), int> _nummers = [];
    private readonly List<(int X, int Y)[]> _bogen = [];

    private Topologie() { }

    /// <summary>The lines, simplified.</summary>
    public IReadOnlyList<(int X, int Y)[]> Bogen => _bogen;

    /// <summary>Per ring, in the order given, its lines: -1 - n is line n from end to begin.</summary>
    public IReadOnlyList<int[]> Ringen { get; private set; } = [];

    /// <param name="afstand">How far a line may move, in steps from north to south.</param>
    /// <param name="smal">How much shorter a step to the east is.</param>
    public static Topologie Van(IReadOnlyList<Ring> ringen, double afstand, double smal)
    {
        var topologie = new Topologie();
        var knopen = Knopen(ringen);
        topologie.Ringen = [.. ringen.Select(r => topologie.Knip(r.Punten, knopen))];
        var los = topologie.Ringen.Where(r => r.Length < 3).SelectMany(r => r).Select(Nummer).ToHashSet();
        for (var i = 0; i < topologie._bogen.Count; i++)
        {
            topologie._bogen[i] = Vereenvoudiging.Van(topologie._bogen[i], afstand, smal, los.Contains(i));
        }
        return topologie;
    }

    private static int Nummer(int boog) => boog < 0 ? -1 - boog : boog;

    // Where rings part: a point that does not have the same two neighbours in each ring.
    private static HashSet<(int, int)> Knopen(IReadOnlyList<Ring> ringen)
    {
        var buren = new Dictionary<(int, int), ((int, int), (int, int))>();
        var knopen = new HashSet<(int, int)>();
        foreach (var punten in ringen.Select(r => r.Punten))
        {
            for (var i = 0; i < punten.Length - 1; i++)
            {
                var (een, ander) = (punten[i == 0 ? punten.Length - 2 : i - 1], punten[i + 1]);
                var paar = een.CompareTo(ander) < 0 ? (een, ander) : (ander, een);
                if (!buren.TryAdd(punten[i], paar) && buren[punten[i]] != paar)
                {
                    knopen.Add(punten[i]);
                }
            }
        }
        return knopen;
    }

    private int[] Knip((int X, int Y)[] ring, HashSet<(int, int)> knopen)
    {
        var los = ring.AsSpan(0, ring.Length - 1);
        var begin = 0;
        for (var i = 0; i < los.Length; i++)
        {
            if (knopen.Contains(los[i]))
            {
                begin = i;
                break;
            }
            if (los[i].CompareTo(los[begin]) < 0)
            {
                begin = i; // an island has no such point: it begins at its most western one, as its hole in another does
            }
        }
        (int X, int Y)[] rond = [.. los[begin..], .. los[..begin], los[begin]];
        var bogen = new List<int>();
        var vanaf = 0;
        for (var i = 1; i < rond.Length; i++)
        {
            if (i == rond.Length - 1 || knopen.Contains(rond[i]))
            {
                bogen.Add(Boog(rond[vanaf..(i + 1)]));
                vanaf = i;
            }
        }
        return [.. bogen];
    }

    private int Boog((int X, int Y)[] punten)
    {
        if (_nummers.TryGetValue((punten[^1], punten[^2]), out var terug))
        {
            return -1 - terug;
        }
        if (_nummers.TryAdd((punten[0], punten[1]), _bogen.Count))
        {
            _bogen.Add(punten);
        }
        return _nummers[(punten[0], punten[1])];
    }
}
