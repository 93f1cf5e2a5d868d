namespace Portal.Web;

/// <summary>Addresses that pages had before: what was cited or printed still leads there.</summary>
public static class OudeAdressen
{
    public static Task VerwijsAsync(HttpContext context, RequestDelegate verder)
    {
        var pad = context.Request.Path.Value!;
        if (pad != "/begroting")
        {
            return verder(context);
        }
        context.Response.Redirect("/kaart" + context.Request.QueryString, permanent: true);
        return Task.CompletedTask;
    }
}
