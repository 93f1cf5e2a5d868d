using System.Text.Json;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.EigenGebied;
using Portal.Web.Pages.Gebieden;
using Portal.Web.Pages.Kaart;

namespace Portal.Web.Pages.Collecties;

/// <summary>The list of any collection, with its filters, its map and its downloads.</summary>
[Toont]
[CollectieParameters]
public sealed class IndexModel(
    CollectieQueries queries,
    LaagQueries lagen,
    GebiedQueries gebieden,
    VormQueries vormen,
    BronQueries bronnen,
    Portal.Data.Lezing lezing
) : PageModel
{
    public const int PerPagina = 50;

    public Collectie Collectie { get; private set; } = null!;
    public CollectieKeuze Keuze { get; private set; } = null!;
    public DateOnly Vandaag => queries.Vandaag;
    public long Aantal { get; private set; }
    public IReadOnlyList<CollectieRow> Rijen { get; private set; } = [];
    public IReadOnlyList<(Kolom Kolom, IReadOnlyList<CodeWoord> Woorden)> Filters { get; private set; } = [];

    /// <summary>Of its sources, those that should have come again by now.</summary>
    public IReadOnlyList<BronRow> TeOud { get; private set; } = [];

    /// <summary>The newest day in the collection, where what one could react to has long ended by now.</summary>
    public DateOnly? Oud { get; private set; }

    /// <summary>Where an area has nothing: the nearest larger one that has, and how much.</summary>
    public (GebiedRow Gebied, long Aantal)? Groter { get; private set; }

    public int Paginas => (int)((Aantal + PerPagina - 1) / PerPagina);

    public async Task<IActionResult> OnGetAsync(CancellationToken ct)
    {
        if (await CollectieKeuze.VindAsync(HttpContext, lagen, ct) is not { } collectie)
        {
            return NotFound();
        }
        (Collectie, Keuze) = (collectie, await CollectieKeuze.LeesAsync(Request.Query, collectie, gebieden, ct));
        if (Keuze.Reden is not null)
        {
            return Ongeldig.Antwoord(this, Keuze.Reden);
        }
        Aantal = await queries.AantalAsync(collectie, Keuze.Filter, ct);
        if (Keuze.Pagina > Math.Max(1, Paginas))
        {
            return NotFound();
        }
        Groter = Aantal == 0 && Keuze.Gebied is { } hier ? await GroterAsync(hier, ct) : null;
        Rijen = await queries.ListAsync(collectie, Keuze.Filter, PerPagina, (Keuze.Pagina - 1) * PerPagina, ct);
        var filters = new List<(Kolom, IReadOnlyList<CodeWoord>)>();
        foreach (var kolom in collectie.Filters)
        {
            filters.Add((kolom, await queries.WoordenAsync(collectie, kolom, ct)));
        }
        Filters = filters;
        if (VeelOpKaart)
        {
            var soorten = await gebieden.SoortenAsync(ct);
            var grootste = Gebiedsoorten.InDeStad.LastOrDefault(soorten.Contains) ?? Gebiedsoorten.InDeStad[0];
            Vormen = GebiedenEndpoints.Vormen(grootste, await vormen.StempelAsync(ct));
        }
        Oud = await queries.OudAsync(collectie, ct);
        Legenda = await lezing.LegendaAsync(collectie, ct);
        TeOud =
        [
            .. (await bronnen.TeOudAsync([.. collectie.Onderwerpen], ct)).Where(b =>
                collectie.Pad == b.Onderwerp || collectie.Pad == $"{LaagOnderwerp.Code}/{b.Code}"
            ),
        ];
        return Page();
    }

    private async Task<(GebiedRow Gebied, long Aantal)?> GroterAsync(GebiedRow gebied, CancellationToken ct)
    {
        foreach (var groter in (await gebieden.BovenAsync(gebied.Code, ct)).Reverse())
        {
            var aantal = await queries.AantalAsync(Collectie, Keuze.Filter with { Gebied = groter.Code }, ct);
            if (aantal > 0)
            {
                return groter.Soort == Gebiedsoorten.Stad ? null : (groter, aantal); // the city has its own link
            }
        }
        return null;
    }

    /// <summary>Whether the map fetches only what is in view; it then draws the largest areas beneath it.</summary>
    public bool VeelOpKaart => Aantal > Kaartlagen.MeesteInEens;

    public string? Vormen { get; private set; }

    /// <summary>How its map colours places by a number; null: all alike.</summary>
    public Laaglegenda? Legenda { get; private set; }

    public string? LegendaJson =>
        Legenda is null ? null : JsonSerializer.Serialize(Legenda.VoorKaart, JsonSerializerOptions.Web);

    /// <summary>The one layer of that map.</summary>
    public string LagenJson =>
        JsonSerializer.Serialize(
            new[]
            {
                new
                {
                    Src = Kaartlagen.Src(Collectie.Pad, Aantal, Adres("")[(Collectie.Pad.Length + 1)..]),
                    Collectie.Pad,
                    Collectie.Titel,
                    Legenda = Legenda?.VoorKaart,
                },
            },
            JsonSerializerOptions.Web
        );

    /// <summary>All that is known of the piece of the map of this list.</summary>
    public string Eigen =>
        "/eigen-gebied"
        + QueryString.Create(
            Omtrekken
                .Namen.Select(p => KeyValuePair.Create(p, (string?)Request.Query[p].ToString()))
                .Where(p => !string.IsNullOrEmpty(p.Value))
        );

    /// <summary>The same choice at another address, or at another page of the list.</summary>
    public string Adres(string extensie, int? pagina = null, string? gebied = null) =>
        $"/{Collectie.Pad}{extensie}"
        + QueryString.Create(
            CollectieKeuze
                .Parameters(Collectie, inPaginas: false)
                .Select(p =>
                    KeyValuePair.Create(p, p == "gebied" ? gebied ?? Request.Query[p] : (string?)Request.Query[p])
                )
                .Append(KeyValuePair.Create("pagina", pagina is null or 1 ? null : $"{pagina}"))
                .Where(p => !string.IsNullOrEmpty(p.Value))
        );
}
