using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;
using Portal.Data.Iv3;
using Portal.Data.Uitvoer;
using Portal.Data.Vergunningen;
using Portal.Web.Components;
using Portal.Web.Pages.Kaart;

namespace Portal.Web.Pages.Begin;

/// <summary>
/// The first page: find your buurt, and what the city knows at a glance. What it chooses (year, phase, level) is the
/// usual choice; another is made on the map.
/// </summary>
[Toont(BegrotingOnderwerp.Code, InitiatiefOnderwerp.Code, VergunningOnderwerp.Code, BekendmakingOnderwerp.Code)]
public sealed class IndexModel(
    BegrotingQueries begroting,
    GebiedQueries gebieden,
    KaartjeQueries kaartjes,
    PostQueries posten,
    Iv3Queries iv3,
    CollectieQueries collecties,
    BekendmakingQueries bekendmakingen,
    DatasetQueries datasets,
    Werkgebied werkgebied
) : PageModel
{
    private const int Getoond = 4;

    /// <summary>Where buurten hold less of the money than this, a map of them says too little.</summary>
    private const decimal GenoegInBuurten = 0.05m;

    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = null!;
    public GebiedDetail? Stad { get; private set; }

    /// <summary>The part of the municipality that the portal is about; null is all of it.</summary>
    public GebiedDetail? Binnen { get; private set; }

    /// <summary>
    /// What the municipality spent on everything, as it reported to the national statistics; null also where the money
    /// below is that same figure.
    /// </summary>
    public (int Jaar, decimal Bedrag)? Alles { get; private set; }

    /// <summary>Where the money of the whole city is, from buurt to not known; together it is all of it.</summary>
    public IReadOnlyList<RestRow> Plekken { get; private set; } = [];

    /// <summary>The money of <see cref="Binnen"/>, or of the whole city.</summary>
    public decimal Totaal { get; private set; }

    /// <summary>The part of <see cref="Totaal"/> that is of the areas on the map.</summary>
    public decimal OpDeKaart => Vlakken.Sum(v => Gebieden.GetValueOrDefault(v.Code)?.Bedrag ?? 0);

    public string Niveau { get; private set; } = "buurt";
    public IReadOnlyDictionary<string, GebiedBedragRow> Gebieden { get; private set; } =
        new Dictionary<string, GebiedBedragRow>();
    public IReadOnlyList<KaartVlak> Vlakken { get; private set; } = [];
    public Klassen Klassen { get; private set; } = new([]);
    public string Per { get; private set; } = "inwoner";
    public IReadOnlyList<PostLijstRow> Posten { get; private set; } = [];
    public IReadOnlyList<BekendmakingRow> Bekendmakingen { get; private set; } = [];

    /// <summary>The newest of them in the city, where it is old.</summary>
    public DateOnly? Oud { get; private set; }
    public Collectie Plannen { get; } = InitiatiefOnderwerp.Register.Collectie;
    public IReadOnlyList<CollectieRow> Initiatieven { get; private set; } = [];
    public IReadOnlyList<DatasetRow> Nieuw { get; private set; } = [];

    public decimal In(params string[] niveaus) => Plekken.Where(p => niveaus.Contains(p.Niveau)).Sum(p => p.Bedrag);

    public IReadOnlyList<Staaf> WaarHetIs =>
        [.. Plekken.Select(p => new Staaf(Taal.Zin(Teksten.Plekken[p.Niveau]), p.Bedrag))];

    public string? Figuur(KaartVlak vlak) =>
        Gebieden.GetValueOrDefault(vlak.Code)?.In(Per) is { } bedrag
            ? Per == "totaal"
                ? Opmaak.EuroKort(bedrag)
                : Opmaak.EuroPerHoofd(bedrag)
            : null;

    public string Kleur(KaartVlak vlak) => Klassen.Stijl(Gebieden.GetValueOrDefault(vlak.Code)?.In(Per));

    public async Task<IActionResult> OnGetAsync(BegrotingFilter filter, KaartWeergave weergave, CancellationToken ct)
    {
        if (
            Request.QueryString.HasValue
            && (
                filter != new BegrotingFilter(null, null, null, null, null)
                || weergave != new KaartWeergave(null, null, null, weergave.Laag)
            )
        )
        {
            return RedirectPermanent("/kaart" + Request.QueryString); // where the map with its choices was before
        }
        Aanbod = await begroting.AanbodAsync(ct);
        Keuze = Aanbod.Kies(new(null, null, null, null, null))!;
        if (await gebieden.StadAsync(ct) is { } code)
        {
            Stad = await gebieden.FindAsync(Gebiedsoorten.Stad, code, ct);
            Binnen = await werkgebied.LeesAsync(ct);
            Bekendmakingen = await bekendmakingen.NieuwsteAsync(Binnen?.Code ?? code, Getoond, ct);
            Oud = await collecties.OudAsync(BekendmakingOnderwerp.Register.Collectie, ct);
        }
        Alles = Stad is null ? null : await iv3.NieuwsteTotaalAsync(Stad.Naam, ct);
        await LeesGeldAsync(ct);
        if (
            Keuze is { Fase: "realisatie" }
            && Alles is { } alles
            && alles.Jaar == Keuze.Jaar
            && Leest(alles.Bedrag) == Leest(Totaal)
        )
        {
            Alles = null;
        }
        Initiatieven = await collecties.ListAsync(Plannen, new(Binnen?.Code), Getoond, 0, ct);
        Nieuw = [.. (await datasets.ListAsync(ct)).OrderByDescending(d => d.GeladenOp).Take(Getoond)];
        return Page();
    }

    private static string Leest(decimal bedrag) => Opmaak.EuroKort(bedrag); // Iv3 is in thousands of euros

    private async Task LeesGeldAsync(CancellationToken ct)
    {
        var soorten = await gebieden.SoortenAsync(ct);
        var buurten = await begroting.ListAsync("buurt", Keuze, ct);
        if (Binnen is null)
        {
            Plekken = Web.Plekken.Van(buurten.Sum(b => b.Bedrag ?? 0), await begroting.RestAsync("buurt", Keuze, ct));
            Totaal = Plekken.Sum(p => p.Bedrag);
        }
        else
        {
            Totaal = (await begroting.FindAsync(Binnen.Soort, Binnen.Code, Keuze, ct))?.Bedrag ?? 0;
        }
        await KiesNiveauAsync("buurt", buurten, ct);
        var groter = Binnen is null ? "stadsdeel" : "wijk";
        if (OpDeKaart < GenoegInBuurten * Totaal && soorten.Contains(groter))
        {
            await KiesNiveauAsync(groter, await begroting.ListAsync(groter, Keuze, ct), ct);
        }
        var getoond = Vlakken.Select(v => Gebieden.GetValueOrDefault(v.Code)).ToList();
        Per = getoond.Any(g => g?.PerInwoner is not null) ? "inwoner" : "totaal";
        Klassen = Klassen.Van(getoond.Select(g => g?.In(Per)));
        Posten =
            Aanbod.Jaren.Count == 0 ? [] : await posten.ListAsync(new(Keuze, GebiedCode: Binnen?.Code), Getoond, ct);
    }

    private async Task KiesNiveauAsync(string niveau, IEnumerable<GebiedBedragRow> lijst, CancellationToken ct)
    {
        Niveau = niveau;
        Gebieden = lijst.ToDictionary(g => g.Code);
        Vlakken = await kaartjes.AlleAsync(niveau, ct, Binnen?.Code);
    }
}
