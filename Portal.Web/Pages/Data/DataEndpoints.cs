using System.Text.Json;
using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Web.Pages.Data;

public static class DataEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Kop = ["soort", "id", "was", "werd"];

    public static void MapData(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/data/{dataset}/verschil.csv", GetEnHead, VerschilAsync).AlsDownload();
        routes.MapMethods("/bronnen.json", GetEnHead, BronnenAsync).WithMetadata(new ToontAttribute());
    }

    private static async Task<IResult> BronnenAsync(BronQueries bronnen, CancellationToken ct) =>
        TypedResults.Json(
            (await bronnen.ListAsync(ct)).Select(b => new
            {
                Dataset = b.Code,
                b.Titel,
                b.Onderwerp,
                b.Ritme,
                LaatstGelukt = b.GeluktOp,
                b.Dagen,
                TeOudNa = b.Komt?.Dagen,
                b.TeOud,
                LaatstMislukt = b.MisluktOp,
                b.Versie,
                b.Peildatum,
                b.Rijen,
                b.Afgewezen,
            }),
            JsonSerializerOptions.Web
        );

    private static async Task<Results<PushStreamHttpResult, ProblemHttpResult>> VerschilAsync(
        string dataset,
        int van,
        int tot,
        DatasetQueries datasets,
        RegisterVersies versies,
        CancellationToken ct
    )
    {
        if (await VerschilModel.TabelAsync(datasets, dataset, van, tot, ct) is not { } gevonden)
        {
            return Ongeldig.Probleem(
                $"Van '{dataset}' is er geen versie {van} of geen versie {tot} om te vergelijken.",
                StatusCodes.Status404NotFound
            );
        }
        var rijen = await versies.VerschillenAsync(gevonden.Tabel, dataset, van, tot, int.MaxValue, ct);
        return TypedResults.Stream(
            stream =>
                Csv.SchrijfAsync(
                    stream,
                    Kop,
                    rijen.Select(r => new string?[] { r.Soort, r.Sleutel, r.Was, r.Werd }).ToAsyncEnumerable(),
                    ct
                ),
            "text/csv; charset=utf-8",
            $"{dataset}-{van}-{tot}.csv"
        );
    }
}
