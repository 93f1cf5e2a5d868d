namespace Portal.Web;

/// <summary>The headers of every answer, as internet.nl and the NL API Design Rules ask.</summary>
public static class Security
{
    public static void UsePortalSecurity(this WebApplication app, Instellingen instellingen)
    {
        var tegels = Uri.TryCreate(
            instellingen
                .Achtergrond.Replace("{", "", StringComparison.Ordinal)
                .Replace("}", "", StringComparison.Ordinal),
            UriKind.Absolute,
            out var uri
        )
            ? $" {uri.GetLeftPart(UriPartial.Authority)}"
            : "";
        var csp =
            $"default-src 'self'; img-src 'self' data:{tegels}; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

        app.Use(
            (context, next) =>
            {
                var headers = context.Response.Headers;
                headers.ContentSecurityPolicy = csp;
                headers.XContentTypeOptions = "nosniff";
                headers.XFrameOptions = "DENY";
                headers["Referrer-Policy"] = "same-origin";
                headers["Permissions-Policy"] = "camera=(), microphone=(), payment=(), usb=()";
                headers["Cross-Origin-Opener-Policy"] = "same-origin";
                if (context.Request.IsHttps)
                {
                    headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
                }
                if (context.Request.QueryString.Value!.Contains("%00", StringComparison.Ordinal))
                {
                    return Ongeldig.Probleem("In het adres staat een teken dat niet kan (%00).").ExecuteAsync(context); // PostgreSQL texts hold no null byte
                }
                return next(context);
            }
        );
    }
}
