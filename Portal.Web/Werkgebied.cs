using Portal.Data.Gebieden;

namespace Portal.Web;

/// <summary>
/// The part of the municipality that the portal is about (<c>Portal__Gebied</c>: Kaart van West): it is named after it,
/// and its first page and map start there. All other areas stay reachable.
/// </summary>
public sealed class Werkgebied(Instellingen instellingen, GebiedQueries gebieden)
{
    /// <returns>Null: the whole municipality, or the area of the setting is not (yet) loaded.</returns>
    public async Task<GebiedDetail?> LeesAsync(CancellationToken ct) =>
        instellingen.Gebied is { } code && await gebieden.OpCodeAsync(code, ct) is { } rij
            ? await gebieden.FindAsync(rij.Soort, rij.Code, ct)
            : null;
}
