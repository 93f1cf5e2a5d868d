using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OutputCaching;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Kaart;

/// <summary>How the home page shows the money: the level of the areas, per inhabitant or in total, and the order of the table.</summary>
public sealed record KaartWeergave(string? Niveau, string? Per, string? Sorteer);

/// <summary>The map of spending, and the same figures as a table.</summary>
[OutputCache(PolicyName = Caching.OpenData)]
public sealed class IndexModel(BegrotingQueries queries) : PageModel
{
    public static readonly string[] Sorteringen = ["naam", "bedrag", "inwoner"];

    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = new(0, "", null, "L", "alles");
    public string Niveau { get; private set; } = "buurt";
    public bool PerInwoner { get; private set; }
    public string Sorteer { get; private set; } = "naam";
    public IReadOnlyList<GebiedBedragRow> Gebieden { get; private set; } = [];
    public IReadOnlyList<RestRow> Rest { get; private set; } = [];
    public Klassen Klassen { get; private set; } = new([]);

    public bool KanPerInwoner => Gebieden.Any(g => g.PerInwoner is not null);

    /// <summary>Whether the reader already chose something that is folded away by default.</summary>
    public bool MeerKeuzes { get; private set; }

    public decimal InGebieden => Gebieden.Sum(g => g.Bedrag ?? 0);
    public decimal Totaal => InGebieden + Rest.Sum(r => r.Bedrag);
    public string? Programma => Aanbod.Programmas.FirstOrDefault(p => p.Code == Keuze.Programma)?.Naam;

    public async Task<IActionResult> OnGetAsync(BegrotingFilter filter, KaartWeergave weergave, CancellationToken ct)
    {
        Aanbod = await queries.AanbodAsync(ct);
        (Niveau, Sorteer) = (weergave.Niveau ?? "buurt", weergave.Sorteer ?? "naam");
        if (Aanbod.Kies(filter) is not { } keuze || !Teksten.Niveaus.ContainsKey(Niveau) || !Sorteringen.Contains(Sorteer) || weergave.Per is not (null or "inwoner" or "totaal"))
        {
            return BadRequest();
        }
        Keuze = keuze;
        MeerKeuzes = filter.Fase is not null || filter.Tel is not null || weergave.Niveau is not null || weergave.Per is not null;
        Gebieden = await queries.ListAsync(Niveau, keuze, ct);
        if (weergave.Niveau is null && Gebieden.Count(g => g.Bedrag is not null) < Gebieden.Count / 10)
        {
            Niveau = "wijk"; // hardly any buurt has a figure: wijken show more
            Gebieden = await queries.ListAsync(Niveau, keuze, ct);
        }
        Rest = await queries.RestAsync(Niveau, keuze, ct);
        PerInwoner = weergave.Per == "inwoner" || (weergave.Per is null && (KanPerInwoner || Gebieden.Count == 0));
        Klassen = Klassen.Van(Gebieden.Select(Waarde));
        Gebieden = [.. Gesorteerd()];
        return Page();
    }

    public decimal? Waarde(GebiedBedragRow gebied) => PerInwoner ? gebied.PerInwoner : gebied.Bedrag;

    /// <summary>This page with one choice changed.</summary>
    public string Met(string naam, string waarde)
    {
        var keuzes = new Dictionary<string, string?>
        {
            ["jaar"] = $"{Keuze.Jaar}", ["fase"] = Keuze.Fase, ["programma"] = Keuze.Programma, ["bl"] = Keuze.Bl, ["tel"] = Keuze.Tel,
            ["niveau"] = Niveau, ["per"] = PerInwoner ? "inwoner" : "totaal", ["sorteer"] = Sorteer, [naam] = waarde,
        };
        return "/" + QueryString.Create(keuzes.Where(k => k.Value is not null));
    }

    /// <summary>The map of exactly these figures.</summary>
    public string GeoJson =>
        $"/{GebiedDataset.Meervoud(Niveau)}.geojson"
        + QueryString.Create(new Dictionary<string, string?> { ["jaar"] = $"{Keuze.Jaar}", ["fase"] = Keuze.Fase, ["programma"] = Keuze.Programma, ["bl"] = Keuze.Bl, ["tel"] = Keuze.Tel }.Where(k => k.Value is not null));

    // Areas without a figure come last, whatever the order.
    private IEnumerable<GebiedBedragRow> Gesorteerd() =>
        Sorteer switch
        {
            "bedrag" => Gebieden.OrderByDescending(g => g.Bedrag.HasValue).ThenByDescending(g => g.Bedrag).ThenBy(g => g.Naam, StringComparer.Create(new("nl-NL"), true)),
            "inwoner" => Gebieden.OrderByDescending(g => g.PerInwoner.HasValue).ThenByDescending(g => g.PerInwoner).ThenBy(g => g.Naam, StringComparer.Create(new("nl-NL"), true)),
            _ => Gebieden.OrderBy(g => g.Naam, StringComparer.Create(new("nl-NL"), true)),
        };
}
