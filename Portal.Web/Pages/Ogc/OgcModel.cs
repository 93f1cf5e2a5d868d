using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>An address under /ogc: the same as a page and as JSON.</summary>
public abstract class OgcModel : PageModel
{
    public const string GeoJson = "application/geo+json";
    public const string OpenApi = "application/vnd.oai.openapi+json;version=3.0";
    public const string Schema = "application/schema+json";

    private static readonly JsonSerializerOptions Leesbaar = new()
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public bool IsHtml => OgcVorm.IsHtml(HttpContext);

    public string Basis => $"{Request.Scheme}://{Request.Host}{Request.PathBase}{Programmadeur.Ogc}";

    protected static Task<IReadOnlyList<Collectie>> AlleAsync(HttpContext context) =>
        context.RequestServices.GetRequiredService<Collectielijst>().AlleAsync();

    protected IActionResult GeenCollectie(string naam) =>
        Ongeldig.Weg(this, $"Er is geen collectie '{naam}'. Op {Programmadeur.Ogc}/collections staat wat er is.");

    /// <summary>This answer in both forms.</summary>
    protected JsonArray Zelf(string soort) =>
        [Link("self", Adres(OgcVorm.Json), soort), Link("alternate", Adres(OgcVorm.Html), "text/html")];

    protected IActionResult Antwoord(Func<JsonNode> maak, string soort = "application/json") =>
        IsHtml ? Page() : new ContentResult { Content = maak().ToJsonString(Leesbaar), ContentType = soort };

    public static JsonObject Link(string rel, string href, string soort, string? titel = null)
    {
        var link = new JsonObject
        {
            ["href"] = href,
            ["rel"] = rel,
            ["type"] = soort,
        };
        if (titel is not null)
        {
            link["title"] = titel;
        }
        return link;
    }

    /// <summary>This address in a form, from another place in the list.</summary>
    public string Adres(string vorm, string? na = null)
    {
        var delen = Request
            .Query.Where(q => q.Key != "f" && (q.Key != "na" || na is null))
            .SelectMany(q => q.Value, (q, w) => $"{q.Key}={Uri.EscapeDataString(w ?? "")}")
            .Concat(na is null ? [] : [$"na={Uri.EscapeDataString(na)}"])
            .Append($"f={vorm}");
        return $"{Request.Scheme}://{Request.Host}{Request.PathBase}{Request.Path.ToUriComponent()}?{string.Join('&', delen)}";
    }
}
