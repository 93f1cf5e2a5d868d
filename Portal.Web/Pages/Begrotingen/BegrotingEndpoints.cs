using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Localization;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.Collecties;

namespace Portal.Web.Pages.Begrotingen;

public static class BegrotingEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public static void MapBegroting(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/begroting/posten.csv", GetEnHead, PostenCsvAsync).AlsDownload();
        routes.MapMethods("/begroting/posten-excel.csv", GetEnHead, PostenExcelAsync).AlsDownload();
        routes.MapMethods("/begroting/posten.csv-metadata.json", GetEnHead, MetadataAsync);
        routes.MapMethods("/begroting/posten.json", GetEnHead, PostenJsonAsync).AlsDownload();
        foreach (var formaat in PostCollectie.Formaten)
        {
            routes.MapMethods($"/begroting/posten.{formaat.Extensie}", GetEnHead, Posten(formaat)).AlsDownload();
        }
        routes
            .MapMethods("/begroting/brug.json", GetEnHead, BrugAsync)
            .WithMetadata(new ToontAttribute(BegrotingOnderwerp.Code));
    }

    // CSV and JSON of posts are older than the formats, and have columns of their own.
    private static Delegate Posten(Formaat formaat) =>
        ([AsParameters] PostFilter filter, [AsParameters] PostVraag vraag, Uitvoerder uitvoerder) =>
            vraag.AntwoordAsync(
                filter,
                keuze =>
                    new(
                        (stream, ct) =>
                            Uitvoervorm.OfUitlegAsync(
                                vraag.Context,
                                () =>
                                    uitvoerder.SchrijfAsync(
                                        formaat,
                                        PostCollectie.Collectie,
                                        PostCollectie.Filter(keuze),
                                        CollectiesEndpoints.Basis(vraag.Context.Request),
                                        stream,
                                        ct
                                    )
                            ),
                        formaat.MediaType,
                        formaat.Bestand ? $"{Bestandsnaam(keuze)}.{formaat.Extensie}" : null
                    )
            );

    private static Task<Results<PushStreamHttpResult, ProblemHttpResult>> PostenCsvAsync(
        [AsParameters] PostFilter filter,
        [AsParameters] PostVraag vraag,
        PostQueries posten
    )
    {
        vraag.Context.Response.Headers.Link =
            $"</begroting/posten.csv-metadata.json{vraag.Context.Request.QueryString}>; rel=\"describedby\"; "
            + "type=\"application/csvm+json\"";
        return vraag.AntwoordAsync(
            filter,
            keuze =>
                new(
                    (stream, ct) => posten.KopieerAsync(keuze, stream, ct),
                    "text/csv; charset=utf-8",
                    Bestandsnaam(keuze) + ".csv"
                )
        );
    }

    private static Task<Results<PushStreamHttpResult, ProblemHttpResult>> PostenExcelAsync(
        [AsParameters] PostFilter filter,
        [AsParameters] PostVraag vraag,
        PostQueries posten
    ) =>
        vraag.AntwoordAsync(
            filter,
            keuze =>
                new(
                    (stream, ct) => posten.KopieerVoorExcelAsync(keuze, stream, ct),
                    "text/csv; charset=utf-8",
                    Bestandsnaam(keuze) + "-excel.csv"
                )
        );

    private static Task<Results<PushStreamHttpResult, ProblemHttpResult>> PostenJsonAsync(
        [AsParameters] PostFilter filter,
        [AsParameters] PostVraag vraag,
        PostQueries posten
    ) =>
        vraag.AntwoordAsync(
            filter,
            keuze =>
                new(
                    (stream, ct) => JsonSerializer.SerializeAsync(stream, posten.StroomAsync(keuze, ct), Json, ct),
                    "application/json",
                    null
                )
        );

    private static async Task<Results<JsonHttpResult<Dictionary<string, object?>>, ProblemHttpResult>> MetadataAsync(
        [AsParameters] PostFilter filter,
        BegrotingQueries begroting,
        GebiedQueries gebieden,
        DatasetQueries datasets,
        IStringLocalizer<Teksten> tekst,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        var (aanbod, gebied) = (await begroting.AanbodAsync(ct), await gebieden.VindAsync(filter.Gebied, ct));
        var (keuze, reden) = PostKeuze.Kies(filter, aanbod, gebied);
        if (keuze is null)
        {
            return Ongeldig.Probleem(reden);
        }
        var bronnen = await datasets.BronnenAsync(
            gebied.Gebied?.Soort ?? "stad",
            gebied.Gebied?.Code ?? "",
            keuze.Begroting.Jaar,
            ct
        );
        return TypedResults.Json(
            PostenMetadata.Maak(
                keuze,
                aanbod,
                bronnen.Where(b => b.Onderwerp == BegrotingOnderwerp.Code),
                context.Request,
                tekst
            ),
            Json,
            "application/csvm+json"
        );
    }

    private static async Task<Results<JsonHttpResult<Brug>, ProblemHttpResult>> BrugAsync(
        [AsParameters] BegrotingFilter filter,
        BegrotingQueries begroting,
        BrugQueries brug,
        DatasetQueries datasets,
        CancellationToken ct
    )
    {
        var aanbod = await begroting.AanbodAsync(ct);
        return aanbod.Kies(filter) is { } keuze
            ? TypedResults.Json(await brug.LeesAsync(aanbod, keuze, (await datasets.GemeenteAsync(ct))?.Naam, ct), Json)
            : Ongeldig.Probleem(aanbod.Reden(filter));
    }

    // A file that lies in a folder must not look like the whole when it is a part.
    private static string Bestandsnaam(PostKeuze keuze)
    {
        var waarvoor = keuze.Begroting.Afwijkend();
        var deel =
            keuze.Zoek is not null
            || keuze.Ontvanger is not null
            || keuze.Van is not null
            || keuze.Tot is not null
            || keuze.Begroting.Tel != "alles"
                ? "selectie"
                : null;
        var baten = keuze.Begroting.Bl == "B" ? "baten" : null;
        return string.Join(
            '-',
            new[]
            {
                "posten",
                $"{keuze.Begroting.Jaar}",
                keuze.Begroting.Fase,
                waarvoor,
                baten,
                keuze.GebiedCode,
                keuze.Begroting.Programma,
                keuze.Taakveld,
                deel,
            }.Where(d => d is not null)
        );
    }
}
