using Microsoft.AspNetCore.Mvc;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>The first step: a password.</summary>
public sealed class InloggenModel(Aanmelding aanmelding, Instellingen instellingen) : BeheerModel
{
    /// <summary>Whether one can come in with an account of the municipality too (<see cref="OpenId"/>).</summary>
    public bool MetAccount => instellingen.OpenId is not null;
    public string Ingevuld { get; private set; } = "";

    public async Task<IActionResult> OnPostAsync([FromForm] string? email, [FromForm] string? wachtwoord)
    {
        Ingevuld = email?.Trim() ?? "";
        if (await aanmelding.MetWachtwoordAsync(HttpContext, Ingevuld, wachtwoord ?? ""))
        {
            return Redirect("/beheer/code");
        }
        Fout = Aanmelding.Mis;
        return Page();
    }
}
