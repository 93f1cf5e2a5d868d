using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Data;

/// <summary>When each source last came, and whether that is too long ago.</summary>
[Toont]
public sealed class BronnenModel(BronQueries queries, Onderwerplijst onderwerpen) : PageModel
{
    public IReadOnlyList<BronRow> Bronnen { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Bronnen = await queries.ListAsync(ct);

    /// <summary>What it is about.</summary>
    public string WaarOver(BronRow bron) =>
        onderwerpen.Alle.FirstOrDefault(o => o.Code == bron.Onderwerp) is { } onderwerp
            ? Taal.Zin(Teksten.Onderwerp(onderwerp))
            : bron.Onderwerp;

    public static string Geleden(int dagen) =>
        dagen switch
        {
            <= 0 => Taal.Zin("vandaag"),
            1 => Taal.Zin("gisteren"),
            _ => Taal.Zin("{0} dagen geleden", Opmaak.Getal(dagen)),
        };
}
