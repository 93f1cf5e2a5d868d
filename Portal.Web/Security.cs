using Microsoft.AspNetCore.HttpOverrides;
using Portal.Web.Beheer;

namespace Portal.Web;

/// <summary>
/// The headers of every answer, as internet.nl and the NL API Design Rules ask; and whom to believe about the reader's
/// side of a proxy.
/// </summary>
public static class Security
{
    public static void UsePortalSecurity(this WebApplication app, Instellingen instellingen)
    {
        if (instellingen.Proxy.Count > 0)
        {
            app.UseForwardedHeaders(AchterProxy(instellingen));
        }
        app.Use(
            (context, next) =>
            {
                var vanBeheer = Beheerdeur.IsVan(context.Request.Path); // the page of errors has another address
                // When it starts, whatever was cleared before: an error has them too
                context.Response.OnStarting(() =>
                {
                    ZetHeaders(context, instellingen);
                    if (vanBeheer)
                    {
                        context.Response.Headers.CacheControl = "no-store";
                        context.Response.Headers["X-Robots-Tag"] = "noindex";
                    }
                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
        app.UsePortalIngang(instellingen);
    }

    private static void ZetHeaders(HttpContext context, Instellingen instellingen)
    {
        var headers = context.Response.Headers;
        var ingesloten = context.GetEndpoint()?.Metadata.GetMetadata<MagIngeslotenAttribute>() is not null;
        headers.ContentSecurityPolicy = ingesloten ? instellingen.CspIngesloten : instellingen.Csp;
        headers.XContentTypeOptions = "nosniff";
        if (!ingesloten)
        {
            headers.XFrameOptions = "DENY";
        }
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = "camera=(), microphone=(), payment=(), usb=()";
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        if (context.Request.IsHttps)
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }
    }

    // Not the host: a proxy passes that on as it is, and a reader may send X-Forwarded-Host too.
    private static ForwardedHeadersOptions AchterProxy(Instellingen instellingen)
    {
        var opties = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto,
            ForwardLimit = null, // as many proxies as are named
        };
        opties.KnownProxies.Clear();
        opties.KnownIPNetworks.Clear();
        foreach (var netwerk in instellingen.Proxy)
        {
            opties.KnownIPNetworks.Add(netwerk);
        }
        return opties;
    }
}
