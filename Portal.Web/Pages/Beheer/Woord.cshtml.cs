using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>
/// The words for one place: write, look, save; a publicist makes them public. What stood there before stays.
/// </summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class WoordModel(Paginateksten teksten, Logboek logboek, Instellingen instellingen) : BeheerModel
{
    private const int Langst = 20_000;

    public Tekstplek Plek { get; private set; } = null!;
    public IReadOnlyList<PaginatekstRow> Geschiedenis { get; private set; } = [];
    public string Tekst { get; private set; } = "";
    public bool Voorbeeld { get; private set; }

    private PaginatekstRow? Laatste => Geschiedenis is [var laatste, ..] ? laatste : null;

    /// <summary>What was saved last, where it is not public.</summary>
    public PaginatekstRow? Wacht => Geschiedenis is [{ GepubliceerdOp: null } eerste, ..] ? eerste : null;
    public bool IsEigen => instellingen.VierOgen && Wacht?.MedewerkerId == Id;

    /// <param name="van">An earlier one, to go on from.</param>
    public async Task<IActionResult> OnGetAsync([FromRoute] string plek, [FromQuery] long? van, CancellationToken ct)
    {
        if (!await LeesAsync(plek, ct))
        {
            return NotFound();
        }
        var gekozen = van is null ? Laatste : Geschiedenis.FirstOrDefault(g => g.Id == van);
        Tekst = gekozen?.Markdown ?? "";
        return Page();
    }

    public async Task<IActionResult> OnPostBekijkenAsync(
        [FromRoute] string plek,
        [FromForm] string? tekst,
        CancellationToken ct
    )
    {
        if (!await LeesAsync(plek, ct))
        {
            return NotFound();
        }
        (Tekst, Voorbeeld) = (Schoon(tekst), true);
        return Page();
    }

    public async Task<IActionResult> OnPostBewarenAsync(
        [FromRoute] string plek,
        [FromForm] string? tekst,
        CancellationToken ct
    )
    {
        if (!await LeesAsync(plek, ct))
        {
            return NotFound();
        }
        Tekst = Schoon(tekst);
        Fout =
            Tekst.Length > Langst ? $"De tekst is langer dan {Opmaak.Getal(Langst)} tekens."
            : Privacy.Vind(Tekst) is { } soort ? $"In de tekst staat een {soort}. Haal gegevens van personen weg."
            : Tekst == (Laatste?.Markdown ?? "") ? "Er is niets veranderd."
            : null;
        if (Fout is not null)
        {
            return Page();
        }
        await logboek.SchrijfAsync(Email, "tekst geschreven", ct, details: new { plek });
        await teksten.BewaarAsync(plek, Tekst, Id, ct);
        return Redirect($"/beheer/woord/{plek}");
    }

    public async Task<IActionResult> OnPostPublicerenAsync(
        [FromRoute] string plek,
        [FromForm] long id,
        CancellationToken ct
    )
    {
        if (Rol != Rollen.Publicist)
        {
            return Forbid(Aanmelding.Schema);
        }
        if (!await LeesAsync(plek, ct))
        {
            return NotFound();
        }
        if (IsEigen)
        {
            return Forbid(Aanmelding.Schema);
        }
        await logboek.SchrijfAsync(Email, "tekst gepubliceerd", ct, details: new { plek, id });
        if (!await teksten.PubliceerAsync(plek, id, ct))
        {
            Fout = "Iemand schreef intussen iets anders. Kijk dat eerst na.";
            await LeesAsync(plek, ct);
            Tekst = Laatste?.Markdown ?? "";
            return Page();
        }
        return Redirect($"/beheer/woord/{plek}");
    }

    private static string Schoon(string? tekst) =>
        (tekst ?? "")
            .Replace("\r\n", "\n", StringComparison.Ordinal)
            .Replace("\0", "", StringComparison.Ordinal)
            .Trim();

    private async Task<bool> LeesAsync(string plek, CancellationToken ct)
    {
        if (await teksten.PlekAsync(plek, ct) is not { } gevonden)
        {
            return false;
        }
        (Plek, Geschiedenis) = (gevonden, await teksten.GeschiedenisAsync(plek, ct));
        return true;
    }
}
