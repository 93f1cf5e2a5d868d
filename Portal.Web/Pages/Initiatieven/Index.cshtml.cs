using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;

namespace Portal.Web.Pages.Initiatieven;

[Toont(Onderwerp.Initiatieven)]
public sealed class IndexModel(InitiatiefQueries queries, GebiedQueries gebieden) : PageModel
{
    private const int Getoond = 200;

    public InitiatiefFilter Filter { get; private set; } = new(null, null, null);
    public GebiedRow? Gebied { get; private set; }
    public long Aantal { get; private set; }
    public IReadOnlyList<InitiatiefRow> Initiatieven { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(InitiatiefFilter filter, CancellationToken ct)
    {
        Filter = filter;
        Gebied = filter.Gebied is null ? null : await gebieden.OpCodeAsync(filter.Gebied, ct);
        if (filter.Gebied is not null && Gebied is null)
        {
            return NotFound();
        }
        if (Ongeldig.Waarde("status", filter.Status, InitiatiefQueries.Statussen) is { } reden)
        {
            return Ongeldig.Antwoord(this, reden);
        }
        Aantal = await queries.AantalAsync(filter, ct);
        Initiatieven = await queries.ListAsync(filter, Getoond, ct);
        return Page();
    }
}
