using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;
using Portal.Data.Vergunningen;
using Portal.Web.Pages.Gebieden;
using Portal.Web.Pages.Kaart;

namespace Portal.Web.Pages.EigenGebied;

/// <summary>A piece of the map as an address says it.</summary>
public sealed record EigenKeuze(string? Bij, [Standaard("500")] string? Straal, string? Vlak);

/// <summary>What one collection has in a piece of the map.</summary>
/// <param name="Fase">Of money as places: of this stage alone, for stages are never one list.</param>
public sealed record EigenLijst(
    Collectie Collectie,
    long Aantal,
    IReadOnlyList<CollectieRow> Eerste,
    CodeWoord? Fase = null
);

/// <summary>All that lies in a piece of the map that a visitor drew, or around her address.</summary>
[Toont(
    BegrotingOnderwerp.Code,
    InitiatiefOnderwerp.Code,
    VergunningOnderwerp.Code,
    BekendmakingOnderwerp.Code,
    LaagOnderwerp.Code
)]
public sealed class IndexModel(
    EigenGeld geld,
    BegrotingQueries begroting,
    CollectieQueries collecties,
    Kaartlagen kaartlagen,
    VormQueries vormen
) : PageModel
{
    private const int Eerste = 3;

    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze? Keuze { get; private set; }
    public EigenKeuze Plek { get; private set; } = new(null, null, null);
    public Omtrek? Omtrek { get; private set; }
    public EigenBedragen? Geld { get; private set; }
    public IReadOnlyList<EigenLijst> Lijsten { get; private set; } = [];
    public DateOnly Vandaag => collecties.Vandaag;

    /// <summary>The areas that the map draws.</summary>
    public string Vormen { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(EigenKeuze plek, BegrotingFilter filter, CancellationToken ct)
    {
        Aanbod = await begroting.AanbodAsync(ct);
        (Plek, (Omtrek, var reden)) = (plek, Omtrekken.Lees(plek.Bij, plek.Straal, plek.Vlak));
        reden ??= Aanbod.Reden(filter);
        if (reden is not null)
        {
            return Ongeldig.Antwoord(this, reden);
        }
        Keuze = Aanbod.Kies(filter);
        var soort = Gebiedsoorten.InDeStad[0];
        if (Omtrek is not null)
        {
            if (Keuze is not null)
            {
                Geld = await geld.LeesAsync(Omtrek, Keuze, ct);
                soort = Geld.Soort;
            }
            foreach (var collectie in await kaartlagen.CollectiesAsync(ct))
            {
                Lijsten = [.. Lijsten, .. await LijstenAsync(collectie, Omtrek, ct)];
            }
        }
        Vormen = GebiedenEndpoints.Vormen(soort, await vormen.StempelAsync(ct));
        return Page();
    }

    /// <summary>This piece of the map at another address.</summary>
    public string Adres(string pad, BegrotingKeuze? keuze = null) =>
        pad
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["bij"] = Plek.Bij,
                ["straal"] = Plek.Straal == "500" ? null : Plek.Straal,
                ["vlak"] = Plek.Vlak,
            }.Where(p => p.Value is not null)
        )
        + (keuze is null ? "" : $"&{keuze.Query()}");

    private async Task<IReadOnlyList<EigenLijst>> LijstenAsync(Collectie collectie, Omtrek omtrek, CancellationToken ct)
    {
        if (collectie.Pad != Geldplekken.Pad)
        {
            return [await LijstAsync(collectie, omtrek, null, ct)];
        }
        var perFase = new List<EigenLijst>();
        foreach (var fase in Geldplekken.Fasen)
        {
            perFase.Add(await LijstAsync(collectie, omtrek, fase, ct));
        }
        var met = perFase.Where(l => l.Aantal > 0).ToList();
        return met.Count > 0 ? met : [new(collectie, 0, [])];
    }

    private async Task<EigenLijst> LijstAsync(Collectie collectie, Omtrek omtrek, CodeWoord? fase, CancellationToken ct)
    {
        var filter = new CollectieFilter { Omtrek = omtrek };
        filter = fase is null
            ? filter
            : filter with
            {
                Codes = new Dictionary<string, string> { ["fase"] = fase.Code },
            };
        var aantal = await collecties.AantalAsync(collectie, filter, ct);
        return new(
            collectie,
            aantal,
            aantal == 0 ? [] : await collecties.ListAsync(collectie, filter, Eerste, 0, ct),
            fase
        );
    }
}
