using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Bestanden;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;

namespace Portal.Web.Pages.Cijfers;

/// <summary>Every indicator, by theme; those that nobody explained apart.</summary>
[Toont(IndicatorOnderwerp.Code)]
public sealed class IndexModel(MetingQueries metingen, GebiedQueries gebieden) : PageModel
{
    public string? Zoek { get; private set; }
    public GebiedRow? Gebied { get; private set; }
    public IReadOnlyList<(string Code, string Naam, IReadOnlyList<IndicatorAanbodRow> Cijfers)> Themas
    {
        get;
        private set;
    } = [];
    public IReadOnlyList<(string Dataset, IReadOnlyList<IndicatorAanbodRow> Cijfers)> ZonderUitleg
    {
        get;
        private set;
    } = [];

    public int MetUitleg => Themas.Sum(t => t.Cijfers.Count);

    /// <param name="zoek">Words of a name, an explanation or a code.</param>
    /// <param name="gebied">Code of the area that stands out on every page that is opened from here.</param>
    public async Task<IActionResult> OnGetAsync(string? zoek, string? gebied, CancellationToken ct)
    {
        Zoek = string.IsNullOrWhiteSpace(zoek) ? null : zoek.Trim();
        Gebied = gebied is null ? null : await gebieden.OpCodeAsync(gebied, ct);
        if (gebied is not null && Gebied is null)
        {
            return Ongeldig.Antwoord(this, $"We kennen geen gebied met de code '{gebied}'.");
        }
        var alle = (await metingen.AanbodAsync(ct))
            .Where(c => Gebied is null || c.Soorten.Contains(Gebied.Soort))
            .Where(Past)
            .ToList();
        Themas =
        [
            .. Indicatorthema.Alle.Select(t =>
                (
                    t.Key,
                    t.Value,
                    (IReadOnlyList<IndicatorAanbodRow>)[.. alle.Where(c => c.Definitie is not null && c.Thema == t.Key)]
                )
            ),
        ];
        ZonderUitleg =
        [
            .. alle.Where(c => c.Definitie is null)
                .GroupBy(c => c.DatasetTitel)
                .Select(g => (g.Key, (IReadOnlyList<IndicatorAanbodRow>)[.. g])),
        ];
        return Page();
    }

    // Accents, case and hyphens do not matter.
    private bool Past(IndicatorAanbodRow c) =>
        Zoek is null
        || Tekst.Kaal($"{c.Naam} {c.Definitie} {c.Code}").Contains(Tekst.Kaal(Zoek), StringComparison.Ordinal);

    public string Adres(IndicatorAanbodRow c) =>
        CijferBlik.CijferAdres(c.Dataset, c.Code)
        + (Gebied is null ? "" : $"?gebied={Uri.EscapeDataString(Gebied.Code)}");

    public string Jaren(IndicatorAanbodRow c) =>
        c.Jaren.Length == 1 ? $"{c.Jaren[0]}" : Taal.Zin("{0} tot en met {1}", c.Jaren[^1], c.Jaren[0]);
}
