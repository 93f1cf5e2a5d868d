using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Lagen;

namespace Portal.Web.Pages.Lagen;

[Toont(LaagOnderwerp.Code)]
public sealed class IndexModel(LaagQueries queries) : PageModel
{
    public IReadOnlyList<LaagRow> Lagen { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Lagen = await queries.ListAsync(ct);
}
