using System.Text;
using System.Text.Json;

namespace Portal.Data.Ophalen;

/// <summary>What an answer should be; the status of an answer does not say whether it is whole.</summary>
public enum Inhoud
{
    Json,
    Tekst,
}

/// <summary>Whether a file that came in is whole, as far as can be seen from it.</summary>
internal static class Inhoudscontrole
{
    private const int Staart = 400;

    /// <returns>Why it is not; null: nothing is wrong with it.</returns>
    public static string? Fout(string pad, Inhoud inhoud)
    {
        if (new FileInfo(pad).Length == 0)
        {
            return "het antwoord is leeg";
        }
        // Amsterdam's API ends a stream that fails so, with status 200 (sources.md, D1)
        if (LeesStaart(pad).Contains("Aborted by ", StringComparison.Ordinal))
        {
            return "de bron brak het antwoord halverwege af (\"Aborted by …\")";
        }
        return inhoud == Inhoud.Json ? JsonFout(pad)
            : IsWebpagina(pad) ? "er kwam een webpagina in plaats van gegevens"
            : null;
    }

    private static string? JsonFout(string pad)
    {
        try
        {
            using var bestand = File.OpenRead(pad);
            using var json = JsonDocument.Parse(bestand, new() { MaxDepth = 64 });
            return null;
        }
        catch (JsonException)
        {
            return IsWebpagina(pad)
                ? "er kwam een webpagina in plaats van gegevens"
                : "het antwoord is geen volledige JSON; waarschijnlijk is het afgekapt";
        }
    }

    private static bool IsWebpagina(string pad)
    {
        using var bestand = File.OpenText(pad);
        var begin = new char[200];
        var tekst = new string(begin, 0, bestand.ReadBlock(begin)).TrimStart('\uFEFF', ' ', '\r', '\n', '\t');
        return tekst.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || tekst.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static string LeesStaart(string pad)
    {
        using var bestand = File.OpenRead(pad);
        bestand.Seek(-Math.Min(Staart, bestand.Length), SeekOrigin.End);
        using var lezer = new StreamReader(bestand, Encoding.Latin1);
        return lezer.ReadToEnd();
    }
}
