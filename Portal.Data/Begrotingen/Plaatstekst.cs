using System.Text.RegularExpressions;
using Portal.Data.Bestanden;

namespace Portal.Data.Begrotingen;

/// <summary>A text as words, with what stands between them: whether two words can be one name, or are members of a list.</summary>
internal sealed partial class Plaatstekst
{
    private readonly List<(string Tekst, string Kaal, string Ervoor)> _woorden = [];

    public Plaatstekst(string tekst)
    {
        var eind = 0;
        foreach (Match woord in Woord().Matches(tekst))
        {
            _woorden.Add((woord.Value, woord.Value is "&" or "+" ? "en" : Tekst.Kaal(woord.Value), tekst[eind..woord.Index]));
            eind = woord.Index + woord.Length;
        }
        _woorden.Add(("", "", tekst[eind..]));
    }

    public int Aantal => _woorden.Count - 1;

    /// <summary>The word in lower case without accents; empty outside the text.</summary>
    public string this[int i] => i >= 0 && i < Aantal ? _woorden[i].Kaal : "";

    public bool MetHoofdletter(int i) => i >= 0 && i < Aantal && char.IsUpper(_woorden[i].Tekst[0]);

    /// <summary>Whether the word has capitals only: "NW".</summary>
    public bool IsAfkorting(int i) => _woorden[i].Tekst.All(char.IsUpper);

    public string Sleutel(int van, int tot) => string.Concat(_woorden[van..tot].Select(w => w.Kaal));

    /// <summary>The words of the member of a list that begins here.</summary>
    public IEnumerable<int> Lid(int i)
    {
        var begin = i;
        do
        {
            yield return i++;
        } while (i < Aantal && !Breekt(i) && this[i] != "en" && i < begin + 3);
    }

    public string Stuk(int van, int tot) => string.Join(' ', _woorden[van..tot].Select(w => w.Kaal));

    /// <summary>Whether a sign before this word ends what stood there: "Zuid: Pijp" is not "Zuid Pijp".</summary>
    public bool Breekt(int i) => Scheiding().IsMatch(_woorden[i].Ervoor);

    /// <summary>Whether this word and the one before are one word with a hyphen.</summary>
    public bool Vast(int i) => i > 0 && i <= Aantal && _woorden[i].Ervoor is "-" or "–";

    /// <summary>"Marathon- en Schinkelbuurt": the end of this word is yet to come.</summary>
    public bool Hangt(int i) => i >= 0 && i < Aantal && HangendStreepje().IsMatch(_woorden[i + 1].Ervoor);

    /// <summary>Whether a member of a list ends before this word, and where the next begins; null when it is no list.</summary>
    public int? VolgendLid(int i)
    {
        var lid = i < Aantal && LijstTeken().IsMatch(_woorden[i].Ervoor) ? i : -1;
        lid = this[i] == "en" ? i + 1 : lid;
        return lid < 0 || lid >= Aantal ? null : Overslaan(this[lid] == "en" ? lid + 1 : lid);
    }

    /// <summary>The last word of the member of a list before the one that begins here; null when it is no list.</summary>
    public int? VorigLid(int i)
    {
        while (i > 0 && !Breekt(i) && Vulwoord.Contains(this[i - 1]))
        {
            i--;
        }
        return this[i - 1] == "en" ? i - 2 : i > 0 && LijstTeken().IsMatch(_woorden[i].Ervoor) ? i - 1 : null;
    }

    private int Overslaan(int i)
    {
        while (Vulwoord.Contains(this[i]))
        {
            i++;
        }
        return i;
    }

    private static readonly HashSet<string> Vulwoord = ["de", "het", "in", "van", "voor", "op", "rond", "rondom", "te", "wijk", "buurt", "ook"];

    [GeneratedRegex(@"[\p{L}\p{M}\p{N}]+|[&+]")]
    private static partial Regex Woord();

    [GeneratedRegex(@"[:;,/()|""\r\n]|\s[-–—]|[-–—]\s")]
    private static partial Regex Scheiding();

    [GeneratedRegex("^-(?:[\\s,/]|$)")]
    private static partial Regex HangendStreepje();

    [GeneratedRegex("[,/]")]
    private static partial Regex LijstTeken();
}
