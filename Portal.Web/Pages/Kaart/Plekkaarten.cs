using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;
using Portal.Data.Uitvoer;
using Portal.Data.Vergunningen;
using Portal.Data.Zoeken;
using Portal.Web.Zoeken;

namespace Portal.Web.Pages.Kaart;

/// <summary>A few rows of a list, and where the rest stands.</summary>
public sealed record Kaartdeel(Collectie Collectie, IReadOnlyList<CollectieRow> Rijen, string Lijst);

/// <summary>
/// What a resident asks first of a place: where it is, the money, what she can still object to, the plans.
/// </summary>
/// <param name="Plek">Of an address: latitude and longitude; null: the card is of an area.</param>
/// <param name="Boven">The larger areas around it, from near to far.</param>
/// <param name="Oud">The newest announcement, where it is old: of what came after it nothing is known.</param>
/// <param name="Geld">Of the smallest of them whose amount is known; null: of none.</param>
public sealed record Plekkaart(
    string? Plek,
    GebiedRow Gebied,
    IReadOnlyList<GebiedRow> Boven,
    (GebiedRow Van, GebiedBedragRow Bedrag)? Geld,
    Kaartdeel Reageren,
    Kaartdeel Plannen,
    DateOnly Vandaag,
    DateOnly? Oud
);

/// <summary>Makes the card of an address or an area.</summary>
public sealed class Plekkaarten(
    ZoekQueries zoeken,
    GebiedQueries gebieden,
    BegrotingQueries begroting,
    CollectieQueries collecties
)
{
    private const int Straal = 250;
    private const int Hoogstens = 3;

    private static readonly Collectie Bekendmakingen = BekendmakingOnderwerp.Register.Collectie;
    private static readonly Collectie Vergunningen = VergunningOnderwerp.Register.Collectie;
    private static readonly Collectie Plannen = InitiatiefOnderwerp.Register.Collectie;

    /// <summary>Of the place <paramref name="bij"/>, else of the area.</summary>
    /// <returns>Null: there is no such area, or the place lies outside the municipality.</returns>
    public async Task<Plekkaart?> LeesAsync(string? bij, string? gebied, BegrotingKeuze keuze, CancellationToken ct)
    {
        var punt = Punt.Lees(bij);
        var code = punt is { } p ? (await zoeken.BijPuntAsync(p.Breedte, p.Lengte, ct))?.Code : gebied;
        if (code is null || await gebieden.OpCodeAsync(code, ct) is not { } hier)
        {
            return null;
        }
        IReadOnlyList<GebiedRow> boven = [.. (await gebieden.BovenAsync(code, ct)).Reverse()];
        var (filter, zoek) = punt is { } plek
            ? (
                new CollectieFilter { Omtrek = Omtrek.Cirkel(plek.Breedte, plek.Lengte, Straal) },
                $"?bij={bij}&straal={Straal}"
            )
            : (new CollectieFilter(hier.Soort == Gebiedsoorten.Stad ? null : code), $"?gebied={code}");
        var open = filter with { NogOp = collecties.Vandaag };
        var reageren = await DeelAsync(Bekendmakingen, open, $"{zoek}&nog=ja", ct);
        return new(
            punt is null ? null : bij,
            hier,
            boven,
            await GeldAsync([hier, .. boven], keuze, ct),
            reageren.Rijen.Count > 0 ? reageren : await DeelAsync(Vergunningen, open, $"{zoek}&nog=ja", ct),
            await DeelAsync(Plannen, filter, zoek, ct),
            collecties.Vandaag,
            await collecties.OudAsync(reageren.Collectie, ct)
        );
    }

    private async Task<(GebiedRow, GebiedBedragRow)?> GeldAsync(
        IEnumerable<GebiedRow> vanKleinNaarGroot,
        BegrotingKeuze keuze,
        CancellationToken ct
    )
    {
        foreach (var gebied in vanKleinNaarGroot.Where(g => g.Soort != Gebiedsoorten.Stad))
        {
            if (await begroting.FindAsync(gebied.Soort, gebied.Code, keuze, ct) is { Bedrag: not null } bedrag)
            {
                return (gebied, bedrag);
            }
        }
        return null;
    }

    private async Task<Kaartdeel> DeelAsync(
        Collectie collectie,
        CollectieFilter filter,
        string zoek,
        CancellationToken ct
    ) => new(collectie, await collecties.ListAsync(collectie, filter, Hoogstens, 0, ct), $"/{collectie.Pad}{zoek}");
}
