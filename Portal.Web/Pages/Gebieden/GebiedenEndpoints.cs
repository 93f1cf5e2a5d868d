using Portal.Data;
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
            .MapMethods("/cijfers/{soorten:gebiedsoort}.json", GetEnHead, CijfersAsync)
            .WithMetadata(new NeemtZelfPlaatsAttribute());
        routes
            .MapMethods("/vormen/{soorten:gebiedsoort}/{stempel}.topojson", GetEnHead, VormenAsync)
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
        Kaartgegevens gegevens,
        HttpContext context
    ) =>
        gegevens.GeefAsync(
            context,
            Kaartsoort.GeoJson,
            GeldOpKaart,
            async ct =>
            {
                var aanbod = await queries.AanbodAsync(ct);
                return aanbod.Kies(filter) is { } keuze
                    ? (await queries.GeoJsonAsync(Gebiedsoorten.Enkelvoud(soorten), keuze, ct), null)
                    : (null, aanbod.Reden(filter));
            }
        );

    /// <summary>The figures of the map alone: another year or programme fetches only these.</summary>
    private static Task CijfersAsync(
        string soorten,
        [AsParameters] BegrotingFilter filter,
        string? per,
        BegrotingQueries queries,
        Kaartgegevens gegevens,
        HttpContext context
    ) =>
        gegevens.GeefAsync(
            context,
            Kaartsoort.Cijfers,
            GeldOpKaart,
            async ct =>
            {
                var aanbod = await queries.AanbodAsync(ct);
                var reden = aanbod.Reden(filter) ?? Ongeldig.Waarde("per", per, Teksten.Maten.Keys);
                return reden is null && aanbod.Kies(filter) is { } keuze
                    ? (
                        await queries.CijfersAsync(
                            Gebiedsoorten.Enkelvoud(soorten),
                            keuze,
                            per is null ? null : Maat(per),
                            ct
                        ),
                        null
                    )
                    : (null, reden);
            }
        );

    /// <summary>What the map calls a measure.</summary>
    public static string Maat(string per) => per == "totaal" ? "bedrag" : $"per_{per}";

    /// <summary>Where a map gets the shapes of a kind of area.</summary>
    public static string Vormen(string soort, string stempel) =>
        $"/vormen/{Gebiedsoorten.Meervoud(soort)}/{stempel}.topojson";

    /// <summary>
    /// The shapes of the map alone, at an address that names their version; an older one leads to the newest.
    /// </summary>
    private static async Task VormenAsync(
        string soorten,
        string stempel,
        VormQueries queries,
        Kaartgegevens gegevens,
        Drukte drukte,
        HttpContext context
    )
    {
        string nu;
        using (var plaats = await drukte.NeemAsync(context))
        {
            if (plaats is null)
            {
                Drukte.Weiger(context);
                return;
            }
            nu = await queries.StempelAsync(context.RequestAborted);
        }
        if (stempel == nu)
        {
            await gegevens.GeefAsync(
                context,
                Kaartsoort.Vormen,
                Kaart,
                async ct => (await queries.TopoJsonAsync(Gebiedsoorten.Enkelvoud(soorten), ct), null)
            );
            return;
        }
        context.Response.Headers.CacheControl = "no-cache";
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Redirect($"{context.Request.PathBase}/vormen/{soorten}/{nu}.topojson");
    }

    private static Task OmgevingAsync(
        string code,
        GebiedQueries queries,
        Kaartgegevens gegevens,
        HttpContext context
    ) =>
        gegevens.GeefAsync(
            context,
            Kaartsoort.GeoJson,
            Kaart,
            async ct => (await queries.OmgevingGeoJsonAsync(code, ct), null)
        );
}
