using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Data;

/// <summary>Every dataset that counts now, by subject, and of each collection all of it together.</summary>
[Toont]
public sealed class IndexModel(DatasetQueries queries, Onderwerplijst lijst) : PageModel
{
    public IReadOnlyList<(Onderwerp Van, IReadOnlyList<DatasetRow> Datasets)> Onderwerpen { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        var datasets = (await queries.ListAsync(ct)).ToLookup(d => d.Onderwerp);
        Onderwerpen =
        [
            .. lijst
                .Alle.Where(o => datasets.Contains(o.Code))
                .Select(o => (o, (IReadOnlyList<DatasetRow>)[.. datasets[o.Code]])),
        ];
    }
}
