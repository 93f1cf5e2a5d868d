namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>One official announcement as KOOP registers it, before we make anything of it.</summary>
public sealed record KoopRecord
{
    public required string Identifier { get; init; }
    public required string Titel { get; init; }

    /// <summary>The dcterms:type, such as "omgevingsvergunning" or "andere vergunning".</summary>
    public string? Rubriek { get; init; }
    public string? Creator { get; init; }
    public string? OrganisatieType { get; init; }
    public DateOnly? Gewijzigd { get; init; }

    /// <summary>The day of publication.</summary>
    public required DateOnly Beschikbaar { get; init; }
    public string? Samenvatting { get; init; }
    public IReadOnlyList<string> Onderwerpen { get; init; } = [];
    public IReadOnlyList<string> Activiteiten { get; init; } = [];
    public string? Referentienummer { get; init; }

    /// <summary>The last day to react, as the municipality registered it; most do not.</summary>
    public DateOnly? EindeReactie { get; init; }
    public string? Url { get; init; }
    public IReadOnlyList<Markering> Markeringen { get; init; } = [];

    /// <summary>In the Gemeenteblad; what is not, is of the Staatscourant, a province or a water board.</summary>
    public bool InGemeenteblad => Identifier.StartsWith("gmb-", StringComparison.OrdinalIgnoreCase);
}

/// <summary>A place as the source marks it, unread: kind, address in words, texts with coordinates.</summary>
/// <param name="Soort">Adres, Punt, Vlak, Perceel, Buurt, Wijk, GeometrieRef, Weg, Lijn, Gemeente and so on.</param>
/// <param name="Plaatsen">The same place up to three times: in RD, as an area and as a point; any may be wrong.</param>
public sealed record Markering(string Soort, string? Label, IReadOnlyList<string> Plaatsen);

/// <summary>What could not be read of a record.</summary>
/// <param name="Overgeslagen">The whole record is lost.</param>
/// <param name="Positie">The how-manieth record of the answer, from 1.</param>
public sealed record KoopFout(int Positie, string? Identifier, string Zin, bool Overgeslagen);

/// <summary>One answer of KOOP.</summary>
/// <param name="Aantal">How many records the query has, as the server estimates; null when not said.</param>
/// <param name="Records">Those of the Gemeenteblad.</param>
/// <param name="Diagnose">What KOOP has against the query; it says so with status 200 and without a number.</param>
public sealed record KoopAntwoord(int? Aantal, IReadOnlyList<KoopRecord> Records, string? Diagnose)
{
    /// <summary>Sound records that are not of the Gemeenteblad.</summary>
    public IReadOnlyList<KoopRecord> Andere { get; init; } = [];

    public IReadOnlyList<KoopFout> Fouten { get; init; } = [];

    /// <summary>How many records stood in the answer, whether or not they could be read.</summary>
    public int Gelezen { get; init; }
}
