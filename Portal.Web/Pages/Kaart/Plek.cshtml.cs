using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;
using Portal.Data.Vergunningen;
using Portal.Web.Zoeken;

namespace Portal.Web.Pages.Kaart;

/// <summary>The card of a place or an area as a page; the map takes the card out of it.</summary>
[Toont(
    BegrotingOnderwerp.Code,
    GebiedOnderwerp.Code,
    InitiatiefOnderwerp.Code,
    VergunningOnderwerp.Code,
    BekendmakingOnderwerp.Code
)]
public sealed class PlekModel(BegrotingQueries begroting, Plekkaarten kaarten) : PageModel
{
    public Plekkaart Kaart { get; private set; } = null!;
    public BegrotingKeuze Keuze { get; private set; } = null!;
    public string Geldkeuze => KaartModel.AlsQuery(Keuze);

    public async Task<IActionResult> OnGetAsync(
        BegrotingFilter filter,
        string? bij,
        string? gebied,
        CancellationToken ct
    )
    {
        var aanbod = await begroting.AanbodAsync(ct);
        var reden =
            aanbod.Reden(filter)
            ?? (bij is not null && Punt.Lees(bij) is null ? KaartModel.GeenPlek(bij) : null)
            ?? ((bij ?? gebied) is null ? "Kies een plek of een gebied: bij=52.37,4.89 of gebied=AA01." : null);
        if (reden is not null || aanbod.Kies(filter) is not { } keuze)
        {
            return Ongeldig.Antwoord(this, reden);
        }
        if (await kaarten.LeesAsync(bij, gebied, keuze, ct) is not { } kaart)
        {
            return NotFound();
        }
        (Kaart, Keuze) = (kaart, keuze);
        return Page();
    }

    /// <summary>The map with this place or area chosen.</summary>
    public string OpDeKaart =>
        Kaart.Plek is { } plek
            ? $"/kaart?{Geldkeuze}&bij={plek}"
            : $"/kaart?{Geldkeuze}&niveau={Kaart.Gebied.Soort}#gebied={Kaart.Gebied.Code}";
}
