namespace Portal.Web.Components;

/// <summary>
/// One rectangle of a Boomkaart. <paramref name="Aantal"/> is 0, or how many small ones it stands for.
/// </summary>
public sealed record Boomvak(
    string Naam,
    decimal Bedrag,
    string? Url,
    int Aantal = 0,
    string? Teken = null,
    bool Bron = false
)
{
    private const int Meeste = 40;
    private const decimal Zichtbaar = 0.005m; // a smaller part of the whole is under 24 px on a phone, which no finger finds

    // Of the letter size: DejaVu Sans, the widest that stands in for system-ui
    private const double Letterbreedte = 0.6;
    public const double Rand = 5;

    /// <summary>
    /// The amounts above zero from large to small; what is too much or too small to draw is one rectangle at the end.
    /// </summary>
    public static IReadOnlyList<Boomvak> Van(IEnumerable<Staaf> staven)
    {
        var alle = staven
            .Where(s => s.Bedrag > 0)
            .OrderByDescending(s => s.Bedrag)
            .Select(s => new Boomvak(s.Naam, s.Bedrag, s.Url, 0, s.Teken, s.Bron))
            .ToList();
        var geheel = alle.Sum(v => v.Bedrag);
        var zelf = alle.TakeWhile(v => v.Bedrag >= Zichtbaar * geheel)
            .Take(alle.Count > Meeste ? Meeste - 1 : Meeste)
            .ToList();
        var rest = alle.Count - zelf.Count;
        return rest == 0
            ? zelf
            : [.. zelf, new(Taal.Zin("Overige ({0})", rest), alle.Skip(zelf.Count).Sum(v => v.Bedrag), null, rest)];
    }

    /// <summary>
    /// The text for in a rectangle: name and amount, the name alone, or nothing where it does not fit.
    /// In the words of its accessible name, for who says to the computer what they see (WCAG 2.5.3).
    /// </summary>
    public IReadOnlyList<string> Regels(Vlak vlak, double letter)
    {
        var tekens = (int)((vlak.Breedte - 2 * Rand) / (letter * Letterbreedte));
        var regels = (int)((vlak.Hoogte - 2 * Rand) / (letter * Regelhoogte));
        var naam = Afgebroken(Naam, tekens);
        var bedrag = Opmaak.Euro(Bedrag);
        return naam is null || naam.Count > regels ? []
            : naam.Count < regels && bedrag.Length <= tekens ? [.. naam, bedrag]
            : naam;
    }

    public const double Regelhoogte = 1.25;

    // Whole words on lines of at most so many characters; null when a word is longer than a line.
    private static List<string>? Afgebroken(string naam, int tekens)
    {
        var regels = new List<string>();
        foreach (var woord in naam.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            if (woord.Length > tekens)
            {
                return null;
            }
            if (regels.Count > 0 && regels[^1].Length + 1 + woord.Length <= tekens)
            {
                regels[^1] += " " + woord;
            }
            else
            {
                regels.Add(woord);
            }
        }
        return regels;
    }
}
