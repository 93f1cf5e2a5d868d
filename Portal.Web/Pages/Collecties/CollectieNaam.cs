using Portal.Data;

namespace Portal.Web.Pages.Collecties;

/// <summary>The collections that have pages, as they stand in the address.</summary>
public sealed class CollectieNaam : IRouteConstraint
{
    public bool Match(
        HttpContext? httpContext,
        IRouter? route,
        string routeKey,
        RouteValueDictionary values,
        RouteDirection routeDirection
    ) =>
        values[routeKey] is string naam
        && httpContext?.RequestServices.GetRequiredService<Onderwerplijst>() is { } onderwerpen
        && onderwerpen.Collecties.Any(c => c.MetPagina && c.Pad.Equals(naam, StringComparison.OrdinalIgnoreCase));
}
