using Microsoft.AspNetCore.Http.HttpResults;
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
        routes.MapMethods("/agenda/{collectie:collectie}/{dataset}/{**sleutel}", GetEnHead, AgendaAsync);
        var onderwerpen = routes.ServiceProvider.GetRequiredService<Onderwerplijst>();
        foreach (var formaat in Formaten.Alle)
        {
            foreach (var collectie in onderwerpen.Collecties.Where(formaat.Past))
            {
                Map(routes, $"/{collectie.Pad}.{formaat.Extensie}", formaat, collectie);
            }
            Map(routes, $"/lagen/{{laag}}.{formaat.Extensie}", formaat, null);
        }
    }

    private static void Map(IEndpointRouteBuilder routes, string pad, Formaat formaat, Collectie? collectie)
    {
        var route = routes
            .MapMethods(pad, GetEnHead, Geef(formaat, collectie))
            .WithMetadata(
                new CollectieParametersAttribute
                {
                    Vast = collectie,
                    InPaginas = false,
                    Vormen = formaat.Keuzes,
                }
            );
        if (formaat == GeoJsonFormaat.Formaat)
        {
            route.WithMetadata(new NeemtZelfPlaatsAttribute());
        }
        else
        {
            route.AlsDownload();
        }
    }

    private static Func<HttpContext, GebiedQueries, LaagQueries, Uitvoerder, Kaartgegevens, Task> Geef(
        Formaat formaat,
        Collectie? vast
    ) =>
        async (context, gebieden, lagen, uitvoerder, gegevens) =>
        {
            var ct = context.RequestAborted;
            async Task<Collectie?> VindAsync(CancellationToken ct) =>
                (vast ?? await CollectieKeuze.VindAsync(context, lagen, ct)) is { } gevonden && formaat.Past(gevonden)
                    ? gevonden
                    : null;

            if (formaat == GeoJsonFormaat.Formaat)
            {
                var onderwerpen = vast?.Onderwerpen ?? LaagOnderwerp.VanCollecties;
                await KaartOfStroom.GeefAsync(context, [.. onderwerpen], VindAsync, gebieden, uitvoerder, gegevens);
                return;
            }
            if (await VindAsync(ct) is not { } collectie)
            {
                await Ongeldig
                    .Probleem("Deze laag bestaat niet, of niet meer.", StatusCodes.Status404NotFound)
                    .ExecuteAsync(context);
                return;
            }
            var keuze = await CollectieKeuze.LeesAsync(context.Request.Query, collectie, gebieden, ct);
            var (vorm, fout) = Uitvoervorm.Lees(formaat, context.Request.Query);
            if ((keuze.Reden ?? fout) is { } reden)
            {
                await Ongeldig.Probleem(reden).ExecuteAsync(context);
                return;
            }
            await SchrijfAsync(context, vorm, collectie, keuze, uitvoerder);
        };

    // The last day of one row, for an agenda.
    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> AgendaAsync(
        string dataset,
        string sleutel,
        CollectieQueries queries,
        LaagQueries lagen,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        sleutel = Uri.UnescapeDataString(sleutel);
        return
            await CollectieKeuze.VindAsync(context, lagen, ct) is { Termijn: not null } collectie
            && await queries.FindAsync(collectie, dataset, sleutel, ct) is { } rij
            && rij.Waarden[collectie.Kolommen.ToList().IndexOf(collectie.Termijn)] is DateOnly
            ? TypedResults.File(IcsFormaat.Maak(collectie, [rij], Basis(context.Request)), IcsBestand.MediaType)
            : Ongeldig.Probleem("Hiervan is geen laatste dag bekend.", StatusCodes.Status404NotFound);
    }

    internal static Uri Basis(HttpRequest request) => new($"{request.Scheme}://{request.Host}{request.PathBase}/");

    internal static async Task SchrijfAsync(
        HttpContext context,
        Formaat formaat,
        Collectie collectie,
        CollectieKeuze keuze,
        Uitvoerder uitvoerder
    )
    {
        context.Response.ContentType = formaat.MediaType;
        context.Response.Headers.AccessControlAllowOrigin = "*";
        if (formaat.Bestand)
        {
            context.Response.Headers.ContentDisposition =
                $"attachment; filename={Bestandsnaam(collectie, keuze)}.{formaat.Extensie}";
        }
        if (HttpMethods.IsHead(context.Request.Method))
        {
            return;
        }
        await Uitvoervorm.OfUitlegAsync(
            context,
            () =>
                uitvoerder.SchrijfAsync(
                    formaat,
                    collectie,
                    keuze.Filter,
                    Basis(context.Request),
                    context.Response.Body,
                    context.RequestAborted
                )
        );
    }

    // A file that lies in a folder must not look like the whole when it is a part.
    private static string Bestandsnaam(Collectie collectie, CollectieKeuze keuze)
    {
        var (f, naam) = (keuze.Filter, collectie.Pad.Replace('/', '-'));
        var deel = f.Zoek is not null || f.Van is not null || f.Tot is not null || f.Codes.Count > 0;
        return string.Join('-', new[] { naam, keuze.Gebied?.Code, deel ? "selectie" : null }.OfType<string>());
    }
}
