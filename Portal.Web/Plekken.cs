using Portal.Data.Begrotingen;

namespace Portal.Web;

/// <summary>
/// For how large a place the money of a choice is, from buurt to not known: together it is all of it.
/// </summary>
public static class Plekken
{
    public static async Task<IReadOnlyList<RestRow>> LeesAsync(
        BegrotingQueries begroting,
        BegrotingKeuze keuze,
        CancellationToken ct
    )
    {
        var buurten = await begroting.ListAsync("buurt", keuze, ct);
        var rest = await begroting.RestAsync("buurt", keuze, ct);
        return Van(buurten.Sum(b => b.Bedrag ?? 0), rest);
    }

    /// <param name="inBuurten">The money in the buurten of now; <paramref name="rest"/> is all other.</param>
    public static IReadOnlyList<RestRow> Van(decimal inBuurten, IEnumerable<RestRow> rest) =>
        [
            .. rest.Append(new("buurt", inBuurten, 0))
                .GroupBy(r => r.Niveau == "stadsbreed" ? "stad" : r.Niveau)
                .Select(g => new RestRow(g.Key, g.Sum(r => r.Bedrag), g.Sum(r => r.Posten)))
                .Where(r => r.Bedrag != 0)
                .OrderBy(r => Teksten.Plekken.Keys.ToList().IndexOf(r.Niveau)),
        ];
}
