using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Gebieden;

/// <summary>All areas of a kind. <c>?zoek=</c> is how one searched before there was a page for it.</summary>
[Toont(GebiedOnderwerp.Code)]
public sealed class IndexModel(GebiedQueries queries) : PageModel
{
    /// <summary>Of more areas than this only the larger ones that they lie in are open to the eye.</summary>
    public const int InEens = 120;

    public string Soorten { get; private set; } = "";
    public IReadOnlyList<GebiedRow> Gebieden { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string soorten, string? zoek, CancellationToken ct)
    {
        if (!string.IsNullOrWhiteSpace(zoek))
        {
            return RedirectPermanent($"/zoek{QueryString.Create("q", zoek.Trim())}");
        }
        Soorten = soorten;
        Gebieden = await queries.ListAsync(Gebiedsoorten.Enkelvoud(soorten), ct);
        return Page();
    }
}
