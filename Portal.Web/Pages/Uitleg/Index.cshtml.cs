using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Begrotingen;

namespace Portal.Web.Pages.Uitleg;

[OutputCache(PolicyName = Caching.OpenData)]
public sealed class IndexModel(BegrotingQueries queries) : PageModel
{
    public IReadOnlyList<ProgrammaRow> Programmas { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Programmas = (await queries.AanbodAsync(ct)).Programmas;
}
