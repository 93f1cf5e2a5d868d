using System.Globalization;

namespace Portal.Web.Pages.Kaart;

public static class KaartEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] VanKant = ["cijfer", "jaar", "fase", "programma", "waarde", "eenheid", "bron"];
    private static readonly string[] Kop =
    [
        "niveau",
        "code",
        "naam",
        .. VanKant.Select(k => $"x_{k}"),
        .. VanKant.Select(k => $"y_{k}"),
    ];

    public static void MapKaart(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/kaart/vergelijk.csv", GetEnHead, CsvAsync).AlsDownload();

    private static async Task<IResult> CsvAsync(
        [AsParameters] CijferFilter filter,
        Cijferpaar paren,
        HttpContext context
    )
    {
        var (paar, reden) = await paren.LeesAsync(filter, context.RequestAborted);
        return paar is null
            ? Ongeldig.Probleem(reden)
            : Downloads.Stroom(
                context,
                stroom =>
                    Csv.SchrijfAsync(
                        stroom,
                        Kop,
                        paar.Gebieden.OrderBy(g => g.Code, StringComparer.Ordinal)
                            .Select(g =>
                                (string?[])
                                    [paar.Niveau, g.Code, g.Naam, .. Velden(paar.X, g.Code), .. Velden(paar.Y, g.Code)]
                            )
                            .ToAsyncEnumerable(),
                        context.RequestAborted
                    ),
                "text/csv; charset=utf-8",
                $"vergelijk-{paar.Niveau}.csv"
            );
    }

    private static string?[] Velden(Kant kant, string gebied) =>
        [
            kant.Cijfer.Naam,
            kant.Jaar?.ToString(CultureInfo.InvariantCulture),
            kant.Geld?.Fase,
            kant.Geld?.Programma,
            kant.Van(gebied)?.ToString(CultureInfo.InvariantCulture),
            kant.Cijfer.Eenheid,
            string.Join("; ", kant.Bronnen.Select(b => $"{b.Titel}, {b.Bron}, versie {b.Versie}")),
        ];
}
