using System.IO.Compression;

namespace Portal.Data.Bestanden;

/// <summary>What a file is, by what is in it; its name may say anything.</summary>
internal enum Bestandssoort
{
    Tekst,
    Json,
    Xlsx,
    Xls,
}

internal static class Bestandssoorten
{
    private static readonly (byte[] Begin, string Wat)[] Anders =
    [
        ("%PDF"u8.ToArray(), "een PDF. Vraag de afzender om de tabel als CSV of Excel"),
        ([0x1F, 0x8B], "ingepakt met gzip. Pak het eerst uit"),
        ("7z\u00BC\u00AF"u8.ToArray(), "ingepakt met 7-Zip. Pak het eerst uit"),
        ("Rar!"u8.ToArray(), "ingepakt met RAR. Pak het eerst uit"),
        ("SQLite format 3"u8.ToArray(), "een database (misschien een GeoPackage). Sla de laag op als GeoJSON of CSV"),
        ([0x89, (byte)'P', (byte)'N', (byte)'G'], "een afbeelding"),
        ([0xFF, 0xD8, 0xFF], "een afbeelding"),
        ([0x00, 0x00, 0x27, 0x0A], "een los deel van een Shapefile. Zip .shp, .shx, .dbf en .prj samen"),
        ("PAR1"u8.ToArray(), "een Parquet-bestand. Sla het op als CSV"),
    ];

    /// <exception cref="ImportFout">It is something that no import reads; the message says what.</exception>
    public static Bestandssoort Van(string pad, string naam)
    {
        using var bestand = File.OpenRead(pad);
        Span<byte> ruimte = stackalloc byte[512];
        ReadOnlySpan<byte> begin = ruimte[..bestand.ReadAtLeast(ruimte, ruimte.Length, throwOnEndOfStream: false)];
        if (begin.StartsWith("PK\u0003\u0004"u8))
        {
            return VanZip(bestand, naam);
        }
        if (begin.StartsWith((ReadOnlySpan<byte>)[0xD0, 0xCF, 0x11, 0xE0]))
        {
            return Bestandssoort.Xls;
        }
        foreach (var (teken, wat) in Anders)
        {
            if (begin.StartsWith(teken))
            {
                throw new ImportFout($"{naam} is {wat}. Er is niets veranderd.");
            }
        }
        var letters = begin.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? begin[3..] : begin;
        letters = letters.TrimStart(" \t\r\n"u8);
        return letters switch
        {
            [(byte)'{', ..] => Bestandssoort.Json,
            [(byte)'[', (byte)'{' or (byte)'\n' or (byte)'\r' or (byte)']', ..] => Bestandssoort.Json,
            [(byte)'<', (byte)'!' or (byte)'?' or (byte)'h' or (byte)'H' or (byte)'k', ..] => throw new ImportFout(
                $"{naam} is een webpagina of XML, geen tabel. Misschien gaf de bron een foutmelding in plaats van het "
                    + "bestand; haal het opnieuw op. Er is niets veranderd."
            ),
            _ => Bestandssoort.Tekst,
        };
    }

    private static Bestandssoort VanZip(FileStream bestand, string naam)
    {
        try
        {
            bestand.Position = 0;
            using var zip = new ZipArchive(bestand, ZipArchiveMode.Read, leaveOpen: true);
            return zip.GetEntry("xl/workbook.xml") is not null
                ? Bestandssoort.Xlsx
                : throw new ImportFout(
                    zip.GetEntry("content.xml") is not null
                        ? $"{naam} is een OpenDocument-bestand. Sla het op als .xlsx of .csv. Er is niets veranderd."
                        : $"{naam} is een zip-bestand met {zip.Entries.Count} bestanden. Pak het uit en geef "
                            + "het bestand "
                            + "dat erin zit. Er is niets veranderd."
                );
        }
        catch (InvalidDataException fout)
        {
            throw new ImportFout(
                $"{naam} is een Excel- of zip-bestand dat niet heel is. Haal het opnieuw op. Er is niets veranderd.",
                fout
            );
        }
    }
}
