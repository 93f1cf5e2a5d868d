namespace Portal.Data.Gebieden;

/// <summary>What several subjects ask of areas, in SQL.</summary>
internal static class GebiedSql
{
    /// <summary>Whether row <c>s</c> (indeling, gebied_code) lies in the area <c>@Soort</c>, <c>@Code</c>; everything lies in the city, also what has no area.</summary>
    public const string LigtIn = "(@Soort = 'stad' or exists (select from gebied_boven b where b.indeling = s.indeling and b.code = s.gebied_code and b.boven_code = @Code))";
}
