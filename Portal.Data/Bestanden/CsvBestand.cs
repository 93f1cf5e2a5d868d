using System.Globalization;
using System.Text.Json;
using CsvHelper;
using CsvHelper.Configuration;

namespace Portal.Data.Bestanden;

/// <summary>
/// A CSV as the city's systems emit it: semicolon, comma or tab; UTF-8 (with or without BOM) or Windows-1252.
/// Column names are compared without case, spaces and punctuation. Its rows are read from the file each time they are
/// asked for and kept nowhere, so that its size does not matter; a workbook does stand in memory.
/// </summary>
public sealed class CsvBestand
{
    private readonly Func<IEnumerable<string[]>> _records;
    private readonly string[] _kop;
    private readonly Dictionary<string, int> _kolommen = [];
    private readonly Dictionary<string, int?> _gevraagd = []; // the same by the names as the code writes them
    private (IReadOnlyCollection<string> Kolommen, HashSet<int> Plekken)? _plekken;

    private CsvBestand(string naam, Func<IEnumerable<string[]>> records)
    {
        (Naam, _records) = (naam, records);
        _kop =
            records().FirstOrDefault()
            ?? throw new ImportFout($"{naam} heeft geen kopregel. Zet de kolomnamen in de eerste rij.");
        for (var i = 0; i < _kop.Length; i++)
        {
            _kolommen.TryAdd(Sleutel(_kop[i]), i);
        }
    }

    public string Naam { get; }
    public int AantalKolommen => _kop.Length;

    /// <summary>
    /// The rows under the header, one at a time; each time they are asked for the file is read again.
    /// </summary>
    public IEnumerable<CsvRij> Rijen => _records().Skip(1).Select((velden, i) => new CsvRij(this, i + 2, velden));

    /// <summary>A CSV, or the first sheet of an XLSX or XLS.</summary>
    public static CsvBestand Lees(string pad)
    {
        var naam = Path.GetFileName(pad);
        if (Werkblad.Is(pad))
        {
            var rijen = Werkblad.Lees(pad);
            return new(naam, () => rijen);
        }
        var codering = Tekst.Codering(pad);
        return new(naam, () => Records(() => Tekst.Open(pad, codering)));
    }

    public static CsvBestand VanTekst(string naam, string tekst) =>
        new(naam, () => Records(() => new StringReader(tekst)));

    private static IEnumerable<string[]> Records(Func<TextReader> open)
    {
        using var tekst = open();
        var config = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = Scheidingsteken(open),
            HasHeaderRecord = false,
            BadDataFound = null,
            IgnoreBlankLines = false,
            Mode = CsvMode.RFC4180,
        };
        using var reader = new CsvReader(tekst, config);
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
                $"In {Naam} ontbreekt {(weg.Count == 1 ? "de kolom" : "een aantal kolommen:")} "
                    + $"{string.Join(", ", weg)}. "
                    + $"Gevonden in rij 1: {string.Join(", ", _kop)}."
            );
        }
    }

    /// <exception cref="ImportFout">One of the columns is there twice: which of them counts, we cannot
    /// know.</exception>
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

    /// <summary>Where these columns stand; asked of every row, mostly with the same list.</summary>
    internal HashSet<int> Plekken(IReadOnlyCollection<string> kolommen)
    {
        if (!ReferenceEquals(_plekken?.Kolommen, kolommen))
        {
            _plekken = (kolommen, [.. kolommen.Select(Index).OfType<int>()]);
        }
        return _plekken!.Value.Plekken;
    }

    internal int? Index(string kolom)
    {
        if (!_gevraagd.TryGetValue(kolom, out var plek))
        {
            _gevraagd[kolom] = plek = _kolommen.TryGetValue(Sleutel(kolom), out var i) ? i : null;
        }
        return plek;
    }

    private static string Sleutel(string kolom) => string.Concat(kolom.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static string Scheidingsteken(Func<TextReader> open)
    {
        using var tekst = open();
        var kop = tekst.ReadLine() ?? "";
        var (beste, meeste) = (";", 0);
        foreach (var teken in new[] { ";", ",", "\t" })
        {
            var aantal = kop.AsSpan().Count(teken);
            (beste, meeste) = aantal > meeste ? (teken, aantal) : (beste, meeste);
        }
        return beste;
    }
}

/// <summary>
/// One record; <paramref name="Nummer"/> counts records from 1, the header included, as a spreadsheet does.
/// </summary>
public sealed record CsvRij(CsvBestand Bestand, int Nummer, string[] Velden)
{
    /// <summary>The trimmed value; null when the column is absent or the cell empty.</summary>
    public string? this[string kolom] =>
        Bestand.Index(kolom) is { } i && i < Velden.Length && Velden[i].Trim() is { Length: > 0 } waarde
            ? waarde
            : null;

    /// <summary>A line of dashes under the header, as database dumps have.</summary>
    public bool IsStreepjes => Velden.All(v => v.Length > 0 && v.All(c => c == '-'));

    /// <summary>
    /// The row as it was delivered, as a JSON object of texts, in the order of the file. Of a column that is not in the
    /// list we do not know what it may hold: its texts are left out.
    /// </summary>
    /// <param name="bekend">The columns that may be published; of two columns that are called alike only the first is
    /// one of them.</param>
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

    /// <summary>
    /// Why the row cannot be read, in Dutch: it has more or fewer cells than the header; null when it has as many.
    /// </summary>
    public string? Kapot =>
        Velden.Length == Bestand.AantalKolommen
            ? null
            : $"de rij heeft {Velden.Length} velden in plaats van {Bestand.AantalKolommen}; staat er een "
                + "scheidingsteken of aanhalingsteken te veel of te weinig?";
}
