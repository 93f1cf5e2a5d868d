using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Data;

[Toont]
public sealed class IndexModel(DatasetQueries queries) : PageModel
{
    public IReadOnlyList<DatasetRow> Datasets { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Datasets = await queries.ListAsync(ct);
}
