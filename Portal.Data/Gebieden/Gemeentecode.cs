using System.Text.RegularExpressions;

namespace Portal.Data.Gebieden;

/// <summary>Which municipality a code is of: GM0363 itself, and the four digits in WK0363AA and BU0363AA01.</summary>
public static partial class Gemeentecode
{
    /// <summary>Of a municipality whose areas carry no digits.</summary>
    public const string Onbekend = "GM0000";

    /// <returns>Null: the code says nothing of a municipality.</returns>
    public static string? In(string? code) =>
        MetCijfers().Match(code ?? "") is { Success: true } gevonden ? $"GM{gevonden.Groups[1].Value}" : null;

    /// <summary>In the number that an area has in the registration of a municipality: 03630950000022.</summary>
    public static string? InNummer(string? identificatie) =>
        Nummer().Match(identificatie ?? "") is { Success: true } gevonden ? $"GM{gevonden.Groups[1].Value}" : null;

    /// <summary>As files and people write the code of a municipality itself: GM0363, gm0363 or 0363.</summary>
    public static string? Lees(string? tekst) =>
        Alleen().Match(tekst ?? "") is { Success: true } gevonden ? $"GM{gevonden.Groups[1].Value}" : null;

    /// <exception cref="ImportFout">It is none.</exception>
    public static string Eis(string tekst) =>
        Lees(tekst)
        ?? throw new ImportFout(
            $"--gemeente {tekst} is geen code van een gemeente. Schrijf GM en vier cijfers, zoals GM0363."
        );

    /// <summary>GM0344 Utrecht; of a few municipalities we know the name ourselves.</summary>
    public static string Noem(string code, string? naam = null) =>
        (naam ?? GebiedDataset.GroteGemeenten.GetValueOrDefault(code)) is { } bekend && bekend != $"Gemeente {code}"
            ? $"{code} {bekend}"
            : code;

    /// <summary>The first few of the municipalities in a file that is of none of ours.</summary>
    public static string Som(IEnumerable<string> codes)
    {
        var alle = codes.Distinct().Order(StringComparer.Ordinal).ToList();
        var eerste = string.Join(", ", alle.Take(3));
        return alle.Count > 3 ? $"{eerste} en {alle.Count - 3} andere gemeenten" : eerste;
    }

    [GeneratedRegex(@"^\s*(?:GM|WK|BU)(\d{4})", RegexOptions.IgnoreCase)]
    private static partial Regex MetCijfers();

    [GeneratedRegex(@"^(\d{4})\d{10}$")]
    private static partial Regex Nummer();

    [GeneratedRegex(@"^\s*(?:GM)?(\d{4})\s*$", RegexOptions.IgnoreCase)]
    private static partial Regex Alleen();
}
