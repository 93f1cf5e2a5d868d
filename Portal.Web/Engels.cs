using System.Text;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;

namespace Portal.Web;

/// <summary>
/// English is the same page at the same address with /en before it. Nothing behind this knows that: the path goes on
/// without it, and what a page links to gets it back (docs/decisions/0025).
/// </summary>
public static partial class Engels
{
    public const string Voorvoegsel = "/en";

    /// <summary>Before everything that looks at the path.</summary>
    public static async Task KiesAsync(HttpContext context, RequestDelegate verder)
    {
        var request = context.Request;
        if (
            !request.Path.StartsWithSegments(Voorvoegsel, StringComparison.Ordinal, out var pad)
            || Ingang.IsVanElders(pad)
        )
        {
            Taal.Spreek(Taal.Nederlands);
            await verder(context);
            return;
        }
        // Data have one address and one language; the first page has no slash at its end
        if (pad == "/" || HeeftEenTaal(pad.Value!))
        {
            var adres = pad == "/" ? Voorvoegsel : pad.ToUriComponent();
            context.Response.Redirect(adres + request.QueryString, permanent: true);
            return;
        }
        request.Path = pad.HasValue ? pad : "/";
        context.Response.OnStarting(BlijfEngels, context.Response);
        Taal.Spreek(Taal.Engels);
        await verder(context);
    }

    /// <summary>Inside the cache, before anything is packed: an English page leads to English pages.</summary>
    public static async Task SchrijfAsync(HttpContext context, RequestDelegate verder)
    {
        if (!Taal.IsEngels)
        {
            await verder(context);
            return;
        }
        var uit = context.Features.GetRequiredFeature<IHttpResponseBodyFeature>();
        using var bladzij = new MemoryStream();
        context.Response.Body = bladzij;
        try
        {
            await verder(context);
        }
        finally
        {
            context.Features.Set(uit);
        }
        if (bladzij.Length > 0)
        {
            var bytes = bladzij.GetBuffer().AsMemory(0, (int)bladzij.Length);
            var isPagina = context.Response.ContentType?.StartsWith("text/html", StringComparison.Ordinal) == true;
            await context.Response.Body.WriteAsync(isPagina ? MetLinks(bytes.Span) : bytes, CancellationToken.None);
        }
    }

    /// <summary>This page in a language: its whole path and choice, also when it is the page of an error.</summary>
    public static string Adres(HttpContext context, bool engels)
    {
        var (pad, keuze) = (context.Request.Path, context.Request.QueryString.Value);
        if (Storing.Pad(context) is { } gevraagd)
        {
            pad = gevraagd;
            keuze = context.Features.Get<IStatusCodeReExecuteFeature>()?.OriginalQueryString ?? keuze;
        }
        return (engels ? MetVoorvoegsel(pad.ToUriComponent()) : pad.ToUriComponent()) + keuze;
    }

    /// <summary>An address of ours as it is for this reader.</summary>
    public static string Hier(string adres) => Taal.IsEngels ? MetVoorvoegsel(adres) : adres;

    /// <inheritdoc cref="Hier"/>
    public static string Url(HttpRequest request, string adres) => $"{request.Scheme}://{request.Host}{Hier(adres)}";

    private static Task BlijfEngels(object antwoord)
    {
        var headers = ((HttpResponse)antwoord).Headers;
        if (headers.Location.ToString() is { Length: > 0 } adres)
        {
            headers.Location = MetVoorvoegsel(adres);
        }
        return Task.CompletedTask;
    }

    private static ReadOnlyMemory<byte> MetLinks(ReadOnlySpan<byte> html) =>
        Encoding.UTF8.GetBytes(Element().Replace(Encoding.UTF8.GetString(html), MetVoorvoegsel));

    // The switch to Dutch says so itself
    private static string MetVoorvoegsel(Match element) =>
        element.Value.Contains(" hreflang=", StringComparison.Ordinal)
            ? element.Value
            : Verwijzing().Replace(element.Value, v => v.Groups[1].Value + MetVoorvoegsel(v.Groups[2].Value));

    // Not of another site, nor of a file
    private static string MetVoorvoegsel(string adres)
    {
        var eind = adres.AsSpan().IndexOfAny('?', '#') is >= 0 and var plek ? plek : adres.Length;
        return !adres.StartsWith('/') || adres.StartsWith("//", StringComparison.Ordinal) || HeeftEenTaal(adres[..eind])
                ? adres
            : adres[..eind] == "/" ? Voorvoegsel + adres[1..]
            : Voorvoegsel + adres;
    }

    // Data and files, of which only the day for an agenda has no extension; and what is for staff
    private static bool HeeftEenTaal(string pad) =>
        Ongeldig.IsData(pad) || pad.StartsWith("/agenda/", StringComparison.Ordinal) || Beheer.Beheerdeur.IsVan(pad);

    [GeneratedRegex("<(?:a|form) [^>]*>")]
    private static partial Regex Element();

    [GeneratedRegex("""( (?:href|action)=")([^"]*)""")]
    private static partial Regex Verwijzing();
}
