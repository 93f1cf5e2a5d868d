using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Web.Components;

namespace Portal.Web.Pages.Cijfers;

/// <summary>One indicator: the answer, its map, where every area stands, its years, and where it comes from.</summary>
[Toont(IndicatorOnderwerp.Code)]
public sealed class CijferModel(
    Cijferlezer lezer,
    KaartjeQueries kaartjes,
    DatasetQueries datasets,
    CijferQueries cijfers
) : PageModel
{
    private static readonly StringComparer OpNaam = StringComparer.Create(new("nl-NL"), ignoreCase: true);

    public CijferBlik Blik { get; private set; } = null!;
    public string Sorteer { get; private set; } = "naam";
    public string Stad { get; private set; } = "";
    public DatasetRow? Bron { get; private set; }

    /// <summary>
    /// How many came or went where this figure is of; null: that is not known, or what this figure itself is.
    /// </summary>
    public string? Doorstroom { get; private set; }
    public Klassen Klassen { get; private set; } = new([]);
    public IReadOnlyList<KaartVlak> Vlakken { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string dataset,
        [FromRoute] string indicator,
        CijferFilter filter,
        CancellationToken ct
    )
    {
        var (blik, reden) = await lezer.LeesAsync(dataset, indicator, filter, ct);
        if (blik is null)
        {
            return reden is null ? NotFound() : Ongeldig.Antwoord(this, reden);
        }
        (Blik, Sorteer) = (blik, filter.Sorteer ?? "naam");
        Bron = (await datasets.ListAsync(ct)).FirstOrDefault(d => d.Code == dataset);
        Stad = (await datasets.GemeenteAsync(ct))?.Naam ?? "";
        var code = blik.Gebied?.Code ?? (blik.Stad is [var stad, ..] ? stad.Code : null);
        if (code is not null && blik.Niveau.Nu && await cijfers.DoorstroomAsync(code, ct) is { } doorstroom)
        {
            Doorstroom = blik.Indicator.Doorstroom ? null : Cijferzin.Doorstroom(doorstroom, NaamZelf);
        }
        // Of all periods, so that a colour means the same in each
        Klassen = Klassen.Van(blik.Reeks.Select(p => p.Waarde), fijn: true);
        if (blik.Niveau.Soort != Gebiedsoorten.Stad)
        {
            var vlakken = await kaartjes.AlleAsync(blik.Niveau.Soort, ct, indeling: blik.Niveau.Indeling);
            Vlakken = [.. vlakken.OrderBy(v => v.Code == blik.Gebied?.Code)]; // its outline lies over its neighbours
        }
        return Page();
    }

    public string Antwoord => Cijferzin.Antwoord(Blik, Stad);

    public string? Trend => Cijferzin.Trend(EigenReeks, Blik.Indicator.Breuk, w => Blik.Toon(w));

    public string NaamZelf => Blik.Gebied?.Naam ?? Stad;

    public string Stijl(string code) =>
        Klassen.Stijl(Blik.Van(code)?.Waarde) + (code == Blik.Gebied?.Code ? " gekozen" : "");

    public int Herrekend => Blik.Nu.Values.Count(p => p.Herrekend);

    public int? HerrekendVan => Blik.Nu.Values.FirstOrDefault(p => p.Herrekend)?.VanIndeling;

    /// <summary>Older divisions that it has figures of, or that of now.</summary>
    public IReadOnlyList<Meetniveau> Andere =>
        [
            .. Blik
                .Niveaus.Where(n => n.Indeling != Blik.Niveau.Indeling && n.Soort != "stad")
                .DistinctBy(n => n.Indeling),
        ];

    public string AdresVan(Meetniveau niveau) =>
        CijferBlik.CijferAdres(Blik.Dataset, Blik.Indicator.Code) + (niveau.Nu ? "" : $"?indeling={niveau.Indeling}");

    public IReadOnlyList<(string Naam, decimal Waarde)> Uitgelicht =>
        [
            .. new (string Naam, decimal? Waarde)[]
            {
                (Blik.Gebied?.Naam ?? "", Blik.Gebied is { } g ? Blik.Van(g.Code)?.Waarde : null),
                (Stad, Blik.Indicator.Optelbaar == true ? null : Blik.VanStad),
            }
                .Where(u => u.Waarde is not null)
                .Select(u => (u.Naam, u.Waarde!.Value)),
        ];

    public IEnumerable<Naamgebied> Gesorteerd =>
        Sorteer == "naam"
            ? Blik.Gebieden.OrderBy(g => g.Naam, OpNaam)
            : Blik
                .Gebieden.OrderByDescending(g => Blik.Van(g.Code)?.Waarde is not null)
                .ThenByDescending(g => Blik.Van(g.Code)?.Waarde)
                .ThenBy(g => g.Naam, OpNaam);

    /// <summary>Of the chosen area, or of the city.</summary>
    public IReadOnlyList<Reekspunt> Punten
    {
        get
        {
            var reeks = EigenReeks;
            var breuken = Cijferzin.Breuken(reeks, Blik.Indicator.Breuk);
            var stad = Blik.Stad.ToDictionary(Periode.Van, p => p.Waarde);
            return
            [
                .. reeks.Select(p => new Reekspunt(
                    Periode.Van(p).Naam,
                    Periode.Van(p).Code,
                    p.Waarde,
                    stad.GetValueOrDefault(Periode.Van(p)),
                    Meetwaarde.Opmerking(p),
                    breuken.Contains(Periode.Van(p))
                )),
            ];
        }
    }

    private IReadOnlyList<Meetpunt> EigenReeks =>
        Blik.Gebied is { } gebied ? [.. Blik.Reeks.Where(p => p.Code == gebied.Code)] : Blik.Stad;
}
