using System.Text.RegularExpressions;

namespace Portal.Data.Begrotingen;

/// <summary>
/// A row that calls itself a duplicate of another application ("Duplicaat aanvraag"): what is asked in it stands twice
/// in the source. It stays, for something may have been granted on it; but it is said.
/// </summary>
public static partial class Duplicaat
{
    /// <summary>The same of the column project, in PostgreSQL.</summary>
    internal const string Sql = @"coalesce(project ~* '\mduplicaat ?aanvraag', false)";

    public static bool Is(string? project) => project is not null && Zelf().IsMatch(project);

    [GeneratedRegex(@"\bduplicaat ?aanvraag", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Zelf();
}
