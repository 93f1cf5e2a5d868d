using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>Who has access: invite, give another role, end it.</summary>
[Authorize(Roles = Rollen.Beheerder)]
public sealed class MensenModel(
    Medewerkers medewerkers,
    Uitnodigingen uitnodigingen,
    Postbode postbode,
    Logboek logboek
) : BeheerModel
{
    public IReadOnlyList<MedewerkerRow> Mensen { get; private set; } = [];
    public IReadOnlyList<UitnodigingRow> Open { get; private set; } = [];
    public string? Link { get; private set; }
    public string? Voor { get; private set; }
    public bool Gemaild { get; private set; }

    public Task OnGetAsync(CancellationToken ct) => LeesAsync(ct);

    public async Task OnPostUitnodigenAsync([FromForm] string? email, [FromForm] string? rol, CancellationToken ct)
    {
        try
        {
            Voor = email?.Trim() ?? "";
            var geheim = await uitnodigingen.MaakAsync(Voor, rol ?? "", ct);
            await logboek.SchrijfAsync(Email, "uitgenodigd", ct, details: new { email = Voor, rol });
            var link = $"{Request.Scheme}://{Request.Host}/beheer/uitnodiging/{geheim}";
            Gemaild = await postbode.StuurAsync(Voor, Request.Host.Host, link, ct);
            Fout = postbode.Kan && !Gemaild ? "De mail kon niet weg. Geef de link zelf." : null;
            Link = Gemaild ? null : link;
        }
        catch (ImportFout fout)
        {
            Fout = fout.Message;
        }
        await LeesAsync(ct);
    }

    public Task<IActionResult> OnPostRolAsync([FromForm] int id, [FromForm] string? rol, CancellationToken ct) =>
        ZetAsync(id, rol, actief: true, ct);

    public Task<IActionResult> OnPostEindeAsync([FromForm] int id, CancellationToken ct) =>
        ZetAsync(id, null, actief: false, ct);

    private async Task<IActionResult> ZetAsync(int id, string? rol, bool actief, CancellationToken ct)
    {
        var wie = await medewerkers.VindAsync(id, ct);
        if (wie is not { Actief: true } || id == Id || actief && !Rollen.Alle.Contains(rol))
        {
            return NotFound();
        }
        await logboek.SchrijfAsync(
            Email,
            actief ? "rol gegeven" : "toegang beëindigd",
            ct,
            details: new
            {
                wie.Email,
                was = wie.Rol,
                werd = actief ? rol : null,
            }
        );
        await medewerkers.ZetAsync(id, rol ?? wie.Rol, actief, ct);
        return Redirect("/beheer/mensen");
    }

    private async Task LeesAsync(CancellationToken ct)
    {
        Mensen = await medewerkers.ListAsync(ct);
        Open = await uitnodigingen.ListAsync(ct);
    }
}
