using Microsoft.Extensions.Localization;
using Portal.Data.Zoeken;

namespace Portal.Web.Zoeken;

/// <summary>A suggestion under the box while somebody types.</summary>
public sealed record Suggestie(string Naam, string Waar, string Adres);

public static class ZoekEndpoints
{
    private const int Hoogstens = 8;

    public static void MapZoeken(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/zoek/suggesties", SuggestiesAsync).WithMetadata(new NeemtZelfPlaatsAttribute());

    private static async Task<IResult> SuggestiesAsync(
        string? q,
        string? naar,
        Zoeker zoeker,
        IStringLocalizer<Teksten> tekst,
        HttpContext context
    )
    {
        var vraag = (q ?? "").Trim();
        vraag = vraag[..Math.Min(vraag.Length, Zoeker.LangsteVraag)];
        context.Response.Headers.CacheControl = "no-store"; // what people type is theirs
        if (vraag.Length == 0)
        {
            return TypedResults.Json(Array.Empty<Suggestie>());
        }
        if (await zoeker.ZoekAsync(vraag, context, context.RequestAborted) is not { } vondst)
        {
            Drukte.Weiger(context);
            return TypedResults.Empty;
        }
        // An area that begins with these letters is what most people mean; the streets in it are called after it
        var gebieden = vondst.Gebieden.ToLookup(g => g.Naam.StartsWith(vraag, StringComparison.OrdinalIgnoreCase));
        return TypedResults.Json(
            gebieden[true]
                .Select(g => Van(g, naar, tekst))
                .Concat(vondst.Adressen.Select(a => Van(a, naar, tekst)))
                .Concat(gebieden[false].Select(g => Van(g, naar, tekst)))
                .Take(Hoogstens)
        );
    }

    private static Suggestie Van(AdresVondst a, string? naar, IStringLocalizer<Teksten> tekst) =>
        new(
            a.Naam,
            tekst[a.Midden ? "het midden ligt in {0} {1}" : "in {0} {1}", tekst[a.Soort].Value, a.Gebied],
            Zoekdoel.Adres(a, naar)
        );

    private static Suggestie Van(ZoekRow g, string? naar, IStringLocalizer<Teksten> tekst) =>
        new(
            g.Naam,
            g.BovenNaam is null
                ? tekst[g.Soort]
                : $"{tekst[g.Soort].Value}, {tekst[g.BovenSoort!].Value} {g.BovenNaam}",
            Zoekdoel.Adres(g, naar)
        );
}
