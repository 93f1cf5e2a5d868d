using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Gebieden;

public static class GebiedenEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] GeldOpKaart = [GebiedOnderwerp.Code, BegrotingOnderwerp.Code];
    private static readonly string[] Kaart = [GebiedOnderwerp.Code];

    public static void MapGebieden(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/{soorten:gebiedsoort}.geojson", GetEnHead, BedragenAsync);
        routes.MapMethods("/{soorten:gebiedsoort}/{code}/omgeving.geojson", GetEnHead, OmgevingAsync);
    }

    /// <summary>The areas of a kind with their money, by the same filter as the page.</summary>
    private static async Task BedragenAsync(
        string soorten,
        [AsParameters] BegrotingFilter filter,
        BegrotingQueries queries,
        GeoJson geojson,
        HttpContext context
    )
    {
        var aanbod = await queries.AanbodAsync(context.RequestAborted);
        if (aanbod.Reden(filter) is { } reden)
        {
            await Ongeldig.Probleem(reden).ExecuteAsync(context);
            return;
        }
        // The choice is made again inside: a version that is published meanwhile must not leave an old choice under a new generation.
        await geojson.GeefAsync(
            context,
            GeldOpKaart,
            async ct =>
                await queries.GeoJsonAsync(
                    GebiedSoort.Enkelvoud(soorten),
                    (await queries.AanbodAsync(ct)).Kies(filter)!,
                    ct
                )
        );
    }

    private static Task OmgevingAsync(string code, GebiedQueries queries, GeoJson geojson, HttpContext context) =>
        geojson.GeefAsync(context, Kaart, async ct => await queries.OmgevingGeoJsonAsync(code, ct));
}
