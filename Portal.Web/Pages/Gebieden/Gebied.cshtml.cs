using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Uitvoer;
using Portal.Data.Vergunningen;

namespace Portal.Web.Pages.Gebieden;

/// <summary>
/// One buurt, wijk, gebied, stadsdeel or the city: its money, plans and permits, and where each figure is from.
/// </summary>
[Toont(
    BegrotingOnderwerp.Code,
    InitiatiefOnderwerp.Code,
    VergunningOnderwerp.Code,
    BekendmakingOnderwerp.Code,
    IndicatorOnderwerp.Code
)]
public sealed class GebiedModel(
    GebiedQueries gebieden,
    BegrotingQueries begroting,
    PostQueries posten,
    CollectieQueries collecties,
    BekendmakingQueries bekendmakingen,
    MetingQueries metingen,
    DatasetQueries datasets
) : PageModel
{
    public const int Getoond = 10;

    public GebiedDetail Gebied { get; private set; } = null!;
    public IReadOnlyList<GebiedRow> Boven { get; private set; } = [];
    public IReadOnlyList<GebiedRow> Onder { get; private set; } = [];
    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = null!;
    public GebiedBedragRow? Bedrag { get; private set; }
    public Sommen Sommen { get; private set; } = Sommen.Geen;
    public IReadOnlyList<RestRow> BovenGeld { get; private set; } = [];
    public IReadOnlyList<PostLijstRow> Posten { get; private set; } = [];
    public IReadOnlyList<IndicatorRow> Indicatoren { get; private set; } = [];
    public Collectie Plannen { get; } = InitiatiefOnderwerp.Register.Collectie;
    public IReadOnlyList<CollectieRow> Initiatieven { get; private set; } = [];
    public long AantalInitiatieven { get; private set; }
    public IReadOnlyList<BekendmakingRow> Bekendmakingen { get; private set; } = [];
    public IReadOnlyList<DatasetRow> Bronnen { get; private set; } = [];

    /// <summary>The sums of the chosen phase, costs or income.</summary>
    public Sommen Gekozen => Sommen.Van(Keuze);

    public decimal? Totaal => Gekozen.Totaal;

    /// <summary>
    /// Null where the money of a phase is for other years, or fewer than 50 people live: such a figure says nothing.
    /// </summary>
    public decimal? PerInwoner(decimal? bedrag, string fase) =>
        bedrag is not null
        && GebiedBedragRow.MagPerHoofd(Bedrag?.Inwoners)
        && Aanbod.MagPerHoofd(Keuze.Jaar, fase, "L", Keuze.Jaarsoort)
            ? decimal.Round(bedrag.Value / Bedrag!.Inwoners!.Value, 2, MidpointRounding.AwayFromZero)
            : null;

    /// <summary>
    /// Of the year that was chosen, or the nearest that is known; of the newest while there is no money to choose a
    /// year of.
    /// </summary>
    public (int? Aantal, int? Jaar) Inwoners =>
        Aanbod.Jaren.Count > 0 && Bedrag is not null
            ? (Bedrag.Inwoners, Bedrag.InwonersJaar)
            : (Gebied.Inwoners, Gebied.InwonersJaar);

    /// <summary>How the sentence about the total ends.</summary>
    public string PerInwonerZin(IStringLocalizer<Teksten> tekst) =>
        !Keuze.PerHoofd
            ? tekst[
                ". Een bedrag per inwoner geven we niet: het jaar is niet compleet, of het geld is voor andere jaren."
            ]
        : PerInwoner(Totaal, Keuze.Fase) is not { } per
            ? tekst[". Een bedrag per inwoner is er niet: het aantal inwoners is niet bekend of kleiner dan 50."]
        : Bedrag!.InwonersJaar == Keuze.Jaar ? tekst[", dat is {0} per inwoner.", Cent(per)]
        : tekst[", dat is {0} per inwoner (met het aantal inwoners van {1}).", Cent(per), Bedrag.InwonersJaar!];

    private static string Cent(decimal per) =>
        per != 0 && decimal.Round(Math.Abs(per), 2) == 0 ? "minder dan een cent" : Opmaak.EuroCent(per);

    public bool MeesteZonderProgramma => Gekozen.PerProgramma.DefaultIfEmpty().MaxBy(g => g.Bedrag).Code is null;

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string? soorten,
        [FromRoute] string? sleutel,
        BegrotingFilter filter,
        CancellationToken ct
    )
    {
        var soort = soorten is null ? "stad" : Gebiedsoorten.Enkelvoud(soorten);
        var code = sleutel?.Split('-')[0] ?? await gebieden.StadAsync(ct) ?? "";
        if (await gebieden.FindAsync(soort, code, ct) is not { } gebied)
        {
            return NotFound();
        }
        var adres = Opmaak.Adres(soort, gebied.Code, gebied.Naam);
        if (Request.Path.Value != adres && Uri.UnescapeDataString(adres) != Request.Path.Value)
        {
            return RedirectPermanent(adres + Request.QueryString);
        }
        Aanbod = await begroting.AanbodAsync(ct);
        if (Aanbod.Kies(filter with { Tel = "alles", Programma = null }) is not { } keuze)
        {
            return Ongeldig.Antwoord(this, Aanbod.Reden(filter));
        }
        (Gebied, Keuze) = (gebied, keuze);
        await LeesAsync(ct);
        return Page();
    }

    private async Task LeesAsync(CancellationToken ct)
    {
        var (soort, code) = (Gebied.Soort, Gebied.Code);
        Boven = await gebieden.BovenAsync(code, ct);
        Onder = await gebieden.OnderAsync(code, ct);
        Bedrag = await begroting.FindAsync(soort, code, Keuze, ct);
        Sommen = await begroting.SommenAsync(soort, code, Keuze.Jaar, Keuze.Jaarsoort, ct);
        BovenGeld = await begroting.BovenAsync(soort, code, Keuze, ct);
        Posten = await posten.ListAsync(new(Keuze, code, soort == "stad"), Getoond, ct);
        var filter = new CollectieFilter(code);
        Initiatieven = await collecties.ListAsync(Plannen, filter, Getoond, 0, ct);
        AantalInitiatieven = await collecties.AantalAsync(Plannen, filter, ct);
        Indicatoren = await metingen.ListAsync(code, ct);
        Bekendmakingen = await bekendmakingen.NieuwsteAsync(code, Getoond, ct);
        Bronnen = await datasets.BronnenAsync(soort, code, Keuze.Jaar, ct);
    }

    public string Met(int jaar, string fase, string bl) =>
        Opmaak.Adres(Gebied.Soort, Gebied.Code, Gebied.Naam)
        + QueryString.Create(
            new Dictionary<string, string?>
            {
                ["jaar"] = $"{jaar}",
                ["fase"] = fase,
                ["bl"] = bl,
                ["jaarsoort"] = Keuze.Afwijkend(),
            }.Where(k => k.Value is not null)
        );

    public IReadOnlyList<Components.Staaf> PerProgramma =>
        [
            .. Gekozen
                .PerProgramma.Select(g => new Components.Staaf(
                    g.Naam ?? "Bij geen programma",
                    g.Bedrag,
                    Aanbod.Programmas.FirstOrDefault(p => p.Code == g.Code)?.Uitleg
                ))
                .Where(s => s.Bedrag != 0)
                .OrderByDescending(s => s.Bedrag)
                .ThenBy(s => s.Naam, StringComparer.Ordinal),
        ];

    public IReadOnlyList<Components.Staaf> PerToerekening =>
        [
            .. Teksten
                .Toerekeningen.Select(t => (t.Value, Bedrag: Gekozen.Toegerekend(t.Key).Totaal))
                .Where(t => t.Bedrag is not null and not 0)
                .Select(t => new Components.Staaf(t.Value.Naam, t.Bedrag!.Value, t.Value.Uitleg)),
        ];
}
