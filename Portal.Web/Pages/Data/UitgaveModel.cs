using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Uitgaven;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Data;

/// <summary>
/// A table of a version as its page shows it: what it is, how much of it is known, and its first rows.
/// </summary>
public sealed record Tabelblad(UitgaveTabel Tabel, Vulling Vulling, IReadOnlyList<CollectieRow> Voorbeeld);

/// <summary>One version of a dataset: what it is, its files, what they do not say, and how to cite it.</summary>
public abstract class UitgaveModel(UitgaveQueries queries, Uitgever uitgever) : PageModel
{
    private const int Voorbeelden = 5;

    public Uitgave Uitgave { get; private set; } = null!;
    public IReadOnlyList<Tabelblad> Bladen { get; private set; } = [];

    /// <summary>The files that are made already, by name.</summary>
    public IReadOnlyDictionary<string, Uitgavebestand> Bekend { get; private set; } =
        new Dictionary<string, Uitgavebestand>();

    protected async Task<IActionResult> LeesAsync(string dataset, int? nummer, CancellationToken ct)
    {
        if (await queries.VindAsync(dataset, nummer, ct) is not { } uitgave)
        {
            return NotFound();
        }
        (Uitgave, Bekend) = (uitgave, uitgever.Bekend(uitgave));
        var bladen = new List<Tabelblad>();
        foreach (var tabel in uitgave.Tabellen)
        {
            var vulling = await queries.VullingAsync(tabel, uitgave.Versie, ct);
            bladen.Add(new(tabel, vulling, await queries.VoorbeeldAsync(tabel, uitgave.Versie, Voorbeelden, ct)));
        }
        Bladen = bladen;
        return Page();
    }

    /// <summary>
    /// Where stands what differs between a version and the one before; null: there is none, or it was withdrawn.
    /// </summary>
    public string? Verschil(UitgaveVersie versie)
    {
        var vorige = Uitgave.Versies.FirstOrDefault(v => v.Nummer < versie.Nummer && !v.Ingetrokken);
        return vorige is null || versie.Ingetrokken
            ? null
            : $"/data/{Uitgave.Dataset.Code}/verschil?van={vorige.Nummer}&tot={versie.Nummer}";
    }

    /// <summary>
    /// The columns that a table of rows on a page has room for, each with its place among the values.
    /// </summary>
    public static IEnumerable<(Kolom Kolom, int Plek)> InBeeld(Collectie collectie) =>
        collectie.Kolommen.Select((k, i) => (Kolom: k, Plek: i)).Where(k => k.Kolom.InLijst).Take(6);

    /// <summary>As a reader says how large a file is.</summary>
    public static string Grootte(long bytes) =>
        bytes < 1_000_000
            ? $"{Opmaak.Getal(Math.Max(1, bytes / 1000))} kB"
            : $"{Opmaak.Kommagetal(Math.Round(bytes / 1_000_000m, 1))} MB";
}
