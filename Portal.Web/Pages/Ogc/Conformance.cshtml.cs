using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;

namespace Portal.Web.Pages.Ogc;

/// <summary>Which classes of the standards are met; docs/ogc.md says which test shows it.</summary>
[Toont]
[OgcParameters]
[EnableRateLimiting(Verzoekrem.Naam)]
public sealed class ConformanceModel : OgcModel
{
    private const string Spec = "http://www.opengis.net/spec";

    public static readonly IReadOnlyList<string> Klassen =
    [
        .. "core geojson html oas30".Split(' ').Select(k => $"{Spec}/ogcapi-features-1/1.0/conf/{k}"),
        $"{Spec}/ogcapi-features-2/1.0/conf/crs",
        .. "queryables queryables-query-parameters filter features-filter"
            .Split(' ')
            .Select(k => $"{Spec}/ogcapi-features-3/1.0/conf/{k}"),
        .. (
            "cql2-text basic-cql2 advanced-comparison-operators case-insensitive-comparison basic-spatial-functions "
            + "spatial-functions temporal-functions property-property"
        )
            .Split(' ')
            .Select(k => $"{Spec}/cql2/1.0/conf/{k}"),
    ];

    public IActionResult OnGet() =>
        Antwoord(() =>
            new JsonObject
            {
                ["links"] = Zelf("application/json"),
                ["conformsTo"] = new JsonArray([.. Klassen.Select(k => JsonValue.Create(k))]),
            }
        );
}
