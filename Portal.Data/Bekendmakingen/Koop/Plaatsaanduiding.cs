namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>Where an announcement is about, as far as a marker of the source tells.</summary>
/// <param name="Wkt">In the order of <paramref name="Srid"/>: x y in RD (28992), lon lat in WGS84 (4326).</param>
/// <param name="Stadsbreed">The marker names a whole municipality, town, province or water board.</param>
/// <param name="Fout">What could not be read, in Dutch; beside a geometry when another of its texts was sound.</param>
public sealed record Plaatsaanduiding(
    string Soort,
    string? Label,
    string? Wkt,
    int? Srid,
    bool Stadsbreed,
    string? Fout
)
{
    private static readonly HashSet<string> Zonder = ["Gemeente", "Woonplaats", "Provincie", "Waterschap"];
    private static readonly HashSet<string> Vlakken = ["Vlak", "Perceel", "Buurt", "Wijk", "GeometrieRef"];

    public static Plaatsaanduiding Van(Markering markering)
    {
        if (Zonder.Contains(markering.Soort))
        {
            return new(markering.Soort, markering.Label, null, null, true, null);
        }
        var naam = markering.Label is null ? markering.Soort : $"{markering.Soort} ‘{markering.Label}’";
        List<string> fouten = [];
        foreach (var tekst in markering.Plaatsen)
        {
            var (vorm, reden) = Geometrietekst.Lees(tekst, Vlakken.Contains(markering.Soort));
            if (vorm is not null)
            {
                return new(markering.Soort, markering.Label, vorm.Wkt, vorm.Srid, false, Zin(naam, fouten));
            }
            fouten.Add(reden!);
        }
        if (fouten.Count == 0)
        {
            fouten.Add("er staan geen coördinaten bij");
        }
        return new(markering.Soort, markering.Label, null, null, false, Zin(naam, fouten));
    }

    private static string? Zin(string naam, List<string> fouten) =>
        fouten.Count == 0 ? null : $"Plaats {naam}: {string.Join("; ", fouten)}.";
}
