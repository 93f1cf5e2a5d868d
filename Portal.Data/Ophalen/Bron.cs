namespace Portal.Data.Ophalen;

/// <summary>What a source fills.</summary>
public enum Bronsoort
{
    /// <summary>The areas themselves; everything else hangs on them.</summary>
    Gebieden,

    /// <summary>Figures per area and year; perhaps inhabitants and households too.</summary>
    Cijfers,

    /// <summary>The money of the municipality by taakveld.</summary>
    Iv3,

    /// <summary>Official announcements, by the connector that they have.</summary>
    Bekendmakingen,

    /// <summary>A layer on the map.</summary>
    Laag,
}

public enum Bronformaat
{
    Csv,

    /// <summary>Of an OGC API Features or a WFS, page by page.</summary>
    GeoJson,

    /// <summary>A table of CBS, OData 3.</summary>
    OData,

    /// <summary>KOOP's SRU 2.0.</summary>
    Sru,
}

/// <summary>
/// A source, as a file in the folder <c>bronnen</c> describes it: to add one is to add such a file. In its address
/// <c>{gemeente}</c> is GM0344, <c>{nummer}</c> 0344, <c>{naam}</c> Utrecht, <c>{bbox}</c> west,south,east,north in
/// degrees, <c>{jaar}</c> a year and <c>{tabel}</c> what <see cref="Tabellen"/> says of it.
/// </summary>
public sealed record Bron
{
    /// <summary>How its dataset is called.</summary>
    public required string Code { get; init; }
    public required string Titel { get; init; }
    public required Bronsoort Soort { get; init; }

    /// <summary>What a resident can use it for.</summary>
    public required string Doel { get; init; }

    /// <summary>A code of <see cref="Datasets.Ritme"/>.</summary>
    public required string Ritme { get; init; }
    public required string Adres { get; init; }
    public required Bronformaat Formaat { get; init; }

    /// <summary>Where the form of an answer was seen.</summary>
    public required string Gezien { get; init; }
    public required Herkomst Herkomst { get; init; }

    /// <summary>Per year the table that holds it; the newest years of it are fetched.</summary>
    public IReadOnlyDictionary<int, string> Tabellen { get; init; } = new Dictionary<int, string>();
    public Laagdeel? Laag { get; init; }
    public Cijferdeel? Cijfers { get; init; }
}

/// <summary>Whose data it is.</summary>
public sealed record Herkomst(string Eigenaar, string Bron, string Licentie, string LicentieUrl);

/// <summary>How rows of a source become things on the map.</summary>
/// <param name="Thema">A code of <see cref="Lagen.Laagthema"/>.</param>
/// <param name="Kolommen">Per column on the site the column of the source; <c>id</c> and <c>naam</c> are among them.
/// What is not named here is not taken over.</param>
/// <param name="Alleen">Per column of the source the values that a row must have one of.</param>
/// <param name="Plaats">The columns that make an address, where the source gives no place.</param>
/// <param name="Woorden">Per column on the site what a code of the source is in words.</param>
/// <param name="Samen">Rows that say the same in these columns of the source are one thing, with the lines of all: a
/// street comes in pieces. They are its id.</param>
public sealed record Laagdeel(
    string Thema,
    IReadOnlyDictionary<string, string> Kolommen,
    IReadOnlyDictionary<string, string[]>? Alleen = null,
    Adreskolommen? Plaats = null,
    IReadOnlyDictionary<string, Dictionary<string, string>>? Woorden = null,
    IReadOnlyList<string>? Samen = null
)
{
    /// <summary>The columns of the source that are read; what else it gives is let go at once.</summary>
    public HashSet<string> VanBron() =>
        new(
            [
                .. Kolommen.Values,
                .. Alleen?.Keys ?? [],
                .. Samen ?? [],
                .. Plaats is null
                    ? []
                    : new[] { Plaats.Straat, Plaats.Postcode, Plaats.Woonplaats, Plaats.Huisnummer }.OfType<string>(),
            ],
            StringComparer.OrdinalIgnoreCase
        );
}

public sealed record Adreskolommen(string Straat, string Postcode, string Woonplaats, string? Huisnummer = null);

/// <summary>How rows of a source become figures per area.</summary>
/// <param name="Gebied">The column with the code of the area.</param>
/// <param name="Jaar">The column with the year or the month (2025JJ00, 2025MM06, 2024); null where each table is of a
/// year. Of months only a year of which all twelve are known counts.</param>
/// <param name="Jaren">How many years, the newest first.</param>
/// <param name="Wijziging">The column that says whether an area is as it was the year before (CBS: 1); figures of
/// before a change are of another area, and are left out.</param>
/// <param name="Maanden">The figures are of months.</param>
/// <param name="Inwoners">The column with inhabitants, <paramref name="Huishoudens"/> with households: what is divided
/// by.</param>
public sealed record Cijferdeel(
    string Gebied,
    IReadOnlyList<Cijfer> Indicatoren,
    string? Jaar = null,
    int Jaren = 3,
    bool Maanden = false,
    string? Wijziging = null,
    string? Inwoners = null,
    string? Huishoudens = null
);

/// <summary>One figure.</summary>
/// <param name="Kolom">The column of the source; of OData without its number, which differs by year.</param>
/// <param name="Waar">Per other column the code that a row must have, where the figure is one kind of many.</param>
/// <param name="Maal">What the number in the source is multiplied by: 1000 where it is in thousands.</param>
public sealed record Cijfer(
    string Code,
    string Naam,
    string Definitie,
    string Eenheid,
    string Kolom,
    IReadOnlyDictionary<string, string>? Waar = null,
    decimal Maal = 1
)
{
    /// <summary>A code of <see cref="Indicatoren.Indicatorthema"/>.</summary>
    public string Thema { get; init; } = Indicatoren.Indicatorthema.Overig;

    /// <summary>hoog, laag or neutraal: which way is better.</summary>
    public string Richting { get; init; } = "neutraal";

    /// <summary>Whether the figures of areas add up.</summary>
    public bool Optelbaar { get; init; }

    /// <summary>A figure of fewer is not shown, for so few could point at somebody.</summary>
    public int? Drempel { get; init; }
}
