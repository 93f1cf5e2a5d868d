namespace Portal.Web;

/// <summary>Addresses that pages had before: what was cited or printed still leads there.</summary>
public static class OudeAdressen
{
    private const string Begroting = "/begroting";

    public static Task VerwijsAsync(HttpContext context, RequestDelegate verder)
    {
        var pad = context.Request.Path.Value!;
        if (!pad.EndsWith(Begroting, StringComparison.Ordinal) || Beheer.Beheerdeur.IsVan(pad))
        {
            return verder(context);
        }
        // Of the city the map, of an area its own page
        var nu = pad == Begroting ? "/kaart" : pad[..^Begroting.Length];
        context.Response.Redirect(
            context.Request.PathBase + new PathString(nu) + context.Request.QueryString,
            permanent: true
        );
        return Task.CompletedTask;
    }
}
