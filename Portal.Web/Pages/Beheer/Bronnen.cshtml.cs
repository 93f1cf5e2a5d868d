using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Data.Datasets;
using Portal.Data.Ophalen;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>Every source: how fresh, and those that the site fetches, now.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class BronnenModel(BronQueries bronnen, Bronbeheer beheer, Bronophaler ophaler, Instellingen instellingen)
    : BeheerModel
{
    public IReadOnlyList<BronRow> Bronnen { get; private set; } = [];
    public IReadOnlyList<Bron> Lijst { get; private set; } = [];
    public IReadOnlyDictionary<string, OphalingRow> Standen { get; private set; } =
        new Dictionary<string, OphalingRow>();
    public Bronophaler Ophaler => ophaler;
    public bool MagOphalen => instellingen.StafSchrijft && Rol == Rollen.Publicist;

    public async Task OnGetAsync(CancellationToken ct)
    {
        Bronnen = await bronnen.ListAsync(ct);
        Lijst = await beheer.LijstAsync(instellingen.BronnenMap, ct);
        Standen = await beheer.StandenAsync(ct);
        if (ophaler.Bezig)
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
        if ((await beheer.LijstAsync(instellingen.BronnenMap, ct)).Any(b => b.Code == bron))
        {
            await ophaler.HaalOpAsync((Id, Email), bron!, ct);
            return Redirect("/beheer/bronnen");
        }
        Fout = "Kies een bron die kan worden opgehaald.";
        await OnGetAsync(ct);
        return Page();
    }
}
