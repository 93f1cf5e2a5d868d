namespace Portal.Data.Ogc;

/// <summary>Where something lies, in a filter.</summary>
internal static class Cql2Ruimte
{
    private static readonly Dictionary<string, string> Predicaten = new(StringComparer.OrdinalIgnoreCase)
    {
        ["S_CONTAINS"] = "ST_Contains",
        ["S_CROSSES"] = "ST_Crosses",
        ["S_DISJOINT"] = "ST_Disjoint",
        ["S_EQUALS"] = "ST_Equals",
        ["S_INTERSECTS"] = "ST_Intersects",
        ["S_OVERLAPS"] = "ST_Overlaps",
        ["S_TOUCHES"] = "ST_Touches",
        ["S_WITHIN"] = "ST_Within",
    };

    /// <returns>Null: something else stands here.</returns>
    public static string? Lees(Cql2Lezer lezer)
    {
        if (!Predicaten.TryGetValue(lezer.Nu.Tekst, out var functie) || !lezer.Straks.Is("("))
        {
            return null;
        }
        lezer.Neem();
        lezer.Eis("(");
        var links = Vorm(lezer);
        lezer.Eis(",");
        var rechts = Vorm(lezer);
        lezer.Eis(")");
        return $"{functie}({links}, {rechts})";
    }

    private static string Vorm(Cql2Lezer lezer)
    {
        var woord = lezer.Nu;
        if (woord.Soort is Cql2Soort.Naam && Wkt.IsSoort(woord.Tekst))
        {
            return lezer.Crs.In(lezer.Parameter(Wkt.Lees(lezer)));
        }
        var kolom = lezer.Kolom();
        return kolom.Soort == KiesveldSoort.Vorm
            ? kolom.Sql
            : throw new Cql2Fout(woord.Plek, $"'{kolom.Naam}' is geen vorm op de kaart. Gebruik {Kiesveld.Vorm}.");
    }
}
