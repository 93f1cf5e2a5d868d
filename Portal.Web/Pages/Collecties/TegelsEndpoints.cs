using Portal.Data;
using Portal.Data.Gebieden;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Collecties;

/// <summary>
/// Every collection with places as squares of a web map: vector tiles for the maps of others (.mvt), and for ours what
/// lies close together counted together (.json). With the filters of its list.
/// </summary>
public static class TegelsEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapTegels(this IEndpointRouteBuilder routes)
    {
        foreach (var vorm in new[] { "mvt", "json" })
        {
            foreach (var collectie in Onderwerpen.Collecties.Where(c => c is { MetPagina: true, MetPlek: true }))
            {
                Map(routes, $"/tegels/{collectie.Pad}", vorm, collectie);
            }
            Map(routes, "/tegels/lagen/{laag}", vorm, null);
        }
    }

    private static void Map(IEndpointRouteBuilder routes, string pad, string vorm, Collectie? vast) =>
        routes
            .MapMethods($"{pad}/{{z:int}}/{{x:int}}/{{y:int}}.{vorm}", GetEnHead, Geef(vorm, vast))
            .WithMetadata(
                new CollectieParametersAttribute { Vast = vast, InPaginas = false },
                new NeemtZelfPlaatsAttribute()
            );

    private static Func<HttpContext, int, int, int, TegelQueries, GebiedQueries, LaagQueries, Kaartgegevens, Task> Geef(
        string vorm,
        Collectie? vast
    ) =>
        (context, z, x, y, tegels, gebieden, lagen, gegevens) =>
            gegevens.GeefAsync(
                context,
                vorm == "mvt" ? Kaartsoort.Tegel : Kaartsoort.Cijfers,
                [.. vast?.Onderwerpen ?? LaagOnderwerp.VanCollecties],
                async ct =>
                {
                    var collectie = vast ?? await CollectieKeuze.VindAsync(context, lagen, ct);
                    if (collectie is null)
                    {
                        return (null, null);
                    }
                    if (Tegel.Van(z, x, y) is not { } tegel)
                    {
                        return (null, $"Er is geen tegel {z}/{x}/{y}. De hoogste zoom is {Tegel.HoogsteZoom}.");
                    }
                    var keuze = await CollectieKeuze.LeesAsync(context.Request.Query, collectie, gebieden, ct);
                    return keuze.Reden is not null ? (null, keuze.Reden)
                        : vorm == "mvt" ? (await tegels.MvtAsync(collectie, keuze.Filter, tegel, ct), null)
                        : (await tegels.JsonAsync(collectie, keuze.Filter, tegel, ct), null);
                }
            );
}
