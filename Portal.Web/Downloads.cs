using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Data;

namespace Portal.Web;

/// <summary>On an endpoint whose answer takes as long as its reader.</summary>
public sealed class IsDownload;

/// <summary>
/// Addresses whose answer takes as long as its reader: they read from a pool of their own, with time of its own.
/// </summary>
public static class Downloads
{
    /// <summary>
    /// A download holds a thread while the database makes its rows (<see cref="Portal.Data.Uitvoer.Formaat"/>: COPY is
    /// read without await). .NET begins with a thread a processor and adds a second one after half a second: meanwhile
    /// nobody would be answered, from the cache neither.
    /// </summary>
    public static void HoudDradenVrij()
    {
        ThreadPool.GetMinThreads(out var werk, out var io);
        ThreadPool.SetMinThreads(Math.Max(werk, Environment.ProcessorCount + 2 * DownloadBron.Plaatsen), io);
    }

    public static RouteHandlerBuilder AlsDownload(this RouteHandlerBuilder route) =>
        route
            .WithMetadata(new IsDownload())
            .AddEndpointFilter(
                (context, verder) =>
                {
                    var diensten = context.HttpContext.RequestServices;
                    diensten.GetRequiredService<Lezing>().Uit(diensten.GetRequiredService<DownloadBron>().Db);
                    return verder(context);
                }
            );

    /// <summary>The same for what turns out to be one.</summary>
    public static Task LaatDoorAsync(HttpContext context, Func<Task> verder)
    {
        var diensten = context.RequestServices;
        return diensten
            .GetRequiredService<Drukte>()
            .LaatDownloadDoorAsync(
                context,
                async _ =>
                {
                    var lezing = diensten.GetRequiredService<Lezing>();
                    await lezing.DisposeAsync();
                    lezing.Uit(diensten.GetRequiredService<DownloadBron>().Db);
                    await verder();
                }
            );
    }

    /// <summary>A HEAD asks for the headers only: the rows stay in the database.</summary>
    public static PushStreamHttpResult Stroom(
        HttpContext context,
        Func<Stream, Task> schrijf,
        string soort,
        string? naam
    ) =>
        TypedResults.Stream(
            HttpMethods.IsHead(context.Request.Method) ? _ => Task.CompletedTask : schrijf,
            soort,
            naam
        );
}
