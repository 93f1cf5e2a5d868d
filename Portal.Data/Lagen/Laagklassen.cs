using Dapper;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Data.Lagen;

/// <summary>
/// The classes of a layer's legend. <paramref name="Grenzen"/>: the lower limit of each but the first.
/// </summary>
public sealed record Laaglegenda(Kolom Kolom, IReadOnlyList<decimal> Grenzen, IReadOnlyList<string> Kleuren)
{
    /// <summary>As a map in a browser reads it.</summary>
    public object VoorKaart =>
        new
        {
            Kolom = Kolom.Naam,
            Grenzen,
            Kleuren,
        };
}

/// <summary>The limits of a legend, out of the values that the public sees.</summary>
public static class Laagklassen
{
    /// <returns>Null: it has no legend, or no value to make one of.</returns>
    public static async Task<Laaglegenda?> LegendaAsync(this Lezing lezing, Collectie collectie, CancellationToken ct)
    {
        if (
            collectie.Legenda is not { } legenda
            || collectie.Kolommen.FirstOrDefault(k => k.Naam == legenda.Kolom) is not { } kolom
        )
        {
            return null;
        }
        var grenzen =
            legenda.Methode == Legenda.Zelf ? legenda.Grenzen : await GrenzenAsync(lezing, collectie, legenda, ct);
        return grenzen is null ? null : new(kolom, grenzen, Palet.Vind(legenda.Palet).Van(grenzen.Count + 1));
    }

    private static async Task<IReadOnlyList<decimal>?> GrenzenAsync(
        Lezing lezing,
        Collectie collectie,
        Legenda legenda,
        CancellationToken ct
    )
    {
        var waarde = $"c.{Collectie.Naam(legenda.Kolom)}::numeric";
        var sql =
            legenda.Methode == Legenda.Kwantielen
                ? $"select percentile_disc(@delen::float8[]) within group (order by {waarde}) from ({collectie.Van}) c"
                : $"""
                    select case when min({waarde}) is not null then
                        array(select round(min({waarde}) + d * (max({waarde}) - min({waarde})), 6)
                        from unnest(@delen::numeric[]) d) end
                    from ({collectie.Van}) c
                    """;
        var connection = await lezing.OpenAsync(ct);
        var delen = Enumerable.Range(1, legenda.Klassen - 1).Select(i => (double)i / legenda.Klassen).ToArray();
        var grenzen = await connection.QuerySingleAsync<decimal[]?>(new(sql, new { delen }, cancellationToken: ct));
        return grenzen is null ? null : [.. grenzen.Select(g => g / 1.000000000000m).Distinct()];
    }
}
