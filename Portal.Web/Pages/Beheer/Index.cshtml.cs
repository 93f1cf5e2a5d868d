using Portal.Data.Beheer;
using Portal.Data.Datasets;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>Where staff begin: what waits, what failed, what is too old.</summary>
public sealed class IndexModel(
    Concepten concepten,
    Aanleveringen aanleveringen,
    BronQueries bronnen,
    Planningen planningen
) : BeheerModel
{
    public bool Levert => Rol != Rollen.Beheerder;
    public IReadOnlyList<ConceptRow> Concepten { get; private set; } = [];

    /// <summary>Approved, and public later.</summary>
    public IReadOnlyList<PlanRow> Gepland { get; private set; } = [];
    public IReadOnlyList<AanleveringRow> Open { get; private set; } = [];
    public IReadOnlyList<BronRow> Bronnen { get; private set; } = [];
    public IReadOnlyList<BronRow> TeOud => [.. Bronnen.Where(b => b.TeOud)];

    /// <summary>What did not come by itself or by a command.</summary>
    public IReadOnlyList<BronRow> Mislukt { get; private set; } = [];

    public async Task OnGetAsync(CancellationToken ct)
    {
        if (Levert)
        {
            Gepland = await planningen.ListAsync(ct);
            var later = Gepland.Select(p => p.VersieId).ToHashSet();
            Concepten = [.. (await concepten.ListAsync(ct)).Where(c => !later.Contains(c.Id))];
            Open = await aanleveringen.OpenAsync(ct);
            Bronnen = await bronnen.ListAsync(ct);
            var aangeleverd = await aanleveringen.DatasetsAsync(ct);
            Mislukt = [.. Bronnen.Where(b => b.MisluktOp is not null && !aangeleverd.Contains(b.Code))];
        }
    }
}
