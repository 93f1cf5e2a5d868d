using Microsoft.AspNetCore.Mvc;
using Portal.Data.Uitgaven;

namespace Portal.Web.Pages.Data;

/// <summary>
/// One dataset as it counts now, with every version that was ever public, also what was withdrawn and why.
/// </summary>
[Toont]
public sealed class DatasetModel(UitgaveQueries queries, Uitgever uitgever) : UitgaveModel(queries, uitgever)
{
    public Task<IActionResult> OnGetAsync(string dataset, CancellationToken ct) => LeesAsync(dataset, null, ct);
}
