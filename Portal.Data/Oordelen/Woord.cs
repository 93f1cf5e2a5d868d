using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Data.Oordelen;

/// <summary>One word of a text that is judged.</summary>
/// <param name="Kaal">Without accents and dots, in lower case: as the lists have it.</param>
/// <param name="Los">Something other than a space stands before it, so that no name runs on into it.</param>
/// <param name="Schrift">How the text as a whole uses capitals.</param>
internal readonly partial record struct Woord(string Tekst, string Kaal, bool Los, Schrift Schrift)
{
    private const int LangsteAfkorting = 4; // a longer word with a dot ends a sentence

    /// <summary>In a text without capitals every word may start a name.</summary>
    public bool MetHoofdletter => Schrift == Schrift.Klein || char.IsUpper(Tekst[0]);

    /// <summary>"J." and "Th.": one letter, or a short start of a name, and a dot.</summary>
    public bool IsInitiaal =>
        Tekst[^1] == '.'
        && MetHoofdletter
        && (Kaal.Length == 1 || Kaal is "th" or "ch" or "chr" or "ph" or "joh" or "ij" or "sj" or "tj" or "kh" or "fr");

    public bool IsLetter => Kaal.Length == 1 && MetHoofdletter;

    /// <summary>"GWL", "OBA": not a name, unless all is in capitals.</summary>
    public bool IsAfkorting =>
        Kaal.Length > 1 && Kaal.Length <= (Schrift == Schrift.Groot ? 3 : LangsteAfkorting) && !Tekst.Any(char.IsLower);

    public bool HeeftCijfer => Kaal.Any(char.IsDigit);

    public static List<Woord> Splits(string tekst)
    {
        var schrift =
            !tekst.Any(char.IsUpper) ? Schrift.Klein
            : !tekst.Any(char.IsLower) ? Schrift.Groot
            : Schrift.Gemengd;
        var woorden = new List<Woord>();
        var vorige = 0;
        foreach (var deel in Delen().EnumerateMatches(tekst))
        {
            var ertussen = tekst.AsSpan(vorige, deel.Index - vorige);
            vorige = deel.Index + deel.Length;
            vorige += deel.Length <= LangsteAfkorting && vorige < tekst.Length && tekst[vorige] == '.' ? 1 : 0;
            var woord = tekst[deel.Index..vorige].TrimStart('\'', '’');
            woorden.Add(new(woord, Vouw(woord), ertussen.IndexOfAnyExcept(" \t\u00a0") >= 0, schrift));
        }
        return woorden;
    }

    /// <summary>As scripts/restore-namen.mjs folds the lists.</summary>
    public static string Vouw(string tekst)
    {
        var kaal = new StringBuilder(tekst.Length);
        foreach (var teken in tekst.Normalize(NormalizationForm.FormD))
        {
            if (CharUnicodeInfo.GetUnicodeCategory(teken) != UnicodeCategory.NonSpacingMark && teken != '.')
            {
                _ = char.ToLowerInvariant(teken) switch
                {
                    'ı' => kaal.Append('i'),
                    'ø' => kaal.Append('o'),
                    'ł' => kaal.Append('l'),
                    'ß' => kaal.Append("ss"),
                    'æ' => kaal.Append("ae"),
                    'ĳ' => kaal.Append("ij"),
                    '’' or '`' => kaal.Append('\''),
                    var letter => kaal.Append(letter),
                };
            }
        }
        return kaal.ToString();
    }

    [GeneratedRegex(@"[dl]['’](?=\p{Lu})|['’]?[\p{L}\p{M}\p{Nd}]+(?:['’\-&@][\p{L}\p{M}\p{Nd}]+)*")]
    private static partial Regex Delen();
}
