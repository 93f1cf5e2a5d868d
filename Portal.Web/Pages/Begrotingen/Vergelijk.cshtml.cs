using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>One area in the comparison: its money per programme, who live there, and a measure of need.</summary>
public sealed record VergelekenGebied(GebiedDetail Gebied, GebiedBedragRow? Bedrag, Sommen Sommen, MetingRow? Behoefte)
{
    public int? Inwoners => Bedrag?.Inwoners ?? Gebied.Inwoners;

    /// <summary>
    /// All money of the area in a measure (see <see cref="Teksten.Maten"/>); of the city also what is in no area. Null
    /// where there is no figure, or too few people live.
    /// </summary>
    public decimal? Waarde(BegrotingKeuze keuze, string? programma, string per)
    {
        var totaal = (programma is null ? Sommen.Van(keuze) : Sommen.Van(keuze).Bij(programma)).Totaal;
        var perHoofd = keuze.PerHoofd && GebiedBedragRow.MagPerHoofd(Inwoners);
        var deler = per switch
        {
            "inwoner" => perHoofd ? Inwoners : null,
            "huishouden" => perHoofd && Bedrag?.Huishoudens > 0 ? Bedrag.Huishoudens : null,
            "hectare" => Gebied.Hectare > 0 ? Gebied.Hectare : null,
            _ => (decimal?)1,
        };
        return totaal is null || deler is null
            ? null
            : decimal.Round(totaal.Value / deler.Value, 2, MidpointRounding.AwayFromZero);
    }
}

/// <summary>Two to four areas side by side, per head, with the city and a measure of need; no ranking.</summary>
[Toont(BegrotingOnderwerp.Code, IndicatorOnderwerp.Code)]
public sealed class VergelijkModel(
    BegrotingQueries begroting,
    GebiedQueries gebieden,
    MetingQueries metingen,
    DatasetQueries datasets
) : PageModel
{
    private const int Meeste = 4;

    public BegrotingAanbod Aanbod { get; private set; } = new([], []);
    public BegrotingKeuze Keuze { get; private set; } = null!;

    /// <summary>The datasets that the money of this year and phase is from.</summary>
    public IReadOnlyList<DatasetRow> Bronnen { get; private set; } = [];
    public IReadOnlyList<VergelekenGebied> Gebieden { get; private set; } = [];

    /// <summary>
    /// The money of the choice that is of no area: of the whole city, or not known where. Euros; null is none.
    /// </summary>
    public IReadOnlyList<(string Plek, decimal Bedrag)> Apart { get; private set; } = [];

    /// <summary>A measure of need beside the money; null: none is loaded.</summary>
    public Maatstaf? Behoefte { get; private set; }

    /// <summary>All areas of each kind that is compared, for the middle and the range.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<GebiedBedragRow>> PerSoort { get; private set; } =
        new Dictionary<string, IReadOnlyList<GebiedBedragRow>>();

    /// <summary>All areas of the kind of the first one.</summary>
    public IReadOnlyList<GebiedBedragRow> Alle => PerSoort.GetValueOrDefault(Soort, []);

    /// <summary>Areas of about the same size as the first one.</summary>
    public IReadOnlyList<GebiedBedragRow> Gelijken { get; private set; } = [];

    /// <summary>What was typed and is no area, or more than one.</summary>
    public IReadOnlyList<GebiedVondst> Onbekend { get; private set; } = [];

    /// <summary>What stands in the fields of the form.</summary>
    public IReadOnlyList<string> Gevraagd { get; private set; } = [];

    public string Per { get; private set; } = "inwoner";

    public string Soort => Gebieden.Count == 0 ? "buurt" : Gebieden[0].Gebied.Soort;

    public async Task<IActionResult> OnGetAsync(
        string[] gebied,
        BegrotingFilter filter,
        string? per,
        CancellationToken ct
    )
    {
        Aanbod = await begroting.AanbodAsync(ct);
        var reden =
            Aanbod.Reden(filter)
            ?? (
                gebied.Length > Meeste
                    ? $"Vergelijk ten hoogste {Meeste} gebieden."
                    : Ongeldig.Waarde("per", per, Teksten.Maten.Keys)
            );
        if (reden is not null || Aanbod.Kies(filter with { Programma = null }) is not { } keuze)
        {
            return Ongeldig.Antwoord(this, reden);
        }
        Keuze = keuze;
        Gevraagd = [.. gebied.Where(c => !string.IsNullOrWhiteSpace(c)).Select(c => c.Trim()).Distinct()];
        await LeesAsync(per, ct);
        Response.StatusCode = Onbekend.Count == 0 ? StatusCodes.Status200OK : StatusCodes.Status400BadRequest;
        return Page();
    }

    private async Task LeesAsync(string? per, CancellationToken ct)
    {
        Gevraagd = Gevraagd.Count == 0 ? await TweeGelijkenAsync(ct) : Gevraagd;
        Bronnen = await datasets.VanGeldAsync(Keuze.Jaar, Keuze.Fase, ct);
        var vondsten = new List<GebiedVondst>();
        foreach (var tekst in Gevraagd)
        {
            vondsten.Add(await gebieden.VindAsync(tekst, ct));
        }
        Onbekend = [.. vondsten.Where(v => v.Gebied is null)];
        var gekozen = vondsten.Select(v => v.Gebied).OfType<GebiedRow>().DistinctBy(g => g.Code).ToList();
        var stad = await gebieden.StadAsync(ct);
        Behoefte = await metingen.NaastGeldAsync([.. gekozen.Select(g => g.Code), stad ?? ""], ct);
        foreach (var rij in gekozen)
        {
            Gebieden = [.. Gebieden, await LeesAsync(rij.Soort, rij.Code, ct)];
        }
        Apart = stad is null ? [] : await ApartAsync(stad, ct);
        Per =
            per
            ?? (
                Gebieden.Count == 0 || Gebieden.Any(g => g.Waarde(Keuze, null, "inwoner") is not null)
                    ? "inwoner"
                    : "totaal"
            );
        var perSoort = new Dictionary<string, IReadOnlyList<GebiedBedragRow>>();
        foreach (var soort in Gebieden.Select(g => g.Gebied.Soort).Distinct())
        {
            perSoort[soort] = await begroting.ListAsync(soort, Keuze, ct);
        }
        PerSoort = perSoort;
        var codes = gekozen.Select(g => g.Code).ToHashSet();
        Gelijken =
            Gebieden.Count == 0 || Gebieden[0].Inwoners is not { } inwoners
                ? []
                :
                [
                    .. Alle.Where(a => GebiedBedragRow.MagPerHoofd(a.Inwoners) && !codes.Contains(a.Code))
                        .OrderBy(a => Math.Abs(a.Inwoners!.Value - inwoners))
                        .Take(5),
                ];
    }

    // Who chose nothing sees how it works: the two areas with money whose people differ least in number, of the
    // smallest kind of which at least a tenth has any.
    private async Task<IReadOnlyList<string>> TweeGelijkenAsync(CancellationToken ct)
    {
        foreach (var soort in Gebiedsoorten.InDeStad)
        {
            var alle = await begroting.ListAsync(soort, Keuze, ct);
            List<GebiedBedragRow> bekend =
            [
                .. alle.Where(g => g.Bedrag > 0 && GebiedBedragRow.MagPerHoofd(g.Inwoners)).OrderBy(g => g.Inwoners),
            ];
            if (bekend.Count >= 2 && 10 * bekend.Count >= alle.Count)
            {
                var paar = bekend
                    .Zip(bekend.Skip(1))
                    .MinBy(p => (double)p.Second.Inwoners!.Value / p.First.Inwoners!.Value);
                return [paar.First.Code, paar.Second.Code];
            }
        }
        return [];
    }

    /// <summary>Programmes of which one of the areas has an amount; the others are named in a line.</summary>
    public ILookup<bool, ProgrammaRow> Programmas =>
        Aanbod.Programmas.ToLookup(p => Gebieden.Any(g => g.Waarde(Keuze, p.Code, "totaal") is not null));

    private async Task<VergelekenGebied> LeesAsync(string soort, string code, CancellationToken ct)
    {
        var gebied = (await gebieden.FindAsync(soort, code, ct))!;
        var bedrag = await begroting.FindAsync(soort, code, Keuze, ct);
        return new(
            gebied,
            bedrag,
            await begroting.SommenAsync(soort, code, Keuze.Jaar, Keuze.Jaarsoort, ct),
            Behoefte?.Cijfers.GetValueOrDefault(code)
        );
    }

    private static readonly string[] InGeenGebied = ["stadsbreed", "stadsdelen", "onbekend"];

    private async Task<IReadOnlyList<(string, decimal)>> ApartAsync(string stad, CancellationToken ct)
    {
        var sommen = (await begroting.SommenAsync("stad", stad, Keuze.Jaar, Keuze.Jaarsoort, ct)).Van(Keuze);
        return
        [
            .. InGeenGebied
                .Select(plek => (plek, sommen.Toegerekend(plek).Totaal))
                .Where(p => p.Totaal is not null)
                .Select(p => (p.plek, p.Totaal!.Value)),
        ];
    }

    /// <summary>Of the areas of a kind in the measure; null too of the city, which is one.</summary>
    public Soortbereik? Bereik(string soort) =>
        soort == "stad" ? null : Soortbereik.Van(PerSoort.GetValueOrDefault(soort, []), Per);

    /// <summary>Of what stands here and of all of its kind, for both stand on this page.</summary>
    public IReadOnlyList<int> Inwonersjaren =>
        Soortbereik.JarenVan(
            Gebieden
                .Select(g => g.Bedrag)
                .OfType<GebiedBedragRow>()
                .Concat(Bereik(Soort) is null ? [] : PerSoort.GetValueOrDefault(Soort, [])),
            Per
        );

    /// <summary>The measure of one of <see cref="Alle"/>.</summary>
    public decimal? Waarde(GebiedBedragRow gebied) => gebied.In(Per);

    /// <summary>This comparison with one area more, or in another measure.</summary>
    public string Met(string? code = null, string? per = null) =>
        Adres(code is null ? Gevraagd : Gevraagd.Append(code), per ?? Per);

    /// <summary>This comparison with the area that was meant by what was typed.</summary>
    public string Bedoeld(string getypt, string code) => Adres(Gevraagd.Select(g => g == getypt ? code : g), Per);

    private string Adres(IEnumerable<string> gebieden, string per) =>
        "/begroting/vergelijk"
        + QueryString.Create(
            gebieden
                .Select(c => new KeyValuePair<string, string?>("gebied", c))
                .Append(new("jaar", $"{Keuze.Jaar}"))
                .Append(new("fase", Keuze.Fase))
                .Append(new("bl", Keuze.Bl))
                .Append(new("per", per))
                .Append(new("jaarsoort", Keuze.Afwijkend()))
                .Where(k => k.Value is not null)
        );
}
