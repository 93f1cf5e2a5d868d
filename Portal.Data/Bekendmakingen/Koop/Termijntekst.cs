using System.Text.RegularExpressions;

namespace Portal.Data.Bekendmakingen.Koop;

/// <summary>What a text says of a term: its last day, or its first day and perhaps its length.</summary>
internal sealed record Termijnvondst(DateOnly? LaatsteDag, DateOnly? Begin, int? Weken);

/// <summary>
/// Finds the term in a text. "Vóór 3 maart" and "tot 3 maart" end on the 2nd, "tot en met 3 maart" on the 3rd; a date
/// that cannot be (a last day before the publication, a letter of another season) is passed over.
/// </summary>
internal static partial class Termijntekst
{
    private const RegexOptions Zo = RegexOptions.NonBacktracking | RegexOptions.CultureInvariant;
    private const string Reactie = "bezwaar|bezwaren|zienswijze|beroep|reageren|reactie|ter inzage";
    private const string Tot = "(vóór|voor|tot en met|t/m|tot|uiterlijk op|uiterlijk)";
    private static readonly Dictionary<string, int> Getallen = new()
    {
        ["een"] = 1,
        ["twee"] = 2,
        ["drie"] = 3,
        ["vier"] = 4,
        ["vijf"] = 5,
        ["zes"] = 6,
        ["acht"] = 8,
        ["twaalf"] = 12,
    };

    /// <param name="tekst">In small letters.</param>
    public static Termijnvondst? Zoek(string tekst, DateOnly publicatie)
    {
        tekst = string.Join(' ', tekst.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
        if (LaatsteDag(tekst, publicatie) is { } laatste)
        {
            return new(laatste, null, null);
        }
        var binnen = Binnen().Match(tekst);
        int? weken = binnen.Success ? Aantal(binnen.Groups["weken"].Value) : null;
        var eerste =
            Vind(Begin(), tekst, publicatie)
            ?? Vind(InzageErna(), tekst, publicatie)
            ?? Vind(InzageErvoor(), tekst, publicatie);
        if (eerste is not null)
        {
            return new(null, eerste, weken);
        }
        if (Vind(Verzonden(), tekst, publicatie) is { } verzonden)
        {
            return new(null, verzonden.AddDays(1), weken);
        }
        return weken is not null && NaPublicatie().IsMatch(tekst) ? new(null, publicatie.AddDays(1), weken) : null;
    }

    private static DateOnly? LaatsteDag(string tekst, DateOnly publicatie)
    {
        foreach (var patroon in new[] { Einde(), EindeErvoor() })
        {
            foreach (Match vondst in patroon.Matches(tekst))
            {
                if (Nederlandsedatum.Lees(vondst.Groups[2].Value, publicatie.AddDays(42)) is not { } dag)
                {
                    continue;
                }
                var laatste = vondst.Groups[1].Value is "vóór" or "voor" or "tot" ? dag.AddDays(-1) : dag;
                if (laatste >= publicatie && laatste <= publicatie.AddDays(180))
                {
                    return laatste;
                }
            }
        }
        return null;
    }

    private static DateOnly? Vind(Regex patroon, string tekst, DateOnly publicatie) =>
        patroon.Match(tekst) is { Success: true } vondst
        && Nederlandsedatum.Lees(vondst.Groups[1].Value, publicatie) is { } dag
        && dag >= publicatie.AddDays(-90)
        && dag <= publicatie.AddDays(30)
            ? dag
            : null;

    private static int? Aantal(string getal) =>
        Getallen.TryGetValue(getal, out var weken) ? weken
        : int.TryParse(getal, out weken) && weken is >= 1 and <= 12 ? weken
        : null;

    // In one sentence: a word for reacting, then the last day. A full stop ends a sentence, not "3 jan. 2024".
    [GeneratedRegex(
        @"(?:"
            + Reactie
            + "|u kunt (?:de gemeente|het college|de burgemeester|ons))[^.!?]*? "
            + Tot
            + " "
            + Nederlandsedatum.Vorm,
        Zo
    )]
    private static partial Regex Einde();

    [GeneratedRegex(@"\b" + Tot + " " + Nederlandsedatum.Vorm + "[^.!?]*?(?:" + Reactie + ")", Zo)]
    private static partial Regex EindeErvoor();

    // Only of a term: an event "start op 5 mei" as well.
    [GeneratedRegex(
        @"(?:termijn|bezwaar|beroep|zienswijze)[^.!?]*? (?:start|begint|aan|loopt)"
            + "(?: vanaf| met ingang van| op| de dag| na)*:? "
            + Nederlandsedatum.Vorm,
        Zo
    )]
    private static partial Regex Begin();

    [GeneratedRegex(@"\b(?:vanaf|met ingang van|op) " + Nederlandsedatum.Vorm + "[^.!?]*? ter inzage", Zo)]
    private static partial Regex InzageErna();

    [GeneratedRegex(@"\bter inzage[^.!?]*? (?:vanaf|met ingang van|van) " + Nederlandsedatum.Vorm, Zo)]
    private static partial Regex InzageErvoor();

    [GeneratedRegex(
        @"\b(?:verzonden|verstuurd|toegezonden|verzenddatum|verzending|bekendgemaakt)"
            + @"(?: aan de aanvrager| aan aanvrager| besluit| is| op)*:? "
            + Nederlandsedatum.Vorm,
        Zo
    )]
    private static partial Regex Verzonden();

    [GeneratedRegex(
        @"(?:bezwaar|zienswijze|beroep|reageren)[^.!?]*? binnen (?<weken>[0-9a-z]{1,6}) weken"
            + @"|\bbinnen (?<weken>[0-9a-z]{1,6}) weken[^.!?]*?(?:bezwaar|zienswijze|beroep|reageren)",
        Zo
    )]
    private static partial Regex Binnen();

    [GeneratedRegex(
        @"weken na (?:de )?(?:dag van |datum van )?(?:de |deze )?(?:bekendmaking|publicatie|publicatiedatum)\b",
        Zo
    )]
    private static partial Regex NaPublicatie();
}
