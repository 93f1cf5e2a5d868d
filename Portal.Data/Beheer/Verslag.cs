using Portal.Data.Datasets;

namespace Portal.Data.Beheer;

/// <summary>Why rows were rejected, and how many of them for that.</summary>
public sealed record Afwijsreden(string Kolom, string Reden, int Aantal);

/// <summary>
/// What is kept of an <see cref="ImportRapport"/>: of the rejected rows the first ones, the rest is in a CSV.
/// </summary>
public sealed record Verslag(
    string Dataset,
    int Gelezen,
    int Geladen,
    int Gewijzigd,
    int Vervallen,
    int Afgewezen,
    bool AlGeladen,
    IReadOnlyList<string> Meldingen,
    IReadOnlyList<Afwijzing> Afwijzingen,
    IReadOnlyList<Bevinding>? Bevindingen = null
)
{
    public const int Getoond = 50;

    private const int MeesteRedenen = 20;
    private const int MeestGeteld = 1_000;

    /// <summary>Nothing was read, so nothing was found: what the reading before found still stands.</summary>
    public bool AlKlaar { get; init; }

    /// <summary>Of the file in the archive.</summary>
    public string? Sha256 { get; init; }
    public Leeswijze? Leeswijze { get; init; }

    /// <summary>The reasons that most rows were rejected for.</summary>
    public IReadOnlyList<Afwijsreden>? Redenen { get; init; }

    public static Verslag Van(ImportRapport r) =>
        new(
            r.Dataset,
            r.Gelezen,
            r.Geladen,
            r.Gewijzigd,
            r.Vervallen,
            Math.Max(r.Afwijzingen.Rijen, r.EerderAfgewezen),
            r.AlGeladen,
            r.Meldingen,
            [.. r.Afwijzingen.Take(Getoond)],
            r.Bevindingen.Lijst
        )
        {
            AlKlaar = r.AlKlaar,
            Sha256 = r.Sha256,
            Leeswijze = r.Leeswijze,
            Redenen = Tel(r.Afwijzingen),
        };

    // A million rows may be rejected for as many reasons: those that came first are enough
    private static List<Afwijsreden> Tel(Afwijzingen afwijzingen)
    {
        var gezien = new Dictionary<(string Kolom, string Reden), int>();
        foreach (var a in afwijzingen)
        {
            if (gezien.Count < MeestGeteld || gezien.ContainsKey((a.Kolom, a.Reden)))
            {
                gezien[(a.Kolom, a.Reden)] = gezien.GetValueOrDefault((a.Kolom, a.Reden)) + 1;
            }
        }
        return
        [
            .. gezien
                .OrderByDescending(g => g.Value)
                .Take(MeesteRedenen)
                .Select(g => new Afwijsreden(g.Key.Kolom, g.Key.Reden, g.Value)),
        ];
    }
}
