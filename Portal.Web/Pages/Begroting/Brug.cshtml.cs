using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Begroting;

/// <summary>The bridge: buurten and what belongs to none of them are the programmes, are the posts, are the control totals.</summary>
[OutputCache(PolicyName = Caching.OpenData)]
public sealed class BrugModel(BegrotingQueries begroting, BrugQueries brug, DatasetQueries datasets) : PageModel
{
    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = null!;
    public IReadOnlyList<BrugRow> Rijen { get; private set; } = [];

    /// <summary>Posts and Iv3 per taakveld; empty when there is no Iv3 of this year and phase.</summary>
    public IReadOnlyList<Iv3BrugRow> Iv3 { get; private set; } = [];

    /// <summary>All rows together; the control total only counts where every programme has one.</summary>
    public BrugRow Samen =>
        new(null, "Samen", Rijen.Sum(r => r.Direct ?? 0), Rijen.Sum(r => r.Afgeleid ?? 0), Rijen.Sum(r => r.Verdeeld ?? 0), Rijen.Sum(r => r.Wijk ?? 0), Rijen.Sum(r => r.Stadsdeel ?? 0), Rijen.Sum(r => r.Stad ?? 0),
            Rijen.Sum(r => r.Totaal), Rijen.Sum(r => r.Posten), Rijen.All(r => r.Controle is not null) ? Rijen.Sum(r => r.Controle) : null);

    public async Task<IActionResult> OnGetAsync(BegrotingFilter filter, CancellationToken ct)
    {
        Aanbod = await begroting.AanbodAsync(ct);
        if (Aanbod.Kies(filter) is not { } keuze)
        {
            return Ongeldig.Antwoord(this, Aanbod.Reden(filter));
        }
        Keuze = keuze;
        Rijen = await brug.ListAsync(keuze.Jaar, keuze.Fase, keuze.Bl, ct);
        if (keuze.Fase is "begroting" or "realisatie" && await datasets.GemeenteAsync(ct) is { } gemeente)
        {
            Iv3 = await brug.Iv3Async(gemeente.Naam, keuze.Jaar, keuze.Fase, keuze.Bl, ct);
        }
        return Page();
    }

    public string Posten(string? programma, string? tel = null) =>
        "/begroting/posten" + QueryString.Create(new Dictionary<string, string?> { ["jaar"] = $"{Keuze.Jaar}", ["fase"] = Keuze.Fase, ["bl"] = Keuze.Bl, ["programma"] = programma, ["tel"] = tel }.Where(k => k.Value is not null));

    public string Kaart(string? programma) =>
        "/" + QueryString.Create(new Dictionary<string, string?> { ["jaar"] = $"{Keuze.Jaar}", ["fase"] = Keuze.Fase, ["bl"] = Keuze.Bl, ["programma"] = programma, ["niveau"] = "buurt" }.Where(k => k.Value is not null));
}
