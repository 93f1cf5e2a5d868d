using System.Text.RegularExpressions;

namespace Portal.Data.Oordelen;

/// <summary>
/// A given name without a surname, in the few places of a title where it is somebody of the neighbourhood.
/// </summary>
internal static partial class AlleenVoornaam
{
    public static bool Staat(string titel, Naamkennis namen) =>
        Bij()
            .Matches(titel)
            .SelectMany(plek => plek.Groups["naam"].Captures)
            .Any(naam => namen.IsAlleenGangbareVoornaam(Woord.Vouw(naam.Value)))
        || (Bezit().Match(titel) is { Success: true } bezit && IsBezit(bezit, namen));

    private static bool IsBezit(Match bezit, Naamkennis namen)
    {
        var naam = Woord.Vouw(bezit.Groups["naam"].Value);
        return namen.IsAlleenGangbareVoornaam(naam) && (bezit.Groups["los"].Success || !namen.IsErgens(naam + "s"));
    }

    /// <summary>"Op de koffie bij Petra", "Dansen met Petra en Karim", "Buurtbaan Petra".</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(?:[Bb]ij|[Mm]et|[Bb]uurtbaan) (?<naam>\p{Lu}[\p{Ll}]+)(?: (?:en|&) (?<naam>\p{Lu}\p{Ll}+))?(?! ?\p{Lu}|[\p{L}'’-])"
    )]
    private static partial Regex Bij();

    /// <summary>At the start: "Petra's breiclub" and "Petras breiclub".</summary>
    [GeneratedRegex(@"^\W*(?<naam>\p{Lu}\p{Ll}+)(?:(?<los>['’]s) \p{L}|s \p{Ll})")]
    private static partial Regex Bezit();
}
