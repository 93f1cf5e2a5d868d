using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>The versions of a dataset of money; one of them by its sums; or the difference between two.</summary>
[Toont(BegrotingOnderwerp.Code)]
public sealed class VersiesModel(VersieQueries versies, PostVerschillen verschillen, DatasetQueries datasets)
    : PageModel
{
    private const int Getoond = 200;

    public DatasetRow Dataset { get; private set; } = null!;
    public IReadOnlyList<VersieRow> Versies { get; private set; } = [];
    public VersieRow Versie { get; private set; } = null!;
    public VersieRow? Met { get; private set; }

    /// <summary>All sums per programme of one version; of two versions only those that differ.</summary>
    public IReadOnlyList<VersieSomRow> Programmas { get; private set; } = [];

    /// <summary>How many sums per programme are the same in both versions.</summary>
    public int Gelijk { get; private set; }

    /// <summary>Null when one of the two deliveries is neither in the database nor in the archive.</summary>
    public Verschillen? Verschillen { get; private set; }
    public IReadOnlyList<VersieSomRow> Gebieden { get; private set; } = [];

    /// <param name="nummer">The version to show; the published one when left out.</param>
    /// <param name="met">An earlier version to compare it with.</param>
    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string dataset,
        [FromRoute] int? nummer,
        int? met,
        CancellationToken ct
    )
    {
        Versies = await versies.ListAsync(dataset, ct);
        var gekozen = Versies.FirstOrDefault(v => nummer is null ? v.Status == "gepubliceerd" : v.Nummer == nummer);
        Met = Versies.FirstOrDefault(v => v.Nummer == met);
        if (
            gekozen is null
            || (met is not null && Met is null)
            || (await datasets.ListAsync(ct)).FirstOrDefault(d => d.Code == dataset) is not { } bekend
        )
        {
            return NotFound();
        }
        (Dataset, Versie) = (bekend, gekozen);
        Programmas = await versies.ProgrammasAsync(Met?.Id ?? 0, Versie.Id, ct);
        if (Met is not null)
        {
            Gelijk = Programmas.Count(p => p.Was == p.Werd);
            Programmas = [.. Programmas.Where(p => p.Was != p.Werd)];
            Gebieden = [.. (await versies.GebiedenAsync(Met.Id, Versie.Id, ct)).Where(g => g.Was != g.Werd)];
            Verschillen = await verschillen.LeesAsync(dataset, Met, Versie, Getoond, ct);
        }
        return Page();
    }
}
