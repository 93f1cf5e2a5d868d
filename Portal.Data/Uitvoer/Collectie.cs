using System.Text.RegularExpressions;

namespace Portal.Data.Uitvoer;

/// <summary>
/// Rows that can be read: as a list, one by one, and in every format of <see cref="Formaten"/>, all from one query.
/// </summary>
/// <param name="Pad">The address without the first slash, e.g. <c>vergunningen</c>; <c>.csv</c> and the like follow
/// it.</param>
/// <param name="Onderwerpen">The subjects that the rows are made of: what is kept of them goes when one of these
/// changes.</param>
/// <param name="Van">
/// A constant query. It gives <c>id, dataset, sleutel, titel, gebied_code, gebied, gebied_soort, indeling, versie,
/// geom</c> and the columns.
/// </param>
/// <param name="Datum">The column by which the list is in order, newest first, and can be narrowed to a period.</param>
public sealed partial record Collectie(
    string Pad,
    string Titel,
    string Enkelvoud,
    string Uitleg,
    IReadOnlyList<string> Onderwerpen,
    string Van,
    IReadOnlyList<Kolom> Kolommen,
    string? Datum = null
)
{
    /// <summary>False: it has pages of its own elsewhere, and here only data addresses.</summary>
    public bool MetPagina { get; init; } = true;

    /// <summary>Whether a row can have a place of its own.</summary>
    public bool MetPlek { get; init; } = true;

    /// <summary>Whether <c>id</c> is a text, not a number.</summary>
    public bool TekstId { get; init; }

    /// <summary>What a reader must know before she counts with it.</summary>
    public IReadOnlyList<string> LetOp { get; init; } = [];

    /// <summary>What its rows may lack: the page of a dataset counts them and says it.</summary>
    public IReadOnlyList<Leemte> Leemten { get; init; } = [Leemte.ZonderGebied];

    /// <summary>Where it stands in the catalogue of the map; null: not there.</summary>
    public string? Thema { get; init; }

    /// <summary>How its map colours places; null: all alike.</summary>
    public Datasets.Legenda? Legenda { get; init; }

    /// <summary>From which zoom on the large map shows it; null: always.</summary>
    public int? Zoom { get; init; }

    /// <summary>What decides the order where the date does not; a constant.</summary>
    public string Orde { get; init; } = "c.titel";

    /// <summary>Whether the list can be narrowed to a period: the date is one, not a year alone.</summary>
    public bool MetPeriode { get; } = Kolommen.Any(k => k.Naam == Datum && k.Soort == KolomSoort.Datum);

    public IReadOnlyList<Kolom> Filters { get; } = [.. Kolommen.Where(k => k.Filter)];

    /// <summary>The column that holds the last day to do something; null: nothing ends.</summary>
    public Kolom? Termijn { get; } = Kolommen.FirstOrDefault(k => k.Termijn);

    /// <summary>
    /// The same as <see cref="Van"/> of the version with the id @Fversie, also when it counts no more: what its files
    /// are made of. Null: it is not of one dataset.
    /// </summary>
    public string? VanVersie { get; init; }

    /// <summary>The rows of one version of one dataset; asked with <see cref="CollectieFilter.VanVersie"/>.</summary>
    public Collectie? PerVersie =>
        VanVersie is null ? null : _perVersie ??= this with { Van = VanVersie, VanVersie = null, _sql = null };
    private Collectie? _perVersie;

    internal CollectieSql Sql => _sql ??= new(this);
    private CollectieSql? _sql;

    /// <summary>
    /// A name as it may stand in a statement. Names come from code, or from a layer's declaration, which is held to
    /// this.
    /// </summary>
    /// <exception cref="ArgumentException">It is no plain name.</exception>
    internal static string Naam(string naam) =>
        Gewoon().IsMatch(naam) ? naam : throw new ArgumentException($"'{naam}' is no name of a column", nameof(naam));

    [GeneratedRegex("^[a-z][a-z0-9_]{0,59}$", RegexOptions.NonBacktracking)]
    private static partial Regex Gewoon();
}

/// <summary>Something that rows of a collection lack.</summary>
/// <param name="Waar">The constant condition of such a row; its columns are of <c>c</c>, as a download calls them.</param>
/// <param name="Zin">{0}: how many rows; {1}: of how many.</param>
public sealed record Leemte(string Waar, string Zin)
{
    public static readonly Leemte ZonderGebied = new(
        "c.gebiedscode is null",
        "Niet bekend bij welk gebied: {0} van de {1}. Dat telt bij geen enkele buurt mee."
    );
}

/// <summary>What a list can be narrowed to. Null is not asked.</summary>
/// <param name="Gebied">Code of an area of any kind: everything in it.</param>
/// <param name="Zoek">A text that stands in the title or in another free text.</param>
public sealed record CollectieFilter(
    string? Gebied = null,
    string? Zoek = null,
    DateOnly? Van = null,
    DateOnly? Tot = null
)
{
    /// <summary>Per column that filters: the code.</summary>
    public IReadOnlyDictionary<string, string> Codes { get; init; } = new Dictionary<string, string>();

    /// <summary>Only what can still be done on this day or later, by <see cref="Collectie.Termijn"/>.</summary>
    public DateOnly? NogOp { get; init; }

    /// <summary>Only what lies, also for a part, in a piece of the map.</summary>
    public Omtrek? Omtrek { get; init; }

    /// <summary>Nothing is left out but by an area, which the page names itself.</summary>
    public bool IsLeeg =>
        Zoek is null && Van is null && Tot is null && Codes.Count == 0 && NogOp is null && Omtrek is null;

    /// <summary>All rows of one version.</summary>
    public static CollectieFilter VanVersie(int versieId) =>
        new() { Eigen = new Dictionary<string, object?> { ["Fversie"] = versieId } };

    /// <summary>The parameters of the collection's own query, where it has any.</summary>
    public IReadOnlyDictionary<string, object?> Eigen { get; init; } = new Dictionary<string, object?>();
}
