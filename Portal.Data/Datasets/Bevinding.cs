namespace Portal.Data.Datasets;

/// <summary>Where something was found. <paramref name="Waarde"/>: only the first letter of each word.</summary>
public sealed record Vindplaats(int Rij, string Waarde);

/// <summary>What somebody decided. <paramref name="Reden"/>: why, where it stays.</summary>
public sealed record Besluit(string Keus, string? Reden = null);

/// <summary>
/// What points at a person in a delivery: one kind in one column. Until somebody decides it is left out, and the
/// version is not published at /beheer.
/// </summary>
/// <param name="Keuzes">What can be decided of it.</param>
public sealed record Bevinding(
    string Soort,
    string Kolom,
    int Aantal,
    IReadOnlyList<Vindplaats> Plekken,
    IReadOnlyList<string> Keuzes,
    Besluit? Besluit
)
{
    /// <summary>What a text may hold that no pattern finds.</summary>
    public const string Naam = "naam van een persoon";

    /// <summary>The text is left out, the row stays.</summary>
    public const string Masker = "masker";

    /// <summary>The row is left out.</summary>
    public const string Rij = "rij";

    /// <summary>The column is left out.</summary>
    public const string HeleKolom = "kolom";

    /// <summary>It is of no person.</summary>
    public const string Toch = "toch";

    /// <summary>By which a decision is found again when the file is read once more.</summary>
    public static string Sleutel(string soort, string kolom) => $"{soort}|{kolom}";
}

/// <summary>The findings of one reading, and what was decided of them before.</summary>
public sealed class Bevindingen
{
    private const int Getoond = 20;
    private const int Bewaard = 10_000;

    private readonly Dictionary<string, (Bevinding Eerste, List<Vindplaats> Plekken, int Aantal)> _gevonden = [];

    public IReadOnlyDictionary<string, Besluit> Besluiten { get; set; } = new Dictionary<string, Besluit>();

    public IReadOnlyList<Bevinding> Lijst =>
        [.. _gevonden.Values.Select(v => v.Eerste with { Aantal = v.Aantal, Plekken = [.. v.Plekken.Take(Getoond)] })];

    /// <summary>Each of them, up to ten thousand of a kind.</summary>
    public IEnumerable<(Bevinding Bevinding, Vindplaats Plek)> Alles =>
        _gevonden.Values.SelectMany(v => v.Plekken.Select(p => (v.Eerste, p)));

    /// <returns>What was decided of this kind in this column; null: nothing yet.</returns>
    public Besluit? Meld(string soort, string kolom, int rij, string? waarde, params string[] keuzes)
    {
        var sleutel = Bevinding.Sleutel(soort, kolom);
        var besluit = Besluiten.GetValueOrDefault(sleutel) is { } b && keuzes.Contains(b.Keus) ? b : null;
        var nu = _gevonden.GetValueOrDefault(sleutel, (new(soort, kolom, 0, [], keuzes, besluit), [], 0));
        if (nu.Item2.Count < Bewaard)
        {
            nu.Item2.Add(new(rij, Afgeschermd(waarde)));
        }
        _gevonden[sleutel] = nu with { Item3 = nu.Item3 + 1 };
        return besluit;
    }

    /// <summary>Enough to find it in the file, and not to read it here.</summary>
    internal static string Afgeschermd(string? waarde) =>
        waarde is null
            ? ""
            : string.Join(
                ' ',
                waarde
                    .Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)
                    .Take(8)
                    .Select(w =>
                        w[..(char.IsHighSurrogate(w[0]) ? Math.Min(2, w.Length) : 1)]
                        + new string('•', Math.Min(5, w.Length - 1))
                    )
            );
}
