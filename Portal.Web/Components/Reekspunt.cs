namespace Portal.Web.Components;

/// <summary>A moment in a series: the figure of an area, and that of the city beside it.</summary>
/// <param name="Kort">As it stands under the drawing.</param>
/// <param name="Breuk">It does not stand beside the one before.</param>
public sealed record Reekspunt(
    string Naam,
    string Kort,
    decimal? Zelf,
    decimal? Stad = null,
    string? Opmerking = null,
    bool Breuk = false
);
