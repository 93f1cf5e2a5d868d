using System.Globalization;
using System.Text;

namespace Portal.Data.Bestanden;

/// <summary>Texts of a stranger in a sentence of ours: short, and without what a terminal obeys.</summary>
public static class Zin
{
    private const int Langst = 200;
    private static readonly CultureInfo Nl = CultureInfo.GetCultureInfo("nl-NL");

    /// <summary>1.234.567</summary>
    public static string Getal(long getal) => getal.ToString("N0", Nl);

    /// <summary>"1 rij", "2.000 rijen".</summary>
    public static string Rijen(long aantal) => $"{Getal(aantal)} {(aantal == 1 ? "rij" : "rijen")}";

    /// <summary>
    /// On one line, without control codes and codes that turn the direction of writing, cut to a length.
    /// </summary>
    public static string Veilig(string tekst, int langst = Langst)
    {
        var uit = new StringBuilder(Math.Min(tekst.Length, langst) + 1);
        foreach (var letter in tekst)
        {
            if (uit.Length == langst)
            {
                return uit.Append('…').ToString();
            }
            uit.Append(IsTeken(letter) ? letter : ' ');
        }
        return uit.ToString();
    }

    /// <summary>The first of them, and how many more there are.</summary>
    public static string Lijst(IReadOnlyCollection<string> delen)
    {
        const int getoond = 20;
        var zin = string.Join(", ", delen.Take(getoond).Select(d => Veilig(d, 40)));
        return delen.Count > getoond ? $"{zin} en nog {delen.Count - getoond}" : zin;
    }

    private static bool IsTeken(char letter) =>
        char.GetUnicodeCategory(letter)
            is not (
                UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.OtherNotAssigned
            );
}
