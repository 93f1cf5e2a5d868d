namespace Portal.Data.Gebieden;

/// <summary>A line with fewer points (Douglas and Peucker); its ends stay.</summary>
internal static class Vereenvoudiging
{
    /// <param name="vorm">Keep the point that lies farthest, for without it a ring would be no surface.</param>
    public static (int X, int Y)[] Van((int X, int Y)[] lijn, double afstand, double smal, bool vorm)
    {
        var houd = new bool[lijn.Length];
        houd[0] = houd[^1] = true;
        var open = new Stack<(int Van, int Tot, int Extra)>();
        open.Push(
            (
                0,
                lijn.Length - 1,
                !vorm ? 0
                : lijn[0] == lijn[^1] ? 2
                : 1
            )
        );
        while (open.TryPop(out var deel))
        {
            var (verst, ver) = Verst(lijn, deel.Van, deel.Tot, smal);
            if (verst > 0 && (ver > afstand || (deel.Extra > 0 && ver > 0)))
            {
                houd[verst] = true;
                open.Push((deel.Van, verst, deel.Extra - 1));
                open.Push((verst, deel.Tot, deel.Extra - 1));
            }
        }
        return [.. lijn.Where((_, i) => houd[i])];
    }

    private static (int Index, double Afstand) Verst((int X, int Y)[] lijn, int van, int tot, double smal)
    {
        var (verst, ver) = (0, -1d);
        for (var i = van + 1; i < tot; i++)
        {
            var d = Afstand(lijn[i], lijn[van], lijn[tot], smal);
            if (d > ver)
            {
                (verst, ver) = (i, d);
            }
        }
        return (verst, ver);
    }

    private static double Afstand((int X, int Y) p, (int X, int Y) a, (int X, int Y) b, double smal)
    {
        var (dx, dy) = ((b.X - a.X) * smal, (double)(b.Y - a.Y));
        var (px, py) = ((p.X - a.X) * smal, (double)(p.Y - a.Y));
        var lang = (dx * dx) + (dy * dy);
        var t = lang == 0 ? 0 : Math.Clamp(((px * dx) + (py * dy)) / lang, 0, 1);
        return Math.Sqrt(Math.Pow(px - (t * dx), 2) + Math.Pow(py - (t * dy), 2));
    }
}
