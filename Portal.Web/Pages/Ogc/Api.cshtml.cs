using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>The description of /ogc (OpenAPI 3.0), and in words.</summary>
[Toont]
[OgcParameters]
[EnableRateLimiting(Verzoekrem.Naam)]
public sealed class ApiModel(DatasetQueries datasets) : OgcModel
{
    public IReadOnlyList<Collectie> Collecties { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        Collecties = [.. OgcNaam.Met(await AlleAsync(HttpContext))];
        var gemeente = (await datasets.GemeenteAsync(ct))?.Naam ?? "Buurtbegroting";
        return Antwoord(() => OgcDocument.Maak(Basis, gemeente, Collecties), OpenApi);
    }
}
