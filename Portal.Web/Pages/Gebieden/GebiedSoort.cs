using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Constraints;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Gebieden;

/// <summary>The kinds of area that have pages, as they stand in the URL.</summary>
public sealed partial class GebiedSoort() : RegexRouteConstraint(Soorten())
{
    /// <summary>buurten is buurt.</summary>
    public static string Enkelvoud(string soorten) => Gebiedsoorten.Enkelvoud(soorten);

    public static string Kop(string soorten) => char.ToUpper(soorten[0], CultureInfo.InvariantCulture) + soorten[1..];

    // Case counts: an address has one way to be written.
    [GeneratedRegex("^(buurten|wijken|gebieden|stadsdelen)$")]
    private static partial Regex Soorten();
}
