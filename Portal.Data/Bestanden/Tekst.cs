using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Portal.Data.Bestanden;

/// <summary>Letters as they were meant: encodings, mojibake, and a plain form to compare names by.</summary>
public static partial class Tekst
{
    private static readonly UTF8Encoding StrengUtf8 = new(false, throwOnInvalidBytes: true);
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    /// <summary>UTF-8 when it is valid UTF-8, else Windows-1252; a BOM is dropped.</summary>
    public static string Decodeer(byte[] bytes)
    {
        var inhoud = bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes;
        try
        {
            return StrengUtf8.GetString(inhoud);
        }
        catch (DecoderFallbackException)
        {
            return Windows1252.GetString(inhoud);
        }
    }

    /// <summary>How a file is written, by the same rule: it is read to its end for that, a part at a time.</summary>
    internal static Encoding Codering(string pad)
    {
        using var bestand = Open(pad);
        var (bytes, letters) = (new byte[1 << 16], new char[1 << 16]);
        var decoder = StrengUtf8.GetDecoder();
        try
        {
            for (var aantal = 1; aantal > 0; )
            {
                aantal = bestand.Read(bytes);
                decoder.GetChars(bytes.AsSpan(0, aantal), letters, flush: aantal == 0);
            }
            return StrengUtf8;
        }
        catch (DecoderFallbackException)
        {
            return Windows1252;
        }
    }

    /// <summary>The text of a file, from the beginning and without its BOM.</summary>
    internal static TextReader Open(string pad, Encoding codering) =>
        new StreamReader(Open(pad), codering, detectEncodingFromByteOrderMarks: false, 1 << 16);

    private static FileStream Open(string pad)
    {
        var bestand = File.OpenRead(pad);
        Span<byte> begin = stackalloc byte[3];
        var bom = bestand.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false);
        bestand.Position = begin[..bom].SequenceEqual(Encoding.UTF8.Preamble) ? begin.Length : 0;
        return bestand;
    }

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
