using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Lagen;
using Portal.Data.Vergunningen;
using Portal.Web.Components;

namespace Portal.Web.Pages.Kaart;

/// <summary>
/// How the home page shows the money: the level of the areas, per inhabitant or in total, and the order of the table.
/// </summary>
/// <param name="Laag">What lies over the money, by the address of its list.</param>
public sealed record KaartWeergave(
    string? Niveau,
    string? Per,
    [Standaard("naam")] string? Sorteer,
    string[]? Laag = null
);

/// <summary>The map of spending, and the same figures as a table.</summary>
[Toont(
    BegrotingOnderwerp.Code,
    InitiatiefOnderwerp.Code,
    VergunningOnderwerp.Code,
    BekendmakingOnderwerp.Code,
    LaagOnderwerp.Code
)]
public sealed class IndexModel(
    BegrotingQueries queries,
    MetingQueries metingen,
    GebiedQueries gebieden,
    Werkgebied werkgebied,
    Kaartlagen kaartlagen,
    VormQueries vormen
) : PageModel
{
    public static readonly string[] Sorteringen = ["naam", "bedrag", "maat"];

    private static readonly StringComparer OpNaam = StringComparer.Create(new("nl-NL"), ignoreCase: true);

    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = new(0, "", null, "L", "alles");

    /// <summary>Whether there is any money of this choice.</summary>
    public bool Bekend => Aanbod.Profiel(Keuze) is not null;

    /// <summary>Money of which the source does not say where it went.</summary>
    public decimal ZonderPlek => Rest.Where(r => r.Niveau == "onbekend").Sum(r => r.Bedrag);

    public string Niveau { get; private set; } = "buurt";
    public string Per { get; private set; } = "inwoner";

    /// <summary>The levels to choose from: those that there are areas of, and the one that was asked for.</summary>
    public IEnumerable<(string Code, string Naam)> Niveaus { get; private set; } = [];

    public string Sorteer { get; private set; } = "naam";
    public IReadOnlyList<GebiedBedragRow> Gebieden { get; private set; } = [];
    public IReadOnlyList<RestRow> Rest { get; private set; } = [];
    public Klassen Klassen { get; private set; } = new([]);

    /// <summary>
    /// The areas with the largest changes against the year before, in the measure of the page.
    /// </summary>
    public IReadOnlyList<Verandering> Veranderd { get; private set; } = [];

    /// <summary>
    /// The measure of need beside the money: a list that can be put in order of spending is a ranking (domain.md,
    /// Money, 6). Empty while none is loaded.
    /// </summary>
    public IReadOnlyDictionary<string, MetingRow> Ses { get; private set; } = new Dictionary<string, MetingRow>();

    /// <summary>
    /// Whether the table has a column beside the total: not of money that may not be divided by the people of the year.
    /// </summary>
    public bool MetMaat => Per != "totaal" || Keuze.PerHoofd;

    /// <summary>Where the browser gets the shapes.</summary>
    public string Vormen { get; private set; } = "";

    /// <summary>Where the map starts, as west, south, east and north in degrees; null is all of it.</summary>
    public double[]? Kader { get; private set; }

    /// <summary>What can lie over the money.</summary>
    public IReadOnlyList<Kaartlaag> Lagen { get; private set; } = [];

    /// <summary>What does, and where the browser gets it.</summary>
    public string LagenJson =>
        JsonSerializer.Serialize(
            Lagen
                .Where(l => l.Src is not null)
                .Select(l => new
                {
                    l.Src,
                    l.Pad,
                    l.Titel,
                }),
            JsonSerializerOptions.Web
        );

    public bool KanPerInwoner => Gebieden.Any(g => g.PerInwoner is not null);

    public bool AlleenSubsidies =>
        Aanbod.Jaren.Count > 0 && Aanbod.Jaren.All(j => j.Fase is "verleend" or "vastgesteld" or "aangevraagd");

    public decimal InGebieden => Gebieden.Sum(g => g.Bedrag ?? 0);
    public decimal Totaal => InGebieden + Rest.Sum(r => r.Bedrag);
    public string? Programma => Aanbod.Programmas.FirstOrDefault(p => p.Code == Keuze.Programma)?.Naam;

    public async Task<IActionResult> OnGetAsync(BegrotingFilter filter, KaartWeergave weergave, CancellationToken ct)
    {
        Aanbod = await queries.AanbodAsync(ct);
        (Niveau, Sorteer) = (weergave.Niveau ?? "buurt", weergave.Sorteer ?? "naam");
        var gekozen = weergave.Laag ?? [];
        Lagen = await kaartlagen.LeesAsync(gekozen, ct);
        var reden =
            Aanbod.Reden(filter)
            ?? Ongeldig.Waarde("niveau", Niveau, Gebiedsoorten.InDeStad)
            ?? Ongeldig.Waarde("sorteer", Sorteer, Sorteringen)
            ?? Ongeldig.Waarde("per", weergave.Per, Teksten.Maten.Keys)
            ?? gekozen
                .Select(l => Ongeldig.Waarde("laag", l, Lagen.Select(k => k.Pad)))
                .FirstOrDefault(r => r is not null);
        if (reden is not null || Aanbod.Kies(filter) is not { } keuze)
        {
            return Ongeldig.Antwoord(this, reden);
        }
        Keuze = keuze;
        Gebieden = await queries.ListAsync(Niveau, keuze, ct);
        if (weergave.Niveau is null && Gebieden.Count(g => g.Bedrag is not null) < Gebieden.Count / 10)
        {
            Niveau = "wijk"; // hardly any buurt has a figure: wijken show more
            Gebieden = await queries.ListAsync(Niveau, keuze, ct);
        }
        Vormen = $"/vormen/{Gebiedsoorten.Meervoud(Niveau)}/{await vormen.StempelAsync(ct)}.topojson";
        Kader = await werkgebied.LeesAsync(ct) is { } deel ? await gebieden.KaderAsync(deel.Code, ct) : null;
        var soorten = await gebieden.SoortenAsync(ct);
        Niveaus =
        [
            .. Gebiedsoorten
                .InDeStad.Where(s => s == Niveau || soorten.Contains(s))
                .Select(s => (s, Gebiedsoorten.Van(s).Per)),
        ];
        Rest = await queries.RestAsync(Niveau, keuze, ct);
        Per = weergave.Per ?? (KanPerInwoner || Gebieden.Count == 0 ? "inwoner" : "totaal");
        Klassen = Klassen.Van(Gebieden.Select(Waarde));
        Gebieden = [.. Gesorteerd()];
        Ses = await metingen.VanAsync("ses-woa", [.. Gebieden.Select(g => g.Code)], ct);
        if (Aanbod.Breekt(keuze, keuze.Jaar - 1, heleStad: false, keuze.Programma is not null) is null)
        {
            Veranderd = await VeranderdAsync(ct);
        }
        return Page();
    }

    /// <summary>
    /// The amount in the measure that was chosen: a total, or fairly compared by people, households or area.
    /// </summary>
    public decimal? Waarde(GebiedBedragRow gebied) => gebied.In(Per);

    /// <summary>
    /// What the table shows beside the total: the measure, or per inhabitant when the total is the measure.
    /// </summary>
    public decimal? Maat(GebiedBedragRow gebied) => Per == "totaal" ? gebied.PerInwoner : Waarde(gebied);

    private async Task<IReadOnlyList<Verandering>> VeranderdAsync(CancellationToken ct)
    {
        var vorig = (await queries.ListAsync(Niveau, Keuze with { Jaar = Keuze.Jaar - 1 }, ct)).ToDictionary(g =>
            g.Code
        );
        // Divided in one year and not in the other (its inhabitants were not known): that difference says nothing of
        // spending.
        return
        [
            .. Gebieden
                .Where(g => vorig.TryGetValue(g.Code, out var toen) && (toen.Sleutel is null) == (g.Sleutel is null))
                .Select(g => new Verandering(
                    g.Naam,
                    Waarde(vorig[g.Code]),
                    Waarde(g),
                    $"{Opmaak.Adres(Niveau, g.Code, g.Naam)}?{Keuze.Query()}",
                    Bron: true
                ))
                .Where(v => v.Verschil is not null and not 0)
                .OrderByDescending(v => Math.Abs(v.Verschil!.Value))
                .Take(10),
        ];
    }

    /// <summary>All money of the choice: what is on the map, and what is in no area.</summary>
    public IReadOnlyList<Staaf> AlleGeld =>
        [
            new(
                Taal.Zin("Op de kaart {0}", Taal.Zin(Gebiedsoorten.Van(Niveau).Per).ToLowerInvariant()),
                InGebieden,
                null,
                "#tabel"
            ),
            .. Rest.Where(r => r.Bedrag != 0)
                .Select(r => new Staaf(Taal.Zin(Teksten.RestNaam(Niveau, r.Niveau)), r.Bedrag)),
        ];

    /// <summary>This page with one choice changed.</summary>
    public string Met(string naam, string waarde) =>
        Adres(naam, waarde, Lagen.Where(l => l.Gekozen).Select(l => l.Pad));

    /// <summary>This page with one layer more, or without it.</summary>
    public string MetLaag(Kaartlaag laag) =>
        Adres("niveau", Niveau, Lagen.Where(l => l.Pad == laag.Pad ? !l.Gekozen : l.Gekozen).Select(l => l.Pad));

    private string Adres(string naam, string waarde, IEnumerable<string> lagen)
    {
        var keuzes = new Dictionary<string, string?>
        {
            ["jaar"] = $"{Keuze.Jaar}",
            ["fase"] = Keuze.Fase,
            ["programma"] = Keuze.Programma,
            ["bl"] = Keuze.Bl,
            ["tel"] = Keuze.Tel,
            ["niveau"] = Niveau,
            ["per"] = Per,
            ["sorteer"] = Sorteer,
            ["jaarsoort"] = Keuze.Afwijkend(),
            [naam] = waarde,
        };
        return Request.Path
            + QueryString.Create(
                keuzes
                    .Where(k => k.Value is not null)
                    .Concat(lagen.Select(l => KeyValuePair.Create("laag", (string?)l)))
            );
    }

    /// <summary>The map of exactly these figures, with its shapes.</summary>
    public string GeoJson => $"/{Gebiedsoorten.Meervoud(Niveau)}.geojson" + Kort(null);

    /// <summary>Those figures alone.</summary>
    public string Cijfers => $"/cijfers/{Gebiedsoorten.Meervoud(Niveau)}.json" + Kort(Per);

    // At its shortest address: what is the default is left out.
    private QueryString Kort(string? per) =>
        QueryString.Create(
            new Dictionary<string, string?>
            {
                ["jaar"] = $"{Keuze.Jaar}",
                ["fase"] = Keuze.Fase,
                ["programma"] = Keuze.Programma,
                ["bl"] = Keuze.Bl == "L" ? null : Keuze.Bl,
                ["tel"] = Keuze.Tel == "alles" ? null : Keuze.Tel,
                ["jaarsoort"] = Keuze.Afwijkend(),
                ["per"] = per == "inwoner" ? null : per,
            }.Where(k => k.Value is not null)
        );

    // Areas without a figure come last, whatever the order.
    private IEnumerable<GebiedBedragRow> Gesorteerd() =>
        Sorteer switch
        {
            "bedrag" => Gebieden
                .OrderByDescending(g => g.Bedrag.HasValue)
                .ThenByDescending(g => g.Bedrag)
                .ThenBy(g => g.Naam, OpNaam),
            "maat" => Gebieden
                .OrderByDescending(g => Maat(g).HasValue)
                .ThenByDescending(Maat)
                .ThenBy(g => g.Naam, OpNaam),
            _ => Gebieden.OrderBy(g => g.Naam, OpNaam),
        };
}
