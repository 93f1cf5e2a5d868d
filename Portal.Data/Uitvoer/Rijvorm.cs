namespace Portal.Data.Uitvoer;

/// <summary>How a row is written for a program: an expression over <c>c</c> that gives its JSON.</summary>
/// <param name="Sql">Made of constants and of names that <see cref="Collectie.Naam"/> let through.</param>
public sealed record Rijvorm(string Sql)
{
    /// <summary>A flat object, its names as the API writes them.</summary>
    public static Rijvorm Api(Collectie collectie) =>
        new(
            $"""
            (select row_to_json(p)::text from (select c.sleutel as id, c.titel, c.gebied_code as gebiedscode, c.gebied,
                c.gebied_soort as gebiedstype, c.dataset, c.versie{string.Concat(
                collectie.Kolommen.Select(k => $", {CollectieSql.Gewoon(k)} as \"{k.ApiNaam}\"")
            )}{(collectie.MetPlek ? Plek : "")}) p)
            """
        );

    // Reckoned once a row ("offset 0"), as in a download
    private const string Plek = $"""
        , round(ST_X(m.w) * 1e7) / 1e7 as lon, round(ST_Y(m.w) * 1e7) / 1e7 as lat
          from (select ST_Transform({VasteKolommen.Punt}, 4326) as w offset 0) m
        """;
}
