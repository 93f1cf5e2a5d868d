using System.Text.RegularExpressions;

namespace Portal.Data.Bestanden;

/// <summary>
/// Finds what points at one person in free text: e-mail addresses, bank accounts, phone numbers, number plates and
/// citizen service numbers.
/// </summary>
public static partial class Privacy
{
    private static readonly Dictionary<string, int> IbanLengtes = new()
    {
        ["NL"] = 18,
        ["BE"] = 16,
        ["DE"] = 22,
        ["FR"] = 27,
        ["GB"] = 22,
        ["ES"] = 24,
        ["IT"] = 27,
        ["PL"] = 28,
        ["TR"] = 26,
        ["MA"] = 28,
        ["LT"] = 20,
        ["IE"] = 22,
    };

    /// <returns>What was found ("e-mailadres"), or null.</returns>
    public static string? Vind(string? tekst) =>
        tekst is null ? null
        : Email().IsMatch(tekst) ? "e-mailadres"
        : HeeftIban(tekst) ? "rekeningnummer"
        : Telefoon().IsMatch(tekst) ? "telefoonnummer"
        : Kenteken().IsMatch(tekst) ? "kenteken"
        : Nummers().EnumerateMatches(tekst) is var nummers && HeeftBsn(tekst, nummers) ? "burgerservicenummer"
        : null;

    // Asked before the phone numbers, which the digits of an account can look like.
    private static bool HeeftIban(string tekst)
    {
        foreach (var plek in Rekeningen().EnumerateMatches(tekst))
        {
            var rekening = tekst
                .Substring(plek.Index, plek.Length)
                .Replace(" ", "", StringComparison.Ordinal)
                .ToUpperInvariant();
            // The words after it may have been taken along
            var lengte = IbanLengtes.GetValueOrDefault(rekening[..2], rekening.Length);
            if (lengte <= rekening.Length && Rest97(rekening[4..lengte] + rekening[..4]) == 1)
            {
                return true;
            }
        }
        return false;
    }

    // ISO 13616: with country and check digits at the end, and a letter as two digits (A = 10), the whole leaves 1.
    private static int Rest97(string iban) =>
        iban.Aggregate(
            0,
            (rest, teken) => char.IsDigit(teken) ? (rest * 10 + teken - '0') % 97 : (rest * 100 + teken - 'A' + 10) % 97
        );

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

    // RDW, sidecodes 1 to 14: three groups of letters and digits; "Z-14-12031" is a case number.
    [GeneratedRegex(
        @"(?<![\w-])(?:[A-Z]{2}-\d\d-\d\d|\d\d-\d\d-[A-Z]{2}|\d\d-[A-Z]{2}-\d\d|[A-Z]{2}-\d\d-[A-Z]{2}|[A-Z]{2}-[A-Z]{2}-\d\d|\d\d-[A-Z]{2}-[A-Z]{2}|\d\d-[A-Z]{3}-\d|\d-[A-Z]{3}-\d\d|[A-Z]{2}-\d{3}-[A-Z]|[A-Z]-\d{3}-[A-Z]{2}|[A-Z]{3}-\d\d-[A-Z]|[A-Z]-\d\d-[A-Z]{3}|\d-[A-Z]{2}-\d{3}|\d{3}-[A-Z]{2}-\d)(?![\w-])"
    )]
    private static partial Regex Kenteken();

    [GeneratedRegex(@"[\w.+-]+@[\w-]+\.[a-zA-Z]{2,}")]
    private static partial Regex Email();

    [GeneratedRegex(
        @"(?<![A-Z\d])[A-Z]{2}[0-9]{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?(?![A-Z\d])",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    private static partial Regex Rekeningen();

    [GeneratedRegex(@"(?<!\d)(\+31|0031|0)[\s-]?(6[\s-]?(\d[\s-]?){8}|[1-9]\d{1,2}[\s-]?(\d[\s-]?){6,7})(?!\d)")]
    private static partial Regex Telefoon();

    // An RSIN passes the same test, but numbers an organisation.
    [GeneratedRegex(@"(?<![\d-]|RSIN[\s:]{0,3})\d{9}(?!\d)", RegexOptions.IgnoreCase)]
    private static partial Regex Nummers();
}
