using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Web.Components;

namespace Portal.Web.Pages.Kaart;

/// <summary>Two figures of every area: a map in nine classes, dots, how much they go together, a table.</summary>
[Toont]
public sealed class VergelijkModel(Cijferpaar paren, SamenhangQueries samenhang, KaartjeQueries kaartjes) : PageModel
{
    private static readonly StringComparer OpNaam = StringComparer.Create(new("nl-NL"), ignoreCase: true);

    public CijferFilter Filter { get; private set; } = null!;
    public GelezenPaar Paar { get; private set; } = null!;
    public string Sorteer => Filter.Sorteer ?? "naam";
    public Tercielen VanX { get; private set; } = new([]);
    public Tercielen VanY { get; private set; } = new([]);
    public IReadOnlyList<KaartVlak> Vlakken { get; private set; } = [];

    /// <summary>Null: too few areas, or years that are not compared.</summary>
    public SamenhangRow? Samenhang { get; private set; }

    /// <summary>Whether they are drawn beside each other.</summary>
    public bool Getekend => Paar.Beide.Count > 0 && !Paar.Breekt && !Paar.BreektCijfer;

    /// <summary>The classes of one figure in two years: a colour is the same amount in both.</summary>
    public Klassen Samen { get; private set; } = new([]);

    public string Gebieden => Taal.Zin(Gebiedsoorten.Meervoud(Paar.Niveau));

    public async Task<IActionResult> OnGetAsync(CijferFilter filter, CancellationToken ct)
    {
        Filter = filter;
        var (paar, reden) = await paren.LeesAsync(filter, ct);
        if (paar is null)
        {
            return Ongeldig.Antwoord(this, reden);
        }
        Paar = paar with { Gebieden = [.. Gesorteerd(paar)] };
        (VanX, VanY) = (Tercielen.Van(paar.X.Waarden.Values), Tercielen.Van(paar.Y.Waarden.Values));
        if (Getekend)
        {
            Vlakken = await kaartjes.AlleAsync(paar.Niveau, ct);
            Samen = Klassen.Van(
                [.. Paar.X.Waarden.Values.Concat(Paar.Y.Waarden.Values).Select(w => (decimal?)w)],
                fijn: Paar.X.Geld is null
            );
            Samenhang = Paar.Jaren is not null
                ? null
                : await samenhang.VanAsync(
                    [.. paar.Beide.Select(g => (paar.X.Waarden[g.Code], paar.Y.Waarden[g.Code]))],
                    ct
                );
        }
        return Page();
    }

    /// <summary>Class of the first figure and of the second; null: one of them is not known.</summary>
    public (int X, int Y)? Klasse(string gebied) =>
        Paar.X.Van(gebied) is { } x && Paar.Y.Van(gebied) is { } y ? (VanX.Klasse(x), VanY.Klasse(y)) : null;

    public string Stijl(string gebied) => Klasse(gebied) is var (x, y) ? $"bi-{x}{y}" : "zonder";

    /// <summary>As "hoog, laag"; null: not known.</summary>
    public string? Woorden(string gebied) =>
        Klasse(gebied) is var (x, y) ? $"{Tercielen.Woord(x)}, {Tercielen.Woord(y)}" : null;

    public IReadOnlyList<Paarpunt> Punten =>
        [.. Paar.Beide.Select(g => new Paarpunt(g.Naam, Paar.X.Waarden[g.Code], Paar.Y.Waarden[g.Code]))];

    /// <summary>In how many areas one figure rose and fell between its two years; null: it is of two figures.</summary>
    public string? Veranderd =>
        Getekend && Paar.Jaren is var (toen, nu)
            ? Taal.Zin(
                "Van {0} naar {1} ging het omhoog in {2}, omlaag in {3}, en bleef het gelijk in {4}.",
                toen.Jaar!,
                nu.Jaar!,
                Tel(toen, nu, 1),
                Tel(toen, nu, -1),
                Tel(toen, nu, 0)
            )
            : null;

    private int Tel(Kant toen, Kant nu, int teken) =>
        Paar.Beide.Count(g => Math.Sign(nu.Waarden[g.Code] - toen.Waarden[g.Code]) == teken);

    /// <summary>As "+ 3,5" with sign; null: one of both is not known.</summary>
    public string? Verschil(string gebied) =>
        Paar.Jaren is var (toen, nu) && nu.Van(gebied) - toen.Van(gebied) is { } verschil
            ? (
                verschil > 0 ? "+\u00A0"
                : verschil < 0 ? "−\u00A0"
                : ""
            ) + nu.Toon(Math.Abs(verschil))
            : null;

    /// <summary>What the number says, by ranks: a few very high figures do not decide it.</summary>
    public string? Zin =>
        Samenhang?.Rang is not { } r ? null
        : Math.Abs(r) < 0.2 ? Taal.Zin("De cijfers hangen bijna niet samen.")
        : (Math.Abs(r), r > 0) switch
        {
            (< 0.5, true) => Taal.Zin(
                "De cijfers hangen een beetje samen: waar het ene hoger is, is het andere dat vaak ook."
            ),
            (< 0.5, false) => Taal.Zin(
                "De cijfers hangen een beetje samen: waar het ene hoger is, is het andere vaak lager."
            ),
            (_, true) => Taal.Zin(
                "De cijfers hangen duidelijk samen: waar het ene hoger is, is het andere dat meestal ook."
            ),
            _ => Taal.Zin("De cijfers hangen duidelijk samen: waar het ene hoger is, is het andere meestal lager."),
        };

    /// <summary>The same choice at another address, or with one of them changed.</summary>
    public string Adres(string pad, string? naam = null, string? waarde = null)
    {
        var keuzes = new Dictionary<string, string?>
        {
            ["niveau"] = Paar.Niveau,
            ["x"] = Paar.X.Cijfer.Code,
            ["xjaar"] = $"{Filter.XJaar}",
            ["xfase"] = Filter.XFase,
            ["xprogramma"] = Filter.XProgramma,
            ["y"] = Paar.Y.Cijfer.Code,
            ["yjaar"] = $"{Filter.YJaar}",
            ["yfase"] = Filter.YFase,
            ["yprogramma"] = Filter.YProgramma,
            ["sorteer"] = pad.EndsWith(".csv", StringComparison.Ordinal) ? null : Filter.Sorteer,
        };
        if (naam is not null)
        {
            keuzes[naam] = waarde;
        }
        return pad + QueryString.Create(keuzes.Where(k => !string.IsNullOrEmpty(k.Value)));
    }

    // Areas without the figure come last.
    private IEnumerable<GebiedRow> Gesorteerd(GelezenPaar paar) =>
        Sorteer == "naam"
            ? paar.Gebieden.OrderBy(g => g.Naam, OpNaam)
            : paar
                .Gebieden.Select(g => (Gebied: g, Waarde: (Sorteer == "x" ? paar.X : paar.Y).Van(g.Code)))
                .OrderByDescending(g => g.Waarde.HasValue)
                .ThenByDescending(g => g.Waarde)
                .ThenBy(g => g.Gebied.Naam, OpNaam)
                .Select(g => g.Gebied);
}
