using Microsoft.Extensions.Localization;

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
        return TypedResults.Json(
            vondst
                .Adressen.Select(a => new Suggestie(
                    a.Naam,
                    tekst[a.Midden ? "het midden ligt in {0} {1}" : "in {0} {1}", tekst[a.Soort].Value, a.Gebied],
                    Zoekdoel.Adres(a, naar)
                ))
                .Concat(
                    vondst.Gebieden.Select(g => new Suggestie(
                        g.Naam,
                        g.BovenNaam is null
                            ? tekst[g.Soort]
                            : $"{tekst[g.Soort].Value}, {tekst[g.BovenSoort!].Value} {g.BovenNaam}",
                        Zoekdoel.Adres(g, naar)
                    ))
                )
                .Take(Hoogstens)
        );
    }
}
