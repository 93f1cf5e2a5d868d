using Portal.Data.Uitvoer;

namespace Portal.Web;

/// <summary>
/// Where the next part of a list begins, as it stands in an address: an id, and of rows that are replaced whole which
/// versions it is of.
/// </summary>
public sealed record Verderplek(string? Stand, string Id)
{
    /// <summary>Of a place in a version that counts no more.</summary>
    public const string Verlopen =
        "Er is intussen een nieuwe versie gepubliceerd. Begin opnieuw zonder na, anders mengt u twee versies.";

    public static string Schrijf(string? stand, string id) => stand is null ? id : $"{stand}~{id}";

    /// <returns>Null: it is no place in this collection.</returns>
    public static Verderplek? Lees(Collectie collectie, string na)
    {
        var plek =
            na.IndexOf('~', StringComparison.Ordinal) is > 0 and var streep && !collectie.TekstId
                ? new Verderplek(na[..streep], na[(streep + 1)..])
                : new(null, na);
        return BladQueries.IsPlek(collectie, plek.Id) && BladQueries.IsGeheel(collectie) == plek.Stand is not null
            ? plek
            : null;
    }
}
