using System.Globalization;
using Microsoft.AspNetCore.Http.Extensions;

namespace Portal.Web.Pages.Ogc;

/// <summary>
/// Whether an address under /ogc is answered as data or as a page: by <c>f</c>, else by what the reader accepts. From
/// here on it stands in the address, so that a cache tells the two apart.
/// </summary>
public static class OgcVorm
{
    public const string Html = "html";
    public const string Json = "json";

    public static Task KiesAsync(HttpContext context, RequestDelegate verder)
    {
        var request = context.Request;
        if (!request.Path.StartsWithSegments(Programmadeur.Ogc))
        {
            return verder(context);
        }
        var gevraagd = request.Query["f"].ToString();
        var vorm = gevraagd is Html or Json ? gevraagd : Aanvaard(request.Headers.Accept.ToString());
        context.Items[nameof(OgcVorm)] = vorm;
        context.Response.OnStarting(() =>
        {
            context.Response.Headers.Append("Vary", "Accept");
            return Task.CompletedTask;
        });
        if (gevraagd.Length > 0 && gevraagd != vorm)
        {
            return Ongeldig.WeigerPagina(context, $"Bij f staat '{gevraagd}'. Kies uit: {Json}, {Html}.");
        }
        var vraag = new QueryBuilder(request.Query.Where(q => q.Key != "f"));
        vraag.Add("f", vorm);
        request.QueryString = vraag.ToQueryString();
        return verder(context);
    }

    public static bool IsHtml(HttpContext context) => context.Items[nameof(OgcVorm)] as string == Html;

    /// <summary>An error here is to be told to a program.</summary>
    public static bool WilData(HttpContext context) => context.Items[nameof(OgcVorm)] as string == Json;

    // A browser says text/html; who says nothing, or anything, is a program
    private static string Aanvaard(string accept)
    {
        var (html, json) = (0.0, 0.0);
        foreach (var deel in accept.Split(','))
        {
            var woorden = deel.Split(';', StringSplitOptions.TrimEntries);
            var gewicht = woorden.FirstOrDefault(w => w.StartsWith("q=", StringComparison.OrdinalIgnoreCase));
            var q = double.TryParse(gewicht?[2..], NumberStyles.Float, CultureInfo.InvariantCulture, out var g) ? g : 1;
            if (woorden[0] is "text/html" or "application/xhtml+xml")
            {
                html = Math.Max(html, q);
            }
            else if (woorden[0].Contains("json", StringComparison.OrdinalIgnoreCase))
            {
                json = Math.Max(json, q);
            }
        }
        return html > json ? Html : Json;
    }
}
