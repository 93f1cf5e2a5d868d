using System.Buffers;
using System.Text;

namespace Portal.Data.Bestanden;

/// <summary>
/// How a file is written: UTF-8, Windows-1252 or UTF-16. A file of UTF-8 with a few bytes that are not, as when two
/// systems wrote it, stays UTF-8: those bytes are read as Windows-1252, which is what they mostly are, and reported.
/// </summary>
/// <param name="Begin">How many bytes of it say so themselves (BOM).</param>
/// <param name="Melding">In Dutch; null: there is nothing to say.</param>
internal sealed record Lettercodering(Encoding Encoding, int Begin, string? Melding)
{
    private static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;
    private static readonly Encoding Gemengd = Encoding.GetEncoding(
        "utf-8",
        EncoderFallback.ReplacementFallback,
        new Als1252()
    );

    public string Naam =>
        Encoding == Windows1252 ? "Windows-1252"
        : Encoding == Encoding.Unicode || Encoding == Encoding.BigEndianUnicode ? "UTF-16"
        : "UTF-8";

    /// <exception cref="ImportFout">It is no text.</exception>
    public static Lettercodering Van(string pad, string naam)
    {
        using var bestand = File.OpenRead(pad);
        return Van(bestand, naam);
    }

    /// <summary>Of what was read as a whole.</summary>
    /// <exception cref="ImportFout">It is no text.</exception>
    public static Lettercodering Van(byte[] bytes, string naam)
    {
        using var stroom = new MemoryStream(bytes, writable: false);
        return Van(stroom, naam);
    }

    /// <summary>The text of what was read as a whole.</summary>
    /// <exception cref="ImportFout">It is no text.</exception>
    public static (string Tekst, string? Melding) Lees(byte[] bytes, string naam)
    {
        var codering = Van(bytes, naam);
        return (codering.Encoding.GetString(bytes.AsSpan(codering.Begin)), codering.Melding);
    }

    public TextReader Open(string pad)
    {
        var bestand = File.OpenRead(pad);
        bestand.Position = Begin;
        return new StreamReader(bestand, Encoding, detectEncodingFromByteOrderMarks: false, 1 << 16);
    }

    private static Lettercodering Van(Stream bestand, string naam)
    {
        Span<byte> begin = stackalloc byte[4];
        begin = begin[..bestand.ReadAtLeast(begin, 4, throwOnEndOfStream: false)];
        if (begin.StartsWith((ReadOnlySpan<byte>)[0xFF, 0xFE]))
        {
            return new(Encoding.Unicode, 2, null);
        }
        if (begin.StartsWith((ReadOnlySpan<byte>)[0xFE, 0xFF]))
        {
            return new(Encoding.BigEndianUnicode, 2, null);
        }
        var bom = begin.StartsWith(Encoding.UTF8.Preamble) ? 3 : 0;
        bestand.Position = bom;
        var telling = Tel(bestand);
        if (telling.Nullen * 5L > telling.Bytes)
        {
            throw new ImportFout(
                $"{naam} is geen leesbare tekst: misschien UTF-16 zonder kenmerk. Sla het op als CSV UTF-8. "
                    + "Er is niets veranderd."
            );
        }
        return telling switch
        {
            { Kapot: 0 } => new(Encoding.UTF8, bom, null),
            { Goed: var goed, Kapot: var kapot } when bom == 0 && kapot > goed => new(Windows1252, 0, null),
            _ => new(
                Gemengd,
                bom,
                $"{naam} is UTF-8, maar {Zin.Getal(telling.Kapot)} tekens zijn dat niet (het eerste in regel "
                    + $"{Zin.Getal(telling.Regel)}); die zijn gelezen als Windows-1252. Kijk of de namen kloppen."
            ),
        };
    }

    /// <param name="Goed">Letters of more than one byte.</param>
    /// <param name="Kapot">Bytes that are no UTF-8.</param>
    /// <param name="Regel">Where the first of those stands.</param>
    private readonly record struct Telling(long Bytes, long Nullen, long Goed, long Kapot, long Regel);

    private static Telling Tel(Stream bestand)
    {
        var (bytes, nullen, goed, kapot, regels, regel) = (0L, 0L, 0L, 0L, 1L, 0L);
        var buffer = ArrayPool<byte>.Shared.Rent(1 << 16);
        var over = 0; // of the block before: the begin of a letter
        while (true)
        {
            var gelezen = bestand.Read(buffer, over, buffer.Length - over);
            ReadOnlySpan<byte> blok = buffer.AsSpan(0, over + gelezen);
            bytes += gelezen;
            nullen += blok[over..].Count((byte)0);
            over = 0;
            while (!blok.IsEmpty)
            {
                var ascii = blok.IndexOfAnyInRange((byte)0x80, (byte)0xFF);
                regels += (ascii < 0 ? blok : blok[..ascii]).Count((byte)'\n');
                if (ascii < 0)
                {
                    break;
                }
                blok = blok[ascii..];
                var uitslag = Rune.DecodeFromUtf8(blok, out _, out var lengte);
                if (uitslag == OperationStatus.NeedMoreData && gelezen > 0)
                {
                    blok.CopyTo(buffer);
                    over = blok.Length;
                    break;
                }
                goed += uitslag == OperationStatus.Done ? 1 : 0;
                if (uitslag != OperationStatus.Done)
                {
                    regel = kapot == 0 ? regels : regel;
                    kapot += lengte;
                }
                blok = blok[lengte..];
            }
            if (gelezen == 0)
            {
                ArrayPool<byte>.Shared.Return(buffer);
                return new(bytes, nullen, goed, kapot, regel);
            }
        }
    }

    private sealed class Als1252 : DecoderFallback
    {
        public override int MaxCharCount => 4;

        public override DecoderFallbackBuffer CreateFallbackBuffer() => new Buffer();

        private sealed class Buffer : DecoderFallbackBuffer
        {
            private string _letters = "";
            private int _plek;

            public override int Remaining => _letters.Length - _plek;

            public override bool Fallback(byte[] bytesUnknown, int index)
            {
                (_letters, _plek) = (Windows1252.GetString(bytesUnknown), 0);
                return _letters.Length > 0;
            }

            public override char GetNextChar() => _plek < _letters.Length ? _letters[_plek++] : '\0';

            public override bool MovePrevious() => _plek > 0 && _plek-- >= 0;

            public override void Reset() => (_letters, _plek) = ("", 0);
        }
    }
}
