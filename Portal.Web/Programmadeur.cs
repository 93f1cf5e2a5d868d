namespace Portal.Web;

/// <summary>
/// What every answer to a program has: any site may read it (CORS), and it says of which version of the API it is
/// (NL API Design Rules).
/// </summary>
public static class Programmadeur
{
    public const string Api = "/api/v1";
    public const string Ogc = "/ogc";
    public const string Versie = "1.0.0";

    private const string Leesbaar = "API-Version, Link, Content-Crs, ETag, Retry-After";

    /// <summary>Data at an address without an extension.</summary>
    public static bool IsData(string pad) => pad.StartsWith(Api + "/", StringComparison.OrdinalIgnoreCase);

    public static Task KomtBinnenAsync(HttpContext context, RequestDelegate verder)
    {
        var pad = context.Request.Path;
        var isApi = pad.StartsWithSegments(Api, StringComparison.OrdinalIgnoreCase);
        if (!isApi && !pad.StartsWithSegments(Ogc, StringComparison.OrdinalIgnoreCase))
        {
            return verder(context);
        }
        context.Response.OnStarting(() =>
        {
            ZetHeaders(context, isApi);
            return Task.CompletedTask;
        });
        return verder(context);
    }

    private static void ZetHeaders(HttpContext context, bool isApi)
    {
        var headers = context.Response.Headers;
        headers.AccessControlAllowOrigin = "*";
        headers.AccessControlExposeHeaders = Leesbaar;
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            headers.AccessControlAllowMethods = "GET, HEAD";
            headers.AccessControlAllowHeaders = "Accept, If-None-Match";
            headers.AccessControlMaxAge = "86400";
        }
        if (isApi && context.Response.StatusCode is >= 200 and < 400)
        {
            headers["API-Version"] = Versie;
        }
    }
}
