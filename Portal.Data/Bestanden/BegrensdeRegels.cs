namespace Portal.Data.Bestanden;

/// <summary>A text of which no line may be longer than memory allows.</summary>
internal sealed class BegrensdeRegels(TextReader tekst, string naam) : TextReader
{
    private long _regel = 1;
    private int _lengte;

    public override int Peek() => tekst.Peek();

    public override int Read()
    {
        var letter = tekst.Read();
        if (letter >= 0)
        {
            Tel([(char)letter]);
        }
        return letter;
    }

    public override int Read(char[] buffer, int index, int count) => Read(buffer.AsSpan(index, count));

    public override int Read(Span<char> buffer)
    {
        var gelezen = tekst.Read(buffer);
        Tel(buffer[..gelezen]);
        return gelezen;
    }

    public override int ReadBlock(char[] buffer, int index, int count) => Read(buffer, index, count);

    private void Tel(ReadOnlySpan<char> letters)
    {
        while (!letters.IsEmpty)
        {
            var eind = letters.IndexOf('\n');
            _lengte += eind < 0 ? letters.Length : eind;
            if (_lengte > Grenzen.Nu.Regel)
            {
                throw new ImportFout(
                    $"{naam}: regel {Zin.Getal(_regel)} is langer dan {Zin.Getal(Grenzen.Nu.Regel)} tekens. "
                        + "Is dit wel een CSV met regels? Er is niets veranderd."
                );
            }
            if (eind < 0)
            {
                return;
            }
            (_lengte, _regel) = (0, _regel + 1);
            letters = letters[(eind + 1)..];
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            tekst.Dispose();
        }
        base.Dispose(disposing);
    }
}
