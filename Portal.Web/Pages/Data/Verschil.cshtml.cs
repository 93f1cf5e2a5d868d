using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Web.Pages.Data;

/// <summary>The difference between two versions of a dataset that is kept row by row.</summary>
[Toont]
public sealed class VerschilModel(DatasetQueries datasets, RegisterVersies versies) : PageModel
{
    public const int Hoogste = 500;

    public string Code { get; private set; } = "";
    public string Titel { get; private set; } = "";
    public int Van { get; private set; }
    public int Tot { get; private set; }
    public IReadOnlyList<RijVerschilRow> Verschillen { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string dataset, int van, int tot, CancellationToken ct)
    {
        (Code, Van, Tot) = (dataset, van, tot);
        if (await TabelAsync(datasets, dataset, van, tot, ct) is not { } gevonden)
        {
            return NotFound();
        }
        Titel = gevonden.Titel;
        Verschillen = await versies.VerschillenAsync(gevonden.Tabel, dataset, van, tot, Hoogste, ct);
        return Page();
    }

    /// <summary>
    /// The table of a dataset and its title; null: it is not kept row by row, or does not have both versions.
    /// </summary>
    internal static async Task<(string Tabel, string Titel)?> TabelAsync(
        DatasetQueries datasets,
        string dataset,
        int van,
        int tot,
        CancellationToken ct
    )
    {
        var lijst = await datasets.VersiesAsync(dataset, ct);
        var tabel =
            lijst.Count == 0
                ? null
                : Onderwerpen.Van(lijst[0].Onderwerp).Tabellen.FirstOrDefault(t => t.Leven == Leven.PerRij);
        return
            tabel is not null && new[] { van, tot }.All(n => lijst.Any(v => v.Nummer == n && v.Status != "ingetrokken"))
            ? (tabel.Naam, lijst[0].Titel)
            : null;
    }
}
