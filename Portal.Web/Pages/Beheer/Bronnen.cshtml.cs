using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Data.Datasets;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>Every source: how fresh, and those that can be fetched, now.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class BronnenModel(BronQueries bronnen, KoopRitme koop, Logboek logboek, Instellingen instellingen)
    : BeheerModel
{
    public IReadOnlyList<BronRow> Bronnen { get; private set; } = [];
    public KoopRitme Koop => koop;
    public bool MagOphalen => instellingen.StafSchrijft && Rol == Rollen.Publicist;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Bronnen = await bronnen.ListAsync(ct);
        if (koop.Bezig)
        {
            Response.Headers["Refresh"] = "3";
        }
    }

    public async Task<IActionResult> OnPostOphalenAsync([FromForm] string? bron, CancellationToken ct)
    {
        if (!MagOphalen)
        {
            return Forbid(Aanmelding.Schema);
        }
        if (bron == "bekendmakingen")
        {
            await logboek.SchrijfAsync(Email, "bron opgehaald", ct, details: new { bron });
            koop.HaalNuOp();
            return Redirect("/beheer/bronnen");
        }
        Fout = "Kies een bron die kan worden opgehaald.";
        await OnGetAsync(ct);
        return Page();
    }
}
