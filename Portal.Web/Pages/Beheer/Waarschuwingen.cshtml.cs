using Microsoft.AspNetCore.Authorization;
using Portal.Data.Beheer;
using Portal.Data.Indicatoren;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>
/// Early warning: the figures whose newest month is high for its area. Not for the public: it counts what is too small.
/// </summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class WaarschuwingenModel(Waarschuwing waarschuwing) : BeheerModel
{
    public IReadOnlyList<WaarschuwingRow> Rijen { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Rijen = await waarschuwing.ListAsync(ct);
}
