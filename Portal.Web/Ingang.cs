using System.Net;
using Microsoft.Extensions.Primitives;

namespace Portal.Web;

/// <summary>
/// What comes in at all: asked by a name of ours, by a method that reads, at an address as we write it. So that a cache
/// key has no part that a visitor can make up, and addresses on a page are our own.
/// </summary>
public static class Ingang
{
    private static readonly string[] Lezen = [HttpMethods.Get, HttpMethods.Head];
    private static readonly string[] HierZelf = ["localhost", "*.localhost", "127.0.0.1", "[::1]", Dns.GetHostName()];

    public static void UsePortalIngang(this WebApplication app, Instellingen instellingen)
    {
        var namen = Namen(instellingen);
        app.Use(
            (context, verder) =>
            {
                var request = context.Request;
                if (!IsVanOns(context, namen, instellingen.Adres))
                {
                    return Ongeldig
                        .Probleem("Onder deze naam is hier geen website. Controleer het adres.")
                        .ExecuteAsync(context);
                }
                if (instellingen.Adres is { } adres)
                {
                    (request.Scheme, request.Host) = (adres.Scheme, HostString.FromUriComponent(adres));
                }
                if (!Lezen.Contains(request.Method) && !IsFormulier(request))
                {
                    return WeigerMethodeAsync(context);
                }
                if (IsVanElders(request.Path))
                {
                    return Ongeldig
                        .Probleem("Het adres begint met twee strepen. Laat er een weg.")
                        .ExecuteAsync(context);
                }
                return verder(context);
            }
        );
    }

    /// <summary>
    /// An address of ours begins with a word in small letters: who wrote it otherwise is sent there. After routing, for
    /// files are called as they are.
    /// </summary>
    public static Task SchrijfKleinAsync(HttpContext context, RequestDelegate verder)
    {
        var pad = context.Request.Path.Value!;
        var eind = pad.IndexOf('/', 1) is > 0 and var streep ? streep : pad.Length;
        if (
            !pad.AsSpan(0, eind).ContainsAnyInRange('A', 'Z')
            || context.GetEndpoint() is { } e && !Adressen.IsVanOns(e)
        )
        {
            return verder(context);
        }
        var klein = new PathString(pad[..eind].ToLowerInvariant() + pad[eind..]);
        context.Response.StatusCode = StatusCodes.Status308PermanentRedirect;
        context.Response.Headers.Location =
            $"{context.Request.PathBase}{klein.ToUriComponent()}{context.Request.QueryString}";
        return Task.CompletedTask;
    }

    /// <summary>PostgreSQL texts hold no null byte.</summary>
    public static Task WeigerNulAsync(HttpContext context, RequestDelegate verder)
    {
        const string reden = "In het adres staat een teken dat niet kan (%00).";
        return !context.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal) ? verder(context)
            : Ongeldig.IsData(context.Request.Path) ? Ongeldig.Probleem(reden).ExecuteAsync(context)
            : Ongeldig.WeigerPagina(context, reden);
    }

    /// <summary>
    /// What a browser would take for the name of another site, were we to send it there: //elders.example
    /// </summary>
    public static bool IsVanElders(PathString pad) => pad.Value!.StartsWith("//", StringComparison.Ordinal);

    // Only staff say something to the portal
    private static bool IsFormulier(HttpRequest request) =>
        HttpMethods.IsPost(request.Method) && Beheer.Beheerdeur.IsVan(request.Path);

    private static IList<StringSegment> Namen(Instellingen instellingen) =>
        [
            .. HierZelf,
            .. instellingen.Adres is { } adres ? new StringSegment[] { HostString.FromUriComponent(adres).Host } : [],
            .. instellingen.Namen.Select(n => new StringSegment(n)),
        ];

    private static bool IsVanOns(HttpContext context, IList<StringSegment> namen, Uri? adres)
    {
        var host = context.Request.Host;
        if (!host.HasValue || Poort(host) is not { } poort)
        {
            return false;
        }
        // Where no address is set, pages are kept by the name they were asked by: one port, or they could be kept often
        var poortGoed = adres is not null || poort == 0 || poort == context.Connection.LocalPort;
        return poortGoed && (HostString.MatchesAny(host.Host, namen) || IsEigenAdres(context, host.Host));
    }

    /// <returns>0 without one; null: what stands there is none.</returns>
    private static int? Poort(HostString host)
    {
        var tekst = host.Value![host.Host.Length..];
        return tekst.Length == 0 ? 0
            : tekst[0] == ':' && ushort.TryParse(tekst.AsSpan(1), out var poort) && poort > 0 ? poort
            : null;
    }

    private static bool IsEigenAdres(HttpContext context, string naam) =>
        IPAddress.TryParse(naam, out var gevraagd)
        && context.Connection.LocalIpAddress is { } hier
        && (hier.IsIPv4MappedToIPv6 ? hier.MapToIPv4() : hier).Equals(gevraagd);

    private static Task WeigerMethodeAsync(HttpContext context)
    {
        context.Response.Headers.Allow = string.Join(", ", Lezen);
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }
        return Ongeldig
            .Probleem("Dit portaal is om te lezen: alleen GET en HEAD.", StatusCodes.Status405MethodNotAllowed)
            .ExecuteAsync(context);
    }
}
