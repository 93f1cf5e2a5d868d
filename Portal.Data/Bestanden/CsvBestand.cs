using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Data.Bestanden;

/// <summary>
/// A CSV as the city's systems emit it: semicolon, comma or tab; UTF-8 (with or without BOM) or Windows-1252.
/// Column names are compared without case, spaces and punctuation.
/// </summary>
public sealed class CsvBestand
{
    private readonly string[] _kop;
    private readonly Dictionary<string, int> _kolommen = [];

    private CsvBestand(string naam, IEnumerable<string[]> rijen)
    {
        Naam = naam;
        using var bron = rijen.GetEnumerator();
        if (!bron.MoveNext())
        {
            throw new ImportFout($"{naam} heeft geen kopregel. Zet de kolomnamen in de eerste rij.");
        }
        _kop = bron.Current;
        for (var i = 0; i < _kop.Length; i++)
        {
            _kolommen.TryAdd(Sleutel(_kop[i]), i);
        }
        var gelezen = new List<CsvRij>();
        while (bron.MoveNext())
        {
            gelezen.Add(new(this, gelezen.Count + 2, bron.Current));
        }
        Rijen = gelezen;
    }

    public string Naam { get; }
    public IReadOnlyList<CsvRij> Rijen { get; }
    public int AantalKolommen => _kop.Length;

    /// <summary>A CSV, or the first sheet of an XLSX or XLS.</summary>
    public static CsvBestand Lees(string pad) =>
        Werkblad.Is(pad)
            ? new(Path.GetFileName(pad), Werkblad.Lees(pad))
            : VanTekst(Path.GetFileName(pad), Tekst.Decodeer(File.ReadAllBytes(pad)));

    public static CsvBestand VanTekst(string naam, string tekst) => new(naam, Records(tekst));

    private static IEnumerable<string[]> Records(string tekst)
    {
        var config = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Scheidingsteken(tekst),
            HasHeaderRecord = false,
            BadDataFound = null,
            IgnoreBlankLines = false,
            Mode = CsvMode.RFC4180,
        };
        using var reader = new CsvReader(new StringReader(tekst), config);
        while (reader.Read())
        {
            yield return reader.Parser.Record!;
        }
    }

    /// <exception cref="ImportFout">One of the columns is not there; all that miss are named.</exception>
    public void Eis(params string[] kolommen)
    {
        var weg = kolommen.Where(k => !Heeft(k)).ToList();
        if (weg.Count > 0)
        {
            throw new ImportFout(
                $"In {Naam} ontbreekt {(weg.Count == 1 ? "de kolom" : "een aantal kolommen:")} {string.Join(", ", weg)}. "
                    + $"Gevonden in rij 1: {string.Join(", ", _kop)}."
            );
        }
    }

    /// <exception cref="ImportFout">One of the columns is there twice: which of them counts, we cannot know.</exception>
    public void EisEenmaal(IEnumerable<string> kolommen)
    {
        var sleutels = kolommen.Select(Sleutel).ToHashSet();
        if (
            _kop.Where(k => sleutels.Contains(Sleutel(k))).GroupBy(Sleutel).FirstOrDefault(g => g.Count() > 1) is
            { } dubbel
        )
        {
            throw new ImportFout(
                $"In {Naam} staat de kolom {dubbel.First()} {dubbel.Count()} keer. Laat er één staan."
            );
        }
    }

    public bool Heeft(string kolom) => _kolommen.ContainsKey(Sleutel(kolom));

    /// <summary>The columns of the file that are not in a list, as the file writes them.</summary>
    public IReadOnlyList<string> Behalve(IEnumerable<string> kolommen)
    {
        var bekend = kolommen.Select(Sleutel).ToHashSet();
        return [.. _kop.Where(k => k.Trim().Length > 0 && !bekend.Contains(Sleutel(k)))];
    }

    internal IReadOnlyList<string> Kop => _kop;

    /// <summary>Where these columns stand.</summary>
    internal HashSet<int> Plekken(IReadOnlyCollection<string> kolommen) => [.. kolommen.Select(Index).OfType<int>()];

    internal int? Index(string kolom) => _kolommen.TryGetValue(Sleutel(kolom), out var i) ? i : null;

    private static string Sleutel(string kolom) => string.Concat(kolom.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Scheidingsteken(string tekst)
    {
        var kop = tekst.AsSpan(0, tekst.AsSpan().IndexOfAny('\r', '\n') is var eind and >= 0 ? eind : tekst.Length);
        var (beste, meeste) = (";", 0);
        foreach (var teken in new[] { ";", ",", "\t" })
        {
            var aantal = kop.Count(teken);
            (beste, meeste) = aantal > meeste ? (teken, aantal) : (beste, meeste);
        }
        return beste;
    }
}

/// <summary>One record; <paramref name="Nummer"/> counts records from 1, the header included, as a spreadsheet does.</summary>
public sealed record CsvRij(CsvBestand Bestand, int Nummer, string[] Velden)
{
    /// <summary>The trimmed value; null when the column is absent or the cell empty.</summary>
    public string? this[string kolom] =>
        Bestand.Index(kolom) is { } i && i < Velden.Length && Velden[i].Trim() is { Length: > 0 } waarde
            ? waarde
            : null;

    /// <summary>A line of dashes under the header, as database dumps have.</summary>
    public bool IsStreepjes => Velden.All(v => v.Length > 0 && v.All(c => c == '-'));

    /// <summary>The row as it was delivered, as a JSON object of texts, in the order of the file. Of a column that is not in the list we do not know what it may hold: its texts are left out.</summary>
    /// <param name="bekend">The columns that may be published; of two columns that are called alike only the first is one of them.</param>
    /// <param name="inPlaats">Per column what is shown in place of a text that is not published.</param>
    public string AlsJson(IReadOnlyCollection<string> bekend, IReadOnlyDictionary<string, string> inPlaats)
    {
        var maskers = inPlaats
            .Where(m => Bestand.Index(m.Key) is not null)
            .ToDictionary(m => Bestand.Index(m.Key)!.Value, m => m.Value);
        var openbaar = Bestand.Plekken(bekend);
        var velden = new Dictionary<string, string>();
        for (var i = 0; i < Math.Min(Bestand.Kop.Count, Velden.Length); i++)
        {
            if (openbaar.Contains(i))
            {
                velden.TryAdd(Bestand.Kop[i], Velden[i].Length == 0 ? "" : maskers.GetValueOrDefault(i, Velden[i]));
            }
        }
        return JsonSerializer.Serialize(velden);
    }

    public bool IsLeeg => Velden.All(string.IsNullOrWhiteSpace);

    /// <summary>Why the row cannot be read, in Dutch: it has more or fewer cells than the header; null when it has as many.</summary>
    public string? Kapot =>
        Velden.Length == Bestand.AantalKolommen
            ? null
            : $"de rij heeft {Velden.Length} velden in plaats van {Bestand.AantalKolommen}; staat er een scheidingsteken of aanhalingsteken te veel of te weinig?";
}
