namespace Portal.Data.Begrotingen;

/// <summary>
/// The name of one thing of a layer. <paramref name="Boven"/>: the codes of the areas that it is sure to lie in.
/// <paramref name="Wkt"/>: where it is, in RD.
/// </summary>
public sealed record Plaatsnaam(long Id, string Naam, string Laag, IReadOnlyList<string> Boven, string? Wkt = null)
{
    /// <summary>For the recognition a place is the smallest kind of area.</summary>
    internal HerkenbaarGebied AlsGebied() => new($"{Laag}/{Id}", "plek", Naam, Boven) { Plek = this };
}

/// <summary>
/// What a text names: the smallest area, the words, and the place if it is of one place only. Of a place the area may
/// be the stadsdeel that was known already.
/// </summary>
public sealed record Herkenning(HerkenbaarGebied Gebied, string Tekst, Plaatsnaam? Plek = null);
