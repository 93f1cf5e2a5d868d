using System.Text;
using System.Text.Json;

namespace Portal.Data.Bestanden;

/// <summary>A file of JSON, read as a whole.</summary>
internal static class JsonBestand
{
    private static readonly JsonDocumentOptions Opties = new() { MaxDepth = 64, AllowDuplicateProperties = false };

    /// <returns>The bytes as UTF-8 without BOM, and what was odd in how they are written.</returns>
    /// <exception cref="ImportFout">It is no text, or too large.</exception>
    public static (ReadOnlyMemory<byte> Utf8, string? Melding) Bytes(string pad, string naam)
    {
        if (new FileInfo(pad).Length > Grenzen.Nu.Ineens)
        {
            throw new ImportFout(
                $"{naam} is groter dan {Zin.Getal(Grenzen.Nu.Ineens)} bytes. "
                    + "Deel het bestand op, of lever een CSV. Er is niets veranderd."
            );
        }
        var bytes = File.ReadAllBytes(pad);
        var codering = Lettercodering.Van(bytes, naam);
        return codering is { Encoding: UTF8Encoding, Melding: null }
            ? (bytes.AsMemory(codering.Begin), null)
            : (Encoding.UTF8.GetBytes(codering.Encoding.GetString(bytes.AsSpan(codering.Begin))), codering.Melding);
    }

    /// <exception cref="ImportFout">It is not whole, or nested deeper than any delivery is.</exception>
    public static (JsonDocument Json, string? Melding) Lees(string pad, string naam)
    {
        var (utf8, melding) = Bytes(pad, naam);
        try
        {
            return (JsonDocument.Parse(utf8, Opties), melding);
        }
        catch (JsonException fout)
        {
            throw Kapot(naam, fout, utf8.Span);
        }
        catch (InvalidOperationException)
        {
            throw HalfTeken(naam, utf8.Span); // a name with half a letter cannot be compared with the others
        }
    }

    public static ImportFout HalfTeken(string naam, ReadOnlySpan<byte> utf8, int regel = 1)
    {
        try
        {
            EisHeleTekens(utf8, naam, regel);
            return new($"{naam} is geen geldige JSON. Haal het bestand opnieuw op; er is niets veranderd.");
        }
        catch (ImportFout fout)
        {
            return fout;
        }
        catch (JsonException fout)
        {
            return Kapot(naam, fout, utf8);
        }
    }

    public static ImportFout Kapot(string naam, JsonException fout, ReadOnlySpan<byte> utf8)
    {
        if (fout.Message.Contains("depth", StringComparison.Ordinal))
        {
            return new($"{naam} is dieper genest dan een levering ooit is. Er is niets veranderd.", fout);
        }
        if (fout.Message.Contains("Duplicate", StringComparison.Ordinal))
        {
            return new(
                $"In {naam} staat een naam twee keer in hetzelfde onderdeel, dus is niet te "
                    + "zeggen welke waarde geldt. Vraag de afzender om een nieuw bestand. Er is niets veranderd.",
                fout
            );
        }
        var staart = Encoding.UTF8.GetString(utf8[Math.Max(0, utf8.Length - 200)..]);
        return new(
            staart.Contains("Aborted by", StringComparison.Ordinal)
                ? $"De bron heeft {naam} halverwege afgebroken (\"Aborted by …\" aan het eind). Haal het "
                    + "bestand opnieuw "
                    + "op; er is niets veranderd."
                : $"{naam} is geen volledig JSON-bestand: het gaat mis op regel {fout.LineNumber + 1}. "
                    + "Waarschijnlijk is het "
                    + "afgekapt; haal het opnieuw op. Er is niets veranderd.",
            fout
        );
    }

    /// <exception cref="ImportFout">A text or a name holds half a letter (a lone surrogate).</exception>
    /// <exception cref="JsonException">It is not whole.</exception>
    public static void EisHeleTekens(ReadOnlySpan<byte> utf8, string naam, int vanaf = 1)
    {
        var lezer = new Utf8JsonReader(utf8);
        while (lezer.Read())
        {
            if (lezer.TokenType is not (JsonTokenType.String or JsonTokenType.PropertyName))
            {
                continue;
            }
            try
            {
                lezer.GetString();
            }
            catch (InvalidOperationException fout)
            {
                var regel = utf8[..(int)lezer.TokenStartIndex].Count((byte)'\n') + vanaf;
                throw new ImportFout(
                    $"{naam}, regel {regel}: hier staat een half teken (zoals \\ud800). Vraag de afzender om een nieuw "
                        + "bestand. Er is niets veranderd.",
                    fout
                );
            }
        }
    }

    /// <summary>A text; null where it holds half a letter (a lone surrogate), which no text can.</summary>
    public static string? Tekst(JsonElement waarde)
    {
        try
        {
            return waarde.GetString();
        }
        catch (InvalidOperationException)
        {
            return null;
        }
    }
}
