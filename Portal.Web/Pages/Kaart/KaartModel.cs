using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Portal.Web.Pages.Gebieden;
using Portal.Web.Zoeken;

namespace Portal.Web.Pages.Kaart;

/// <summary>
/// How the map shows the money: the level of the areas, per inhabitant or in total, and the order of the table.
/// </summary>
/// <param name="Laag">What lies over the money, by the address of its list.</param>
/// <param name="Bij">A place whose card is shown, as 52.37,4.89.</param>
public sealed record KaartWeergave(
    string? Niveau,
    string? Per,
    [Standaard("naam")] string? Sorteer,
    string[]? Laag = null,
    string? Bij = null
);

/// <summary>The state of the map as an address says it: the map and its list read it in one way.</summary>
public abstract class KaartModel(BegrotingQueries queries, Kaartlagen kaartlagen) : PageModel
{
    public static readonly string[] Sorteringen = ["naam", "bedrag", "maat"];

    /// <summary>More rows than this make a page that a phone cannot carry; the download has all.</summary>
    public const int MeesteRijen = 1000;

    private static readonly StringComparer OpNaam = StringComparer.Create(new("nl-NL"), ignoreCase: true);

    protected BegrotingQueries Queries { get; } = queries;

    public BegrotingAanbod Aanbod { get; protected set; } = new([], []);
    public BegrotingKeuze Keuze { get; protected set; } = new(0, "", null, "L", "alles");

    public string Niveau { get; protected set; } = "buurt";
    public string Per { get; protected set; } = "inwoner";

    public string Sorteer { get; protected set; } = "naam";
    public IReadOnlyList<GebiedBedragRow> Gebieden { get; protected set; } = [];

    /// <summary>What can lie over the money.</summary>
    public IReadOnlyList<Kaartlaag> Lagen { get; protected set; } = [];

    /// <summary>Of money as places what is on the map and what is not; empty where that is not asked.</summary>
    public IReadOnlyList<GeldplekSom> Geldsommen { get; private set; } = [];

    /// <summary>Where the browser gets the shapes.</summary>
    public string Vormen { get; protected set; } = "";

    /// <summary>The larger areas whose lines and names show where one is; null: there are none.</summary>
    public string? Orientatie { get; protected set; }

    /// <summary>Where the map starts, as west, south, east and north in degrees; null is all of it.</summary>
    public double[]? Kader { get; protected set; }

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
                    l.Zoom,
                    Legenda = l.Legenda?.VoorKaart,
                }),
            JsonSerializerOptions.Web
        );
    public Klassen Klassen { get; protected set; } = new([]);

    private bool KanPerInwoner => Gebieden.Any(g => g.PerInwoner is not null);

    /// <returns>The answer, where the address cannot be or there is no money yet; null: the state was read.</returns>
    protected async Task<IActionResult?> LeesAsync(BegrotingFilter filter, KaartWeergave weergave, CancellationToken ct)
    {
        Aanbod = await Queries.AanbodAsync(ct);
        (Niveau, Sorteer) = (weergave.Niveau ?? "buurt", weergave.Sorteer ?? "naam");
        var gekozen = weergave.Laag ?? [];
        var lagen = (await kaartlagen.CollectiesAsync(ct)).Select(c => c.Pad).ToList();
        var reden =
            Aanbod.Reden(filter)
            ?? Ongeldig.Waarde("niveau", Niveau, Gebiedsoorten.InDeStad)
            ?? Ongeldig.Waarde("sorteer", Sorteer, Sorteringen)
            ?? Ongeldig.Waarde("per", weergave.Per, Teksten.Maten.Keys)
            ?? (weergave.Bij is { } bij && Punt.Lees(bij) is null ? GeenPlek(bij) : null)
            ?? gekozen.Select(l => Ongeldig.Waarde("laag", l, lagen)).FirstOrDefault(r => r is not null);
        if (reden is not null || Aanbod.Kies(filter) is not { } keuze)
        {
            return Ongeldig.Antwoord(this, reden);
        }
        Keuze = keuze;
        Lagen = await kaartlagen.LeesAsync(gekozen, Geldplekken.Codes(keuze, Aanbod), ct);
        Geldsommen = Lagen.Any(l => l is { Gekozen: true, IsGeld: true })
            ? await kaartlagen.GeldsommenAsync(keuze, ct)
            : [];
        (Niveau, Gebieden) = weergave.Niveau is null
            ? await Queries.KleinsteAsync(keuze, ct)
            : (Niveau, await Queries.ListAsync(Niveau, keuze, ct));
        Per = weergave.Per ?? (KanPerInwoner || Gebieden.Count == 0 ? "inwoner" : "totaal");
        Gebieden = [.. Gesorteerd()];
        return null;
    }

    /// <summary>What only a map needs.</summary>
    protected async Task TekenAsync(
        VormQueries vormen,
        Werkgebied werkgebied,
        GebiedQueries gebieden,
        CancellationToken ct
    )
    {
        var stempel = await vormen.StempelAsync(ct);
        Vormen = GebiedenEndpoints.Vormen(Niveau, stempel);
        Orientatie = (await gebieden.SoortenAsync(ct)).Contains("stadsdeel")
            ? GebiedenEndpoints.Vormen("stadsdeel", stempel)
            : null;
        Kader = await werkgebied.LeesAsync(ct) is { } deel ? await gebieden.KaderAsync(deel.Code, ct) : null;
        Klassen = Klassen.Van(Gebieden.Select(Waarde));
    }

    /// <summary>
    /// The amount in the measure that was chosen: a total, or fairly compared by people, households or area.
    /// </summary>
    public decimal? Waarde(GebiedBedragRow gebied) => gebied.In(Per);

    /// <summary>
    /// What the table shows beside the total: the measure, or per inhabitant when the total is the measure.
    /// </summary>
    public decimal? Maat(GebiedBedragRow gebied) => Per == "totaal" ? gebied.PerInwoner : Waarde(gebied);

    /// <summary>This page with one choice changed.</summary>
    public string Met(string naam, string waarde) =>
        Adres(Request.Path, naam, waarde, Lagen.Where(l => l.Gekozen).Select(l => l.Pad));

    /// <summary>The same state at another address.</summary>
    public string Adres(string pad) => Adres(pad, "niveau", Niveau, Lagen.Where(l => l.Gekozen).Select(l => l.Pad));

    /// <summary>This page with one layer more, or without it.</summary>
    public string MetLaag(Kaartlaag laag) =>
        Adres(
            Request.Path,
            "niveau",
            Niveau,
            Lagen.Where(l => l.Pad == laag.Pad ? !l.Gekozen : l.Gekozen).Select(l => l.Pad)
        );

    private string Adres(string pad, string naam, string waarde, IEnumerable<string> lagen)
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
            ["bij"] = pad == Request.Path && Request.Query["bij"] is { Count: > 0 } bij ? $"{bij}" : null,
            ["vlak"] = pad == Request.Path && Request.Query["vlak"] is { Count: > 0 } vlak ? $"{vlak}" : null,
            [naam] = waarde,
        };
        return pad
            + QueryString.Create(
                keuzes
                    .Where(k => k.Value is not null)
                    .Concat(lagen.Select(l => KeyValuePair.Create("laag", (string?)l)))
            );
    }

    /// <summary>The choice of money, for a page about one area and for its amounts.</summary>
    public string Geldkeuze => AlsQuery(Keuze);

    public static string AlsQuery(BegrotingKeuze keuze) =>
        keuze.Query()
        + (keuze.Programma is null ? "" : $"&programma={Uri.EscapeDataString(keuze.Programma)}")
        + (keuze.Tel == "alles" ? "" : $"&tel={keuze.Tel}");

    public static string GeenPlek(string bij) =>
        $"De plek '{bij}' in het adres kennen we niet. Schrijf een plek in Nederland als 52.37,4.89.";

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
                ["per"] = per,
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
