using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Data;

/// <summary>Every dataset that counts now, by subject, and of each collection all of it together.</summary>
[Toont]
public sealed class IndexModel(DatasetQueries queries) : PageModel
{
    public IReadOnlyList<(
        string Code,
        IReadOnlyList<Collectie> Collecties,
        IReadOnlyList<DatasetRow> Datasets
    )> Onderwerpen { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var datasets = (await queries.ListAsync(ct)).ToLookup(d => d.Onderwerp);
        Onderwerpen =
        [
            .. Portal
                .Data.Onderwerpen.Alle.Where(o => datasets.Contains(o.Code))
                .Select(o => (o.Code, o.Collecties, (IReadOnlyList<DatasetRow>)[.. datasets[o.Code]])),
        ];
    }
}
