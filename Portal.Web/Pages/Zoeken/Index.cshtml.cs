using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Zoeken;
using Portal.Web.Zoeken;

namespace Portal.Web.Pages.Zoeken;

/// <summary>An address with the area that it lies in.</summary>
/// <param name="Midden">A street or a postcode: only its middle is known to lie there.</param>
public sealed record AdresVondst(string Naam, string Gebied, string Soort, string Adres, bool Midden);

/// <summary>
/// One box for postcodes, streets, addresses and areas. It is kept nowhere: what people type is theirs, and the places of
/// <see cref="Drukte"/> are taken only once the Locatieserver has answered.
/// </summary>
[NeemtZelfPlaats]
[ResponseCache(NoStore = true)]
public sealed class IndexModel(ZoekQueries queries, Locatieserver locatieserver, Lezing lezing, Drukte drukte)
    : PageModel
{
    public const int LangsteVraag = 100;
    private const int KortsteAdres = 3;

    public string Zoek { get; private set; } = "";
    public IReadOnlyList<ZoekRow> Gebieden { get; private set; } = [];
    public IReadOnlyList<AdresVondst> Adressen { get; private set; } = [];

    /// <summary>The service of addresses did not answer.</summary>
    public bool ZonderAdressen { get; private set; }

    /// <summary>There may be more than are shown.</summary>
    public bool MisschienMeer => Gebieden.Count == ZoekQueries.Hoogstens || Adressen.Count == Locatieserver.Hoogstens;

    public async Task<IActionResult> OnGetAsync(string? q, CancellationToken ct)
    {
        Zoek = (q ?? "").Trim();
        Zoek = Zoek[..Math.Min(Zoek.Length, LangsteVraag)];
        if (Zoek.Length == 0)
        {
            return Page();
        }
        var plekken = await PlekkenAsync(ct);
        using var plaats = await drukte.NeemAsync(HttpContext);
        if (plaats is null)
        {
            Drukte.Weiger(HttpContext);
            return new EmptyResult();
        }
        Gebieden = await queries.GebiedenAsync(Zoek, ct);
        Adressen = await BijGebiedAsync(plekken ?? [], ct);
        ZonderAdressen = plekken is null;
        return Adressen.Count == 0 && Enige() is { } enige
            ? Redirect(Opmaak.Adres(enige.Soort, enige.Code, enige.Naam))
            : Page();
    }

    // The only one that is called so, or the only one with these letters; one that just looks like it is shown first.
    private ZoekRow? Enige()
    {
        var zeker = Gebieden.Where(g => g.Zeker).ToList();
        return zeker.Count == 1 ? zeker[0]
            : Gebieden is [{ Mate: >= 1.5 } enige] ? enige
            : null;
    }

    // No connection is held while another's service is asked.
    private async Task<IReadOnlyList<Vindplaats>?> PlekkenAsync(CancellationToken ct)
    {
        if (!locatieserver.Kent(ViewData) || Zoek.Length < KortsteAdres)
        {
            return [];
        }
        var gemeente = await queries.GemeenteAsync(ct);
        await lezing.DisposeAsync();
        return gemeente is null ? [] : await locatieserver.ZoekAsync(Zoek, gemeente.Value, ct);
    }

    private async Task<IReadOnlyList<AdresVondst>> BijGebiedAsync(
        IReadOnlyList<Vindplaats> plekken,
        CancellationToken ct
    )
    {
        var gebieden = await queries.BijAsync([.. plekken.Select(p => (p.X, p.Y))], ct);
        return
        [
            .. plekken
                .Select((p, i) => (Plek: p, Gebied: gebieden.GetValueOrDefault(i + 1)))
                .Where(p => p.Gebied is not null)
                .Select(p => new AdresVondst(
                    p.Plek.Naam,
                    p.Gebied!.Naam,
                    p.Gebied.Soort,
                    Opmaak.Adres(p.Gebied.Soort, p.Gebied.Code, p.Gebied.Naam)
                        // The map of the area reads it; it never reaches a server
                        + string.Create(
                            CultureInfo.InvariantCulture,
                            $"#plek={p.Plek.Breedte:0.00000},{p.Plek.Lengte:0.00000}"
                        ),
                    p.Plek.Soort != "adres"
                )),
        ];
    }
}
