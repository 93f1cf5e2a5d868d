using Portal.Data.Datasets;
using Portal.Data.Initiatieven;

namespace Portal.Web.Pages.Initiatieven;

public static class InitiatievenEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Onderwerpen = [Onderwerp.Gebieden, Onderwerp.Initiatieven];

    public static void MapInitiatieven(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/initiatieven.geojson", GetEnHead,
            ([AsParameters] InitiatiefFilter filter, InitiatiefQueries queries, GeoJson geojson, HttpContext context) =>
                geojson.GeefAsync(context, Onderwerpen, async ct => await queries.GeoJsonAsync(filter with { Status = filter.Status is "" ? null : filter.Status }, ct)));
}
