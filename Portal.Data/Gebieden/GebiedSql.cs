namespace Portal.Data.Gebieden;

/// <summary>What several subjects ask of areas, in SQL.</summary>
internal static class GebiedSql
{
    /// <summary>Whether row <c>s</c> (indeling, gebied_code) lies in the area <c>@Soort</c>, <c>@Code</c>; everything lies in the city, also what has no area.</summary>
    public const string LigtIn =
        "(@Soort = 'stad' or (s.indeling, s.gebied_code) in (select b.indeling, b.code from gebied_boven b where b.boven_code = @Code))";
}
