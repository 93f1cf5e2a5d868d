using Portal.Data.Uitvoer;

namespace Portal.Data.Ogc;

/// <summary>
/// A filter in CQL2 text (OGC 21-065) as a condition over the columns of a collection. Read from the left by one who
/// goes no deeper than <see cref="Diepste"/>; names become columns that are declared, all else parameters.
/// </summary>
public static class Cql2
{
    public const int Diepste = 20;

    /// <exception cref="Cql2Fout">The filter cannot be.</exception>
    public static Voorwaarde Lees(string tekst, Collectie collectie, Crs crs)
    {
        var lezer = new Cql2Lezer(tekst, Kiesveld.Van(collectie), crs);
        var sql = Of(lezer, 0);
        return lezer.Nu.Soort == Cql2Soort.Einde
            ? new($" and ({sql})", lezer.Waarden)
            : throw lezer.Fout($"hier hoort AND, OR of het einde{lezer.Gevonden}.");
    }

    private static string Of(Cql2Lezer lezer, int diepte)
    {
        var sql = En(lezer, diepte);
        while (lezer.Neem("OR"))
        {
            sql += $" or {En(lezer, diepte)}";
        }
        return sql;
    }

    private static string En(Cql2Lezer lezer, int diepte)
    {
        var sql = Deel(lezer, diepte);
        while (lezer.Neem("AND"))
        {
            sql += $" and {Deel(lezer, diepte)}";
        }
        return sql;
    }

    private static string Deel(Cql2Lezer lezer, int diepte)
    {
        if (diepte >= Diepste)
        {
            throw TeDiep(lezer);
        }
        if (lezer.Neem("NOT"))
        {
            return $"not ({Deel(lezer, diepte + 1)})";
        }
        if (lezer.Neem("("))
        {
            var binnen = Of(lezer, diepte + 1);
            lezer.Eis(")");
            return $"({binnen})";
        }
        return Cql2Ruimte.Lees(lezer) ?? Cql2Tijd.Lees(lezer) ?? Cql2Vergelijking.Lees(lezer);
    }

    internal static Cql2Fout TeDiep(Cql2Lezer lezer) =>
        lezer.Fout($"het filter heeft meer dan {Diepste} lagen haakjes of NOT in elkaar.");
}
