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
            Uitleg: "Het kleinste gebied waar de rij bij hoort. Leeg: niet bekend."
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

    /// <summary>In the order of <see cref="Alle"/>, as they are; a place to half a centimetre.</summary>
    internal const string Vast = """
        c.sleutel as id, c.titel, c.gebied_code as gebiedscode, c.gebied, c.gebied_soort as gebiedstype, c.dataset, c.versie
        """;

    internal const string Plek = """
        , round(ST_X(ST_PointOnSurface(c.geom))::numeric, 2) as x, round(ST_Y(ST_PointOnSurface(c.geom))::numeric, 2) as y,
        round(ST_X(ST_Transform(ST_PointOnSurface(c.geom), 4326))::numeric, 7) as lon, round(ST_Y(ST_Transform(ST_PointOnSurface(c.geom), 4326))::numeric, 7) as lat
        """;
}
