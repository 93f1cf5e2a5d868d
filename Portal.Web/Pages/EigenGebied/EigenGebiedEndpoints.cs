using System.Globalization;
using Portal.Data.Begrotingen;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.EigenGebied;

public static class EigenGebiedEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Kop =
    [
        .. "soort code naam deel_van_oppervlak telt_mee jaar fase bl programma bedrag inwoners inwoners_jaar".Split(
            ' '
        ),
    ];

    public static void MapEigenGebied(this IEndpointRouteBuilder routes) =>
        routes.MapMethods("/eigen-gebied.csv", GetEnHead, CsvAsync).AlsDownload();

    /// <summary>The areas of the page; the sum of bedrag where telt_mee is ja is the total there.</summary>
    private static async Task<IResult> CsvAsync(
        [AsParameters] EigenKeuze plek,
        [AsParameters] BegrotingFilter filter,
        EigenGeld geld,
        BegrotingQueries begroting,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        var (omtrek, reden) = Omtrekken.Lees(plek.Bij, plek.Straal, plek.Vlak);
        var aanbod = await begroting.AanbodAsync(ct);
        reden ??= aanbod.Reden(filter) ?? (omtrek is null ? "Geef een gebied met bij of met vlak." : null);
        if (reden is not null || omtrek is null || aanbod.Kies(filter) is not { } keuze)
        {
            return Ongeldig.Probleem(reden ?? "Er zijn nog geen bedragen geladen.");
        }
        var bedragen = await geld.LeesAsync(omtrek, keuze, ct);
        return Downloads.Stroom(
            context,
            stroom =>
                Csv.SchrijfAsync(
                    stroom,
                    Kop,
                    bedragen.Delen.Select(d => Rij(bedragen.Soort, d, keuze)).ToAsyncEnumerable(),
                    ct
                ),
            "text/csv; charset=utf-8",
            $"eigen-gebied-{keuze.Jaar}-{keuze.Fase}.csv"
        );
    }

    private static string?[] Rij(string soort, EigenDeel d, BegrotingKeuze keuze) =>
        [
            soort,
            d.Gebied.Code,
            d.Gebied.Naam,
            d.Deel.Deel.ToString("0.0000", CultureInfo.InvariantCulture),
            d.Deel.Heel ? "ja" : "nee",
            Csv.Getal(keuze.Jaar),
            keuze.Fase,
            keuze.Bl,
            keuze.Programma,
            Opmaak.Exact(d.Gebied.Bedrag),
            d.Gebied.Inwoners is { } inwoners ? Csv.Getal(inwoners) : null,
            d.Gebied.InwonersJaar is { } jaar ? Csv.Getal(jaar) : null,
        ];
}
