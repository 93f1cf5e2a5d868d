using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Portal.Data.Begrotingen;
using Portal.Data.Bekendmakingen;
using Portal.Data.Gebieden;
using Portal.Data.Indicatoren;
using Portal.Data.Initiatieven;
using Portal.Data.Iv3;
using Portal.Data.Vergunningen;

namespace Portal.Web.Pages.Gebieden;

/// <summary>
/// One buurt, wijk, gebied, stadsdeel or the city: an answer, a small map, and its parts in order
/// (<see cref="Gebiedsblok"/>). <c>?programma=</c> and <c>?taakveld=</c> look at a part of its money.
/// </summary>
[Toont(
    BegrotingOnderwerp.Code,
    InitiatiefOnderwerp.Code,
    VergunningOnderwerp.Code,
    BekendmakingOnderwerp.Code,
    IndicatorOnderwerp.Code,
    GebiedslabelOnderwerp.Code
)]
public sealed class GebiedModel(
    GebiedQueries gebieden,
    BegrotingQueries begroting,
    KaartjeQueries kaartjes,
    IServiceProvider diensten
) : PageModel
{
    private static readonly string[] DelenVanStad = ["stadsdeel", "wijk"];

    public Gebiedsblik Blik { get; private set; } = null!;
    public IReadOnlyList<KaartVlak> Vlakken { get; private set; } = [];

    /// <summary>What there is to show, in order.</summary>
    public IReadOnlyList<GelezenBlok> Blokken { get; private set; } = [];

    /// <summary>What there is nothing of.</summary>
    public IReadOnlyList<Gebiedsblok> Ontbreekt { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(
        [FromRoute] string? soorten,
        [FromRoute] string? sleutel,
        BegrotingFilter filter,
        string? taakveld,
        CancellationToken ct
    )
    {
        var soort = soorten is null ? Gebiedsoorten.Stad : Gebiedsoorten.Enkelvoud(soorten);
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
        var aanbod = await begroting.AanbodAsync(ct);
        if (
            aanbod.Kies(filter with { Tel = "alles" }) is not { } keuze
            || (taakveld is not null && keuze.Programma is null)
        )
        {
            return Ongeldig.Antwoord(this, aanbod.Reden(filter) ?? "Kies bij een taakveld ook een programma.");
        }
        Blik = new(
            gebied,
            await gebieden.BovenAsync(gebied.Code, ct),
            aanbod,
            keuze,
            taakveld,
            await begroting.FindAsync(soort, gebied.Code, keuze with { Programma = null }, ct),
            await begroting.SommenAsync(soort, gebied.Code, keuze.Jaar, keuze.Jaarsoort, ct)
        );
        await LeesAsync(ct);
        return
            taakveld is not (null or "-")
            && Blokken.All(b => b.Blok != Gebieden.Blokken.Waaraan.Blok)
            && !TaakveldLijst.Namen.ContainsKey(taakveld)
            ? Ongeldig.Antwoord(this, $"Het taakveld '{taakveld}' bestaat niet.")
            : Page();
    }

    private async Task LeesAsync(CancellationToken ct)
    {
        if (!Blik.Diep)
        {
            Vlakken = Blik.IsStad ? await StadAsync(ct) : await kaartjes.OmAsync(Blik.Gebied.Code, ct);
        }
        var (blokken, ontbreekt) = (new List<GelezenBlok>(), new List<Gebiedsblok>());
        foreach (var blok in Gebiedsblok.Alle.Where(b => b.Diep || !Blik.Diep))
        {
            if (await blok.Lees(diensten, Blik, ct) is { } inhoud)
            {
                blokken.Add(new(blok, inhoud));
            }
            else if (blok.Gemist && !Blik.Diep)
            {
                ontbreekt.Add(blok);
            }
        }
        (Blokken, Ontbreekt) = (blokken, ontbreekt);
    }

    private async Task<IReadOnlyList<KaartVlak>> StadAsync(CancellationToken ct)
    {
        var soorten = await gebieden.SoortenAsync(ct);
        return await kaartjes.AlleAsync(DelenVanStad.FirstOrDefault(soorten.Contains) ?? "buurt", ct);
    }
}
