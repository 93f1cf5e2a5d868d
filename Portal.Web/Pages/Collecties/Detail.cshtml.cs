using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;
using Portal.Web.Zoeken;

namespace Portal.Web.Pages.Collecties;

/// <summary>One row of a collection: what is known of it, and what happened to it.</summary>
[Toont]
public sealed class DetailModel(
    CollectieQueries queries,
    LaagQueries lagen,
    RegisterVersies versies,
    BekendmakingQueries bekendmakingen,
    DatasetQueries datasets
) : PageModel
{
    public Collectie Collectie { get; private set; } = null!;

    /// <summary>Null: it is no longer in the source; the life line says since when.</summary>
    public CollectieRow? Rij { get; private set; }

    /// <summary>
    /// What was announced about the same case, the first one first; empty where the row is of no case.
    /// </summary>
    public IReadOnlyList<BekendmakingRow> Zaak { get; private set; } = [];

    /// <summary>Where it lies in more than one area: those.</summary>
    public IReadOnlyList<RijGebiedRow> Gebieden { get; private set; } = [];

    /// <summary>The last day to react, and how many days are left; null: none is known.</summary>
    public (DateOnly Dag, int Over)? Termijn { get; private set; }

    /// <summary>Of an application or a draft: what was decided since, in the same case; null: nothing that we know.</summary>
    public BekendmakingRow? Besluit { get; private set; }

    private async Task<BekendmakingRow?> BesluitAsync(string nummer, string sleutel, CancellationToken ct) =>
        Waarde("fase") is "aanvraag" or "verlenging" or "ontwerp" && Waarde("publicatiedatum") is DateOnly dag
            ? Zaak.LastOrDefault(b =>
                b.Sleutel != sleutel && b.Datum >= dag && b.Fase is "verleend" or "geweigerd" or "besluit"
            ) ?? await bekendmakingen.BesluitAsync(nummer, sleutel, ct)
            : null;

    /// <summary>Something was decided that one can react to, and nobody said until when.</summary>
    public bool IsDagOnbekend =>
        Termijn is null
        && Collectie.Pad == BekendmakingOnderwerp.Code
        && Waarde("fase") is "verleend" or "geweigerd" or "besluit" or "ontwerp";

    public IReadOnlyList<LevensloopRow> Levensloop { get; private set; } = [];
    public DatasetRow? Bron { get; private set; }

    public async Task<IActionResult> OnGetAsync(string dataset, string sleutel, CancellationToken ct)
    {
        if (await CollectieKeuze.VindAsync(HttpContext, lagen, ct) is not { } collectie)
        {
            return NotFound();
        }
        Collectie = collectie;
        sleutel = Uri.UnescapeDataString(sleutel);
        Rij = await queries.FindAsync(collectie, dataset, sleutel, ct);
        if (Rij is not null)
        {
            Termijn =
                collectie.Termijn is { } termijn && Waarde(termijn.Naam) is DateOnly dag
                    ? (dag, dag.DayNumber - queries.Vandaag.DayNumber)
                    : null;
            Plek = collectie.MetPlek ? await queries.PlekAsync(collectie, dataset, sleutel, ct) : null;
            Gebieden = collectie.MetPlek ? await queries.GebiedenAsync(collectie, dataset, sleutel, ct) : [];
            Bij = await BijAsync(ct);
            if (Waarde("zaaknummer") is string nummer)
            {
                Zaak = await bekendmakingen.ZaakAsync(nummer, sleutel, ct);
                Besluit = await BesluitAsync(nummer, sleutel, ct);
            }
        }
        var tabel = Onderwerpen.Van(collectie.Onderwerpen[0]).Tabellen[0];
        Levensloop = tabel.Leven == Leven.PerRij ? await versies.LevensloopAsync(tabel.Naam, dataset, sleutel, ct) : [];
        Bron = (await datasets.ListAsync(ct)).FirstOrDefault(d => d.Code == dataset);
        return Rij is null && Levensloop.Count == 0 ? NotFound() : Page();
    }

    /// <summary>What else there is within this many metres.</summary>
    public const int Dichtbij = 100;

    private const int MeesteBij = 5;

    /// <summary>Of each collection what lies close by; empty where the place is not exact.</summary>
    public IReadOnlyList<(Collectie Collectie, IReadOnlyList<CollectieRow> Rijen)> Bij { get; private set; } = [];

    public DateOnly Vandaag => queries.Vandaag;

    private async Task<IReadOnlyList<(Collectie, IReadOnlyList<CollectieRow>)>> BijAsync(CancellationToken ct)
    {
        var bij = new List<(Collectie, IReadOnlyList<CollectieRow>)>();
        if (Waarde("plek") is "ongeveer" or "gemeente" || Punt.Lees(Plek) is not { } punt)
        {
            return bij;
        }
        var filter = new CollectieFilter { Omtrek = Omtrek.Cirkel(punt.Breedte, punt.Lengte, Dichtbij) };
        foreach (var collectie in Onderwerpen.Collecties.Where(c => c is { MetPagina: true, MetPlek: true }))
        {
            var rijen = await queries.ListAsync(collectie, filter, MeesteBij + 1, 0, ct);
            var anders = rijen.Where(r =>
                collectie != Collectie || !(r.Dataset == Rij!.Dataset && r.Sleutel == Rij.Sleutel)
            );
            bij.Add((collectie, [.. anders.Take(MeesteBij)]));
        }
        return [.. bij.Where(b => b.Item2.Count > 0)];
    }

    /// <summary>Of an amount: the page that explains it.</summary>
    public string? Post =>
        Collectie.Pad == Geldplekken.Pad && Rij is { } rij
            ? PostAdres.Van(rij.Dataset, rij.Versie, rij.Sleutel.Split('~')[0])
            : null;

    /// <summary>The map with this place in the middle, and what it is of.</summary>
    public string? Kaart =>
        Plek is null ? null
        : Collectie.Pad == Geldplekken.Pad
            ? $"/kaart?jaar={Waarde("jaar")}&fase={Fase}&bl={Waarde("bl")}&laag={Collectie.Pad}#zicht=17,"
                + $"{Plek}&plek={Plek}"
        : $"/kaart?laag={Collectie.Pad}#zicht=17,{Plek}&plek={Plek}";

    private object? Fase => Waarde("fase");

    /// <summary>Latitude and longitude of the middle, for in an address; null: it has no place.</summary>
    public string? Plek { get; private set; }

    /// <summary>The sentence about the last day says it, or why there is none; or there is nothing to tell.</summary>
    public bool IsVerteld(Kolom kolom) =>
        kolom.Naam == "herkend" && Waarde(kolom.Naam) is null
        || Collectie.Termijn is { } termijn
            && kolom.Naam.StartsWith(termijn.Naam.Split('_')[0] + "_", StringComparison.Ordinal);

    /// <summary>What a column of this row holds.</summary>
    public object? Waarde(string kolom) =>
        Collectie.Kolommen.ToList().FindIndex(k => k.Naam == kolom) is >= 0 and var i ? Rij!.Waarden[i] : null;

    /// <summary>The same, as a resident reads it.</summary>
    public string? Tekst(string kolom) =>
        Collectie.Kolommen.FirstOrDefault(k => k.Naam == kolom) is { } k ? Waarden.Tekst(k, Waarde(kolom)) : null;

    public string Titel => Rij?.Titel ?? Levensloop[^1].Titel;
}
