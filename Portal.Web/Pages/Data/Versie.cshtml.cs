using Microsoft.AspNetCore.Mvc;
using Portal.Data.Uitgaven;

namespace Portal.Web.Pages.Data;

/// <summary>One version of a dataset, at an address that stays.</summary>
[Toont]
public sealed class VersieModel(UitgaveQueries queries, Uitgever uitgever) : UitgaveModel(queries, uitgever)
{
    public Task<IActionResult> OnGetAsync(string dataset, int nummer, CancellationToken ct) =>
        LeesAsync(dataset, nummer, ct);
}
