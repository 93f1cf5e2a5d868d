using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;
using Portal.Data;
using Portal.Data.Uitgaven;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.Collecties;

namespace Portal.Web.Pages.Data;

/// <summary>The files of versions: made once, and then the same bytes for ever.</summary>
public static class UitgaveEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];

    public static void MapUitgaven(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/data/{dataset}/versies/{nummer:int}/{bestand}", GetEnHead, GeefAsync).AlsDownload();
        routes.MapMethods("/data/{dataset}/versies/{nummer:int}.zip", GetEnHead, BundelAsync).AlsDownload();
        routes.MapMethods("/data/{dataset}/{bestand:regex(\\.)}", GetEnHead, NieuwsteAsync);
        routes.MapMethods("/data/{dataset}.zip", GetEnHead, NieuwsteBundelAsync);
    }

    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> NieuwsteBundelAsync(
        string dataset,
        UitgaveQueries queries,
        CancellationToken ct
    ) =>
        await queries.VindAsync(dataset, null, ct) is { Versie.Geldt: true } uitgave
            ? TypedResults.Redirect($"/{uitgave.Pad}.zip")
            : Onbekend();

    /// <summary>The undated address: whoever comes there is sent to the version that counts.</summary>
    private static async Task<Results<RedirectHttpResult, ProblemHttpResult>> NieuwsteAsync(
        string dataset,
        string bestand,
        UitgaveQueries queries,
        CancellationToken ct
    ) =>
        await queries.VindAsync(dataset, null, ct) is { Versie.Geldt: true } uitgave
        && Zoek(uitgave, bestand) is not null
            ? TypedResults.Redirect($"/{uitgave.Pad}/{bestand}")
            : Onbekend();

    private static async Task GeefAsync(
        string dataset,
        int nummer,
        string bestand,
        UitgaveQueries queries,
        Uitgever uitgever,
        Lezing lezing,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        if (await queries.VindAsync(dataset, nummer, ct) is not { } uitgave)
        {
            await Onbekend().ExecuteAsync(context);
            return;
        }
        if (uitgave.Versie.Ingetrokken)
        {
            await Ongeldig
                .Probleem($"Deze versie is ingetrokken. {uitgave.Versie.Reden}", StatusCodes.Status410Gone)
                .ExecuteAsync(context);
            return;
        }
        if (Zoek(uitgave, bestand) is not var (tabel, formaat))
        {
            await GeefBewaardAsync(context, uitgave, bestand, uitgever, lezing);
            return;
        }
        await Uitvoervorm.OfUitlegAsync(
            context,
            async () =>
            {
                var basis = CollectiesEndpoints.Basis(context.Request);
                var (pad, gegeven) = await uitgever.GeefAsync(uitgave, tabel, formaat, basis, ct);
                await lezing.DisposeAsync(); // a slow reader needs no connection
                await StuurAsync(context, pad, gegeven, formaat.MediaType, $"{dataset}-{nummer}-{bestand}");
            }
        );
    }

    private static async Task BundelAsync(
        string dataset,
        int nummer,
        UitgaveQueries queries,
        Bundel bundel,
        Lezing lezing,
        HttpContext context
    )
    {
        var ct = context.RequestAborted;
        if (await queries.VindAsync(dataset, nummer, ct) is not { Tabellen.Count: > 0 } uitgave)
        {
            await Onbekend().ExecuteAsync(context);
            return;
        }
        await Uitvoervorm.OfUitlegAsync(
            context,
            async () =>
            {
                var (pad, bestand) = await bundel.GeefAsync(uitgave, CollectiesEndpoints.Basis(context.Request), ct);
                await lezing.DisposeAsync();
                await StuurAsync(context, pad, bestand, "application/zip", $"{dataset}-{nummer}.zip");
            }
        );
    }

    // The rows are no longer in the database, and the file that was made of them is what is left.
    private static async Task GeefBewaardAsync(
        HttpContext context,
        Uitgave uitgave,
        string bestand,
        Uitgever uitgever,
        Lezing lezing
    )
    {
        var bewaard = await uitgever.BewaardAsync(uitgave, bestand, context.RequestAborted);
        await lezing.DisposeAsync();
        if (bewaard is not var (pad, gegeven))
        {
            await (uitgever.Bekend(uitgave).ContainsKey(bestand) ? Weg() : Onbekend()).ExecuteAsync(context);
            return;
        }
        var soort = Formaten.Alle.First(f => bestand.EndsWith($".{f.Extensie}", StringComparison.Ordinal)).MediaType;
        await StuurAsync(context, pad, gegeven, soort, $"{uitgave.Dataset.Code}-{uitgave.Versie.Nummer}-{bestand}");
    }

    /// <summary>
    /// A kept file: whole or in parts, with its checksum, and never packed, so that a part of it can be asked for.
    /// </summary>
    internal static Task StuurAsync(HttpContext context, string pad, Uitgavebestand bestand, string soort, string naam)
    {
        Drukte.GeefPlaatsTerug(context);
        context.Request.Headers.AcceptEncoding = "";
        context.Response.Headers.AccessControlAllowOrigin = "*";
        context.Response.Headers.CacheControl = "public, no-cache";
        context.Response.Headers["Repr-Digest"] =
            $"sha-256=:{Convert.ToBase64String(Convert.FromHexString(bestand.Sha256))}:";
        return TypedResults
            .PhysicalFile(
                pad,
                soort,
                naam,
                entityTag: new EntityTagHeaderValue($"\"{bestand.Sha256[..32]}\""),
                enableRangeProcessing: true
            )
            .ExecuteAsync(context);
    }

    private static (UitgaveTabel Tabel, Formaat Formaat)? Zoek(Uitgave uitgave, string bestand) =>
        uitgave
            .Tabellen.SelectMany(t => t.Formaten.Select(f => (Tabel: t, Formaat: f)))
            .Where(b => $"{b.Tabel.Naam}.{b.Formaat.Extensie}" == bestand)
            .Select(b => ((UitgaveTabel, Formaat)?)b)
            .FirstOrDefault();

    private static ProblemHttpResult Onbekend() =>
        Ongeldig.Probleem(
            "Dit bestand is er niet. Op de pagina van de dataset staan de bestanden die er zijn.",
            StatusCodes.Status404NotFound
        );

    private static ProblemHttpResult Weg() =>
        Ongeldig.Probleem(
            "Sinds dit bestand is gemaakt, zijn er teksten over personen weggelaten. Daarom geven we het niet "
                + "meer. Er is een nieuwere versie.",
            StatusCodes.Status410Gone
        );
}
