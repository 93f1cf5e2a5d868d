using Portal.Data;
using Portal.Data.Gebieden;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Collecties;

/// <summary>Every collection in every format.</summary>
public static class CollectiesEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapCollecties(this IEndpointRouteBuilder routes)
    {
        foreach (var formaat in Formaten.Alle)
        {
            foreach (var collectie in Onderwerpen.Collecties.Where(formaat.Past))
            {
                routes.MapMethods($"/{collectie.Pad}.{formaat.Extensie}", GetEnHead, Geef(formaat, collectie));
            }
            routes.MapMethods($"/lagen/{{laag}}.{formaat.Extensie}", GetEnHead, Geef(formaat, null));
        }
    }

    private static Func<HttpContext, GebiedQueries, LaagQueries, Uitvoerder, GeoJson, Task> Geef(
        Formaat formaat,
        Collectie? vast
    ) =>
        async (context, gebieden, lagen, uitvoerder, geojson) =>
        {
            var ct = context.RequestAborted;
            var collectie = vast ?? await CollectieKeuze.VindAsync(context.Request.RouteValues, lagen, ct);
            if (collectie is null || !formaat.Past(collectie))
            {
                await Ongeldig
                    .Probleem("Deze laag bestaat niet, of niet meer.", StatusCodes.Status404NotFound)
                    .ExecuteAsync(context);
                return;
            }
            var keuze = await CollectieKeuze.LeesAsync(context.Request.Query, collectie, gebieden, ct);
            if (keuze.Reden is not null)
            {
                await Ongeldig.Probleem(keuze.Reden).ExecuteAsync(context);
                return;
            }
            await SchrijfAsync(context, formaat, collectie, keuze, uitvoerder, geojson);
        };

    private static async Task SchrijfAsync(
        HttpContext context,
        Formaat formaat,
        Collectie collectie,
        CollectieKeuze keuze,
        Uitvoerder uitvoerder,
        GeoJson geojson
    )
    {
        var basis = new Uri($"{context.Request.Scheme}://{context.Request.Host}{context.Request.PathBase}/");
        if (formaat == GeoJsonFormaat.Formaat)
        {
            await geojson.GeefAsync(
                context,
                [.. collectie.Onderwerpen],
                async ct =>
                {
                    using var bytes = new MemoryStream();
                    await uitvoerder.SchrijfAsync(formaat, collectie, keuze.Filter, basis, bytes, ct);
                    return bytes.ToArray();
                }
            );
            return;
        }
        context.Response.ContentType = formaat.MediaType;
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (formaat.Bestand)
        {
            context.Response.Headers.ContentDisposition =
                $"attachment; filename={Bestandsnaam(collectie, keuze)}.{formaat.Extensie}";
        }
        if (!HttpMethods.IsHead(context.Request.Method))
        {
            await uitvoerder.SchrijfAsync(
                formaat,
                collectie,
                keuze.Filter,
                basis,
                context.Response.Body,
                context.RequestAborted
            );
        }
    }

    // A file that lies in a folder must not look like the whole when it is a part.
    private static string Bestandsnaam(Collectie collectie, CollectieKeuze keuze)
    {
        var (f, naam) = (keuze.Filter, collectie.Pad.Replace('/', '-'));
        var deel = f.Zoek is not null || f.Van is not null || f.Tot is not null || f.Codes.Count > 0;
        return string.Join('-', new[] { naam, keuze.Gebied?.Code, deel ? "selectie" : null }.OfType<string>());
    }
}
