using System.Globalization;
using Portal.Data.Iv3;

namespace Portal.Web.Pages.Iv3;

public static class Iv3Endpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Kop = ["gemeente", "jaar", "fase", "taakveld", "naam", "lasten", "baten"];

    private static readonly string[] KopPerInwoner =
    [
        "gemeente",
        "provincie",
        "grootteklasse",
        "inwoners",
        "jaar",
        "fase",
        "taakveld",
        "lasten",
        "per_inwoner",
    ];

    public static void MapIv3(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/begroting/gemeenten.csv", GetEnHead, CsvAsync).AlsDownload();
        routes.MapMethods("/begroting/gemeenten-per-inwoner.csv", GetEnHead, PerInwonerAsync).AlsDownload();
    }

    /// <summary>Every municipality for one taakveld or subject, the highest amount per inhabitant first.</summary>
    private static async Task<IResult> PerInwonerAsync(
        int jaar,
        string fase,
        string taakveld,
        Iv3Queries queries,
        HttpContext context
    )
    {
        var rijen = await queries.PerInwonerAsync(jaar, fase, taakveld, context.RequestAborted);
        return rijen.Count == 0
            ? Ongeldig.Probleem($"Van taakveld '{taakveld}' zijn geen cijfers geladen van {jaar}, {fase}.")
            : Downloads.Stroom(
                context,
                stroom =>
                    Csv.SchrijfAsync(
                        stroom,
                        KopPerInwoner,
                        rijen.Reverse().Select(r => Velden(r, jaar, fase, taakveld)).ToAsyncEnumerable(),
                        context.RequestAborted
                    ),
                "text/csv; charset=utf-8",
                $"gemeenten-{jaar}-{fase}-{taakveld}.csv"
            );
    }

    private static string?[] Velden(PerInwonerRow rij, int jaar, string fase, string taakveld) =>
        [
            rij.Gemeente,
            rij.Provincie,
            rij.Grootteklasse,
            rij.Inwoners.ToString(CultureInfo.InvariantCulture),
            jaar.ToString(CultureInfo.InvariantCulture),
            fase,
            taakveld,
            Opmaak.Exact(rij.Lasten),
            Opmaak.Exact(rij.Bedrag),
        ];

    /// <summary>Every taakveld of a municipality, in euros; empty is not reported.</summary>
    private static async Task<IResult> CsvAsync(
        int jaar,
        string fase,
        string gemeente,
        Iv3Queries queries,
        HttpContext context
    )
    {
        var rijen = await queries.PerTaakveldAsync(gemeente, jaar, fase, context.RequestAborted);
        return rijen.Count == 0
            ? Ongeldig.Probleem($"Van de gemeente '{gemeente}' zijn geen cijfers geladen van {jaar}, {fase}.")
            : Downloads.Stroom(
                context,
                stroom =>
                    Csv.SchrijfAsync(
                        stroom,
                        Kop,
                        rijen
                            .Select(r =>
                                (string?[])
                                    [
                                        gemeente,
                                        jaar.ToString(CultureInfo.InvariantCulture),
                                        fase,
                                        r.Code,
                                        r.Naam,
                                        Opmaak.Exact(r.Lasten),
                                        Opmaak.Exact(r.Baten),
                                    ]
                            )
                            .ToAsyncEnumerable(),
                        context.RequestAborted
                    ),
                "text/csv; charset=utf-8",
                $"taakvelden-{jaar}-{fase}.csv"
            );
    }
}
