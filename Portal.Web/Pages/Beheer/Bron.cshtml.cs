using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>A source of a layer, described by staff: what it gives is a concept first.</summary>
[Authorize(Roles = Rollen.Publicist)]
public sealed class BronModel(Bronbeheer bronnen, Bronophaler ophaler, Logboek logboek, Instellingen instellingen)
    : BeheerModel
{
    public string? Veld(string naam) => Request.HasFormContentType ? Request.Form[naam].ToString() : null;

    public void OnGet() { }

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        if (!instellingen.StafSchrijft)
        {
            return NotFound();
        }
        try
        {
            var (code, json) = new Bronformulier(Request.Form).Lees();
            var bekend = await bronnen.LijstAsync(instellingen.BronnenMap, ct);
            if (bekend.Any(b => b.Code == code) || !await bronnen.VoegToeAsync(code, json, Id, ct))
            {
                throw new ImportFout("Er is al een bron of dataset die zo heet. Kies een andere titel.");
            }
            await logboek.SchrijfAsync(Email, "bron toegevoegd", ct, code, details: new { json });
            await ophaler.HaalOpAsync((Id, Email), code, ct);
            return Redirect("/beheer/bronnen");
        }
        catch (ImportFout fout)
        {
            Fout = fout.Message;
            return Page();
        }
    }
}
