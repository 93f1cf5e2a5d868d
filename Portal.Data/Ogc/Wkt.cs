using System.Globalization;
using System.Text;

namespace Portal.Data.Ogc;

/// <summary>
/// Reads a shape in a filter and writes it anew, so that the database gets numbers and nothing else; with few corners,
/// and rings that are closed, which PostGIS would refuse otherwise.
/// </summary>
internal static class Wkt
{
    private const int MeesteHoeken = 500;

    // How many lists lie in each other
    private static readonly Dictionary<string, int> Soorten = new(StringComparer.OrdinalIgnoreCase)
    {
        ["POINT"] = 0,
        ["LINESTRING"] = 1,
        ["MULTIPOINT"] = 1,
        ["POLYGON"] = 2,
        ["MULTILINESTRING"] = 2,
        ["MULTIPOLYGON"] = 3,
        ["BBOX"] = 0,
        ["GEOMETRYCOLLECTION"] = 0,
    };

    public static bool IsSoort(string woord) => Soorten.ContainsKey(woord);

    /// <exception cref="Cql2Fout">It is no shape.</exception>
    public static string Lees(Cql2Lezer lezer)
    {
        var begin = lezer.Neem();
        var soort = begin.Tekst.ToUpperInvariant();
        if (soort == "GEOMETRYCOLLECTION")
        {
            throw new Cql2Fout(
                begin.Plek,
                "GEOMETRYCOLLECTION kan hier niet. Schrijf de vormen apart, met OR ertussen."
            );
        }
        if (soort == "BBOX")
        {
            return Vlak(lezer, begin.Plek);
        }
        var (wkt, hoeken) = (new StringBuilder(soort), 0);
        Schrijf(lezer, wkt, (soort, Soorten[soort]), ref hoeken);
        return wkt.ToString();
    }

    private static string Vlak(Cql2Lezer lezer, int plek)
    {
        var getallen = new List<decimal>();
        lezer.Eis("(");
        do
        {
            getallen.Add(Getal(lezer));
        } while (lezer.Neem(",") && getallen.Count < 6);
        lezer.Eis(")");
        return Kader.Lees(getallen, lezer.Crs) is ({ } kader, _)
            ? kader.Wkt
            : throw new Cql2Fout(plek, Kader.Lees(getallen, lezer.Crs).Fout!);
    }

    private static void Schrijf(Cql2Lezer lezer, StringBuilder wkt, (string Soort, int Diepte) van, ref int hoeken)
    {
        var open = lezer.Nu.Plek;
        lezer.Eis("(");
        wkt.Append('(');
        var plekken = new List<(decimal, decimal)>();
        do
        {
            wkt.Append(wkt[^1] == '(' ? "" : ",");
            if (van.Diepte > 1)
            {
                Schrijf(lezer, wkt, (van.Soort, van.Diepte - 1), ref hoeken);
                continue;
            }
            if (++hoeken > MeesteHoeken)
            {
                throw lezer.Fout($"de vorm heeft meer dan {MeesteHoeken} hoeken.");
            }
            plekken.Add(Plek(lezer, wkt, van.Soort));
        } while (van.Diepte > 0 && lezer.Neem(","));
        lezer.Eis(")");
        wkt.Append(')');
        if (Onvolledig(van, plekken) is { } fout)
        {
            throw new Cql2Fout(open, fout);
        }
    }

    private static string? Onvolledig((string Soort, int Diepte) van, List<(decimal, decimal)> plekken) =>
        van.Diepte != 1 ? null
        : van.Soort.EndsWith("POLYGON", StringComparison.Ordinal) && (plekken.Count < 4 || plekken[0] != plekken[^1])
            ? "een vlak heeft ten minste vier punten, en het laatste is gelijk aan het eerste."
        : van.Soort.EndsWith("LINESTRING", StringComparison.Ordinal) && plekken.Count < 2
            ? "een lijn heeft ten minste twee punten."
        : null;

    // The points of a MULTIPOINT may stand between brackets of their own
    private static (decimal, decimal) Plek(Cql2Lezer lezer, StringBuilder wkt, string soort)
    {
        var haakjes = soort == "MULTIPOINT" && lezer.Neem("(");
        var (x, y) = (Getal(lezer), Getal(lezer));
        if (haakjes)
        {
            lezer.Eis(")");
        }
        if (Kader.Buiten(x, y, lezer.Crs) is { } fout)
        {
            throw lezer.Fout(fout);
        }
        wkt.Append(CultureInfo.InvariantCulture, $"{x} {y}");
        return (x, y);
    }

    private static decimal Getal(Cql2Lezer lezer) =>
        lezer.Nu.Soort == Cql2Soort.Getal
            ? decimal.Parse(lezer.Neem().Tekst, NumberStyles.Float, CultureInfo.InvariantCulture)
            : throw lezer.Fout($"hier hoort een coördinaat{lezer.Gevonden}.");
}
