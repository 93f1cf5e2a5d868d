namespace Portal.Data.Gebieden;

/// <summary>A value that could not be read: what it should have been is not known, so it is told.</summary>
public sealed record Onleesbaar(string Kolom, string Waarde, string Reden);

/// <summary>
/// An area as a file states it. <see cref="Geometrie"/> is GeoJSON, still in the file's own coordinates.
/// </summary>
public sealed record GebiedRij
{
    public int Rij { get; init; }
    public string? Soort { get; init; }
    public string? Code { get; init; }
    public string? CbsCode { get; init; }
    public string? Identificatie { get; init; }
    public int? Volgnummer { get; init; }
    public string? Naam { get; init; }
    public string? Ouder { get; init; }
    public string? Gemeente { get; init; }
    public string? GemeenteNaam { get; init; }
    public DateOnly? GeldigVan { get; init; }
    public DateOnly? GeldigTot { get; init; }
    public int? Inwoners { get; init; }
    public int? Huishoudens { get; init; }
    public string? Geometrie { get; init; }

    /// <summary>The gebied that a buurt says to lie in.</summary>
    public string? Ggw { get; init; }

    public IReadOnlyList<Onleesbaar> Onleesbaar { get; init; } = [];

    /// <summary>Why nothing of the row can be read; null when it can.</summary>
    public string? Kapot { get; init; }

    /// <summary>The municipality that it says to be of, in a column or in its code; null: it does not say.</summary>
    public string? VanGemeente => Gemeentecode.Lees(Gemeente) ?? Gemeentecode.In(CbsCode) ?? Gemeentecode.In(Code);
}
