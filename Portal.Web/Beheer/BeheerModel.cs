using System.Security.Claims;
using Microsoft.AspNetCore.Mvc.RazorPages;

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
}
