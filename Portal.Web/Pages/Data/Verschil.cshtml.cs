using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Uitgaven;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Data;

/// <summary>A row that is different, with what became of each of its columns.</summary>
public sealed record Rijverschil(string Soort, string Id, string Titel, IReadOnlyList<CelVerschilRow> Cellen);

/// <summary>What is different in one table of a dataset.</summary>
/// <param name="Aantallen">Null: too many rows to count while a reader waits.</param>
public sealed record Tabelverschil(UitgaveTabel Tabel, VersieAantallen? Aantallen, IReadOnlyList<Rijverschil> Rijen);

/// <summary>The difference between two versions of a dataset: of the newest and the one before, if not asked.</summary>
[Toont]
public sealed class VerschilModel(UitgaveQueries uitgaven, VersieverschilQueries verschillen) : PageModel
{
    public const int Hoogste = 200;
    private const int MeesteRijen = 250_000; // 125,000 take a second and a half, twice

    public Versiepaar Paar { get; private set; } = null!;
    public IReadOnlyList<Tabelverschil> Tabellen { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(string dataset, int? van, int? tot, CancellationToken ct)
    {
        if (await Versiepaar.VindAsync(uitgaven, dataset, van, tot, ct) is not { } paar)
        {
            return NotFound();
        }
        if (paar.Elders is { } elders)
        {
            return Redirect(elders);
        }
        Paar = paar;
        foreach (var tabel in paar.Tabellen)
        {
            if (tabel.Rijen > MeesteRijen)
            {
                Tabellen = [.. Tabellen, new(tabel, null, [])];
                continue;
            }
            var aantallen = await verschillen.AantallenAsync(tabel, paar.Was!, paar.Werd, ct);
            var cellen = await verschillen.LeesAsync(tabel, paar.Was!, paar.Werd, Hoogste, ct).ToListAsync(ct);
            var rijen = cellen
                .GroupBy(c => (c.Soort, c.Id, c.Titel))
                .Select(g => new Rijverschil(
                    g.Key.Soort,
                    g.Key.Id,
                    g.Key.Titel,
                    [.. g.Where(c => c.Kolom is not null)]
                ));
            Tabellen = [.. Tabellen, new(tabel, aantallen, [.. rijen])];
        }
        return Page();
    }

    /// <summary>What a column is called in a table.</summary>
    public static string Kop(Collectie collectie, string kolom) =>
        VasteKolommen.Alle(collectie).FirstOrDefault(k => k.Naam == kolom)?.Kop ?? kolom;
}
