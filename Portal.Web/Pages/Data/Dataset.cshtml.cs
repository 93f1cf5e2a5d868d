using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Data;

/// <summary>One dataset: what it is now, and every version that was ever public, also what was withdrawn and why.</summary>
[Toont]
public sealed class DatasetModel(DatasetQueries queries) : PageModel
{
    public string Code { get; private set; } = "";
    public DatasetRow? Nu { get; private set; }
    public IReadOnlyList<DatasetVersieRow> Versies { get; private set; } = [];

    /// <summary>Who answers questions: a role or a desk.</summary>
    public string? Contact { get; private set; }

    public string Titel => Versies[0].Titel;

    public bool PerRij => Onderwerpen.Van(Versies[0].Onderwerp).Tabellen.Any(t => t.Leven == Leven.PerRij);

    public async Task<IActionResult> OnGetAsync(string dataset, CancellationToken ct)
    {
        (Code, Versies) = (dataset, await queries.VersiesAsync(dataset, ct));
        Contact = await queries.ContactAsync(dataset, ct);
        Nu = (await queries.ListAsync(ct)).FirstOrDefault(d => d.Code == dataset);
        return Versies.Count == 0 ? NotFound() : Page();
    }
}
