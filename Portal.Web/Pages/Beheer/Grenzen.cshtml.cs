using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Data.Datasets;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>The limits that a municipality sets itself.</summary>
[Authorize(Roles = Rollen.Beheerder)]
public sealed class GrenzenModel(Drempelwaarden drempels, Logboek logboek) : BeheerModel
{
    public Drempels Nu { get; private set; } = Drempels.Standaard;
    public bool Bewaard { get; private set; }

    public async Task OnGetAsync(CancellationToken ct) => Nu = await drempels.LeesAsync(ct);

    public async Task<IActionResult> OnPostAsync(CancellationToken ct)
    {
        Nu = await drempels.LeesAsync(ct);
        if ((Getal("klein"), Getal("krimp"), Getal("verlies")) is not ({ } klein, { } krimp, { } verlies))
        {
            Fout = "Vul overal een heel getal in, van 0 tot en met 100.";
            return Page();
        }
        var werd = new Drempels(klein, krimp, verlies);
        await logboek.SchrijfAsync(Email, "grenzen gewijzigd", ct, details: new { was = Nu, werd });
        await drempels.ZetAsync(werd, ct);
        (Nu, Bewaard) = (werd, true);
        return Page();
    }

    private int? Getal(string veld) =>
        int.TryParse(Request.Form[veld], NumberStyles.None, CultureInfo.InvariantCulture, out var getal) && getal <= 100
            ? getal
            : null;
}
