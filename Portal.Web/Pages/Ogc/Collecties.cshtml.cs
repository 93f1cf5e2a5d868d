using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Data.Datasets;
using Portal.Data.Ogc;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>All collections, as the standard describes them.</summary>
[Toont]
[OgcParameters]
[EnableRateLimiting(Verzoekrem.Naam)]
public sealed class CollectiesModel(Collectieomvang omvang, DatasetQueries datasets) : OgcModel
{
    public IReadOnlyList<(Collectie Collectie, Omvang Omvang)> Collecties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var alle = new List<(Collectie, Omvang)>();
        foreach (var collectie in OgcNaam.Met(await AlleAsync(HttpContext)))
        {
            alle.Add((collectie, await omvang.VanAsync(collectie)));
        }
        Collecties = alle;
        var bronnen = await datasets.ListAsync(ct);
        return Antwoord(() =>
            new JsonObject
            {
                ["links"] = Zelf("application/json"),
                ["crs"] = new JsonArray([.. Crs.Alle.Select(c => JsonValue.Create(c.Uri))]),
                ["collections"] = new JsonArray([
                    .. alle.Select(c =>
                        OgcBeschrijving.Van(c.Item1, c.Item2, bronnen, OgcBeschrijving.Links(Basis, c.Item1))
                    ),
                ]),
            }
        );
    }
}
