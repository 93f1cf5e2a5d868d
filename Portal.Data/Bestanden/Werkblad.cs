using System.Globalization;
using System.IO.Compression;
using System.Text;
using System.Xml;
using ExcelDataReader;

namespace Portal.Data.Bestanden;

/// <summary>
/// The first sheet of an XLSX or XLS file, as rows of text. It is read once, into a file without a name, so that its rows
/// can be asked for again and its size does not matter.
/// </summary>
internal sealed class Werkblad : IDisposable
{
    private const string Eerste = "sheet1.xml";
    private const string Foutcel = "#FOUT"; // else it would look as if nothing was there
    private static readonly CultureInfo Nl = CultureInfo.GetCultureInfo("nl-NL");
    private readonly FileStream _rijen;
    private readonly BinaryReader _lezer;

    private Werkblad(FileStream rijen, string? melding)
    {
        (_rijen, Melding) = (rijen, melding);
        _lezer = new(rijen, Encoding.Unicode);
    }

    /// <summary>What the sheet holds that is no value, in Dutch.</summary>
    public string? Melding { get; }

    /// <exception cref="ImportFout">The file is no whole workbook, or larger than it may be.</exception>
    public static Werkblad Lees(string pad, string naam, Bestandssoort soort)
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        try
        {
            var fouten = new HashSet<string>();
            if (soort == Bestandssoort.Xlsx)
            {
                Controleer(pad, naam, fouten);
            }
            else if (new FileInfo(pad).Length > Grenzen.Nu.Ineens)
            {
                throw TeGroot(naam, $"een oud Excel-bestand mag {Grenzen.Nu.Ineens:N0} bytes zijn");
            }
            return new(
                Schrijf(pad, naam, fouten),
                fouten.Count == 0
                    ? null
                    : $"In {naam} staat in {fouten.Count} cellen een fout van Excel, zoals #N/B: {Zin.Lijst(fouten)}. Daar is "
                        + $"'{Foutcel}' gelezen."
            );
        }
        // Whatever the library stumbles over: a file that is not whole is not our fault
        catch (Exception fout) when (fout is not (ImportFout or OutOfMemoryException or UnauthorizedAccessException))
        {
            throw new ImportFout(
                $"{naam} is geen leesbaar Excel-bestand. Sla het opnieuw op als .xlsx of als .csv. Er is niets veranderd.",
                fout
            );
        }
    }

    public void Dispose() => _lezer.Dispose();

    /// <summary>From the first row; each time they are asked for the file is read again.</summary>
    public IEnumerable<string[]> Rijen()
    {
        for (long plek = 0; plek < _rijen.Length; )
        {
            var velden = Rij(ref plek);
            yield return velden;
        }
    }

    private string[] Rij(ref long plek)
    {
        _rijen.Position = plek; // others may read rows meanwhile
        var velden = new string[_lezer.ReadUInt16()];
        for (var i = 0; i < velden.Length; i++)
        {
            velden[i] = _lezer.ReadString();
        }
        plek = _rijen.Position;
        return velden;
    }

    private static FileStream Schrijf(string pad, string naam, HashSet<string> fouten)
    {
        var doel = Tijdelijk.ZonderNaam();
        using var stream = File.OpenRead(pad);
        using var reader = ExcelReaderFactory.CreateReader(stream);
        if (reader.FieldCount > Grenzen.Nu.Kolommen)
        {
            throw TeGroot(
                naam,
                $"het blad gebruikt {reader.FieldCount:N0} kolommen, er mogen er {Grenzen.Nu.Kolommen:N0} zijn"
            );
        }
        using var schrijver = new BinaryWriter(doel, Encoding.Unicode, leaveOpen: true);
        for (var rij = 0; reader.Read(); rij++)
        {
            if (rij == Grenzen.Nu.Rijen)
            {
                throw TeGroot(naam, $"het blad heeft meer dan {Grenzen.Nu.Rijen:N0} rijen");
            }
            var velden = (ushort)reader.FieldCount;
            schrijver.Write(velden);
            for (var i = 0; i < velden; i++)
            {
                schrijver.Write(
                    fouten.Count > 0 && fouten.Contains($"{Letters(i)}{rij + 1}") ? Foutcel : Tekst(reader.GetValue(i))
                );
            }
        }
        schrijver.Flush();
        return doel;
    }

    // A cell keeps numbers as binary fractions: fifteen digits are what Excel itself shows, so 0.1 + 0.2 is 0.3 again.
    private static string Tekst(object? waarde) =>
        waarde switch
        {
            null => "",
            double getal => Math.Abs(getal) < 1e15
                ? ((decimal)getal).ToString("0.##########", CultureInfo.InvariantCulture)
                : getal.ToString(CultureInfo.InvariantCulture),
            DateTime datum => datum.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => Convert.ToString(waarde, CultureInfo.InvariantCulture) ?? "",
        };

    // Before the library opens it: how large it is when unpacked, how wide its sheets are, and whether every text that a cell
    // points at is there, for the library leaves such a cell empty.
    private static void Controleer(string pad, string naam, HashSet<string> fouten)
    {
        using var zip = ZipFile.OpenRead(pad);
        long bytes = 0;
        foreach (var deel in zip.Entries)
        {
            bytes += Lengte(deel, Grenzen.Nu.Uitgepakt - bytes);
            if (bytes > Grenzen.Nu.Uitgepakt)
            {
                throw TeGroot(naam, $"uitgepakt is het meer dan {Grenzen.Nu.Uitgepakt:N0} bytes");
            }
        }
        var teksten = 0L;
        if (zip.GetEntry("xl/sharedStrings.xml") is { } lijst)
        {
            if (Lengte(lijst, Grenzen.Nu.Teksten) > Grenzen.Nu.Teksten)
            {
                throw TeGroot(naam, $"de teksten zijn samen meer dan {Grenzen.Nu.Teksten:N0} bytes");
            }
            using var xml = Xml(lijst);
            while (xml.Read())
            {
                teksten += xml is { NodeType: XmlNodeType.Element, LocalName: "si" } ? 1 : 0;
            }
        }
        foreach (
            var blad in zip.Entries.Where(e =>
                e.FullName.StartsWith("xl/worksheets/", StringComparison.Ordinal)
                && e.FullName.EndsWith(".xml", StringComparison.Ordinal)
            )
        )
        {
            ControleerBlad(blad, naam, teksten, blad.Name == Eerste ? fouten : null);
        }
    }

    private static void ControleerBlad(ZipArchiveEntry blad, string naam, long teksten, HashSet<string>? fouten)
    {
        using var xml = Xml(blad);
        var (cel, isTekst, rij) = ("", false, 0);
        while (xml.Read())
        {
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "row" } && xml.GetAttribute("r") is { } nummer)
            {
                // Of two with the same number the library keeps one
                if (!int.TryParse(nummer, NumberStyles.None, CultureInfo.InvariantCulture, out var nu) || nu <= rij)
                {
                    throw new ImportFout(
                        $"{naam} is beschadigd: rij {Kort(nummer)} staat er dubbel of niet op volgorde. Open het in Excel en "
                            + "sla het opnieuw op. Er is niets veranderd."
                    );
                }
                rij = nu;
            }
            if (xml is { NodeType: XmlNodeType.Element, LocalName: "c" })
            {
                (cel, isTekst) = (xml.GetAttribute("r") ?? "", xml.GetAttribute("t") == "s");
                if (xml.GetAttribute("t") == "e")
                {
                    fouten?.Add(Kort(cel));
                }
                if (Kolom(cel) > Grenzen.Nu.Kolommen)
                {
                    throw TeGroot(
                        naam,
                        $"cel {Kort(cel)} staat verder naar rechts dan kolom {Grenzen.Nu.Kolommen:N0}. Haal losse cellen weg"
                    );
                }
            }
            else if (
                isTekst
                && xml is { NodeType: XmlNodeType.Element, LocalName: "v" }
                && !xml.IsEmptyElement
                && xml.Read()
                && (
                    !long.TryParse(xml.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var plek)
                    || plek >= teksten
                )
            )
            {
                throw new ImportFout(
                    $"{naam} is beschadigd: cel {Kort(cel)} verwijst naar een tekst die er niet is. Open het in Excel en sla "
                        + "het opnieuw op. Er is niets veranderd."
                );
            }
        }
    }

    private static string Letters(int kolom) =>
        kolom < 26 ? $"{(char)('A' + kolom)}" : Letters(kolom / 26 - 1) + (char)('A' + kolom % 26);

    // "BC12" is 55
    private static int Kolom(string cel)
    {
        var kolom = 0;
        foreach (var letter in cel.AsSpan(0, Math.Min(cel.Length, 5)))
        {
            if (!char.IsAsciiLetter(letter))
            {
                break;
            }
            kolom = kolom * 26 + char.ToUpperInvariant(letter) - 'A' + 1;
        }
        return kolom;
    }

    private static string Kort(string cel) => cel[..Math.Min(cel.Length, 10)];

    private static XmlReader Xml(ZipArchiveEntry deel) =>
        XmlReader.Create(
            deel.Open(),
            new XmlReaderSettings
            {
                DtdProcessing = DtdProcessing.Prohibit,
                XmlResolver = null,
                CloseInput = true,
            }
        );

    // What it says of itself may be a lie.
    private static long Lengte(ZipArchiveEntry deel, long hoogstens)
    {
        if (deel.Length > hoogstens)
        {
            return deel.Length;
        }
        using var stroom = deel.Open();
        var buffer = new byte[1 << 16];
        long bytes = 0;
        for (int gelezen; bytes <= hoogstens && (gelezen = stroom.Read(buffer)) > 0; )
        {
            bytes += gelezen;
        }
        return bytes;
    }

    private static ImportFout TeGroot(string naam, FormattableString waarom) =>
        new($"{naam} is te groot: {waarom.ToString(Nl)}. Er is niets veranderd.");
}
