using System.Text.RegularExpressions;
using Portal.Data.Bestanden;

namespace Portal.Data.Begrotingen;

/// <summary>
/// A text as words, with what stands between them: whether two words can be one name, or are members of a list.
/// </summary>
internal sealed partial class Plaatstekst
{
    private readonly List<(string Tekst, string Kaal, string Ervoor)> _woorden = [];

    public Plaatstekst(string tekst)
    {
        Bron = tekst;
        var eind = 0;
        foreach (Match woord in Woord().Matches(tekst))
        {
            _woorden.Add(
                (woord.Value, woord.Value is "&" or "+" ? "en" : Tekst.Kaal(woord.Value), tekst[eind..woord.Index])
            );
            eind = woord.Index + woord.Length;
        }
        _woorden.Add(("", "", tekst[eind..]));
    }

    public string Bron { get; }

    public int Aantal => _woorden.Count - 1;

    /// <summary>The word in lower case without accents; empty outside the text.</summary>
    public string this[int i] => i >= 0 && i < Aantal ? _woorden[i].Kaal : "";

    public bool MetHoofdletter(int i) => i >= 0 && i < Aantal && char.IsUpper(_woorden[i].Tekst[0]);

    /// <summary>Whether the word has capitals only: "NW".</summary>
    public bool IsAfkorting(int i) => _woorden[i].Tekst.All(char.IsUpper);

    /// <summary>
    /// Words as names are compared: without spaces, but "en" stays a word ("cavity wall + roof" is not about the
    /// Wallen).
    /// </summary>
    public string Sleutel(int van, int tot) =>
        string.Concat(_woorden[van..tot].Select(w => w.Kaal == "en" ? "&" : w.Kaal));

    /// <summary>The words of the member of a list that begins here.</summary>
    public IEnumerable<int> Lid(int i)
    {
        var begin = i;
        do
        {
            yield return i++;
        } while (i < Aantal && !Breekt(i) && this[i] != "en" && i < begin + 3);
    }

    /// <summary>The words as they are kept, without the article.</summary>
    public string Stuk(int van, int tot) =>
        string.Join(
            ' ',
            _woorden[(tot - van > 1 && this[van] is "de" or "het" ? van + 1 : van)..tot].Select(w => w.Kaal)
        );

    /// <summary>Whether a sign before this word ends what stood there: "Zuid: Pijp" is not "Zuid Pijp".</summary>
    public bool Breekt(int i) => Scheiding().IsMatch(_woorden[i].Ervoor);

    /// <summary>Whether this word and the one before are one word with a hyphen.</summary>
    public bool Vast(int i) => i > 0 && i <= Aantal && _woorden[i].Ervoor is "-" or "–";

    /// <summary>
    /// Whether the word binds two things; a plus sign often only adds what is done to where it is done.
    /// </summary>
    public bool IsEn(int i) => this[i] == "en" && _woorden[i].Tekst != "+" && !Breekt(i);

    /// <summary>Whether only a sign stands between this word and the one before.</summary>
    public bool Aaneen(int i) => i > 0 && i < Aantal && _woorden[i].Ervoor is "-" or "–" or "." or "/";

    /// <summary>"e.a.": there are more, but it does not say which.</summary>
    public bool IsEnAndere(int i) => this[i] == "e" && this[i + 1] == "a" || this[i] == "en" && this[i + 1] == "andere";

    public bool Komma(int i) => _woorden[i].Ervoor.Contains(',', StringComparison.Ordinal);

    /// <summary>"Marathon- en Schinkelbuurt": the end of this word is yet to come.</summary>
    public bool Hangt(int i) => i >= 0 && i < Aantal && HangendStreepje().IsMatch(_woorden[i + 1].Ervoor);

    /// <summary>Where the next member of a list begins, if the one before ends here; null when it is no list.</summary>
    public int? VolgendLid(int i)
    {
        i += IsOmstreken(i) ? 2 : 0;
        var lid =
            this[i] == "en" ? i + 1
            : i < Aantal && LijstTeken().IsMatch(_woorden[i].Ervoor) ? i
            : -1;
        return lid < 0 || lid >= Aantal ? null : Overslaan(this[lid] == "en" ? lid + 1 : lid);
    }

    /// <summary>
    /// The last word of the member of a list before the one that begins here; null when it is no list.
    /// </summary>
    public int? VorigLid(int i)
    {
        while (i > 0 && !Breekt(i) && IsVulwoord(i - 1))
        {
            i--;
        }
        int? lid =
            this[i - 1] == "en" ? i - 2
            : i > 0 && LijstTeken().IsMatch(_woorden[i].Ervoor) ? i - 1
            : null;
        return lid is { } woord && IsOmstreken(woord - 1) ? woord - 2 : lid;
    }

    // "Rembrandtplein e.o. en Nieuwmarkt"
    public bool IsOmstreken(int i) => this[i] == "e" && this[i + 1] == "o";

    public bool IsVulwoord(int i) => Vulwoord.Contains(this[i]);

    private int Overslaan(int i)
    {
        while (IsVulwoord(i))
        {
            i++;
        }
        return i;
    }

    private static readonly HashSet<string> Vulwoord =
    [
        "de",
        "het",
        "in",
        "van",
        "voor",
        "op",
        "rond",
        "rondom",
        "te",
        "ook",
    ];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|[&+]")]
    private static partial Regex Woord();

    [GeneratedRegex(@"[:;,/()|""\r\n]|\s[-–—]|[-–—]\s")]
    private static partial Regex Scheiding();

    [GeneratedRegex("^-(?:[\\s,/]|$)")]
    private static partial Regex HangendStreepje();

    [GeneratedRegex("[,/]")]
    private static partial Regex LijstTeken();
}
