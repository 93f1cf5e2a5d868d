namespace Portal.Data.Uitvoer;

/// <summary>What every collection has beside the columns of its own, as a download calls it.</summary>
public static class VasteKolommen
{
    private static readonly IReadOnlyList<Kolom> Vooraan =
    [
        new("id", "Kenmerk", Uitleg: "Het kenmerk van de rij in de bron."),
        new("titel", "Naam"),
        new(
            "gebiedscode",
            "Code van het gebied",
            Uitleg: "Het kleinste gebied waar de rij bij hoort. Leeg: bij geen gebied, of niet bekend."
        ),
        new("gebied", "Naam van het gebied"),
        new("gebiedstype", "Soort gebied"),
        new("dataset", "Dataset"),
        new("versie", "Versie van de dataset", KolomSoort.Aantal),
    ];

    private static readonly IReadOnlyList<Kolom> Achteraan =
    [
        new("x", "X in RD", KolomSoort.Getal, "Meter, Rijksdriehoek (EPSG:28992). Van een vlak of lijn het midden."),
        new("y", "Y in RD", KolomSoort.Getal, "Meter, Rijksdriehoek (EPSG:28992). Van een vlak of lijn het midden."),
        new("lon", "Lengtegraad", KolomSoort.Getal, "Graden, WGS84."),
        new("lat", "Breedtegraad", KolomSoort.Getal, "Graden, WGS84."),
    ];

    /// <summary>Every column of a table of the collection, in order.</summary>
    public static IReadOnlyList<Kolom> Alle(Collectie collectie) =>
        [.. ZonderPlek(collectie), .. collectie.MetPlek ? Achteraan : []];

    /// <summary>The same, but the place, which a file for a map has as a shape.</summary>
    public static IReadOnlyList<Kolom> ZonderPlek(Collectie collectie) => [.. Vooraan, .. collectie.Kolommen];

    /// <summary>As they are, of <c>c</c>.</summary>
    internal const string Vast = """
        c.sleutel as id, c.titel, c.gebied_code as gebiedscode, c.gebied, c.gebied_soort as gebiedstype, c.dataset, c.versie
        """;

    /// <summary>One place of a row: of a line or an area a point on it.</summary>
    internal const string Punt =
        "case when GeometryType(c.geom) = 'POINT' then c.geom else ST_PointOnSurface(c.geom) end";

    // Rounded as floating numbers, which are written as short as they are: through numeric it takes three times as
    // long.
    private const string Plek = """
        , round(ST_X(c.p) * 1e2) / 1e2 as x, round(ST_Y(c.p) * 1e2) / 1e2 as y,
          round(ST_X(c.w) * 1e7) / 1e7 as lon, round(ST_Y(c.w) * 1e7) / 1e7 as lat
        """;

    /// <summary>
    /// All rows with every column of <see cref="Alle"/>, in that order; a place to half a centimetre, reckoned once a
    /// row ("offset 0": a planner would write it out wherever it is named).
    /// </summary>
    internal static string Tabel(Collectie collectie)
    {
        var namen = string.Join(", ", ZonderPlek(collectie).Select(CollectieSql.Gewoon));
        return collectie.MetPlek
            ? $"""
                select {namen}{Plek} from (select c.*, ST_Transform(c.p, 4326) as w
                from ({collectie.Sql.Alles(CollectieSql.Gewoon, Vast, $", {Punt} as p")}) c offset 0) c
                """
            : collectie.Sql.Alles(CollectieSql.Gewoon, Vast);
    }
}
