using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Constraints;

namespace Portal.Web.Pages.Gebieden;

/// <summary>The kinds of area that have pages, as they stand in the URL.</summary>
public sealed partial class GebiedSoort() : RegexRouteConstraint(Soorten())
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

    // Case counts: an address has one way to be written.
    [GeneratedRegex("^(buurten|wijken|gebieden|stadsdelen)$")]
    private static partial Regex Soorten();
}
