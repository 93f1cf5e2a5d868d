namespace Portal.Data.Uitvoer;

/// <summary>FlatGeobuf in RD of the rows that have a place: its index of places knows no other.</summary>
public static class FlatGeobufFormaat
{
    public static readonly Formaat Formaat = new(
        "fgb",
        "application/flatgeobuf",
        "voor grote kaarten",
        (aanvraag, naar, ct) =>
            new GdalUitvoer("FlatGeobuf", "fgb", []) { AlleenMetPlek = true }.SchrijfAsync(aanvraag, naar, ct)
    )
    {
        Past = c => c.MetPlek,
        Bestand = true,
    };
}
