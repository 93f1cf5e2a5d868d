using Microsoft.AspNetCore.Authorization;
using Portal.Data.Beheer;
using Portal.Data.Gebieden;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>Where staff can write: pages, and areas.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class WoordenModel(Paginateksten teksten, GebiedQueries gebieden) : BeheerModel
{
    public IReadOnlyList<PaginatekstRow> Geschreven { get; private set; } = [];
    public IReadOnlyList<(string Code, string Naam, string Soort)> Gebieden { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        Geschreven = await teksten.ListAsync(ct);
        var lijst = new List<(string, string, string)>();
        foreach (var soort in Gebiedsoorten.InDeStad)
        {
            lijst.AddRange((await gebieden.ListAsync(soort, ct)).Select(g => (g.Code, g.Naam, g.Soort)));
        }
        Gebieden = lijst;
    }
}
