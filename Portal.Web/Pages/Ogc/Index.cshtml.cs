using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Ogc;

/// <summary>Where a program with maps begins (OGC API - Features, landing page).</summary>
[Toont]
[OgcParameters]
[EnableRateLimiting(Verzoekrem.Naam)]
public sealed class IndexModel(DatasetQueries datasets) : OgcModel
{
    public string Titel { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        var gemeente = (await datasets.GemeenteAsync(ct))?.Naam ?? "Buurtbegroting";
        Titel = $"Kaartgegevens van {gemeente}";
        return Antwoord(() =>
            new JsonObject
            {
                ["title"] = Titel,
                ["description"] =
                    "Alles van deze site wat op een kaart kan, om zelf te gebruiken. Alleen lezen, zonder sleutel.",
                ["links"] = Links(),
            }
        );
    }

    private JsonArray Links() =>
        [
            .. Zelf("application/json").Select(l => l!.DeepClone()),
            Link("service-desc", $"{Basis}/api?f=json", OpenApi, "Beschrijving (OpenAPI 3.0)"),
            Link("service-doc", $"{Basis}/api?f=html", "text/html", "Beschrijving om te lezen"),
            Link("conformance", $"{Basis}/conformance?f=json", "application/json", "Aan welke standaarden dit voldoet"),
            Link("data", $"{Basis}/collections?f=json", "application/json", "De collecties"),
            Link("data", $"{Basis}/collections?f=html", "text/html", "De collecties om te lezen"),
        ];
}
