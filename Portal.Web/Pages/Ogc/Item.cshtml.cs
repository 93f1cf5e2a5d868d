using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Data.Ogc;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>One feature.</summary>
[OgcParameters("crs")]
[EnableRateLimiting(Verzoekrem.Naam)]
public sealed class ItemModel(BladQueries bladen) : OgcModel
{
    public Collectie Collectie { get; private set; } = null!;
    public JsonElement Feature { get; private set; }

    /// <summary>Where it stands on this site; null: it has no page of its own.</summary>
    public string? Pagina { get; private set; }

    public async Task<IActionResult> OnGetAsync(string collectie, string id, CancellationToken ct)
    {
        if (OgcNaam.Vind(await AlleAsync(HttpContext), collectie) is not { } gevonden)
        {
            return GeenCollectie(collectie);
        }
        Crs crs;
        try
        {
            crs = ItemsVraag.LeesCrs("crs", Request.Query["crs"].ToString() is { Length: > 0 } uri ? uri : null);
        }
        catch (ItemsVraag.OgcFout fout)
        {
            return Ongeldig.Antwoord(this, fout.Message);
        }
        if (!IsHtml && Versheid.IsBekend(HttpContext, gevonden.Onderwerpen))
        {
            return new EmptyResult();
        }
        var delen = Uri.UnescapeDataString(id).Split(':', 2);
        if (
            delen.Length < 2
            || await bladen.EenAsync(gevonden, Featurevorm.Van(gevonden, crs), (delen[0], delen[1]), ct)
                is not { } feature
        )
        {
            return Ongeldig.Weg(
                this,
                $"In '{collectie}' is geen '{id}'. Op {Programmadeur.Ogc}/collections/{collectie}/items staat wat er is."
            );
        }
        Collectie = gevonden;
        Pagina = gevonden.MetPagina ? $"/{gevonden.Pad}/{delen[0]}/{Uri.EscapeDataString(delen[1])}" : null;
        Response.Headers["Content-Crs"] = $"<{crs.Uri}>";
        Feature = JsonDocument.Parse(feature).RootElement;
        var links = Zelf(GeoJson);
        links.Add(Link("collection", $"{Basis}/collections/{OgcNaam.Van(gevonden)}?f=json", "application/json"));
        return IsHtml ? Page() : Content($"{feature[..^1]},\"links\":{links.ToJsonString()}}}", GeoJson);
    }
}
