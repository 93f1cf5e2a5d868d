using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>
/// The bridge: buurten and what belongs to none of them are the programmes, are the posts, are the control totals.
/// </summary>
[Toont(BegrotingOnderwerp.Code)]
public sealed class BrugModel(BegrotingQueries begroting, BrugQueries brug, DatasetQueries datasets) : PageModel
{
    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = null!;

    /// <summary>The datasets that the money of this year and phase is from.</summary>
    public IReadOnlyList<DatasetRow> Bronnen { get; private set; } = [];
    public Brug Brug { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(BegrotingFilter filter, CancellationToken ct)
    {
        Aanbod = await begroting.AanbodAsync(ct);
        if (Aanbod.Kies(filter) is not { } keuze)
        {
            return Ongeldig.Antwoord(this, Aanbod.Reden(filter));
        }
        Keuze = keuze;
        Bronnen = await datasets.VanGeldAsync(keuze.Jaar, keuze.Fase, ct);
        Brug = await brug.LeesAsync(Aanbod, keuze, (await datasets.GemeenteAsync(ct))?.Naam, ct);
        return Page();
    }

    public string Posten(string? programma, string? tel = null) =>
        "/begroting/posten"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["jaar"] = $"{Keuze.Jaar}",
                ["fase"] = Keuze.Fase,
                ["bl"] = Keuze.Bl,
                ["programma"] = programma,
                ["tel"] = tel,
                ["jaarsoort"] = Keuze.Afwijkend(),
            }.Where(k => k.Value is not null)
        );

    public string Kaart(string? programma) =>
        "/"
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["jaar"] = $"{Keuze.Jaar}",
                ["fase"] = Keuze.Fase,
                ["bl"] = Keuze.Bl,
                ["programma"] = programma,
                ["niveau"] = "buurt",
                ["jaarsoort"] = Keuze.Afwijkend(),
            }.Where(k => k.Value is not null)
        );
}
