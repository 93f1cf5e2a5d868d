using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;

namespace Portal.Web.Pages.Initiatieven;

public static class InitiatievenEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Onderwerpen = [Onderwerp.Gebieden, Onderwerp.Initiatieven];

    public static void MapInitiatieven(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/initiatieven.geojson", GetEnHead, GeefAsync);

    private static Task GeefAsync(
        [AsParameters] InitiatiefFilter filter,
        InitiatiefQueries queries,
        GebiedQueries gebieden,
        GeoJson geojson,
        HttpContext context
    ) =>
        geojson.GeefAsync(
            context,
            Onderwerpen,
            async ct =>
                Ongeldig.Waarde("status", filter.Status, InitiatiefQueries.Statussen) is { } reden ? (null, reden)
                : filter.Gebied is { } gebied && await gebieden.OpCodeAsync(gebied, ct) is null
                    ? (null, $"We kennen geen gebied met de code '{gebied}'.")
                : (await queries.GeoJsonAsync(filter, ct), null)
        );
}
