using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Beheer;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>Where a concept will be on the public pages, each as it will be then.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class BekijkenModel(Conceptwerk concepten, Instellingen instellingen)
    : ConceptModel(concepten, instellingen)
{
    /// <summary>What it is called, and its public address.</summary>
    public IReadOnlyList<(string Naam, string Pad)> Paginas { get; private set; } = [];
    public IReadOnlyList<(string Naam, string Pad)> Bestanden { get; private set; } = [];
    public bool Kan => Schrijft;

    public async Task<IActionResult> OnGetAsync([FromRoute] int versie, CancellationToken ct)
    {
        if (!await LeesAsync(versie, ct))
        {
            return NotFound();
        }
        var lijst =
            Concept.Onderwerp == LaagOnderwerp.Code
                ? $"lagen/{Concept.Code}"
                : Onderwerpen.Van(Concept.Onderwerp).Collecties.FirstOrDefault(c => c.MetPagina)?.Pad;
        var gebied = await Concepten.GebiedAsync(Concept, ct);
        Paginas =
        [
            .. lijst is null ? [] : new[] { ("De lijst", $"/{lijst}"), ("De grote kaart", $"/kaart?laag={lijst}") },
            .. Eigen(),
            ("De pagina van een gebied", gebied is { } g ? Opmaak.Adres(g.Soort, g.Code, g.Naam) : "/stad"),
            ("De bron en de versies", $"/data/{Concept.Code}"),
        ];
        Bestanden = lijst is null
            ? []
            :
            [
                .. Formaten
                    .Alle.Where(f => f.Extensie is "csv" or "json" or "geojson")
                    .Select(f => (f.Extensie.ToUpperInvariant(), $"/{lijst}.{f.Extensie}")),
            ];
        return Page();
    }

    private IEnumerable<(string, string)> Eigen() =>
        Concept.Onderwerp switch
        {
            BegrotingOnderwerp.Code => [("De bedragen", "/begroting/posten"), ("De kaart", "/kaart")],
            GebiedOnderwerp.Code => [("De kaart", "/kaart"), ("De buurten", "/buurten")],
            IndicatorOnderwerp.Code => [("De kaart", "/kaart"), ("Twee cijfers", "/kaart/vergelijk")],
            _ => [],
        };
}
