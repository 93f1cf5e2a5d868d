using System.Text.Json.Nodes;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Api;

/// <summary>
/// Reads the rows that the description of the API has as examples: real ones, so that each can be asked.
/// </summary>
public sealed record ApiBron(
    DatasetQueries Datasets,
    BegrotingQueries Begroting,
    PostDetailQueries Posten,
    Instellingen Instellingen
)
{
    /// <summary>The first row of a collection; null: it has none now.</summary>
    public async Task<JsonObject?> RijAsync(BladQueries bladen, Collectie collectie, CancellationToken ct)
    {
        var filter = new CollectieFilter();
        if (collectie == PostCollectie.Collectie)
        {
            var (keuze, _) = PostKeuze.Kies(new(), await Begroting.AanbodAsync(ct), new(null, null, []));
            if (keuze is null)
            {
                return null;
            }
            filter = PostCollectie.Filter(keuze);
        }
        var blad = await bladen.LeesAsync(collectie, Rijvorm.Api(collectie), new(filter, Voorwaarde.Geen, 1, null), ct);
        return blad.Rijen is [var rij] ? JsonNode.Parse(rij)!.AsObject() : null;
    }
}
