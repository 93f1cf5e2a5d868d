using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data.Beheer;
using Portal.Data.Bestanden;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>How far a delivery is: it waits, it is read, it was refused; when it is a concept, that is next.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class AanleveringModel(Aanleveringen aanleveringen, Aanlevermap map, Aanleverwacht wacht, Logboek logboek)
    : BeheerModel
{
    public AanleveringRow Levering { get; private set; } = null!;

    /// <summary>It was loaded before; it can be read once more, to be described otherwise.</summary>
    public bool MagToch =>
        Levering is { Status: "klaar", VersieId: null } l && Aanleversoorten.IsBestand(l.Soort, l.Gezegd);

    public async Task<IActionResult> OnGetAsync([FromRoute] int id, CancellationToken ct)
    {
        if (!await LeesAsync(id, ct))
        {
            return NotFound();
        }
        if (Levering is { Status: "klaar", VersieId: { } versie })
        {
            return Redirect($"/beheer/controle/{versie}");
        }
        if (Levering.Status is "wacht" or "bezig")
        {
            Response.Headers["Refresh"] = "2";
        }
        return Page();
    }

    /// <summary>Every rejected row.</summary>
    public async Task<IActionResult> OnGetAfgewezenAsync([FromRoute] int id, CancellationToken ct) =>
        await LeesAsync(id, ct) && map.Afgewezen(Levering.Map) is { } pad
            ? PhysicalFile(pad, "text/csv; charset=utf-8", $"afgewezen-{id}.csv")
            : NotFound();

    /// <summary>Everything that points at persons, each with its row.</summary>
    public async Task<IActionResult> OnGetGevondenAsync([FromRoute] int id, CancellationToken ct) =>
        await LeesAsync(id, ct) && map.Bevindingen(Levering.Map) is { } pad
            ? PhysicalFile(pad, "text/csv; charset=utf-8", $"gevonden-{id}.csv")
            : NotFound();

    public async Task<IActionResult> OnPostOpnieuwAsync(
        [FromRoute] int id,
        [FromForm] string? reden,
        CancellationToken ct
    )
    {
        if (!await LeesAsync(id, ct))
        {
            return NotFound();
        }
        if (MagToch)
        {
            await logboek.SchrijfAsync(Email, "opnieuw gelezen", ct, details: new { aanlevering = id });
            if (await aanleveringen.LeesOpnieuwAsync(id, ct))
            {
                wacht.Wek();
            }
            return Redirect($"/beheer/aanlevering/{id}");
        }
        if (!Webzin.VraagtReden(Levering.Fout))
        {
            return NotFound();
        }
        var waarom = Zin.Veilig(reden ?? "", 500).Trim();
        if (waarom.Length == 0)
        {
            Fout = "Schrijf waarom het klopt.";
            return Page();
        }
        await logboek.SchrijfAsync(Email, "toch laden", ct, details: new { aanlevering = id, waarom });
        if (await aanleveringen.OpnieuwAsync(id, waarom, ct))
        {
            wacht.Wek();
        }
        return Redirect($"/beheer/aanlevering/{id}");
    }

    public async Task<IActionResult> OnPostWegleggenAsync([FromRoute] int id, CancellationToken ct)
    {
        if (!await LeesAsync(id, ct) || Levering.Status is not ("geweigerd" or "weggelegd"))
        {
            return NotFound();
        }
        if (Levering.Status == "weggelegd")
        {
            return Redirect("/beheer");
        }
        if (!MagWegleggen(Levering))
        {
            return Forbid(Aanmelding.Schema);
        }
        await logboek.SchrijfAsync(
            Email,
            "van de werklijst gehaald",
            ct,
            details: new { aanlevering = id, Levering.Bestand }
        );
        await aanleveringen.LegWegAsync(id, ct);
        return Redirect("/beheer");
    }

    private async Task<bool> LeesAsync(int id, CancellationToken ct)
    {
        if (await aanleveringen.VindAsync(id, ct) is not { } gevonden)
        {
            return false;
        }
        Levering = gevonden;
        return true;
    }
}
