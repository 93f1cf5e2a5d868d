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
) : KaartModel(queries, kaartlagen)
{
    /// <summary>Whether there is any money of this choice.</summary>
    public bool Bekend => Aanbod.Profiel(Keuze) is not null;

    /// <summary>Money of which the source does not say where it went.</summary>
    public decimal ZonderPlek => Rest.Where(r => r.Niveau == "onbekend").Sum(r => r.Bedrag);

    /// <summary>The levels to choose from: those that there are areas of, and the one that was asked for.</summary>
    public IEnumerable<(string Code, string Naam)> Niveaus { get; private set; } = [];

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

    public bool AlleenSubsidies =>
        Aanbod.Jaren.Count > 0 && Aanbod.Jaren.All(j => j.Fase is "verleend" or "vastgesteld" or "aangevraagd");

    public decimal InGebieden => Gebieden.Sum(g => g.Bedrag ?? 0);
    public decimal Totaal => InGebieden + Rest.Sum(r => r.Bedrag);
    public string? Programma => Aanbod.Programmas.FirstOrDefault(p => p.Code == Keuze.Programma)?.Naam;

    public async Task<IActionResult> OnGetAsync(BegrotingFilter filter, KaartWeergave weergave, CancellationToken ct)
    {
        if (await LeesAsync(filter, weergave, ct) is { } antwoord)
        {
            return antwoord;
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
        Rest = await Queries.RestAsync(Niveau, Keuze, ct);
        Klassen = Klassen.Van(Gebieden.Select(Waarde));
        Ses = await metingen.VanAsync("ses-woa", [.. Gebieden.Select(g => g.Code)], ct);
        if (Aanbod.Breekt(Keuze, Keuze.Jaar - 1, heleStad: false, Keuze.Programma is not null) is null)
        {
            Veranderd = await VeranderdAsync(ct);
        }
        return Page();
    }

    private async Task<IReadOnlyList<Verandering>> VeranderdAsync(CancellationToken ct)
    {
        var vorig = (await Queries.ListAsync(Niveau, Keuze with { Jaar = Keuze.Jaar - 1 }, ct)).ToDictionary(g =>
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
}
