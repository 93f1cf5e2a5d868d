using System.Globalization;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>What is in a concept, what it would change, and what can be done with it.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class ControleModel(Conceptwerk concepten, Drempelwaarden drempels, Instellingen instellingen)
    : ConceptModel(concepten, instellingen)
{
    private static readonly TimeZoneInfo Hier = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    /// <summary>From how many per cent fewer rows there is a reason.</summary>
    public int Krimp { get; private set; }

    /// <summary>Whether there is a list to take along.</summary>
    public bool HeeftGevonden =>
        Levering is { Verslag: { AlKlaar: false } v } && v is not { Bevindingen.Count: 0, Meldingen.Count: 0 };
    public ConceptVerschil? Verschil { get; private set; }
    public string? Ingevuld { get; private set; }
    public string? Tijd { get; private set; }

    public async Task<IActionResult> OnGetAsync([FromRoute] int versie, CancellationToken ct) =>
        await LeesAsync(versie, ct) ? await ToonAsync(ct) : NotFound();

    public async Task<IActionResult> OnPostPublicerenAsync(
        [FromRoute] int versie,
        [FromForm] string? wijziging,
        [FromForm] string? moment,
        CancellationToken ct
    )
    {
        if (await MagNietAsync(versie, ct) is { } nee)
        {
            return nee;
        }
        (Ingevuld, Tijd) = (Zin.Veilig(wijziging ?? "", 500).Trim(), moment is { Length: > 0 } ? moment : null);
        Fout =
            Ingevuld.Length == 0 ? "Schrijf in een of twee zinnen wat er nieuw is. Bewoners lezen dat."
            : Privacy.Vind(Ingevuld) is { } soort ? $"Hierin staat een {soort}. Dit komt op de site: haal het weg."
            : Stand.Open > 0 ? "Los eerst de punten op die nog openstaan."
            : Stand.Gepland is not null ? "Dit staat al gepland. Haal eerst de planning weg."
            : Tijd is null ? await Concepten.Werk.PubliceerAsync(Email, Concept, Ingevuld, ct)
            : await PlanAsync(Tijd, ct);
        return Fout is not null ? await ToonAsync(ct)
            : Tijd is null ? Redirect($"/beheer/dataset/{Concept.Code}")
            : Redirect($"/beheer/bekijken/{versie}");
    }

    /// <summary>A choice per finding; the file is then read again by it.</summary>
    public async Task<IActionResult> OnPostBesluitenAsync([FromRoute] int versie, CancellationToken ct)
    {
        if (!await LeesAsync(versie, ct) || Levering?.Verslag?.Bevindingen is not { Count: > 0 } bevindingen)
        {
            return NotFound();
        }
        if (!MagWeggooien)
        {
            return Forbid(Aanmelding.Schema);
        }
        var besluiten = new Dictionary<string, Besluit>();
        for (var i = 0; i < bevindingen.Count; i++)
        {
            var keus = Request.Form[$"keus_{i}"].ToString();
            var reden = Zin.Veilig(Request.Form[$"reden_{i}"].ToString(), 300).Trim();
            if (bevindingen[i].Keuzes.Contains(keus))
            {
                besluiten[Bevinding.Sleutel(bevindingen[i].Soort, bevindingen[i].Kolom)] = new(
                    keus,
                    reden.Length == 0 ? null : reden
                );
            }
        }
        Fout =
            besluiten.Count < bevindingen.Count ? "Kies bij elk punt wat ermee moet gebeuren."
            : besluiten.Values.Any(b => b is { Keus: Bevinding.Toch, Reden: null })
                ? "Schrijf waarom het niet over een persoon gaat. Dat komt in het logboek."
            : await Concepten.BesluitAsync(Email, Concept, Levering, besluiten, ct);
        return Fout is null ? Redirect($"/beheer/aanlevering/{Levering.Id}") : await ToonAsync(ct);
    }

    public async Task<IActionResult> OnPostOpnieuwAsync([FromRoute] int versie, CancellationToken ct)
    {
        if (!await LeesAsync(versie, ct) || Levering is null || !MagOpnieuw)
        {
            return NotFound();
        }
        Fout = await Concepten.LeesOpnieuwAsync(Email, Concept, Levering, ct);
        return Fout is null ? Redirect($"/beheer/aanlevering/{Levering.Id}") : await ToonAsync(ct);
    }

    public async Task<IActionResult> OnPostNietPlannenAsync([FromRoute] int versie, CancellationToken ct)
    {
        if (await MagNietAsync(versie, ct) is { } nee)
        {
            return nee;
        }
        await Concepten.Werk.OntplanAsync(Email, Concept, ct);
        return Redirect($"/beheer/controle/{versie}");
    }

    public async Task<IActionResult> OnPostIntrekkenAsync(
        [FromRoute] int versie,
        [FromForm] string? reden,
        CancellationToken ct
    )
    {
        if (!await LeesAsync(versie, ct))
        {
            return NotFound();
        }
        if (!MagWeggooien)
        {
            return Forbid(Aanmelding.Schema);
        }
        var waarom = Zin.Veilig(reden ?? "", 500).Trim();
        Fout =
            waarom.Length == 0
                ? "Schrijf waarom dit concept weg kan."
                : await Concepten.Werk.TrekInAsync(Email, Concept.Code, Concept.Nummer, waarom, ct);
        return Fout is null ? Redirect("/beheer") : await ToonAsync(ct);
    }

    private async Task<IActionResult?> MagNietAsync(int versie, CancellationToken ct) =>
        Rol != Rollen.Publicist ? Forbid(Aanmelding.Schema)
        : !await LeesAsync(versie, ct) ? NotFound()
        : Stand.MagPubliceren ? null
        : Forbid(Aanmelding.Schema);

    private async Task<string?> PlanAsync(string moment, CancellationToken ct)
    {
        if (
            !DateTime.TryParseExact(
                moment,
                ["yyyy-MM-dd'T'HH:mm", "yyyy-MM-dd'T'HH:mm:ss"],
                CultureInfo.InvariantCulture,
                DateTimeStyles.None,
                out var hier
            ) || Hier.IsInvalidTime(hier)
        )
        {
            return "Kies een dag en een tijd, bijvoorbeeld 1-12-2026 09:00.";
        }
        var op = TimeZoneInfo.ConvertTimeToUtc(hier, Hier);
        if (op <= DateTime.UtcNow || op > DateTime.UtcNow.AddYears(1))
        {
            return "Dat moment is voorbij, of meer dan een jaar weg. Laat het leeg om nu te publiceren.";
        }
        await Concepten.Werk.PlanAsync(Email, Id, Concept, op, Ingevuld!, ct);
        return null;
    }

    private async Task<IActionResult> ToonAsync(CancellationToken ct)
    {
        Verschil = await Concepten.VerschilAsync(Concept, ct);
        Krimp = (await drempels.LeesAsync(ct)).Krimp;
        return Page();
    }
}
