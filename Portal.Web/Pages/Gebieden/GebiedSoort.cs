using System.Globalization;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Portal.Web.Pages.Gebieden;

/// <summary>The kinds of area that have pages, as they stand in the URL.</summary>
public sealed class GebiedSoort() : RegexRouteConstraint("^(buurten|wijken|gebieden|stadsdelen)$")
{
    /// <summary>buurten is buurt.</summary>
    public static string Enkelvoud(string soorten) =>
        soorten switch
        {
            "buurten" => "buurt",
            "wijken" => "wijk",
            "gebieden" => "gebied",
            "stadsdelen" => "stadsdeel",
            _ => throw new ArgumentOutOfRangeException(nameof(soorten), soorten, null),
        };

    public static string Kop(string soorten) => char.ToUpper(soorten[0], CultureInfo.InvariantCulture) + soorten[1..];
}
