namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>A level of a geometry: other levels, or points.</summary>
internal sealed record WktDeel(string Soort, IReadOnlyList<WktDeel> Delen, IReadOnlyList<Punt> Punten)
{
    public IEnumerable<Punt> AllePunten() => Delen.SelectMany(d => d.AllePunten()).Concat(Punten);

    /// <summary>As WKT without the name.</summary>
    public string Tekst() =>
        Delen.Count > 0 ? $"({string.Join(',', Delen.Select(d => d.Tekst()))})" : $"({string.Join(',', Punten)})";
}

/// <summary>
/// Well-known text, forgiving of white space, a third coordinate and open rings. It goes three levels deep at most.
/// </summary>
internal sealed class WktLezer(string tekst)
{
    private static readonly Dictionary<string, int> Lagen = new(StringComparer.OrdinalIgnoreCase)
    {
        ["POINT"] = 0,
        ["MULTIPOINT"] = 0,
        ["LINESTRING"] = 0,
        ["POLYGON"] = 1,
        ["MULTILINESTRING"] = 1,
        ["MULTIPOLYGON"] = 2,
    };

    private int _plek;

    public WktDeel Lees()
    {
        var haak = tekst.IndexOf('(', StringComparison.Ordinal);
        var naam = (haak < 0 ? tekst : tekst[..haak])
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .FirstOrDefault();
        if (naam is null || !Lagen.TryGetValue(naam, out var lagen))
        {
            throw new FormatException("de soort geometrie is onbekend");
        }
        if (haak < 0)
        {
            throw new FormatException("de geometrie is leeg");
        }
        _plek = haak;
        naam = naam.ToUpperInvariant();
        var deel = LeesDeel(naam, lagen, Minstens(naam));
        if (_plek != tekst.Length)
        {
            throw new FormatException("achter de geometrie staat nog iets");
        }
        return naam == "POINT" && deel.Punten.Count > 1
            ? throw new FormatException("het aantal punten klopt niet")
            : deel;
    }

    private static int Minstens(string naam) =>
        naam.EndsWith("POINT", StringComparison.Ordinal) ? 1
        : naam.EndsWith("POLYGON", StringComparison.Ordinal) ? 3
        : 2;

    private WktDeel LeesDeel(string soort, int lagen, int minstens)
    {
        Verwacht('(');
        if (lagen == 0)
        {
            var punten = LeesPunten();
            return minstens == 3 ? new(soort, [], Gesloten(punten))
                : punten.Count < minstens ? throw new FormatException("het aantal punten klopt niet")
                : new(soort, [], punten);
        }
        List<WktDeel> delen = [];
        do
        {
            SlaSpatiesOver();
            delen.Add(LeesDeel("", lagen - 1, minstens));
            SlaSpatiesOver();
        } while (Neem(','));
        Verwacht(')');
        return new(soort, delen, []);
    }

    // Up to the closing bracket; MULTIPOINT may have brackets round each point.
    private List<Punt> LeesPunten()
    {
        List<Punt> punten = [];
        do
        {
            SlaSpatiesOver();
            var haken = Neem('(');
            var einde = tekst.AsSpan(_plek).IndexOfAny(',', ')', '(');
            if (einde < 0)
            {
                throw new FormatException("er ontbreekt een haakje");
            }
            punten.Add(Punt.Van(Geometrietekst.Getallen(tekst.Substring(_plek, einde))));
            _plek += einde;
            if (haken)
            {
                Verwacht(')');
            }
            SlaSpatiesOver();
        } while (Neem(','));
        Verwacht(')');
        return punten;
    }

    internal static List<Punt> Gesloten(List<Punt> ring)
    {
        if (ring.Distinct().Take(3).Count() < 3)
        {
            throw new FormatException("een vlak heeft minstens drie punten");
        }
        return ring[0] == ring[^1] ? ring : [.. ring, ring[0]];
    }

    private void SlaSpatiesOver()
    {
        while (_plek < tekst.Length && char.IsWhiteSpace(tekst[_plek]))
        {
            _plek++;
        }
    }

    private bool Neem(char teken)
    {
        var hier = _plek < tekst.Length && tekst[_plek] == teken;
        _plek += hier ? 1 : 0;
        return hier;
    }

    private void Verwacht(char teken)
    {
        if (!Neem(teken))
        {
            throw new FormatException("de haakjes kloppen niet");
        }
    }
}
