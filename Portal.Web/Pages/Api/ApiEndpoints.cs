using System.Text.Json;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.Collecties;

namespace Portal.Web.Pages.Api;

/// <summary>What a handler of the API asks.</summary>
public sealed record ApiVraag(Collectielijst Lijst, BladQueries Bladen, GebiedQueries Gebieden, HttpContext Context);

/// <summary>
/// Every collection for a program: in parts, or one row. What there is follows from <see cref="Collectielijst"/>, so a
/// subject that is added is here too.
/// </summary>
public static class ApiEndpoints
{
    internal static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    internal static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes
            .MapGroup(Programmadeur.Api)
            .RequireRateLimiting(Verzoekrem.Naam)
            .AddEndpointFilter(WeigerStreepAsync);
        api.MapMethods("/openapi.json", GetEnHead, DocumentAsync).WithMetadata(new ToontAttribute());
        api.MapMethods("/collecties", GetEnHead, CollectiesAsync).WithMetadata(new ToontAttribute());
        api.MapMethods("/datasets", GetEnHead, DatasetsAsync).WithMetadata(new ToontAttribute());
        api.MapMethods("/datasets/{dataset}", GetEnHead, DatasetAsync).WithMetadata(new ToontAttribute());
        api.MapMethods("/datasets/{dataset}/versies", GetEnHead, VersiesAsync).WithMetadata(new ToontAttribute());
        api.MapPosten();
        api.MapMethods("/{**pad}", GetEnHead, GeefAsync).WithMetadata(new ApiParametersAttribute());
    }

    // An address has no slash at its end (NL API Design Rules, /core/no-trailing-slash)
    private static ValueTask<object?> WeigerStreepAsync(
        EndpointFilterInvocationContext context,
        EndpointFilterDelegate verder
    ) =>
        context.HttpContext.Request.Path.Value!.EndsWith('/')
            ? ValueTask.FromResult<object?>(Weg("Laat de schuine streep aan het eind van het adres weg."))
            : verder(context);

    private static async Task<IResult> GeefAsync(string pad, [AsParameters] ApiVraag vraag)
    {
        var (context, ct) = (vraag.Context, vraag.Context.RequestAborted);
        if (ApiPad.Vind(await vraag.Lijst.AlleAsync(), pad) is not { } gevraagd)
        {
            return Weg($"Het adres '{pad}' bestaat niet. Op /api/v1/collecties staat wat er wel is.");
        }
        if (Versheid.IsBekend(context, gevraagd.Collectie.Onderwerpen))
        {
            return TypedResults.Empty;
        }
        return gevraagd is { Dataset: { } dataset, Sleutel: { } sleutel }
            ? await EenAsync(vraag, gevraagd.Collectie, (dataset, sleutel), ct)
            : await LijstAsync(vraag, gevraagd.Collectie, ct);
    }

    private static async Task<IResult> EenAsync(
        ApiVraag vraag,
        Collectie collectie,
        (string Dataset, string Sleutel) sleutel,
        CancellationToken ct
    )
    {
        if (await vraag.Bladen.EenAsync(collectie, Rijvorm.Api(collectie), sleutel, ct) is not { } rij)
        {
            return Weg($"'{sleutel.Sleutel}' staat niet, of niet meer, in '{sleutel.Dataset}'.");
        }
        var pagina = collectie.MetPagina
            ? $"{collectie.Pad}/{sleutel.Dataset}/{Uri.EscapeDataString(sleutel.Sleutel)}"
            : $"data/{sleutel.Dataset}";
        await ApiAntwoord.SchrijfEenAsync(vraag.Context, rij, collectie.Pad, pagina);
        return TypedResults.Empty;
    }

    private static async Task<IResult> LijstAsync(ApiVraag vraag, Collectie collectie, CancellationToken ct)
    {
        var keuze = await ApiKeuze.LeesAsync(vraag.Context.Request.Query, collectie, vraag.Gebieden, ct);
        if (keuze.Vraag is not { } blad)
        {
            return Ongeldig.Probleem(keuze.Reden);
        }
        var totaal = new Dictionary<string, decimal>();
        if (keuze.MetAantal)
        {
            totaal["aantal"] = await vraag.Bladen.AantalAsync(collectie, blad, ct);
        }
        return await BladAsync(vraag, collectie, (blad, keuze.Na), totaal);
    }

    /// <summary>Reads a part and writes it, or says that its place is of a version that counts no more.</summary>
    internal static async Task<IResult> BladAsync(
        ApiVraag vraag,
        Collectie collectie,
        (Bladvraag Vraag, Verderplek? Na) blad,
        IReadOnlyDictionary<string, decimal> totaal
    )
    {
        var (context, ct) = (vraag.Context, vraag.Context.RequestAborted);
        var stand = await vraag.Bladen.StandAsync(collectie, ct);
        if (blad.Na is { } na && na.Stand != stand)
        {
            return Ongeldig.Probleem(Verderplek.Verlopen, StatusCodes.Status410Gone);
        }
        var rijen = await vraag.Bladen.LeesAsync(collectie, Rijvorm.Api(collectie), blad.Vraag, ct);
        await context.RequestServices.GetRequiredService<Portal.Data.Lezing>().DisposeAsync(); // a slow reader needs none
        var verder = rijen.Na is null ? null : Verderplek.Schrijf(stand, rijen.Na);
        await ApiAntwoord.SchrijfAsync(context, rijen with { Na = verder }, totaal);
        return TypedResults.Empty;
    }

    private static async Task<IResult> CollectiesAsync(Collectielijst lijst, HttpContext context) =>
        TypedResults.Json(
            new { collecties = (await ApiInhoud.VanAsync(lijst)).Select(c => Beschrijf(c, context.Request)) },
            Json
        );

    private static object Beschrijf(Collectie c, HttpRequest request)
    {
        var basis = CollectiesEndpoints.Basis(request);
        return new
        {
            c.Pad,
            c.Titel,
            c.Uitleg,
            MetPlek = c.MetPlek,
            Kolommen = c.Kolommen.Select(k => new
            {
                Naam = k.ApiNaam,
                k.Kop,
                Soort = k.Soort.ToString().ToLowerInvariant(),
                k.Uitleg,
                Codes = k.Codes.Select(w => new { w.Code, w.Naam }),
            }),
            _links = new { rijen = new { href = $"{basis}{Programmadeur.Api[1..]}/{c.Pad}" } },
        };
    }

    private static async Task<IResult> DatasetsAsync(DatasetQueries datasets, CancellationToken ct) =>
        TypedResults.Json(new { datasets = await datasets.ListAsync(ct) }, Json);

    private static async Task<IResult> DatasetAsync(string dataset, DatasetQueries datasets, CancellationToken ct) =>
        (await datasets.ListAsync(ct)).FirstOrDefault(d => d.Code == dataset) is { } gevonden
            ? TypedResults.Json(gevonden, Json)
            : Weg($"De dataset '{dataset}' bestaat niet, of is nu niet openbaar.");

    private static async Task<IResult> VersiesAsync(string dataset, DatasetQueries datasets, CancellationToken ct) =>
        await datasets.VersiesAsync(dataset, ct) is { Count: > 0 } versies
            ? TypedResults.Json(new { versies }, Json)
            : Weg($"De dataset '{dataset}' bestaat niet.");

    private static async Task<IResult> DocumentAsync([AsParameters] ApiVraag vraag, [AsParameters] ApiBron bron) =>
        TypedResults.Json(await ApiDocument.MaakAsync(vraag, bron), Json);

    internal static IResult Weg(string reden) => Ongeldig.Probleem(reden, StatusCodes.Status404NotFound);
}
