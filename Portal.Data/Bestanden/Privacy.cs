using System.Text.RegularExpressions;

namespace Portal.Data.Bestanden;

/// <summary>Finds what points at one person in free text: e-mail addresses, phone numbers and citizen service numbers.</summary>
public static partial class Privacy
{
    public const string Particulier = "(Particulier)";

    /// <returns>What was found ("e-mailadres"), or null.</returns>
    public static string? Vind(string? tekst) =>
        tekst is null ? null
        : Email().IsMatch(tekst) ? "e-mailadres"
        : Telefoon().IsMatch(tekst) ? "telefoonnummer"
        : Nummers().EnumerateMatches(tekst) is var nummers && HeeftBsn(tekst, nummers) ? "burgerservicenummer"
        : null;

    private static bool HeeftBsn(string tekst, Regex.ValueMatchEnumerator nummers)
    {
        foreach (var nummer in nummers)
        {
            if (ElfProef(tekst.AsSpan(nummer.Index, nummer.Length)))
            {
                return true;
            }
        }
        return false;
    }

    // Besluit burgerservicenummer: 9·d1 + 8·d2 + … + 2·d8 − d9 is a multiple of eleven.
    private static bool ElfProef(ReadOnlySpan<char> cijfers)
    {
        var som = 0;
        for (var i = 0; i < 9; i++)
        {
            som += (cijfers[i] - '0') * (i == 8 ? -1 : 9 - i);
        }
        return som != 0 && som % 11 == 0;
    }

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[a-zA-Z]{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(@"(?<!\d)(\+31|0031|0)[\s-]?(6[\s-]?(\d[\s-]?){8}|[1-9]\d{1,2}[\s-]?(\d[\s-]?){6,7})(?!\d)")]
    private static partial Regex Telefoon();

    // An RSIN passes the same test, but numbers an organisation.
    [GeneratedRegex(@"(?<![\d-]|RSIN[\s:]{0,3})\d{9}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Nummers();
}
