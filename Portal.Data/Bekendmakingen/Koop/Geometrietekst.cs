using System.Globalization;

namespace Portal.Data.Bekendmakingen.Koop;

internal sealed record Geometrie(string Wkt, int Srid);

/// <summary>
/// The text of a place in any of the forms that KOOP has had: WKT, "lat lon", "lat,lon", "lat,lon lat,lon …". Which
/// coordinates they are is decided by their values, never by the name of the element they stand in.
/// </summary>
internal static class Geometrietekst
{
    private const int Langst = 4_000_000; // characters; a municipality's own boundary is about 200,000
    private static readonly char[] Tussen = [' ', ',', ';'];

    /// <param name="vlak">The marker is of an area, so a row of points goes round it.</param>
    public static (Geometrie? Vorm, string? Reden) Lees(string tekst, bool vlak = false)
    {
        if (tekst.Length > Langst)
        {
            return (null, $"de tekst is langer dan {Langst} tekens");
        }
        try
        {
            tekst = tekst.Trim();
            var deel =
                tekst.Length > 0 && char.IsAsciiLetter(tekst[0]) ? new WktLezer(tekst).Lees() : Losse(tekst, vlak);
            return (Schrijf(deel), null);
        }
        catch (FormatException fout)
        {
            return (null, $"{fout.Message} (‘{(tekst.Length > 60 ? tekst[..60] + "…" : tekst)}’)");
        }
    }

    private static WktDeel Losse(string tekst, bool vlak)
    {
        var punten = Paren(tekst).Select(p => Getallen(p)).Select(g => Punt.Van(g)).ToList();
        if (punten.Count == 1)
        {
            return new("POINT", [], punten);
        }
        var rond = vlak || (punten.Count > 3 && punten[0] == punten[^1]);
        return rond
            ? new("POLYGON", [new WktDeel("", [], WktLezer.Gesloten(punten))], [])
            : new("LINESTRING", [], punten);
    }

    // "lat,lon lat,lon", else "lat lon,lat lon", else one pair in any way.
    private static string[] Paren(string tekst)
    {
        const StringSplitOptions netjes = StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries;
        var woorden = tekst.Split(' ', netjes);
        if (woorden.Length > 1 && Array.TrueForAll(woorden, w => w.Trim(',').Count(t => t == ',') == 1))
        {
            return [.. woorden.Select(w => w.Trim(','))];
        }
        var delen = tekst.Split([',', ';'], netjes);
        return delen.Length > 1 && Array.TrueForAll(delen, d => d.Contains(' ', StringComparison.Ordinal))
            ? delen
            : [tekst];
    }

    internal static double[] Getallen(string paar)
    {
        var woorden = paar.Split(Tussen, StringSplitOptions.RemoveEmptyEntries);
        var getallen = new double[woorden.Length];
        for (var i = 0; i < woorden.Length; i++)
        {
            if (!double.TryParse(woorden[i], NumberStyles.Float, CultureInfo.InvariantCulture, out getallen[i]))
            {
                throw new FormatException("de coördinaten zijn geen getallen");
            }
        }
        return getallen;
    }

    private static Geometrie Schrijf(WktDeel deel)
    {
        var srids = deel.AllePunten().Select(p => p.Srid).Distinct().ToList();
        if (srids.Count != 1)
        {
            throw new FormatException("er staan graden en meters door elkaar");
        }
        return new(deel.Soort + deel.Tekst(), srids[0]);
    }
}

/// <summary>A place with its system, known by the range of its values; in the order of WKT.</summary>
internal readonly record struct Punt(double X, double Y, int Srid)
{
    public static Punt Van(double[] getallen)
    {
        if (getallen.Length is < 2 or > 4)
        {
            throw new FormatException("een plaats heeft twee coördinaten");
        }
        return (getallen[0], getallen[1]) switch
        {
            (>= 0 and <= 300_000, >= 300_000 and <= 650_000) p => new(p.Item1, p.Item2, 28992),
            (>= 300_000 and <= 650_000, >= 0 and <= 300_000) p => new(p.Item2, p.Item1, 28992),
            (>= 3 and <= 8, >= 50 and <= 54) p => new(p.Item1, p.Item2, 4326),
            (>= 50 and <= 54, >= 3 and <= 8) p => new(p.Item2, p.Item1, 4326),
            _ => throw new FormatException("de coördinaten liggen niet in Nederland"),
        };
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{X:R} {Y:R}");
}
