using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Data.Uitvoer;

namespace Portal.Data.Datasets;

/// <summary>
/// What staff say of a version, above what its delivery says; kept with the version, and taken over by the next one
/// (docs/decisions/0032). What is null was not said.
/// </summary>
public sealed record Beschrijving
{
    private static readonly JsonSerializerOptions Vorm = new(JsonSerializerDefaults.Web)
    {
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    // Called as the columns of the table dataset are, for these take their place
    public string? Titel { get; init; }
    public string? Doel { get; init; }
    public string? Eigenaar { get; init; }
    public string? Bron { get; init; }
    public string? Licentie { get; init; }
    public string? LicentieUrl { get; init; }
    public string? Ritme { get; init; }

    /// <summary>Who answers questions: a role or a desk, never a person.</summary>
    public string? Contact { get; init; }

    /// <summary>From which zoom of the web map on a layer shows.</summary>
    public int? Zoom { get; init; }
    public Legenda? Legenda { get; init; }

    /// <summary>Of a layer, by the name of the column.</summary>
    public IReadOnlyDictionary<string, KolomWoorden>? Kolommen { get; init; }

    public string AlsJson() => JsonSerializer.Serialize(this, Vorm);

    public static Beschrijving Van(string? json) =>
        json is null ? new() : JsonSerializer.Deserialize<Beschrijving>(json, Vorm)!;

    public KolomWoorden Kolom(string naam) => Kolommen?.GetValueOrDefault(naam) ?? new();
}

/// <summary>What staff say of a column of a layer.</summary>
/// <param name="Drempel">Whole numbers from 1 up to this are left out: they may tell of a few persons.</param>
/// <param name="Weg">It is not on the site.</param>
public sealed record KolomWoorden(
    string? Kop = null,
    string? Eenheid = null,
    string? Uitleg = null,
    int? Drempel = null,
    bool Weg = false
)
{
    /// <summary>What the codes in it mean; null: it has none.</summary>
    public IReadOnlyList<CodeWoord>? Codes { get; init; }

    /// <summary>Whether what stands in a column can be codes.</summary>
    public static bool MagCodes(Kolom kolom) => kolom.Soort is KolomSoort.Tekst or KolomSoort.Code or KolomSoort.Aantal;
}

/// <summary>How the places of a layer are coloured by a number.</summary>
/// <param name="Methode">kwantielen: classes of equally many; gelijk: of equal width; zelf: by
/// <paramref name="Grenzen"/>.</param>
/// <param name="Palet">A name of <see cref="Lagen.Palet"/>.</param>
/// <param name="Grenzen">The limits between the classes, rising.</param>
public sealed record Legenda(
    string Kolom,
    string Methode,
    int Klassen,
    string Palet,
    IReadOnlyList<decimal>? Grenzen = null
)
{
    public const string Kwantielen = "kwantielen";
    public const string Gelijk = "gelijk";
    public const string Zelf = "zelf";

    public const int Minst = 2;
    public const int Meest = 5;

    public static readonly IReadOnlyList<string> Methoden = [Kwantielen, Gelijk, Zelf];
}
