using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>What is in a concept, what it would change, and what can be done with it.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class ControleModel(
    Concepten concepten,
    Aanleveringen aanleveringen,
    Publicatiewerk werk,
    Instellingen instellingen
) : BeheerModel
{
    public ConceptRow Concept { get; private set; } = null!;
    public AanleveringRow? Levering { get; private set; }
    public ConceptVerschil? Verschil { get; private set; }
    public string? Ingevuld { get; private set; }
    public bool EigenWerk => werk.IsEigenWerk(Concept);
    public bool MagPubliceren => instellingen.StafSchrijft && Rol == Rollen.Publicist && !EigenWerk;
    public bool MagWeggooien => instellingen.StafSchrijft && (Rol == Rollen.Publicist || Concept.OokVanMij);

    public async Task<IActionResult> OnGetAsync([FromRoute] int versie, CancellationToken ct) =>
        await LeesAsync(versie, ct) ? await ToonAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostPublicerenAsync(
        [FromRoute] int versie,
        [FromForm] string? wijziging,
        CancellationToken ct
    )
    {
        if (Rol != Rollen.Publicist)
        {
            return Forbid(Aanmelding.Schema);
        }
        if (!await LeesAsync(versie, ct))
        {
            return NotFound();
        }
        if (!MagPubliceren)
        {
            return Forbid(Aanmelding.Schema);
        }
        Ingevuld = Zin.Veilig(wijziging ?? "", 500).Trim();
        Fout =
            Ingevuld.Length == 0
                ? "Schrijf in een of twee zinnen wat er nieuw is. Bewoners lezen dat."
                : await werk.PubliceerAsync(Email, Concept, Ingevuld, ct);
        return Fout is null ? Redirect($"/beheer/dataset/{Concept.Code}") : await ToonAsync(ct);
    }

    public async Task<IActionResult> OnPostIntrekkenAsync(
        [FromRoute] int versie,
        [FromForm] string? reden,
        CancellationToken ct
    )
    {
        if (!await LeesAsync(versie, ct))
        {
            return NotFound();
        }
        if (!MagWeggooien)
        {
            return Forbid(Aanmelding.Schema);
        }
        var waarom = Zin.Veilig(reden ?? "", 500).Trim();
        Fout =
            waarom.Length == 0
                ? "Schrijf waarom dit concept weg kan."
                : await werk.TrekInAsync(Email, Concept.Code, Concept.Nummer, waarom, ct);
        return Fout is null ? Redirect("/beheer") : await ToonAsync(ct);
    }

    private async Task<bool> LeesAsync(int versie, CancellationToken ct)
    {
        if (await concepten.VindAsync(versie, Id, ct) is not { } gevonden)
        {
            return false;
        }
        Concept = gevonden;
        return true;
    }

    private async Task<IActionResult> ToonAsync(CancellationToken ct)
    {
        Levering = await aanleveringen.VanVersieAsync(Concept.Id, ct);
        Verschil = await concepten.VerschilAsync(Concept, ct);
        return Page();
    }
}
