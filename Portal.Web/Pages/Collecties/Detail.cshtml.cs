using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Collecties;

/// <summary>One row of a collection: what is known of it, and what happened to it.</summary>
[Toont]
public sealed class DetailModel(
    CollectieQueries queries,
    LaagQueries lagen,
    RegisterVersies versies,
    DatasetQueries datasets
) : PageModel
{
    public Collectie Collectie { get; private set; } = null!;

    /// <summary>Null: it is no longer in the source; the life line says since when.</summary>
    public CollectieRow? Rij { get; private set; }

    public IReadOnlyList<LevensloopRow> Levensloop { get; private set; } = [];
    public DatasetRow? Bron { get; private set; }

    public async Task<IActionResult> OnGetAsync(string dataset, string sleutel, CancellationToken ct)
    {
        if (await CollectieKeuze.VindAsync(RouteData.Values, lagen, ct) is not { } collectie)
        {
            return NotFound();
        }
        Collectie = collectie;
        sleutel = Uri.UnescapeDataString(sleutel);
        Rij = await queries.FindAsync(collectie, dataset, sleutel, ct);
        var tabel = Onderwerpen.Van(collectie.Onderwerpen[0]).Tabellen[0];
        Levensloop = tabel.Leven == Leven.PerRij ? await versies.LevensloopAsync(tabel.Naam, dataset, sleutel, ct) : [];
        Bron = (await datasets.ListAsync(ct)).FirstOrDefault(d => d.Code == dataset);
        return Rij is null && Levensloop.Count == 0 ? NotFound() : Page();
    }

    public string Titel => Rij?.Titel ?? Levensloop[^1].Titel;
}
