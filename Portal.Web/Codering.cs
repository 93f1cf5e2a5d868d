using System.Globalization;

namespace Portal.Web;

/// <summary>How an answer is packed: brotli, else gzip, else as it is; as many kinds as are kept in a cache.</summary>
public static class Codering
{
    public const string Brotli = "br";
    public const string Gzip = "gzip";

    /// <returns>Null is: as it is.</returns>
    public static string? Van(HttpRequest request)
    {
        var gevraagd = request.Headers.AcceptEncoding.ToString();
        return gevraagd.Length == 0 ? null
            : Wil(gevraagd, Brotli) ? Brotli
            : Wil(gevraagd, Gzip) ? Gzip
            : null;
    }

    /// <summary>From here on the request asks for the one encoding that it gets.</summary>
    public static Task KiesAsync(HttpContext context, RequestDelegate verder)
    {
        context.Request.Headers.AcceptEncoding = Van(context.Request);
        context.Response.Headers.Vary = "Accept-Encoding";
        return verder(context);
    }

    private static bool Wil(ReadOnlySpan<char> gevraagd, string naam)
    {
        foreach (var deel in gevraagd.Split(','))
        {
            var soort = gevraagd[deel].Trim();
            var gewicht = ReadOnlySpan<char>.Empty;
            if (soort.IndexOf(';') is >= 0 and var punt)
            {
                gewicht = soort[(punt + 1)..].Trim();
                soort = soort[..punt].TrimEnd();
            }
            if (soort.Equals(naam, StringComparison.OrdinalIgnoreCase))
            {
                return !IsNul(gewicht);
            }
        }
        return false;
    }

    private static bool IsNul(ReadOnlySpan<char> gewicht) =>
        gewicht.StartsWith("q=", StringComparison.OrdinalIgnoreCase)
        && double.TryParse(gewicht[2..], NumberStyles.Float, CultureInfo.InvariantCulture, out var q)
        && q == 0;
}
