using System.Text;
using System.Text.Json;

namespace Portal.Data.Bestanden;

/// <summary>
/// A file of JSON in pieces: token by token, or a value at a time, with no more of it in memory than that.
/// </summary>
internal sealed class JsonStroom
{
    private readonly FileStream _bestand;
    private readonly string _naam;
    private byte[] _blok = new byte[1 << 16];
    private int _van;
    private int _tot;
    private bool _einde;
    private int _regels = 1;
    private JsonReaderState _staat = new(new JsonReaderOptions { MaxDepth = 64 });

    public JsonStroom(FileStream bestand, string naam)
    {
        (_bestand, _naam) = (bestand, naam);
        Vul();
        _van = _blok.AsSpan(0, _tot).StartsWith(Encoding.UTF8.Preamble) ? Encoding.UTF8.Preamble.Length : 0;
    }

    /// <summary>Of the property that was read last.</summary>
    public string? Naam { get; private set; }

    /// <summary>In which line the value begins that was read last.</summary>
    public int Regel { get; private set; }

    // Of one value: a shape of so many letters, and what stands beside it
    private static int Langst => Grenzen.Nu.Regel + (1 << 20);

    /// <returns>None: it is at its end.</returns>
    public JsonTokenType Lees()
    {
        while (true)
        {
            var lezer = Lezer();
            if (Verder(ref lezer))
            {
                Naam = lezer.TokenType == JsonTokenType.PropertyName ? lezer.GetString() : null;
                Neem(ref lezer);
                return lezer.TokenType;
            }
            if (_einde)
            {
                return JsonTokenType.None;
            }
            Vul();
            if (_tot - _van > 2 * Langst)
            {
                throw new ImportFout(
                    $"In {_naam}, regel {_regels}, staat een tekst zonder eind. Er is niets veranderd."
                );
            }
        }
    }

    /// <summary>Past a value of which the first token was read.</summary>
    public void SlaOver(JsonTokenType eerste)
    {
        var diep = Diepte(eerste);
        while (diep > 0)
        {
            diep += Diepte(Lees());
        }
    }

    /// <summary>The next value of its list, until the next is asked.</summary>
    /// <returns>Empty: it is too large. Null: there is none.</returns>
    public ReadOnlyMemory<byte>? Waarde()
    {
        while (true)
        {
            var lezer = Lezer();
            if (Verder(ref lezer))
            {
                if (lezer.TokenType == JsonTokenType.EndArray)
                {
                    Neem(ref lezer);
                    return null;
                }
                var begin = (int)lezer.TokenStartIndex;
                Regel = _regels + _blok.AsSpan(_van, begin).Count((byte)'\n');
                if (Heel(ref lezer))
                {
                    var waarde = _blok.AsMemory(_van + begin, (int)lezer.BytesConsumed - begin);
                    Neem(ref lezer);
                    return waarde;
                }
                if (_tot - _van > Langst)
                {
                    SlaOver(Lees());
                    return ReadOnlyMemory<byte>.Empty;
                }
            }
            Vul();
        }
    }

    private static int Diepte(JsonTokenType soort) =>
        soort switch
        {
            JsonTokenType.StartObject or JsonTokenType.StartArray => 1,
            JsonTokenType.EndObject or JsonTokenType.EndArray => -1,
            _ => 0,
        };

    private Utf8JsonReader Lezer() => new(_blok.AsSpan(_van, _tot - _van), _einde, _staat);

    private bool Verder(ref Utf8JsonReader lezer)
    {
        try
        {
            return lezer.Read();
        }
        catch (JsonException fout)
        {
            throw JsonBestand.Kapot(_naam, fout, Staart());
        }
    }

    private bool Heel(ref Utf8JsonReader lezer)
    {
        try
        {
            return lezer.TrySkip();
        }
        catch (JsonException fout)
        {
            throw JsonBestand.Kapot(_naam, fout, Staart());
        }
    }

    private void Neem(ref Utf8JsonReader lezer)
    {
        _regels += _blok.AsSpan(_van, (int)lezer.BytesConsumed).Count((byte)'\n');
        _van += (int)lezer.BytesConsumed;
        _staat = lezer.CurrentState;
    }

    // What is still to be read moves to the front; where that is all there is, there must be more room
    private void Vul()
    {
        var over = _tot - _van;
        var blok = over > _blok.Length / 2 ? new byte[_blok.Length * 2] : _blok;
        _blok.AsSpan(_van, over).CopyTo(blok);
        var gelezen = _bestand.ReadAtLeast(blok.AsSpan(over), 1, throwOnEndOfStream: false);
        (_blok, _van, _tot, _einde) = (blok, 0, over + gelezen, gelezen == 0);
    }

    private byte[] Staart()
    {
        var staart = new byte[Math.Min(200, _bestand.Length)];
        _bestand.Position = _bestand.Length - staart.Length;
        _bestand.ReadExactly(staart);
        return staart;
    }
}
