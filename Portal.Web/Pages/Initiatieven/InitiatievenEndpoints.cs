using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Initiatieven;

namespace Portal.Web.Pages.Initiatieven;

public static class InitiatievenEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Onderwerpen = [GebiedOnderwerp.Code, InitiatiefOnderwerp.Code];

    public static void MapInitiatieven(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/initiatieven.geojson", GetEnHead, GeefAsync);

    private static async Task GeefAsync(
        [AsParameters] InitiatiefFilter filter,
        InitiatiefQueries queries,
        GebiedQueries gebieden,
        GeoJson geojson,
        HttpContext context
    )
    {
        filter = filter with { Status = filter.Status is "" ? null : filter.Status };
        var reden =
            Ongeldig.Waarde("status", filter.Status, InitiatiefQueries.Statussen)
            ?? (
                filter.Gebied is not null && await gebieden.OpCodeAsync(filter.Gebied, context.RequestAborted) is null
                    ? $"We kennen geen gebied met de code '{filter.Gebied}'."
                    : null
            );
        if (reden is not null)
        {
            await Ongeldig.Probleem(reden).ExecuteAsync(context);
            return;
        }
        await geojson.GeefAsync(context, Onderwerpen, async ct => await queries.GeoJsonAsync(filter, ct));
    }
}
