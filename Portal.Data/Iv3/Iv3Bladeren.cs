using System.Text.RegularExpressions;

namespace Portal.Data.Iv3;

/// <summary>One amount of one municipality, in euros.</summary>
internal sealed record Iv3Blad(int Rij, string Taakveld, string Categorie, string Bl, decimal Bedrag);

/// <summary>
/// The leaves among the cells of a table of CBS, which has balance sheets and totals between them. What a code is a
/// total of is not said, so it is one when there are codes below it and it equals their sum in everything; 6.2 beside
/// 6.21 may also be what was not divided.
/// </summary>
internal static partial class Iv3Bladeren
{
    /// <summary>A municipality may hand in twice: then the second counts, for all of it.</summary>
    public static IReadOnlyList<Iv3Blad> Van(IReadOnlyList<Iv3Cel> cellen)
    {
        var tweede = cellen.Any(c => c.Tweede is not null);
        var bladen = cellen
            .Where(c => Taakveld().IsMatch(c.Taakveld) && Categorie().IsMatch(c.Categorie))
            .Select(c => (Cel: c, Bedrag: tweede ? c.Tweede : c.Eerste))
            .Where(c => c.Bedrag is not (null or 0))
            .Select(c => new Iv3Blad(
                c.Cel.Rij,
                c.Cel.Taakveld,
                c.Cel.Categorie[1..],
                c.Cel.Categorie[..1],
                c.Bedrag!.Value * 1000
            ))
            .ToList();
        bladen = Zonder(bladen, b => b.Taakveld, b => b.Bl + b.Categorie, (onder, boven) => IsOnder(onder, boven, ""));
        return Zonder(bladen, b => b.Categorie, b => b.Bl + b.Taakveld, (onder, boven) => IsOnder(onder, boven, "."));
    }

    private static bool IsOnder(string onder, string boven, string teken) =>
        onder.Length > boven.Length && onder.StartsWith(boven + teken, StringComparison.Ordinal);

    private static List<Iv3Blad> Zonder(
        List<Iv3Blad> bladen,
        Func<Iv3Blad, string> code,
        Func<Iv3Blad, string> verder,
        Func<string, string, bool> isOnder
    )
    {
        var codes = bladen.Select(code).Distinct().ToList();
        var totalen = codes.Where(boven =>
        {
            var onder = codes.Where(o => isOnder(o, boven)).ToHashSet();
            return onder.Count > 1
                && Sommen(bladen.Where(b => code(b) == boven))
                    .SequenceEqual(Sommen(bladen.Where(b => onder.Contains(code(b)))));
        });
        var weg = totalen.ToHashSet();
        return [.. bladen.Where(b => !weg.Contains(code(b)))];

        IEnumerable<(string, decimal)> Sommen(IEnumerable<Iv3Blad> deel) =>
            deel.GroupBy(verder)
                .Select(g => (g.Key, g.Sum(b => b.Bedrag)))
                .Where(s => s.Item2 != 0)
                .OrderBy(s => s.Key, StringComparer.Ordinal);
    }

    [GeneratedRegex(@"^[0-8]\.\d{1,3}[a-d]?$")]
    private static partial Regex Taakveld();

    [GeneratedRegex(@"^[LB]\d(\.\d{1,2}){1,2}$")]
    private static partial Regex Categorie();
}
