using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Data.Oordelen;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>Texts that may name a person: masked on the site until somebody has looked.</summary>
[Authorize(Roles = Rollen.Publicist)]
public sealed class OordelenModel(Oordeelwerk werk, Instellingen instellingen) : BeheerModel
{
    public const int PerKeer = 25;

    /// <summary>The largest amounts first; null: they are being read.</summary>
    public IReadOnlyList<TeBeoordelen>? Lijst { get; private set; }

    /// <summary>What there is to judge, by the title of the dataset.</summary>
    public IReadOnlyList<(string Naam, int Aantal)> Datasets { get; private set; } = [];

    /// <summary>Of which dataset only; null: of all.</summary>
    public string? In { get; private set; }
    public bool Kan => instellingen.StafSchrijft;
    public bool Bezig => werk.Bezig;
    public string? Melding => werk.Melding;

    public async Task OnGetAsync(string? @in)
    {
        await LeesAsync(@in);
        if (Kan && Lijst is null)
        {
            Response.Headers["Refresh"] = "3";
        }
    }

    public async Task<IActionResult> OnPostAsync(string? @in, CancellationToken ct)
    {
        if (!Kan)
        {
            return NotFound();
        }
        var oordelen = new Dictionary<string, string>();
        for (var i = 0; i < PerKeer; i++)
        {
            var (tekst, oordeel) = (Request.Form[$"tekst_{i}"].ToString(), Request.Form[$"oordeel_{i}"].ToString());
            if (tekst.Length > 0 && oordeel is "openbaar" or "persoon")
            {
                oordelen[tekst] = oordeel;
            }
        }
        Fout =
            oordelen.Count == 0 ? "Kies bij ten minste een tekst."
            : await werk.BewaarAsync(Email, oordelen, ct) ? null
            : "Er wordt al een lijst bewaard. Probeer het over een minuut nog eens.";
        if (Fout is null)
        {
            return Redirect($"/beheer/oordelen{(@in is null ? "" : $"?in={Uri.EscapeDataString(@in)}")}");
        }
        await LeesAsync(@in);
        return Page();
    }

    private async Task LeesAsync(string? alleen)
    {
        var alles = Kan && !Bezig ? await werk.LijstAsync() : null;
        In = string.IsNullOrEmpty(alleen) ? null : alleen;
        Lijst = In is null ? alles : alles?.Where(t => t.Datasets.Contains(In)).ToList();
        Datasets =
        [
            .. (alles ?? [])
                .SelectMany(t => t.Datasets)
                .CountBy(d => d)
                .OrderBy(d => d.Key, StringComparer.Ordinal)
                .Select(d => (d.Key, d.Value)),
        ];
    }
}
