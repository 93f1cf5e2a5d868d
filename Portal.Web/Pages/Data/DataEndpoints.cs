using System.Runtime.CompilerServices;
using System.Text.Json;
using Portal.Data.Datasets;
using Portal.Data.Uitgaven;

namespace Portal.Web.Pages.Data;

public static class DataEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] Kop = ["tabel", "soort", "id", "titel", "kolom", "was", "werd"];

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

    private static async Task<IResult> VerschilAsync(
        string dataset,
        int? van,
        int? tot,
        UitgaveQueries uitgaven,
        VersieverschilQueries verschillen,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        var paar = await Versiepaar.VindAsync(uitgaven, dataset, van, tot, ct);
        if (paar?.Elders is not null)
        {
            return TypedResults.Redirect(
                $"/begroting/versies/{dataset}/{paar.Werd.Versie.Nummer}.csv?met={paar.Was!.Versie.Nummer}"
            );
        }
        if (paar is null or { Was: null } or { Reden: not null })
        {
            return Ongeldig.Probleem(
                paar?.Reden
                    ?? (
                        paar is null
                            ? $"Van '{dataset}' is er geen versie {van} of geen versie {tot} om te vergelijken."
                            : $"Van '{dataset}' is er nog maar één versie."
                    ),
                StatusCodes.Status404NotFound
            );
        }
        return Downloads.Stroom(
            context,
            stream => Csv.SchrijfAsync(stream, Kop, RegelsAsync(verschillen, paar, ct), ct),
            "text/csv; charset=utf-8",
            $"{dataset}-{paar.Was.Versie.Nummer}-{paar.Werd.Versie.Nummer}.csv"
        );
    }

    private static async IAsyncEnumerable<string?[]> RegelsAsync(
        VersieverschilQueries verschillen,
        Versiepaar paar,
        [EnumeratorCancellation] CancellationToken ct
    )
    {
        foreach (var tabel in paar.Tabellen)
        {
            await foreach (var c in verschillen.LeesAsync(tabel, paar.Was!, paar.Werd, int.MaxValue, ct))
            {
                yield return [tabel.Naam, c.Soort, c.Id, c.Titel, c.Kolom, c.Was, c.Werd];
            }
        }
    }
}
