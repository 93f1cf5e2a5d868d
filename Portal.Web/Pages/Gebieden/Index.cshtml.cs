using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Gebieden;

/// <summary>All areas of a kind; with <c>?zoek=</c> the areas of any kind that match.</summary>
[Toont(GebiedOnderwerp.Code)]
public sealed class IndexModel(GebiedQueries queries) : PageModel
{
    public string Soorten { get; private set; } = "";
    public string? Zoek { get; private set; }
    public IReadOnlyList<GebiedRow> Gebieden { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync([FromRoute] string soorten, string? zoek, CancellationToken ct)
    {
        Soorten = soorten;
        Zoek = string.IsNullOrWhiteSpace(zoek) ? null : zoek.Trim()[..Math.Min(zoek.Trim().Length, 100)];
        Gebieden = Zoek is null
            ? await queries.ListAsync(Gebiedsoorten.Enkelvoud(soorten), ct)
            : await queries.ZoekAsync(Zoek, ct);
        return Zoek is not null && Gebieden.Count == 1
            ? Redirect(Opmaak.Adres(Gebieden[0].Soort, Gebieden[0].Code, Gebieden[0].Naam))
            : Page();
    }
}
