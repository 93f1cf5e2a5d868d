using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Datasets;
using Portal.Data.Lagen;

namespace Portal.Web.Pages.Lagen;

[Toont]
public sealed class IndexModel(LaagQueries lagen, DatasetQueries datasets) : PageModel
{
    public IReadOnlyList<(Laagthema Thema, IReadOnlyList<Cataloguspost> Posten)> Themas { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) =>
        Themas = Catalogus.Van(
            await datasets.ListAsync(ct),
            await datasets.VanGeldAsync(null, null, ct),
            await lagen.ListAsync(ct),
            await lagen.CollectiesAsync(ct)
        );
}
