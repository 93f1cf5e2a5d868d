using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Routing.Constraints;
using Portal.Data.Gebieden;

namespace Portal.Web.Pages.Gebieden;

/// <summary>The kinds of area that have pages, as they stand in the URL.</summary>
public sealed class GebiedSoort() : RegexRouteConstraint(Soorten)
{
    // Case counts: an address has one way to be written.
    private static readonly Regex Soorten = new(
        $"^({string.Join('|', Gebiedsoorten.InDeStad.Select(Gebiedsoorten.Meervoud))})$",
        RegexOptions.NonBacktracking
    );

    public static string Kop(string soorten) => char.ToUpper(soorten[0], CultureInfo.InvariantCulture) + soorten[1..];

    /// <summary>Wijk Binnenstad; a name of CBS may begin so itself: Wijk 01 West.</summary>
    public static string Noem(string soort, string naam) => InZin(Kop(soort), naam);

    /// <summary>The same within a sentence: wijk Binnenstad.</summary>
    public static string InZin(string soort, string naam) =>
        naam.StartsWith(soort + " ", StringComparison.OrdinalIgnoreCase) ? naam : $"{soort} {naam}";
}
