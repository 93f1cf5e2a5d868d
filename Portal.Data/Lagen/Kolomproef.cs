using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Data.Lagen;

/// <summary>What a column can be, by its values as they come by.</summary>
internal sealed class Kolomproef(string bron)
{
    private const int HoogsteAantalCodes = 20;

    private static readonly Kolom[] Volgorde =
    [
        .. new[]
        {
            KolomSoort.Jaar,
            KolomSoort.Aantal,
            KolomSoort.Getal,
            KolomSoort.Datum,
            KolomSoort.Url,
            KolomSoort.Tekst,
        }.Select(s => new Kolom("x", "", s)),
    ];

    private readonly List<Kolom> _kan = [.. Volgorde];
    private readonly HashSet<string> _verschillend = [];
    private bool _jaNee = true;
    private long _gevuld;

    /// <summary>How the file calls it.</summary>
    public string Bron => bron;

    public KolomSoort Soort =>
        _gevuld == 0 ? KolomSoort.Tekst
        : _jaNee ? KolomSoort.JaNee
        : _kan.FirstOrDefault()?.Soort ?? KolomSoort.LangeTekst;

    /// <summary>A few words, each of which stands there often.</summary>
    public bool IsCode =>
        Soort == KolomSoort.Tekst
        && _verschillend.Count is > 1 and <= HoogsteAantalCodes
        && _verschillend.Count * 2 <= _gevuld;

    public void Zie(string? waarde)
    {
        if (waarde is null)
        {
            return;
        }
        _gevuld++;
        _jaNee &= waarde is "ja" or "nee";
        _kan.RemoveAll(k => Waarde.Lees(k, waarde).Fout is not null || IsCijfercode(k.Soort, waarde));
        if (_verschillend.Count <= HoogsteAantalCodes)
        {
            _verschillend.Add(waarde);
        }
    }

    // "0123" is a code, not a number.
    private static bool IsCijfercode(KolomSoort soort, string waarde) =>
        soort is KolomSoort.Jaar or KolomSoort.Aantal or KolomSoort.Getal
        && waarde.Length > 1
        && waarde[0] == '0'
        && char.IsAsciiDigit(waarde[1]);
}
