using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Beheer;

namespace Portal.Web.Beheer;

/// <summary>A page of staff. It takes no place of those of the public (<see cref="Drukte"/>).</summary>
[NeemtZelfPlaats]
public abstract class BeheerModel : PageModel
{
    /// <summary>What is wrong with what she typed, in Dutch.</summary>
    public string? Fout { get; protected set; }

    public int Id => int.Parse(User.FindFirstValue(ClaimTypes.NameIdentifier)!, Taal.Nederlands);

    /// <summary>As she stands in the log.</summary>
    public string Email => User.FindFirstValue(ClaimTypes.Email)!;

    public string Rol => User.FindFirstValue(ClaimTypes.Role)!;

    public string Sessie => User.FindFirstValue(Aanmelding.Sessie)!;

    /// <summary>Whether what was refused may go out of the work list by her hand.</summary>
    public bool MagWegleggen(AanleveringRow a) =>
        a.Status == "geweigerd" && (Rol == Rollen.Publicist || a.MedewerkerId == Id);
}
