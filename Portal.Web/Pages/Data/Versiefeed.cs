using Portal.Data.Uitgaven;
using Portal.Web.Pages.Collecties;

namespace Portal.Web.Pages.Data;

/// <summary>New versions as an Atom feed (RFC 4287): of everything, and of one dataset.</summary>
public static class Versiefeed
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapVersiefeed(this IEndpointRouteBuilder routes)
    {
        routes
            .MapMethods(
                "/data.atom",
                GetEnHead,
                (UitgaveQueries queries, HttpContext context) => GeefAsync(null, queries, context)
            )
            .WithMetadata(new ToontAttribute());
        routes
            .MapMethods(
                "/data/{dataset}/versies.atom",
                GetEnHead,
                (string dataset, UitgaveQueries queries, HttpContext context) => GeefAsync(dataset, queries, context)
            )
            .WithMetadata(new ToontAttribute());
    }

    private static async Task<IResult> GeefAsync(string? dataset, UitgaveQueries queries, HttpContext context)
    {
        var versies = await queries.NieuwsteAsync(dataset, context.RequestAborted);
        if (dataset is not null && versies.Count == 0)
        {
            return Ongeldig.Probleem("Deze dataset is er niet.", StatusCodes.Status404NotFound);
        }
        var basis = CollectiesEndpoints.Basis(context.Request);
        return Atom.Feed(
            dataset is null ? "Nieuwe gegevens" : $"Nieuwe versies: {versies[0].Dataset.Titel}",
            new Uri(basis, context.Request.Path.Value![1..]),
            [.. versies.Select(v => Bericht(v.Dataset, v.Versie, basis))]
        );
    }

    internal static Atombericht Bericht(UitgaveDataset dataset, UitgaveVersie versie, Uri basis) =>
        new(
            $"{dataset.Titel}, versie {versie.Nummer}",
            new Uri(basis, $"data/{dataset.Code}/versies/{versie.Nummer}"),
            versie.GepubliceerdOp,
            $"{versie.Wijziging} {versie.Geladen} rijen, {versie.Gewijzigd} nieuw of anders.".TrimStart()
        );
}
