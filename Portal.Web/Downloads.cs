using Microsoft.AspNetCore.Http.HttpResults;
using Portal.Data;

namespace Portal.Web;

/// <summary>
/// Addresses whose answer takes as long as its reader: they read from a pool of their own, with time of its own.
/// </summary>
public static class Downloads
{
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
