using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Data.Datasets;
using Portal.Data.Ogc;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>One collection: how much, where, when, and by what it can be narrowed.</summary>
[Toont]
[OgcParameters]
[EnableRateLimiting(Verzoekrem.Naam)]
public sealed class CollectieModel(Collectieomvang omvang, DatasetQueries datasets) : OgcModel
{
    public Collectie Collectie { get; private set; } = null!;
    public Omvang Omvang { get; private set; } = null!;
    public IReadOnlyList<(string Naam, string Url)> Licenties { get; private set; } = [];
    public IReadOnlyList<Kiesveld> Kolommen => Kiesveld.Van(Collectie);

    public async Task<IActionResult> OnGetAsync(string collectie, CancellationToken ct)
    {
        if (OgcNaam.Vind(await AlleAsync(HttpContext), collectie) is not { } gevonden)
        {
            return GeenCollectie(collectie);
        }
        (Collectie, Omvang) = (gevonden, await omvang.VanAsync(gevonden));
        var bronnen = await datasets.ListAsync(ct);
        Licenties = [.. OgcBeschrijving.Licenties(gevonden, bronnen)];
        return Antwoord(() => OgcBeschrijving.Van(gevonden, Omvang, bronnen, OgcBeschrijving.Links(Basis, gevonden)));
    }
}
