namespace Portal.Data.Gebieden;

/// <summary>What several subjects ask of areas, in SQL.</summary>
internal static class GebiedSql
{
    /// <summary>
    /// The areas in area <c>@Code</c>, itself too, as (indeling, code). Only of the division that is shown: in an older
    /// one
    /// the same code may be of another area, whose money is not of this one.
    /// </summary>
    public const string Binnen = "(select b.indeling, b.code from gebied_boven b where b.boven_code = @Code and b.nu)";

    /// <summary>
    /// Whether row <c>s</c> (indeling, gebied_code) lies in the area <c>@Soort</c>, <c>@Code</c>; everything lies in
    /// the city, also what has no area.
    /// </summary>
    public const string LigtIn = $"(@Soort = 'stad' or (s.indeling, s.gebied_code) in {Binnen})";
}
