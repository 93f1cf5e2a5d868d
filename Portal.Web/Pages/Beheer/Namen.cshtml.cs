using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>
/// What areas are also called, and which names are no proof of a place. A change is a delivery of the whole list.
/// </summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class NamenModel(
    Namenlijsten namen,
    Aanlevermap map,
    Aanleveringen aanleveringen,
    Aanleverwacht wacht,
    Logboek logboek
) : BeheerModel
{
    public IReadOnlyList<GebiedsnaamRow> Namen { get; private set; } = [];
    public GebiedsnaamRow Nieuw { get; private set; } = new(0, "", null, null, null, null);

    public async Task OnGetAsync(CancellationToken ct) => Namen = await namen.ListAsync(ct);

    public async Task<IActionResult> OnPostErbijAsync(
        [FromForm] string? naam,
        [FromForm] string? gebied,
        [FromForm] string? reden,
        [FromForm] string? stadsdeel,
        CancellationToken ct
    )
    {
        Namen = await namen.ListAsync(ct);
        Nieuw = new(0, Tekst(naam) ?? "", Tekst(gebied), null, Tekst(reden), Tekst(stadsdeel));
        Fout =
            Nieuw.Naam.Length < 2 ? "Vul in: de naam."
            : Nieuw is { Gebied: null, Reden: null }
                ? "Vul het gebied in dat zo heet, of de reden waarom de naam niet telt."
            : null;
        return Fout is null ? await LeverAsync(Namen.Append(Nieuw), new { erbij = Nieuw }, ct) : Page();
    }

    public async Task<IActionResult> OnPostWegAsync([FromForm] int rij, [FromForm] string? naam, CancellationToken ct)
    {
        Namen = await namen.ListAsync(ct);
        var weg = Namen.FirstOrDefault(n => n.Rij == rij && n.Naam == naam);
        Fout =
            weg is null ? "De lijst is intussen veranderd. Kijk nog eens."
            : Namen.Count == 1 ? "De laatste naam kan niet weg: een lege lijst is geen levering."
            : null;
        return Fout is null ? await LeverAsync(Namen.Where(n => n != weg), new { weg }, ct) : Page();
    }

    private async Task<IActionResult> LeverAsync(IEnumerable<GebiedsnaamRow> lijst, object wat, CancellationToken ct)
    {
        const string naam = "namen-van-gebieden.csv";
        var plek = await map.BewaarAsync(naam, new MemoryStream(Namenbestand.Schrijf(lijst)), ct);
        var id = await aanleveringen.MaakAsync(Id, "namen", naam, plek, new Dictionary<string, string>(), ct);
        await logboek.SchrijfAsync(
            Email,
            "namen gewijzigd",
            ct,
            "gebiedsnamen",
            details: new { aanlevering = id, wat }
        );
        wacht.Wek();
        return Redirect($"/beheer/aanlevering/{id}");
    }

    private static string? Tekst(string? tekst) =>
        Zin.Veilig(tekst ?? "", 300).Trim() is { Length: > 0 } schoon ? schoon : null;
}
