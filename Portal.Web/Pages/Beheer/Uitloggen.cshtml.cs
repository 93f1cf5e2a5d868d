using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>Ends this session, or all of hers.</summary>
public sealed class UitloggenModel(Sessies sessies, Medewerkers medewerkers, Logboek logboek) : BeheerModel
{
    public IActionResult OnGet() => Redirect("/beheer");

    public async Task<IActionResult> OnPostAsync()
    {
        await sessies.EindigAsync(Sessie, HttpContext.RequestAborted);
        return await KlaarAsync("uitgelogd");
    }

    public async Task<IActionResult> OnPostOveralAsync()
    {
        await medewerkers.NieuwStempelAsync(Id, HttpContext.RequestAborted);
        return await KlaarAsync("overal uitgelogd");
    }

    private async Task<IActionResult> KlaarAsync(string wat)
    {
        await logboek.SchrijfAsync(Email, wat, HttpContext.RequestAborted);
        await HttpContext.SignOutAsync(Aanmelding.Schema);
        return Redirect("/beheer/inloggen");
    }
}
