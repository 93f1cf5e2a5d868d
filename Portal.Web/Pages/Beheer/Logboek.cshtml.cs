using Microsoft.AspNetCore.Authorization;
using Portal.Data.Beheer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>The last lines of the log.</summary>
[Authorize(Roles = Rollen.Beheerder)]
public sealed class LogboekModel(Logboek logboek) : BeheerModel
{
    public const int Aantal = 200;

    public IReadOnlyList<LogboekRow> Regels { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct) => Regels = await logboek.ListAsync(Aantal, ct);
}
