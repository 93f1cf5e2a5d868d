using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Web.Zoeken;

namespace Portal.Web.Pages.Zoeken;

/// <summary>
/// One box for postcodes, streets, addresses and areas. It is kept nowhere: what people type is theirs, and the places
/// of <see cref="Drukte"/> are taken only once the Locatieserver has answered.
/// </summary>
[NeemtZelfPlaats]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(Zoeker zoeker) : PageModel
{
    public string Zoek { get; private set; } = "";
    public Vondst Vondst { get; private set; } = new([], [], false);

    /// <summary>She asked for the area where she is, and that is not here.</summary>
    public bool PlekBuiten { get; private set; }

    /// <summary>Where what is found leads (<see cref="Zoekdoel"/>).</summary>
    public string? Naar { get; private set; }

    /// <param name="plek">Latitude and longitude (WGS84) with a comma between them.</param>
    public async Task<IActionResult> OnGetAsync(string? q, string? plek, string? naar, CancellationToken ct)
    {
        Naar = naar == Zoekdoel.Kaart ? naar : null;
        if (Punt.Lees(plek) is { } punt)
        {
            if (await zoeker.BijAsync(punt.Breedte, punt.Lengte, HttpContext, ct) is { } adres)
            {
                return Redirect(adres);
            }
            PlekBuiten = true;
            return Page();
        }
        Zoek = (q ?? "").Trim();
        Zoek = Zoek[..Math.Min(Zoek.Length, Zoeker.LangsteVraag)];
        if (Zoek.Length == 0)
        {
            return Page();
        }
        if (await zoeker.ZoekAsync(Zoek, HttpContext, ct) is not { } vondst)
        {
            Drukte.Weiger(HttpContext);
            return new EmptyResult();
        }
        Vondst = vondst;
        return vondst.Enige() is { } enige ? Redirect(Zoekdoel.Adres(enige, Naar)) : Page();
    }
}
