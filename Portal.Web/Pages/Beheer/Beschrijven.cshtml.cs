using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Datasets;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>What a concept is called, is for, may be used for, and how its columns and its map read.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class BeschrijvenModel(
    Beschrijvingen beschrijvingen,
    Drempelwaarden drempels,
    Publicatiewerk werk,
    Instellingen instellingen
) : BeheerModel
{
    public BeschrijvingRow Rij { get; private set; } = null!;

    /// <summary>As it stands, or as it was filled in when something of it cannot be.</summary>
    public Beschrijving Nu { get; private set; } = null!;
    public Dataset Levering => Rij.Dataset;
    public bool Kan => instellingen.StafSchrijft;

    /// <summary>What was typed in a field, after a fault; else what stands.</summary>
    public string? Veld(string naam, string? staat) =>
        Fout is not null && Request.HasFormContentType ? Request.Form[naam].ToString() : staat;

    public async Task<IActionResult> OnGetAsync([FromRoute] int versie, CancellationToken ct) =>
        await LeesAsync(versie, ct) ? Page() : NotFound();

    public async Task<IActionResult> OnPostAsync([FromRoute] int versie, CancellationToken ct)
    {
        if (!await LeesAsync(versie, ct) || !Kan)
        {
            return NotFound();
        }
        try
        {
            var formulier = new Beschrijfformulier(Request.Form, Rij, (await drempels.LeesAsync(ct)).Klein);
            var beschrijving = formulier.Lees();
            await werk.BeschrijfAsync(Email, Rij, beschrijving, formulier.Peildatum(), formulier.Thema(), ct);
            return Redirect($"/beheer/bekijken/{versie}");
        }
        catch (ImportFout fout)
        {
            Fout = fout.Message;
            return Page();
        }
    }

    private async Task<bool> LeesAsync(int versie, CancellationToken ct)
    {
        if (await beschrijvingen.VindAsync(versie, ct) is not { } gevonden)
        {
            return false;
        }
        (Rij, Nu) = (gevonden, gevonden.Beschrijving);
        return true;
    }
}
