using System.Globalization;

namespace Portal.Data.Ogc;

/// <summary>Days and periods in a filter. A moment counts as the day that stands in it.</summary>
internal static class Cql2Tijd
{
    // Of two periods: a begins at a1 and ends at a2
    private static readonly Dictionary<string, string> Predicaten = new(StringComparer.OrdinalIgnoreCase)
    {
        ["T_AFTER"] = "{a1} > {b2}",
        ["T_BEFORE"] = "{a2} < {b1}",
        ["T_CONTAINS"] = "{a1} < {b1} and {a2} > {b2}",
        ["T_DISJOINT"] = "({a2} < {b1} or {a1} > {b2})",
        ["T_DURING"] = "{a1} > {b1} and {a2} < {b2}",
        ["T_EQUALS"] = "{a1} = {b1} and {a2} = {b2}",
        ["T_FINISHEDBY"] = "{a1} < {b1} and {a2} = {b2}",
        ["T_FINISHES"] = "{a1} > {b1} and {a2} = {b2}",
        ["T_INTERSECTS"] = "{a1} <= {b2} and {a2} >= {b1}",
        ["T_MEETS"] = "{a2} = {b1}",
        ["T_METBY"] = "{a1} = {b2}",
        ["T_OVERLAPPEDBY"] = "{a1} > {b1} and {a1} < {b2} and {a2} > {b2}",
        ["T_OVERLAPS"] = "{a1} < {b1} and {a2} > {b1} and {a2} < {b2}",
        ["T_STARTEDBY"] = "{a1} = {b1} and {a2} > {b2}",
        ["T_STARTS"] = "{a1} = {b1} and {a2} < {b2}",
    };

    /// <returns>Null: something else stands here.</returns>
    public static string? Lees(Cql2Lezer lezer)
    {
        if (!Predicaten.TryGetValue(lezer.Nu.Tekst, out var regel) || !lezer.Straks.Is("("))
        {
            return null;
        }
        lezer.Neem();
        lezer.Eis("(");
        var a = Periode(lezer);
        lezer.Eis(",");
        var b = Periode(lezer);
        lezer.Eis(")");
        var sql = regel
            .Replace("{a1}", a.Begin, StringComparison.Ordinal)
            .Replace("{a2}", a.Eind, StringComparison.Ordinal)
            .Replace("{b1}", b.Begin, StringComparison.Ordinal)
            .Replace("{b2}", b.Eind, StringComparison.Ordinal);
        return $"({sql})";
    }

    public static bool IsDag(Cql2Lezer lezer) =>
        (lezer.Nu.Is("DATE") || lezer.Nu.Is("TIMESTAMP")) && lezer.Straks.Is("(");

    public static DateOnly Dag(Cql2Lezer lezer)
    {
        lezer.Neem();
        lezer.Eis("(");
        var woord = lezer.Neem();
        var dag =
            woord.Soort == Cql2Soort.Tekst
                ? Dag(woord.Tekst, woord.Plek)
                : throw new Cql2Fout(woord.Plek, "hier hoort een datum tussen aanhalingstekens, als '2026-03-31'.");
        lezer.Eis(")");
        return dag;
    }

    /// <exception cref="Cql2Fout">It is no day and no moment.</exception>
    public static DateOnly Dag(string tekst, int plek) =>
        Leesdag.Van(tekst)
        ?? throw new Cql2Fout(plek, $"'{tekst}' is geen datum. Schrijf 2026-03-31 of 2026-03-31T12:00:00Z.");

    private static (string Begin, string Eind) Periode(Cql2Lezer lezer)
    {
        if (lezer.Nu.Is("INTERVAL") && lezer.Straks.Is("("))
        {
            lezer.Neem();
            lezer.Eis("(");
            var begin = Grens(lezer, "'-infinity'::date");
            lezer.Eis(",");
            var eind = Grens(lezer, "'infinity'::date");
            lezer.Eis(")");
            return (begin, eind);
        }
        var dag = Grens(lezer, null);
        return (dag, dag);
    }

    private static string Grens(Cql2Lezer lezer, string? open)
    {
        var woord = lezer.Nu;
        if (IsDag(lezer))
        {
            return lezer.Parameter(Dag(lezer));
        }
        if (woord.Soort == Cql2Soort.Tekst)
        {
            lezer.Neem();
            return woord.Tekst == ".." && open is not null ? open : lezer.Parameter(Dag(woord.Tekst, woord.Plek));
        }
        var kolom = lezer.Kolom();
        return kolom.Soort == KiesveldSoort.Dag
            ? kolom.Sql
            : throw new Cql2Fout(woord.Plek, $"'{kolom.Naam}' is geen datum.");
    }
}

/// <summary>A day or a moment as a program writes it (RFC 3339).</summary>
public static class Leesdag
{
    private static readonly string[] Vormen =
    [
        "yyyy-MM-dd",
        "yyyy-MM-dd'T'HH:mm:ssK",
        "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK",
        "yyyy-MM-dd't'HH:mm:ssK",
    ];

    /// <returns>The day that stands in it, wherever on earth it was; null: it is none.</returns>
    public static DateOnly? Van(string tekst) =>
        DateTimeOffset.TryParseExact(
            tekst,
            Vormen,
            CultureInfo.InvariantCulture,
            DateTimeStyles.AssumeUniversal,
            out var moment
        )
            ? DateOnly.FromDateTime(moment.DateTime)
            : null;
}
