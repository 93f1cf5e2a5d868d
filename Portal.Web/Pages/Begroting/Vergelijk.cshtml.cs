using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;

namespace Portal.Web.Pages.Begroting;

/// <summary>One area in the comparison: its money per programme, who live there, and a measure of need.</summary>
public sealed record VergelekenGebied(GebiedDetail Gebied, GebiedBedragRow? Bedrag, IReadOnlyList<SomRow> Sommen, MetingRow? Ses)
{
    public int? Inwoners => Bedrag?.Inwoners ?? Gebied.Inwoners;

    /// <summary>All money of the area; of the city also what is in no area.</summary>
    public decimal? Totaal(string fase, string bl) => Sommen.Any(s => s.Fase == fase && s.Bl == bl) ? Sommen.Where(s => s.Fase == fase && s.Bl == bl).Sum(s => s.Bedrag) : null;

    public decimal? PerInwoner(string fase, string bl, string? programma)
    {
        var rijen = Sommen.Where(s => s.Fase == fase && s.Bl == bl && (programma is null || s.Programma == programma)).ToList();
        return rijen.Count == 0 || Inwoners is null or < 50 ? null : rijen.Sum(s => s.Bedrag) / Inwoners;
    }
}

/// <summary>Two to four areas side by side, per head, with the city and a measure of need; no ranking.</summary>
[OutputCache(PolicyName = Caching.OpenData)]
public sealed class VergelijkModel(BegrotingQueries begroting, GebiedQueries gebieden, MetingQueries metingen) : PageModel
{
    private const int Meeste = 4;

    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = null!;
    public IReadOnlyList<VergelekenGebied> Gebieden { get; private set; } = [];
    public VergelekenGebied? Stad { get; private set; }

    /// <summary>All areas of the kind of the first one, for the range.</summary>
    public IReadOnlyList<GebiedBedragRow> Alle { get; private set; } = [];

    /// <summary>Areas of about the same size as the first one.</summary>
    public IReadOnlyList<GebiedBedragRow> Gelijken { get; private set; } = [];

    public string Soort => Gebieden.Count == 0 ? "buurt" : Gebieden[0].Gebied.Soort;

    public async Task<IActionResult> OnGetAsync(string[] gebied, BegrotingFilter filter, CancellationToken ct)
    {
        Aanbod = await begroting.AanbodAsync(ct);
        if (Aanbod.Kies(filter with { Programma = null }) is not { } keuze || gebied.Length > Meeste)
        {
            return BadRequest();
        }
        Keuze = keuze;
        var codes = gebied.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim()).Distinct().ToList();
        var stad = await gebieden.StadAsync(ct);
        var ses = await metingen.VanAsync("ses-woa", [.. codes, stad ?? ""], ct);
        foreach (var code in codes)
        {
            if (await LeesAsync(code, ses, ct) is not { } gevonden)
            {
                return NotFound();
            }
            Gebieden = [.. Gebieden, gevonden];
        }
        Stad = stad is null ? null : await LeesAsync(stad, ses, ct);
        Alle = await begroting.ListAsync(Soort, keuze, ct);
        Gelijken = Gebieden.Count == 0 || Gebieden[0].Inwoners is not { } inwoners ? [] : [.. Alle.Where(a => a.Inwoners >= 50 && !codes.Contains(a.Code)).OrderBy(a => Math.Abs(a.Inwoners!.Value - inwoners)).Take(5)];
        return Page();
    }

    private async Task<VergelekenGebied?> LeesAsync(string code, IReadOnlyDictionary<string, MetingRow> ses, CancellationToken ct)
    {
        if (await gebieden.OpCodeAsync(code, ct) is not { } rij || await gebieden.FindAsync(rij.Soort, code, ct) is not { } gebied)
        {
            return null;
        }
        var bedrag = (await begroting.ListAsync(rij.Soort, Keuze, ct)).FirstOrDefault(g => g.Code == code);
        return new(gebied, bedrag, await begroting.SommenAsync(rij.Soort, code, Keuze.Jaar, ct), ses.GetValueOrDefault(code));
    }

    /// <summary>This comparison with one area more.</summary>
    public string Met(string code) =>
        "/begroting/vergelijk" + QueryString.Create(Gebieden.Select(g => g.Gebied.Code).Append(code).Select(c => new KeyValuePair<string, string?>("gebied", c))
            .Append(new("jaar", $"{Keuze.Jaar}")).Append(new("fase", Keuze.Fase)).Append(new("bl", Keuze.Bl)));
}
