using System.Globalization;
using System.Text;
using ExcelDataReader;

namespace Portal.Data.Bestanden;

/// <summary>
/// The first sheet of an XLSX or XLS file, as rows of text. It is read once, into a file without a name, so that its
/// rows can be asked for again and its size does not matter.
/// </summary>
internal sealed class Werkblad : IDisposable
{
    private const string Foutcel = "#FOUT"; // else it would look as if nothing was there
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
                WerkmapControle.Voer(pad, naam, fouten);
            }
            else if (new FileInfo(pad).Length > Grenzen.Nu.Ineens)
            {
                throw WerkmapControle.TeGroot(
                    naam,
                    $"een oud Excel-bestand mag {Zin.Getal(Grenzen.Nu.Ineens)} bytes zijn"
                );
            }
            var rijen = Schrijf(pad, naam, fouten);
            GeefTerug();
            return new(
                rijen,
                fouten.Count == 0
                    ? null
                    : $"In {naam} staat in {fouten.Count} cellen een fout van Excel, zoals #N/B: "
                        + $"{Zin.Lijst(fouten)}. Daar is "
                        + $"'{Foutcel}' gelezen."
            );
        }
        // Whatever the library stumbles over: a file that is not whole is not our fault
        catch (Exception fout) when (fout is not (ImportFout or OutOfMemoryException or UnauthorizedAccessException))
        {
            throw new ImportFout(
                $"{naam} is geen leesbaar Excel-bestand. Sla het opnieuw op als .xlsx of als .csv. Er is niets "
                    + "veranderd.",
                fout
            );
        }
    }

    // The library kept the texts of the sheet in memory: what follows needs that room, and not on top of it.
    private static void GeefTerug()
    {
        if (GC.GetTotalMemory(forceFullCollection: false) > 64 * 1024 * 1024)
        {
            GC.Collect(GC.MaxGeneration, GCCollectionMode.Aggressive, blocking: true, compacting: true);
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
            throw WerkmapControle.TeGroot(
                naam,
                $"het blad gebruikt {Zin.Getal(reader.FieldCount)} kolommen, er mogen er "
                    + $"{Zin.Getal(Grenzen.Nu.Kolommen)} zijn"
            );
        }
        using var schrijver = new BinaryWriter(doel, Encoding.Unicode, leaveOpen: true);
        for (var rij = 0; reader.Read(); rij++)
        {
            if (rij == Grenzen.Nu.Rijen)
            {
                throw WerkmapControle.TeGroot(naam, $"het blad heeft meer dan {Zin.Getal(Grenzen.Nu.Rijen)} rijen");
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

    private static string Letters(int kolom) =>
        kolom < 26 ? $"{(char)('A' + kolom)}" : Letters(kolom / 26 - 1) + (char)('A' + kolom % 26);
}
