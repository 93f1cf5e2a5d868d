using System.Globalization;
using System.IO.Compression;
using System.Xml;

namespace Portal.Data.Bestanden;

/// <summary>
/// An XLSX before the library opens it: how large it is when unpacked, how wide its sheets are, and whether what its
/// cells and rows say is there once, for the library leaves out in silence what is not.
/// </summary>
internal static class WerkmapControle
{
    private const string Eerste = "sheet1.xml";

    /// <param name="fouten">Takes the cells of the first sheet that hold an error in place of a value.</param>
    /// <exception cref="ImportFout">It is larger than it may be, or not sound.</exception>
    public static void Voer(string pad, string naam, HashSet<string> fouten)
    {
        using var zip = ZipFile.OpenRead(pad);
        long bytes = 0;
        foreach (var deel in zip.Entries)
        {
            bytes += Lengte(deel, Grenzen.Nu.Uitgepakt - bytes);
            if (bytes > Grenzen.Nu.Uitgepakt)
            {
                throw TeGroot(naam, $"uitgepakt is het meer dan {Zin.Getal(Grenzen.Nu.Uitgepakt)} bytes");
            }
        }
        var teksten = 0L;
        if (zip.GetEntry("xl/sharedStrings.xml") is { } lijst)
        {
            if (Lengte(lijst, Grenzen.Nu.Teksten) > Grenzen.Nu.Teksten)
            {
                throw TeGroot(naam, $"de teksten zijn samen meer dan {Zin.Getal(Grenzen.Nu.Teksten)} bytes");
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
                        $"{naam} is beschadigd: rij {Kort(nummer)} staat er dubbel of niet op volgorde. Open het "
                            + "in Excel en "
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
                        $"cel {Kort(cel)} staat verder naar rechts dan kolom {Zin.Getal(Grenzen.Nu.Kolommen)}. "
                            + "Haal losse cellen weg"
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
                    $"{naam} is beschadigd: cel {Kort(cel)} verwijst naar een tekst die er niet is. Open het in "
                        + "Excel en sla "
                        + "het opnieuw op. Er is niets veranderd."
                );
            }
        }
    }

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

    public static ImportFout TeGroot(string naam, string waarom) =>
        new($"{naam} is te groot: {waarom}. Er is niets veranderd.");
}
