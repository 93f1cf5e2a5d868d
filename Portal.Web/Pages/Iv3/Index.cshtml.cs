using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Iv3;

namespace Portal.Web.Pages.Iv3;

/// <summary>Spending per inhabitant of one municipality beside all others, per taakveld.</summary>
[Toont(BegrotingOnderwerp.Code)]
public sealed partial class IndexModel(Iv3Queries queries, DatasetQueries datasets) : PageModel
{
    /// <summary>Of fewer municipalities a quarter or a half says nothing: then they are named one by one.</summary>
    public const int Genoeg = 8;

    private const string Eerst = "5.7"; // parks and trees: every resident knows what it is

    public IReadOnlyList<(int Jaar, string Fase)> Jaren { get; private set; } = [];
    public int Jaar { get; private set; }
    public string Fase { get; private set; } = "";
    public IReadOnlyList<Iv3GemeenteRow> Gemeenten { get; private set; } = [];
    public string Gemeente { get; private set; } = "";
    public Iv3GemeenteRow? Eigen { get; private set; }
    public IReadOnlyList<TaakveldRow> Taakvelden { get; private set; } = [];
    public string Taakveld { get; private set; } = "";
    public IReadOnlyDictionary<(string Taakveld, bool Klasse), VerdelingRow> Verdelingen { get; private set; } =
        new Dictionary<(string, bool), VerdelingRow>();
    public IReadOnlyList<PerInwonerRow> PerInwoner { get; private set; } = [];
    public IReadOnlyList<DatasetRow> Bronnen { get; private set; } = [];

    public IEnumerable<TaakveldRow> Geteld => Taakvelden.Where(t => !TaakveldLijst.Buiten.Contains(t.Code));
    public IEnumerable<TaakveldRow> Apart => Taakvelden.Where(t => TaakveldLijst.Buiten.Contains(t.Code));
    public decimal? Totaal { get; private set; }
    public string Sorteer { get; private set; } = Iv3Filter.OpBedrag;

    /// <summary>Municipalities that stand beside the chosen one by name.</summary>
    public IReadOnlyList<string> Naast { get; private set; } = [];

    /// <summary>What the reader typed of those; none: they were chosen for her.</summary>
    public IReadOnlyList<string> Gevraagd { get; private set; } = [];

    public IReadOnlyDictionary<(string Gemeente, string Onderwerp), decimal> Onderwerpen { get; private set; } =
        new Dictionary<(string, string), decimal>();

    public TaakveldRow? Gekozen =>
        TaakveldLijst.IsSamen(Taakveld) ? SamenVan(Taakveld) : Taakvelden.FirstOrDefault(t => t.Code == Taakveld);

    public async Task<IActionResult> OnGetAsync(Iv3Filter filter, CancellationToken ct)
    {
        Jaren = await queries.JarenAsync(ct);
        if (await RedenAsync(filter, ct) is { } reden)
        {
            return Ongeldig.Antwoord(this, reden);
        }
        Sorteer = filter.Sorteer ?? Iv3Filter.OpBedrag;
        (Jaar, Fase) = Jaren
            .Where(j => (filter.Jaar ?? j.Jaar) == j.Jaar && (filter.Fase ?? j.Fase) == j.Fase)
            .OrderByDescending(j => j.Fase == "realisatie")
            .ThenByDescending(j => j.Jaar)
            .FirstOrDefault((filter.Jaar ?? 0, filter.Fase ?? ""));
        Gemeenten = await queries.GemeentenAsync(Jaar, Fase, ct);
        Gemeente = Naastgemeenten.Heet(filter.Gemeente, Gemeenten) ?? await StandaardAsync(ct);
        Eigen = Gemeenten.FirstOrDefault(g => g.Naam == Gemeente);
        (Naast, Gevraagd) = (Naastgemeenten.Kies(filter.Namen, Gemeente, Gemeenten), filter.Namen);
        if (await OnbekendAsync(ct) is { } naam)
        {
            return Ongeldig.Antwoord(this, $"Van de gemeente '{naam}' zijn geen cijfers geladen.");
        }
        if (Eigen is not null)
        {
            await VergelijkAsync(filter.Taakveld, ct);
        }
        return Page();
    }

    private async Task<string?> RedenAsync(Iv3Filter filter, CancellationToken ct) =>
        !TaakveldLijst.IsSamen(filter.Taakveld) && !await queries.KentTaakveldAsync(filter.Taakveld, ct)
            ? $"Het taakveld '{filter.Taakveld}' bestaat niet."
            : Naastgemeenten.TeVeel(filter.Namen)
                ?? Ongeldig.Waarde("sorteer", filter.Sorteer, Iv3Filter.Volgordes)
                ?? Ongeldig.Waarde(
                    "jaar",
                    filter.Jaar?.ToString(CultureInfo.InvariantCulture),
                    Jaren.Select(j => j.Jaar.ToString(CultureInfo.InvariantCulture)).Distinct()
                )
                ?? Ongeldig.Waarde("fase", filter.Fase, Jaren.Select(j => j.Fase).Distinct());

    // One that is known in another year is no fault: its page says which years there are.
    private async Task<string?> OnbekendAsync(CancellationToken ct)
    {
        foreach (var naam in Naast.Prepend(Gemeente).Except(Gemeenten.Select(g => g.Naam)).Where(n => n.Length > 0))
        {
            if (!await queries.KentGemeenteAsync(naam, ct))
            {
                return naam;
            }
        }
        return null;
    }

    private async Task VergelijkAsync(string? taakveld, CancellationToken ct)
    {
        Taakvelden = await queries.PerTaakveldAsync(Gemeente, Jaar, Fase, ct);
        Taakveld =
            taakveld
            ?? (Taakvelden.Any(t => t.Code == Eerst) ? Eerst : Taakvelden.Select(t => t.Code).FirstOrDefault(""));
        Totaal = await queries.TotaalAsync(Gemeente, Jaar, Fase, "L", ct);
        Verdelingen = (await queries.VerdelingenAsync(Jaar, Fase, Eigen!.Grootteklasse, ct)).ToDictionary(v =>
            (v.Taakveld, v.Klasse)
        );
        PerInwoner = await queries.PerInwonerAsync(Jaar, Fase, Taakveld, ct);
        Onderwerpen = (await queries.OnderwerpenAsync(Jaar, Fase, [Gemeente, .. Naast], ct)).ToDictionary(
            o => (o.Gemeente, o.Onderwerp),
            o => o.Bedrag
        );
        Bronnen =
        [
            .. (await datasets.ListAsync(ct)).Where(d =>
                d.Code.StartsWith($"iv3-{Jaar}-{Fase}", StringComparison.Ordinal)
            ),
        ];
    }

    private async Task<string> StandaardAsync(CancellationToken ct)
    {
        var eigen = (await datasets.GemeenteAsync(ct))?.Naam;
        return Gemeenten.FirstOrDefault(g => g.Naam == eigen)?.Naam
            ?? Gemeenten.Where(g => g.Gemeld).MaxBy(g => g.Inwoners ?? 0)?.Naam
            ?? "";
    }

    /// <summary>
    /// The chosen municipality, those beside it and the ones most like it, in the order of the reader.
    /// </summary>
    public IEnumerable<PerInwonerRow> Rijen =>
        Naastgemeenten.Orden(Naastgemeenten.Om(PerInwoner, Gemeente, Naast, Eigen?.Inwoners), Sorteer);

    public decimal? PerHoofd(decimal? bedrag) => Eigen?.Inwoners > 0 ? bedrag / Eigen.Inwoners : null;

    /// <summary>Of one municipality there is no middle.</summary>
    public static decimal? Midden(VerdelingRow? verdeling) => verdeling?.Gemeenten > 1 ? verdeling.Mediaan : null;

    public VerdelingRow? Verdeling(string taakveld, bool klasse) => Verdelingen.GetValueOrDefault((taakveld, klasse));

    /// <summary>What is in the subject, or all of it.</summary>
    public IEnumerable<TaakveldRow> Delen(string onderwerp) =>
        Geteld.Where(t => onderwerp == TaakveldLijst.Alles || t.Code[..1] == onderwerp);

    /// <summary>The subject that is looked at, or that the task is of; null: all of them.</summary>
    public string? Onderwerp =>
        Taakveld.Length > 0 && TaakveldLijst.Hoofd.ContainsKey(Taakveld[..1]) ? Taakveld[..1] : null;

    public IEnumerable<TaakveldRow> Taken => Delen(Onderwerp ?? TaakveldLijst.Alles);

    /// <summary>Those tasks together.</summary>
    public decimal? SamenLasten => Onderwerp is { } onderwerp ? SamenVan(onderwerp)?.Lasten : Totaal;

    private TaakveldRow? SamenVan(string onderwerp)
    {
        var delen = Delen(onderwerp).ToList();
        return delen.Count == 0
            ? null
            : new(
                onderwerp,
                onderwerp == TaakveldLijst.Alles ? "Alle uitgaven" : TaakveldLijst.Hoofd[onderwerp],
                delen.Any(d => d.Lasten is not null) ? delen.Sum(d => d.Lasten) : null,
                delen.Any(d => d.Baten is not null) ? delen.Sum(d => d.Baten) : null
            );
    }

    private Iv3Filter Keuze => new(Jaar, Fase, Gemeente, Taakveld, [.. Gevraagd], Sorteer);

    public string Download =>
        (Keuze with { Taakveld = null, Naast = null, Sorteer = null }).Adres("/begroting/gemeenten.csv");

    public string DownloadPerInwoner =>
        (Keuze with { Gemeente = null, Naast = null, Sorteer = null }).Adres("/begroting/gemeenten-per-inwoner.csv");

    /// <summary>This page with another taakveld or order.</summary>
    public string Met(string? taakveld = null, string? sorteer = null) =>
        (Keuze with { Taakveld = taakveld ?? Taakveld, Sorteer = sorteer ?? Sorteer }).Adres("/begroting/gemeenten");
}
