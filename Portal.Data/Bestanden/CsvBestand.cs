using System.Globalization;
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
    private readonly Func<CsvBestand, IEnumerable<string[]>> _records;
    private readonly string[] _kop;
    private string _teken = ";";
    private Func<CsvBestand, IReadOnlyList<string>> _wijze = _ => [];
    private readonly Dictionary<string, int> _kolommen = [];
    private readonly Dictionary<string, int?> _gevraagd = []; // the same by the names as the code writes them
    private (IReadOnlyCollection<string> Kolommen, HashSet<int> Plekken)? _plekken;

    private CsvBestand(string naam, Func<CsvBestand, IEnumerable<string[]>> records)
    {
        (Naam, _records) = (naam, records);
        _kop =
            records(this).FirstOrDefault()
            ?? throw new ImportFout($"{naam} heeft geen kopregel. Zet de kolomnamen in de eerste rij.");
        if (_kop.Length > Grenzen.Nu.Kolommen)
        {
            throw new ImportFout(
                $"{naam} heeft {Zin.Getal(_kop.Length)} kolommen; er mogen er {Grenzen.Nu.Kolommen} zijn. "
                    + "Er is niets veranderd."
            );
        }
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
    public IEnumerable<CsvRij> Rijen => _records(this).Skip(1).Select((velden, i) => new CsvRij(this, i + 2, velden));

    /// <summary>How it was taken to be written, in Dutch.</summary>
    public IReadOnlyList<string> Wijze => _wijze(this);

    /// <summary>What was odd in how the file is written, in Dutch.</summary>
    public IReadOnlyList<string> Meldingen { get; private init; } = [];

    /// <summary>
    /// The row that takes more lines than a row does; known once the rows were read. The first of them.
    /// </summary>
    public (int Rij, int Regels)? TeLang { get; private set; }

    /// <summary>A CSV, or the first sheet of an XLSX or XLS; told apart by what is in it.</summary>
    /// <param name="naam">How the file is called where it came from.</param>
    /// <exception cref="ImportFout">It is something else, or larger than it may be.</exception>
    public static CsvBestand Lees(string pad, string? naam = null)
    {
        naam ??= Path.GetFileName(pad);
        var soort = Bestandssoorten.Van(pad, naam);
        if (soort is Bestandssoort.Xlsx or Bestandssoort.Xls)
        {
            var blad = Werkblad.Lees(pad, naam, soort);
            return new(naam, _ => blad.Rijen())
            {
                Meldingen = blad.Melding is { } fout ? [fout] : [],
                _wijze = _ => ["Een werkboek (Excel); het eerste blad is gelezen."],
            };
        }
        if (soort == Bestandssoort.Json)
        {
            throw new ImportFout(
                $"{naam} is JSON, geen tabel. Hier hoort een CSV of Excel-bestand. Er is niets veranderd."
            );
        }
        var codering = Lettercodering.Van(pad, naam);
        return new(naam, b => Records(b, () => codering.Open(pad)))
        {
            Meldingen = codering.Melding is { } melding ? [melding] : [],
            _wijze = b => [$"Letters zijn {codering.Naam}.", $"Kolommen zijn gescheiden door {Teken(b._teken)}."],
        };
    }

    private static string Teken(string teken) =>
        teken switch
        {
            ";" => "een puntkomma",
            "," => "een komma",
            "\t" => "een tab",
            _ => $"‘{Zin.Veilig(teken, 3)}’",
        };

    public static CsvBestand VanTekst(string naam, string tekst) =>
        new(naam, b => Records(b, () => new StringReader(tekst)));

    private static IEnumerable<string[]> Records(CsvBestand bestand, Func<TextReader> open)
    {
        using var tekst = new BegrensdeRegels(open(), bestand.Naam);
        var (teken, gezegd) = Scheidingsteken(open, bestand.Naam);
        bestand._teken = teken;
        if (gezegd)
        {
            tekst.ReadLine(); // "sep=;", for Excel
        }
        var config = new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = teken,
            HasHeaderRecord = false,
            BadDataFound = null,
            IgnoreBlankLines = false,
            Mode = CsvMode.RFC4180,
            MaxFieldSize = Grenzen.Nu.Regel,
        };
        using var reader = new CsvReader(tekst, config);
        for (var (rij, regel) = (1, 0); Volgende(reader, bestand.Naam, rij); rij++)
        {
            if (rij > Grenzen.Nu.Rijen)
            {
                throw new ImportFout(
                    $"{bestand.Naam} heeft meer dan {Zin.Getal(Grenzen.Nu.Rijen)} rijen. Deel het bestand op. "
                        + "Er is niets veranderd."
                );
            }
            var regels = reader.Parser.RawRow - regel;
            regel = reader.Parser.RawRow;
            var velden = reader.Parser.Record!;
            if (regels > Grenzen.Nu.Regels || regels > 1 && velden.Any(v => bestand.HeeftRijen(v, teken)))
            {
                bestand.TeLang ??= (rij, regels);
            }
            yield return velden;
        }
    }

    private static bool Volgende(CsvReader reader, string naam, int rij)
    {
        try
        {
            return reader.Read();
        }
        catch (MaxFieldSizeException fout)
        {
            throw new ImportFout(
                $"{naam}, rij {Zin.Getal(rij)}: een veld is langer dan {Zin.Getal(Grenzen.Nu.Regel)} tekens. "
                    + "Staat er een aanhalingsteken te veel? Er is niets veranderd.",
                fout
            );
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
                    + $"Gevonden in rij 1: {Zin.Lijst(_kop)}."
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

    /// <summary>
    /// What the report says of the columns that are not in a list: where they stand, for their names may be anything.
    /// Null: there are none.
    /// </summary>
    public string? Onbekend(IEnumerable<string> kolommen) => Onbekend(_kop, kolommen);

    internal static string? Onbekend(IReadOnlyList<string> kop, IEnumerable<string> kolommen)
    {
        var bekend = kolommen.Select(Sleutel).ToHashSet();
        var plekken = Enumerable
            .Range(0, kop.Count)
            .Where(i => kop[i].Trim().Length > 0 && !bekend.Contains(Sleutel(kop[i])))
            .Select(i => $"{i + 1}")
            .ToList();
        return plekken.Count switch
        {
            0 => null,
            1 => $"Eén kolom (nummer {plekken[0]}) kent het portaal niet; die is niet overgenomen.",
            _ => $"{plekken.Count} kolommen (nummer {Zin.Lijst(plekken)}) kent het portaal niet; die zijn niet "
                + "overgenomen.",
        };
    }

    internal IReadOnlyList<string> Kop => _kop;

    /// <summary>
    /// A cell with lines that are rows: a quotation mark too many made one of them. It holds as many separators as a
    /// row does; one with a space after it is of a sentence.
    /// </summary>
    internal bool HeeftRijen(string veld, string? teken = null)
    {
        if (!veld.Contains('\n') || _kop is not { Length: > 1 })
        {
            return false;
        }
        teken ??= _teken;
        // Of two columns one separator is a row, so there it must stand in a line of its own
        if (_kop.Length == 2)
        {
            return veld.Split('\n').Skip(1).Any(regel => IsRijVanTwee(regel.Trim('\r'), teken));
        }
        return veld.AsSpan().Count(teken) - veld.AsSpan().Count(teken + " ") >= _kop.Length - 1;
    }

    private static bool IsRijVanTwee(string regel, string teken) =>
        regel.Split(teken) is [{ Length: > 0 } links, { Length: > 0 } rechts]
        && !char.IsWhiteSpace(links[^1])
        && !char.IsWhiteSpace(rechts[0]);

    /// <summary>A column of shapes, which may be long.</summary>
    internal bool IsVorm(int plek) => Sleutel(_kop[plek]) is "wkt" or "geojson";

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

    /// <summary>How a column is called, whatever its capitals, spaces and dashes.</summary>
    internal static string Sleutel(string kolom) => string.Concat(kolom.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static (string Teken, bool Gezegd) Scheidingsteken(Func<TextReader> open, string naam)
    {
        using var tekst = new BegrensdeRegels(open(), naam);
        var kop = tekst.ReadLine() ?? "";
        if (kop.Length == 5 && kop.StartsWith("sep=", StringComparison.OrdinalIgnoreCase))
        {
            return (kop[4..], true);
        }
        var (beste, meeste) = (";", 0);
        foreach (var teken in new[] { ";", ",", "\t" })
        {
            var aantal = kop.AsSpan().Count(teken);
            (beste, meeste) = aantal > meeste ? (teken, aantal) : (beste, meeste);
        }
        return (beste, false);
    }
}
