using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>What is public of a dataset: undo the last version, or take it off the site.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class DatasetModel(
    DatasetQueries datasets,
    Aanleveringen aanleveringen,
    Publicatiewerk werk,
    Rijwerk rijen,
    Instellingen instellingen
) : BeheerModel
{
    private (AanleveringRow Levering, string Sha256)? _vanNu;

    public string Code { get; private set; } = "";
    public string Titel => Versies[0].Titel;
    public IReadOnlyList<DatasetVersieRow> Versies { get; private set; } = [];
    public DatasetVersieRow? Nu => Versies.FirstOrDefault(v => v.Status == "gepubliceerd");

    /// <summary>By which kind of import a new version comes.</summary>
    public string Soort => Onderwerpen.Van(Versies[0].Onderwerp).Imports[0].Naam;
    public bool PerRij => Onderwerpen.Van(Versies[0].Onderwerp).Tabellen.Any(t => t.Leven == Leven.PerRij);
    public bool MagBeschrijven => instellingen.StafSchrijft && Nu is not null && (PerRij || _vanNu is not null);

    /// <summary>The version before that counts again when the last one is undone; null: then nothing does.</summary>
    public DatasetVersieRow? Ervoor => Versies.FirstOrDefault(v => v.Status == "vervangen");
    public bool Kan => instellingen.StafSchrijft;
    public bool MagTerug => instellingen.StafSchrijft && Rol == Rollen.Publicist && Nu is not null;

    public async Task<IActionResult> OnGetAsync([FromRoute] string code, CancellationToken ct) =>
        await LeesAsync(code, ct) ? Page() : NotFound();

    /// <summary>Other words for the same rows: a version, which is then described as any other.</summary>
    public async Task<IActionResult> OnPostBeschrijvenAsync([FromRoute] string code, CancellationToken ct)
    {
        if (!await LeesAsync(code, ct) || !instellingen.StafSchrijft)
        {
            return NotFound();
        }
        try
        {
            if (_vanNu is var (levering, sha256))
            {
                var id = await rijen.BeschrijfGeheelAsync((Id, Email), code, levering, sha256, ct);
                return Redirect($"/beheer/aanlevering/{id}");
            }
            return Redirect($"/beheer/beschrijven/{await rijen.BeschrijfAsync((Id, Email), code, ct)}");
        }
        catch (ImportFout fout)
        {
            Fout = fout.Message;
            return Page();
        }
    }

    public Task<IActionResult> OnPostTerugAsync(
        [FromRoute] string code,
        [FromForm] int versie,
        [FromForm] string? reden,
        CancellationToken ct
    ) => DoeAsync(code, versie, reden, werk.NeemTerugAsync, ct);

    public Task<IActionResult> OnPostIntrekkenAsync(
        [FromRoute] string code,
        [FromForm] int versie,
        [FromForm] string? reden,
        CancellationToken ct
    ) => DoeAsync(code, versie, reden, werk.TrekInAsync, ct);

    private async Task<IActionResult> DoeAsync(
        string code,
        int versie,
        string? reden,
        Func<string, string, int, string, CancellationToken, Task<string?>> doe,
        CancellationToken ct
    )
    {
        if (Rol != Rollen.Publicist)
        {
            return Forbid(Aanmelding.Schema);
        }
        if (!await LeesAsync(code, ct))
        {
            return NotFound();
        }
        var waarom = Zin.Veilig(reden ?? "", 500).Trim();
        Fout =
            waarom.Length == 0 ? "Schrijf waarom."
            : !MagTerug || Nu!.Nummer != versie ? "Er is intussen een andere versie online. Er is niets veranderd."
            : await doe(Email, code, versie, waarom, ct);
        return Fout is null ? Redirect($"/beheer/dataset/{code}") : Page();
    }

    private async Task<bool> LeesAsync(string code, CancellationToken ct)
    {
        (Code, Versies) = (code, await datasets.VersiesAsync(code, ct));
        if (Versies.Count == 0)
        {
            return false;
        }
        var vanNu = PerRij ? null : await aanleveringen.VanNuAsync(code, ct);
        _vanNu = vanNu is var (l, _) && Aanleversoorten.IsBestand(l.Soort, l.Gezegd) ? vanNu : null;
        return true;
    }
}
