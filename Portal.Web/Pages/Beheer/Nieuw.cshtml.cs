using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Mvc;
using Portal.Data;
using Portal.Data.Beheer;
using Portal.Data.Datasets;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Beheer;

/// <summary>A file and what must be said beside it; it is loaded as a concept, in the background.</summary>
[Authorize(Roles = $"{Rollen.Redacteur},{Rollen.Publicist}")]
public sealed class NieuwModel(
    Aanlevermap map,
    Aanleveringen aanleveringen,
    Aanleverwacht wacht,
    Logboek logboek,
    Instellingen instellingen
) : BeheerModel
{
    private const int MeestTegelijk = 10;

    public Importsoort Soort { get; private set; } = Aanleversoorten.Alle[0];
    public IReadOnlyList<Optie> Velden => Aanleversoorten.Velden(Soort);
    public Dictionary<string, string> Ingevuld { get; private set; } = [];
    public bool Kan => instellingen.StafSchrijft;
    public string Grens => Opmaak.Getal(Aanlevermap.Grens(instellingen) / 1_000_000);

    /// <param name="dataset">A new version of this one: what was filled in before stands there.</param>
    /// <param name="vorige">What was refused: what was filled in for it stands there.</param>
    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string soort,
        [FromQuery] string? dataset,
        [FromQuery] string? vorige,
        CancellationToken ct
    )
    {
        if (!Kies(soort))
        {
            return NotFound();
        }
        if (
            int.TryParse(vorige, out var id)
            && await aanleveringen.VindAsync(id, ct) is { } eerder
            && eerder.Soort == soort
        )
        {
            Ingevuld = new(eerder.Gezegd);
        }
        if (dataset is not null)
        {
            Ingevuld = await aanleveringen.VorigeKeuzesAsync(soort, dataset, ct);
            if (Velden.Any(v => v.Naam == "dataset"))
            {
                Ingevuld.TryAdd("dataset", dataset);
            }
        }
        return Page();
    }

    public async Task<IActionResult> OnPostAsync([FromRoute] string soort, IFormFile? bestand, CancellationToken ct)
    {
        if (!Kies(soort) || !Kan)
        {
            return NotFound();
        }
        try
        {
            Ingevuld = Velden.ToDictionary(v => v.Naam, v => Request.Form[v.Naam].ToString());
            var gezegd = Aanleversoorten.Lees(Soort, Request.Form);
            await NoemLaagAsync(gezegd, ct);
            return await NeemAanAsync(bestand, gezegd, ct);
        }
        catch (ImportFout fout)
        {
            Fout = fout.Message;
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            Fout = "Het bestand kon niet worden bewaard. Is de schijf vol? Meld het aan uw beheerder.";
        }
        return Page();
    }

    // Made of a title it may be the name of another layer, which it would take the place of
    private async Task NoemLaagAsync(Dictionary<string, string> gezegd, CancellationToken ct)
    {
        if (Soort.Naam != Aanleversoorten.Laag || gezegd.ContainsKey(Aanleversoorten.Dataset))
        {
            return;
        }
        var naam = Aanleversoorten.Adresnaam(gezegd["titel"]);
        if (await aanleveringen.BestaatAsync(naam, ct))
        {
            throw new ImportFout(
                $"Er is al een dataset ‘{naam}’. Is dit een nieuwe versie daarvan? Vul dan ‘{naam}’ in bij het veld "
                    + "Dataset. Is het iets anders? Kies een andere titel."
            );
        }
        gezegd[Aanleversoorten.Dataset] = naam;
    }

    private async Task<IActionResult> NeemAanAsync(
        IFormFile? bestand,
        Dictionary<string, string> gezegd,
        CancellationToken ct
    )
    {
        if (bestand is null || bestand.Length == 0)
        {
            throw new ImportFout("Kies een bestand waar iets in staat.");
        }
        if (
            (await aanleveringen.OpenAsync(ct)).Count(a => a.MedewerkerId == Id && a.Status == "wacht") >= MeestTegelijk
        )
        {
            throw new ImportFout($"Er wachten al {MeestTegelijk} bestanden van u. Wacht tot die zijn geladen.");
        }
        var naam = Aanlevermap.Veilig(bestand.FileName);
        var plek = await map.BewaarAsync(bestand, ct);
        foreach (var optie in Aanleversoorten.Bijlagen(Soort))
        {
            if (Request.Form.Files[$"bij_{optie.Naam}"] is { Length: > 0 } erbij)
            {
                gezegd[optie.Naam] = await map.BewaarBijAsync(plek, optie.Naam, erbij, ct);
            }
        }
        var id = await aanleveringen.MaakAsync(Id, Soort.Naam, naam, plek, gezegd, ct);
        await logboek.SchrijfAsync(
            Email,
            "aangeleverd",
            ct,
            gezegd.GetValueOrDefault("dataset"),
            details: new
            {
                aanlevering = id,
                soort = Soort.Naam,
                bestand = naam,
                gezegd,
            }
        );
        wacht.Wek();
        return Redirect($"/beheer/aanlevering/{id}");
    }

    private bool Kies(string soort)
    {
        var gekozen = Aanleversoorten.Alle.FirstOrDefault(s => s.Naam == soort);
        Soort = gekozen ?? Soort;
        return gekozen is not null;
    }
}
