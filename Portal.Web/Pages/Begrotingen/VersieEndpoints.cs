using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Data.Begrotingen;

namespace Portal.Web.Pages.Begrotingen;

/// <summary>What differs between two versions of a dataset of money, as a file.</summary>
public static class VersieEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] VerschilKolommen =
    [
        "soort",
        "bronsleutel",
        "jaar",
        "fase",
        "bl",
        "programma",
        "gebied_code",
        "titel",
        "was",
        "werd",
    ];

    public static void MapVersies(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/begroting/versies/{dataset}/{nummer:int}.csv", GetEnHead, VerschilAsync).AlsDownload();

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> VerschilAsync(
        string dataset,
        int nummer,
        int met,
        VersieQueries versies,
        PostVerschillen verschillen,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        var lijst = await versies.ListAsync(dataset, ct);
        var (werd, was) = (lijst.FirstOrDefault(v => v.Nummer == nummer), lijst.FirstOrDefault(v => v.Nummer == met));
        if (werd is null || was is null)
        {
            return Ongeldig.Probleem(
                $"Van '{dataset}' is er geen versie {nummer} of geen versie {met}.",
                StatusCodes.Status404NotFound
            );
        }
        var inDatabase = werd.MetPosten && was.MetPosten;
        var uitArchief = inDatabase ? null : await verschillen.LeesAsync(dataset, was, werd, int.MaxValue, ct);
        var rijen = inDatabase
            ? versies.VerschillenAsync(was.Id, werd.Id, int.MaxValue, ct)
            : uitArchief?.Posten.ToAsyncEnumerable();
        return rijen is null
            ? Ongeldig.Probleem(
                $"De bestanden van versie {met} en {nummer} staan niet in het archief van dit portaal. De "
                    + $"sommen staan op /begroting/versies/{dataset}/{nummer}?met={met}.",
                StatusCodes.Status404NotFound
            )
            : Downloads.Stroom(
                context,
                stream => Csv.SchrijfAsync(stream, VerschilKolommen, rijen.Select(Velden), ct),
                "text/csv; charset=utf-8",
                $"{dataset}-{met}-{nummer}.csv"
            );
    }

    private static string?[] Velden(PostVerschilRow p) =>
        [
            p.Soort,
            p.Bronsleutel,
            Csv.Getal(p.Jaar),
            p.Fase,
            p.Bl,
            p.Programma,
            p.Gebied,
            p.Titel,
            Opmaak.Exact(p.Was),
            Opmaak.Exact(p.Werd),
        ];
}
