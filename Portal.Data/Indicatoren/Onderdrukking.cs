namespace Portal.Data.Indicatoren;

/// <summary>An area and those of one kind that it is made of.</summary>
public sealed record Familie(short Indeling, string Geheel, IReadOnlyList<string> Delen);

/// <summary>
/// Which figures are too small to be shown (register R16, rule T27): those under the threshold, and the next smallest
/// where one that is hidden could be worked out from a total. Where areas lie in each other as in a tree, that is
/// enough: as long as no total has exactly one unknown beside it, every unknown can still have more than one value.
/// </summary>
public static class Onderdrukking
{
    /// <param name="grootte">Per area how many people, homes or answers: what is not in it has no figure.</param>
    public static IReadOnlySet<string> Verberg(
        IReadOnlyDictionary<string, decimal> grootte,
        IEnumerable<Familie> families,
        int drempel
    )
    {
        var verborgen = grootte.Where(g => g.Value < drempel).Select(g => g.Key).ToHashSet();
        if (verborgen.Count == 0)
        {
            return verborgen;
        }
        var compleet = families.Where(f => grootte.ContainsKey(f.Geheel) && f.Delen.All(grootte.ContainsKey)).ToList();
        while (compleet.Select(f => Volgende(f, grootte, verborgen)).FirstOrDefault(v => v is not null) is { } ook)
        {
            verborgen.Add(ook);
        }
        return verborgen;
    }

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
}
