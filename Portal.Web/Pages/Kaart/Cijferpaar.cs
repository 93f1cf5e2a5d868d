using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;

namespace Portal.Web.Pages.Kaart;

/// <summary>Which two figures, as it stands in the URL. Null is: choose for me.</summary>
/// <param name="X">The code of the first figure; after it its year, and of money phase and programme.</param>
public sealed record CijferFilter(
    string? Niveau,
    string? X,
    int? XJaar,
    string? XFase,
    string? XProgramma,
    string? Y,
    int? YJaar,
    string? YFase,
    string? YProgramma,
    [Standaard("naam")] string? Sorteer
)
{
    public BegrotingFilter VanX => new(XJaar, XFase, XProgramma, null, null);
    public BegrotingFilter VanY => new(YJaar, YFase, YProgramma, null, null);
}

/// <summary>Two figures of the areas of a kind.</summary>
public sealed record GelezenPaar(
    BegrotingAanbod Aanbod,
    IReadOnlyList<Cijfer> Cijfers,
    IReadOnlyList<string> Niveaus,
    string Niveau,
    IReadOnlyList<GebiedRow> Gebieden,
    Kant X,
    Kant Y
)
{
    /// <summary>The areas of which both are known.</summary>
    public IReadOnlyList<GebiedRow> Beide { get; } =
    [.. Gebieden.Where(g => X.Waarden.ContainsKey(g.Code) && Y.Waarden.ContainsKey(g.Code))];

    /// <summary>One figure in two years, the earlier one first; null: it is of two figures.</summary>
    public (Kant Toen, Kant Nu)? Jaren =>
        X.Cijfer.Code != Y.Cijfer.Code || X.Jaar is not { } x || Y.Jaar is not { } y || x == y || !EenKeuze ? null
        : x < y ? (X, Y)
        : (Y, X);

    /// <summary>The way a figure is made changed between its two years: these do not stand beside each other.</summary>
    public bool BreektCijfer =>
        Jaren is var (toen, nu) && toen.Cijfer.Indicator?.Breuk is { } breuk && toen.Jaar < breuk && nu.Jaar >= breuk;

    private bool EenKeuze =>
        X.Geld is not { } x || Y.Geld is not { } y || (x with { Jaar = y.Jaar, PerHoofd = y.PerHoofd }) == y;

    /// <summary>The same money in two years that are not of one kind: these do not stand beside each other.</summary>
    public bool Breekt =>
        X.Geld is { } x
        && Y.Geld is { } y
        && EenKeuze
        && Aanbod.Breekt(x, y.Jaar, heleStad: false, x.Programma is not null) is not null;
}

/// <summary>Reads two figures by what a reader chose.</summary>
public sealed class Cijferpaar(Cijferbron bron, BegrotingQueries begroting, GebiedQueries gebieden)
{
    public static readonly string[] Sorteringen = ["naam", "x", "y"];

    /// <returns>Both, or why that cannot be, in Dutch.</returns>
    public async Task<(GelezenPaar? Paar, string? Reden)> LeesAsync(CijferFilter filter, CancellationToken ct)
    {
        var aanbod = await begroting.AanbodAsync(ct);
        var cijfers = await bron.AanbodAsync(aanbod, ct);
        var codes = cijfers.Select(c => c.Code).ToList();
        var reden =
            Ongeldig.Waarde("niveau", filter.Niveau, Gebiedsoorten.InDeStad)
            ?? Ongeldig.Waarde("sorteer", filter.Sorteer, Sorteringen)
            ?? Ongeldig.Waarde("x", filter.X, codes)
            ?? Ongeldig.Waarde("y", filter.Y, codes)
            ?? aanbod.Reden(filter.VanX)
            ?? aanbod.Reden(filter.VanY);
        if (reden is not null || aanbod.Kies(filter.VanX) is not { } x || aanbod.Kies(filter.VanY) is not { } y)
        {
            return (null, reden);
        }
        (x, y) = (MetBedrag(aanbod, x, filter.XJaar), MetBedrag(aanbod, y, filter.YJaar));
        var soorten = await gebieden.SoortenAsync(ct);
        List<string> niveaus = [.. Gebiedsoorten.InDeStad.Where(s => s == filter.Niveau || soorten.Contains(s))];
        GelezenPaar? beste = null;
        // Who chose no kind gets the smallest of which enough is known, or else that of which most is
        foreach (var niveau in filter.Niveau is { } gekozen ? [gekozen] : niveaus.DefaultIfEmpty("buurt"))
        {
            var eerste = cijfers.First(c => c.Code == (filter.X ?? codes[0]));
            var tweede = cijfers.First(c => c.Code == (filter.Y ?? Tegenover(cijfers, niveau)));
            var paar = new GelezenPaar(
                aanbod,
                cijfers,
                niveaus,
                niveau,
                await gebieden.ListAsync(niveau, ct),
                await bron.LeesAsync(eerste, niveau, filter.XJaar, aanbod, x, ct),
                await bron.LeesAsync(tweede, niveau, filter.YJaar, aanbod, y, ct)
            );
            beste = beste is null || paar.Beide.Count > beste.Beide.Count ? paar : beste;
            if (beste.Beide.Count >= SamenhangQueries.MinsteGebieden)
            {
                break;
            }
        }
        return (beste, null);
    }

    // Who chose no year gets the last one of which an amount per inhabitant may be told.
    private static BegrotingKeuze MetBedrag(BegrotingAanbod aanbod, BegrotingKeuze keuze, int? jaar) =>
        jaar is not null || keuze.PerHoofd
            ? keuze
            : aanbod
                .JarenVan(keuze)
                .Select(j => aanbod.Kies(new(j, keuze.Fase, keuze.Programma, null, null)))
                .FirstOrDefault(k => k?.PerHoofd == true)
                ?? keuze;

    // Beside money a measure of need (domain.md, Money, 6), if there is one
    private static string Tegenover(IReadOnlyList<Cijfer> cijfers, string niveau) =>
        cijfers
            .Where(c => !c.IsGeld && c.Kent(niveau))
            .OrderByDescending(c => c.Indicator?.NaastGeld == true)
            .Append(cijfers[0])
            .First()
            .Code;
}
