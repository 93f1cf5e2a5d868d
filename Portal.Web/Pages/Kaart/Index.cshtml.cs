using System.Net;
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
    LaagOnderwerp.Code,
    IndicatorOnderwerp.Code
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

    /// <summary>
    /// The areas with the largest changes against the year before, in the measure of the page.
    /// </summary>
    public IReadOnlyList<Verandering> Veranderd { get; private set; } = [];

    /// <summary>
    /// The measure of need beside the money: a list that can be put in order of spending is a ranking (domain.md,
    /// Money, 6). Empty while none is loaded.
    /// </summary>
    /// <summary>A measure of need beside the money; null: none is loaded.</summary>
    public Maatstaf? Behoefte { get; private set; }

    /// <summary>
    /// Whether the table has a column beside the total: not of money that may not be divided by the people of the year.
    /// </summary>
    public bool MetMaat => Per != "totaal" || Keuze.PerHoofd;

    public bool AlleenSubsidies =>
        Aanbod.Jaren.Count > 0 && Aanbod.Jaren.All(j => j.Fase is "verleend" or "vastgesteld" or "aangevraagd");

    public decimal InGebieden => Gebieden.Sum(g => g.Bedrag ?? 0);
    public decimal Totaal => InGebieden + Rest.Sum(r => r.Bedrag);
    public string? Programma => Aanbod.Programmas.FirstOrDefault(p => p.Code == Keuze.Programma)?.Naam;

    /// <summary>
    /// The card of the place that was asked for; null: none was, or it lies outside the municipality.
    /// </summary>
    public Plekkaart? Plekkaart { get; private set; }

    /// <summary>The place that was asked for.</summary>
    public string? Bij { get; private set; }

    public async Task<IActionResult> OnGetAsync(
        BegrotingFilter filter,
        KaartWeergave weergave,
        [FromServices] Plekkaarten kaarten,
        CancellationToken ct
    )
    {
        if (await LeesAsync(filter, weergave, ct) is { } antwoord)
        {
            return antwoord;
        }
        Bij = weergave.Bij;
        Plekkaart = Bij is null ? null : await kaarten.LeesAsync(Bij, null, Keuze, ct);
        await TekenAsync(vormen, werkgebied, gebieden, ct);
        var soorten = await gebieden.SoortenAsync(ct);
        Niveaus =
        [
            .. Gebiedsoorten
                .InDeStad.Where(s => s == Niveau || soorten.Contains(s))
                .Select(s => (s, Gebiedsoorten.Van(s).Per)),
        ];
        Rest = await Queries.RestAsync(Niveau, Keuze, ct);
        Behoefte = await metingen.NaastGeldAsync([.. Gebieden.Select(g => g.Code)], ct);
        if (Aanbod.Breekt(Keuze, Keuze.Jaar - 1, heleStad: false, Keuze.Programma is not null) is null)
        {
            Veranderd = await VeranderdAsync(ct);
        }
        return Page();
    }

    /// <summary>What another site puts in its page to show this map.</summary>
    public string Insluitcode(string titel)
    {
        var adres = Engels.Url(Request, Adres("/kaart/insluiten"));
        var kop = WebUtility.HtmlEncode(titel);
        return $"""<iframe src="{WebUtility.HtmlEncode(adres)}" title="{kop}" width="100%" height="760" loading="lazy"></iframe>""";
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
}
