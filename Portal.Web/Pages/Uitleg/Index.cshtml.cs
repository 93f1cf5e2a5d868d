using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Oordelen;
using Portal.Data.Woorden;

namespace Portal.Web.Pages.Uitleg;

[Toont(BegrotingOnderwerp.Code)]
public sealed class IndexModel(
    BegrotingQueries queries,
    HerkenningQueries herkenning,
    GebiedQueries gebieden,
    PaginatekstQueries teksten
) : PageModel
{
    public IReadOnlyList<ProgrammaRow> Programmas { get; private set; } = [];

    /// <summary>How often recognition is right; null when it was not measured in this municipality.</summary>
    public HerkenningMeting? Meting { get; private set; }

    /// <summary>Of which layers the names of things count as places, and how often that is right.</summary>
    public IReadOnlyList<PlaatsmetingRow> Plaatsmetingen { get; private set; } = [];

    /// <summary>How often the judge of texts is right; null when it was not measured in this municipality.</summary>
    public OordeelMeting? Oordelen { get; private set; }

    /// <summary>The names that do not count, by reason.</summary>
    public ILookup<string, string> ZonderBewijs { get; private set; } = Enumerable.Empty<string>().ToLookup(n => n);

    /// <summary>What the municipality explains itself; null: nothing.</summary>
    public string? Eigen { get; private set; }

    public async Task OnGetAsync(CancellationToken ct)
    {
        Programmas = (await queries.AanbodAsync(ct)).Programmas;
        Oordelen = await gebieden.StadAsync(ct) == Beoordelaar.Meting.Gemeente ? Beoordelaar.Meting : null;
        Eigen = await teksten.VindAsync("uitleg", ct);
        Meting = await herkenning.MetingAsync(ct);
        Plaatsmetingen = await herkenning.PlaatsmetingenAsync(ct);
        ZonderBewijs = await herkenning.ZonderBewijsAsync(ct);
    }
}
