namespace Portal.Data.Indicatoren;

/// <summary>An area and those of one kind that it is made of.</summary>
public sealed record Familie(short Indeling, string Geheel, IReadOnlyList<string> Delen);

/// <summary>
/// Which figures are too small to be shown (register R16, rule T27): those under the threshold, and the next smallest
/// where one that is hidden could be worked out from a total. Where areas lie in each other as in a tree, it is enough
/// that no total has exactly one unknown beside it; where totals of areas and of indicators cross,
/// <see cref="Afleiding"/> looks.
/// </summary>
public static class Onderdrukking
{
    /// <param name="grootte">Per area how many people, homes or answers: what is not in it has no figure.</param>
    public static IReadOnlySet<string> Verberg(
        IReadOnlyDictionary<string, decimal> grootte,
        IEnumerable<Familie> families,
        int drempel
    ) => Verberg(grootte, families, grootte.Where(g => g.Value < drempel).Select(g => g.Key), gekruist: false);

    /// <param name="grootte">The same per figure, of an area and an indicator.</param>
    /// <param name="teKlein">The figures under the threshold of their indicator.</param>
    /// <param name="gekruist">Whether totals cross.</param>
    public static IReadOnlySet<string> Verberg(
        IReadOnlyDictionary<string, decimal> grootte,
        IEnumerable<Familie> families,
        IEnumerable<string> teKlein,
        bool gekruist
    )
    {
        var verborgen = teKlein.ToHashSet();
        if (verborgen.Count == 0)
        {
            return verborgen;
        }
        var compleet = families.Where(f => grootte.ContainsKey(f.Geheel) && f.Delen.All(grootte.ContainsKey)).ToList();
        while (Ook(compleet, grootte, verborgen, gekruist) is { } ook)
        {
            verborgen.Add(ook);
        }
        return verborgen;
    }

    private static string? Ook(
        List<Familie> families,
        IReadOnlyDictionary<string, decimal> grootte,
        HashSet<string> verborgen,
        bool gekruist
    ) =>
        families.Select(f => Volgende(f, grootte, verborgen)).FirstOrDefault(v => v is not null)
        ?? (gekruist ? NaastAfgeleid(families, grootte, verborgen) : null);

    // What must go too; null: nothing of this total can be worked out.
    private static string? Volgende(
        Familie familie,
        IReadOnlyDictionary<string, decimal> grootte,
        HashSet<string> verborgen
    ) =>
        familie.Delen.Append(familie.Geheel).Count(verborgen.Contains) != 1
            ? null
            : familie.Delen.Where(d => !verborgen.Contains(d)).OrderBy(d => grootte[d]).ThenBy(d => d).FirstOrDefault()
                ?? familie.Geheel;

    // The smallest that is shown in a total of what can be worked out; where those are hidden, in any that has unknowns
    private static string? NaastAfgeleid(
        List<Familie> families,
        IReadOnlyDictionary<string, decimal> grootte,
        HashSet<string> verborgen
    ) =>
        Afleiding.Eerste(families, verborgen) is not { } bekend
            ? null
            : families
                .Where(f => f.Delen.Append(f.Geheel).Any(verborgen.Contains))
                .SelectMany(f =>
                    f.Delen.Append(f.Geheel).Select(cel => (Naast: f.Geheel == bekend || f.Delen.Contains(bekend), cel))
                )
                .Where(c => !verborgen.Contains(c.cel))
                .OrderByDescending(c => c.Naast)
                .ThenBy(c => grootte[c.cel])
                .ThenBy(c => c.cel)
                .Select(c => c.cel)
                .FirstOrDefault();
}
