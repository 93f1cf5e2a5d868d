using Microsoft.AspNetCore.Mvc;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>The second step: a code. Without the first one it leads back there.</summary>
public sealed class CodeModel(Aanmelding aanmelding) : BeheerModel
{
    public async Task<IActionResult> OnGetAsync() =>
        await aanmelding.HalverwegeAsync(HttpContext) is null ? Redirect("/beheer/inloggen") : Page();

    public async Task<IActionResult> OnPostAsync([FromForm] string? code)
    {
        if (await aanmelding.HalverwegeAsync(HttpContext) is not { } medewerker)
        {
            return Redirect("/beheer/inloggen");
        }
        if (await aanmelding.MetCodeAsync(HttpContext, medewerker, code ?? ""))
        {
            return Redirect("/beheer");
        }
        Fout = Aanmelding.Mis;
        return Page();
    }
}
