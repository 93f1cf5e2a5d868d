using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>The rows of a register or layer, to find the one to change.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class RijenModel(Rijen rijen) : BeheerModel
{
    public RijDatasetRow Dataset { get; private set; } = null!;
    public string? Zoek { get; private set; }
    public IReadOnlyList<(string Sleutel, string Titel)> Gevonden { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string code, [FromQuery] string? zoek, CancellationToken ct)
    {
        if (await rijen.DatasetAsync(code, ct) is not { } dataset)
        {
            return NotFound();
        }
        (Dataset, Zoek) = (dataset, string.IsNullOrWhiteSpace(zoek) ? null : zoek.Trim());
        Gevonden = await rijen.ListAsync(dataset, Zoek, ct);
        return Page();
    }
}
