using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Data.Uitvoer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>
/// One row of a register or layer, in a form that follows from its columns. What is saved is a version.
/// </summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class RijModel(Rijen rijen, Rijwerk werk, Instellingen instellingen) : BeheerModel
{
    public RijDatasetRow Dataset { get; private set; } = null!;

    /// <summary>As it is public now; null: a new one.</summary>
    public RijRow? Nu { get; private set; }
    public string? Sleutel { get; private set; }

    /// <summary>A version of the dataset that waits: until that is decided nothing of it can change.</summary>
    public int? Concept { get; private set; }

    /// <summary>What another changed since this form was opened.</summary>
    public IReadOnlyList<Anders> Verschil { get; private set; } = [];
    public bool Kan => instellingen.StafSchrijft;

    public string? Veld(string naam, string? staat) =>
        Request.HasFormContentType && Request.Form["weg"] != "ja" ? Request.Form[naam].ToString() : staat;

    public string? Waarde(Kolom kolom) => Veld($"k_{kolom.Naam}", Nu?.Waarden.GetValueOrDefault(kolom.Naam));

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string code,
        [FromQuery] string? id,
        CancellationToken ct
    ) => await LeesAsync(code, id, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync(
        [FromRoute] string code,
        [FromQuery] string? id,
        [FromForm] string? stempel,
        [FromForm] string? nieuw,
        CancellationToken ct
    )
    {
        if (!await LeesAsync(code, id, ct) || !Kan)
        {
            return NotFound();
        }
        try
        {
            return Request.Form["weg"] == "ja" && Sleutel is not null
                ? await HaalWegAsync(Sleutel, stempel, ct)
                : await BewaarAsync(stempel, nieuw?.Trim(), ct);
        }
        catch (ImportFout fout)
        {
            Fout = fout.Message;
            return Page();
        }
    }

    private async Task<IActionResult> HaalWegAsync(string sleutel, string? stempel, CancellationToken ct)
    {
        var reden = Zin.Veilig(Request.Form["reden"].ToString(), 500).Trim();
        if (reden.Length == 0)
        {
            throw new ImportFout("Schrijf waarom deze rij weg kan.");
        }
        return Redirect(
            $"/beheer/controle/{await werk.HaalWegAsync((Id, Email), Dataset, (sleutel, stempel), reden, ct)}"
        );
    }

    private async Task<IActionResult> BewaarAsync(string? stempel, string? nieuw, CancellationToken ct)
    {
        var formulier = new Rijformulier(Request.Form, Dataset);
        var sleutel =
            Sleutel ?? (nieuw is { Length: > 0 and <= 200 } ? nieuw : throw new ImportFout("Vul in: het kenmerk."));
        if (Concept is { } concept)
        {
            var wacht = await rijen.VindAsync(Dataset, concept, sleutel, ct);
            Verschil = wacht is null || wacht.Stempel == Nu?.Stempel ? [] : formulier.Verschil(wacht);
            throw new ImportFout(
                Verschil.Count > 0
                    ? "Iemand anders wijzigde deze rij ook, en dat wacht op goedkeuring. Hieronder staat het verschil."
                    : "Er wacht al een wijziging op goedkeuring. Bewaar deze daarna."
            );
        }
        if (Sleutel is null && await rijen.VindAsync(Dataset, Dataset.Versie, sleutel, ct) is not null)
        {
            throw new ImportFout($"Er is al een rij met het kenmerk ‘{sleutel}’.");
        }
        if (Nu is not null && Nu.Stempel != stempel)
        {
            Verschil = formulier.Verschil(Nu);
            throw new ImportFout(
                "Iemand anders wijzigde deze rij, nadat u hem opende. Hieronder staat het verschil. Bewaart u "
                    + "nog eens, dan "
                    + "geldt wat van u is."
            );
        }
        if (Nu is not null && formulier.Verschil(Nu).Count == 0 && !formulier.IsVerplaatst(Nu))
        {
            throw new ImportFout("Er is niets veranderd.");
        }
        var aanlevering = await werk.LeverAsync((Id, Email), Dataset, sleutel, formulier.AlsGeoJson(sleutel, Nu), ct);
        return Redirect($"/beheer/aanlevering/{aanlevering}");
    }

    private async Task<bool> LeesAsync(string code, string? id, CancellationToken ct)
    {
        if (await rijen.DatasetAsync(code, ct) is not { } dataset)
        {
            return false;
        }
        (Dataset, Sleutel) = (dataset, string.IsNullOrEmpty(id) ? null : id);
        Nu = Sleutel is null ? null : await rijen.VindAsync(dataset, dataset.Versie, Sleutel, ct);
        Concept = await rijen.ConceptAsync(code, ct);
        return Sleutel is null || Nu is not null;
    }
}
