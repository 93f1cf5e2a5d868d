using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Data.Bestanden;

/// <summary>Letters as they were meant: mojibake, and a plain form to compare names by.</summary>
public static partial class Tekst
{
    private static readonly UTF8Encoding StrengUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>
    /// Undoes UTF-8 that was once read as Latin-1 or Windows-1252 ("cafÃ©" is "café"), per run of such letters,
    /// and only where the run is valid UTF-8: what is not certain stays as it was delivered.
    /// </summary>
    public static string Herstel(string tekst) => HogeTekens().Replace(tekst, run => Terug(run.Value) ?? run.Value);

    /// <summary>Whether letters remain that look broken.</summary>
    public static bool LijktKapot(string tekst) => Kapot().IsMatch(tekst);

    /// <summary>
    /// Lower case, without accents, words apart by one space: "Indische Buurt-West" is "indische buurt west".
    /// </summary>
    public static string Kaal(string tekst)
    {
        var letters = tekst
            .Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark);
        return GeenWoord().Replace(string.Concat(letters).ToLowerInvariant(), " ").Trim();
    }

    private static string? Terug(string run)
    {
        var bytes = new byte[run.Length];
        for (var i = 0; i < run.Length; i++)
        {
            if (run[i] <= 0xFF)
            {
                bytes[i] = (byte)run[i];
            }
            else
            {
                bytes[i] = Windows1252.GetBytes([run[i]])[0];
                if (bytes[i] < 0x80)
                {
                    return null; // no such letter in Windows-1252
                }
            }
        }
        try
        {
            return StrengUtf8.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }

    [GeneratedRegex(@"[^\u0000-\u007F]{2,}")]
    private static partial Regex HogeTekens();

    [GeneratedRegex(@"[\u0080-\u009F\uFFFD]|Ã[^a-zA-Z]|â€")]
    private static partial Regex Kapot();

    [GeneratedRegex("[^a-z0-9]+")]
    private static partial Regex GeenWoord();
}
