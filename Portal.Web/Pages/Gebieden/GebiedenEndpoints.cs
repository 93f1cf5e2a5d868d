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
        routes
            .MapMethods("/{soorten:gebiedsoort}.geojson", GetEnHead, BedragenAsync)
            .WithMetadata(new NeemtZelfPlaatsAttribute());
        routes
            .MapMethods("/{soorten:gebiedsoort}/{code}/omgeving.geojson", GetEnHead, OmgevingAsync)
            .WithMetadata(new NeemtZelfPlaatsAttribute());
        routes
            .MapMethods("/{soorten:gebiedsoort}/{code}/kaart.svg", GetEnHead, BeeldAsync)
            .WithMetadata(new ToontAttribute(GebiedOnderwerp.Code));
    }

    private static async Task<IResult> BeeldAsync(
        string soorten,
        string code,
        GebiedQueries gebieden,
        KaartjeQueries kaartjes,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        return await gebieden.FindAsync(Gebiedsoorten.Enkelvoud(soorten), code, ct) is { } gebied
            ? TypedResults.Text(
                Kaartbeeld.Svg(await kaartjes.OmAsync(gebied.Code, ct), gebied.Naam),
                "image/svg+xml; charset=utf-8"
            )
            : TypedResults.NotFound();
    }

    /// <summary>The areas of a kind with their money, by the same filter as the page.</summary>
    private static Task BedragenAsync(
        string soorten,
        [AsParameters] BegrotingFilter filter,
        BegrotingQueries queries,
        GeoJson geojson,
        HttpContext context
    ) =>
        geojson.GeefAsync(
            context,
            GeldOpKaart,
            async ct =>
            {
                var aanbod = await queries.AanbodAsync(ct);
                return aanbod.Kies(filter) is { } keuze
                    ? (await queries.GeoJsonAsync(Gebiedsoorten.Enkelvoud(soorten), keuze, ct), null)
                    : (null, aanbod.Reden(filter));
            }
        );

    private static Task OmgevingAsync(string code, GebiedQueries queries, GeoJson geojson, HttpContext context) =>
        geojson.GeefAsync(context, Kaart, async ct => (await queries.OmgevingGeoJsonAsync(code, ct), null));
}
