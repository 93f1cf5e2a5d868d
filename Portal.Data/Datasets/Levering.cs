using System.Security.Cryptography;
using Portal.Data.Bestanden;

namespace Portal.Data.Datasets;

/// <summary>
/// A file as it was handed over: a copy of it in the archive folder, made before anything is read, so that what is
/// loaded is what is kept, also when the sender goes on writing. The copy goes, unless it is archived.
/// </summary>
public sealed class Levering : IDisposable
{
    private const string Voorvoegsel = ".binnen-";
    private static readonly TimeSpan Verlaten = TimeSpan.FromDays(1);

    private bool _tijdelijk;

    /// <param name="pad">A file that stays where it is.</param>
    public Levering(string pad, string naam, string sha256, long bytes) =>
        (Pad, Naam, Sha256, Bytes) = (pad, naam, sha256, bytes);

    /// <summary>Where the copy is.</summary>
    public string Pad { get; private set; }

    /// <summary>How the file was called.</summary>
    public string Naam { get; }
    public string Sha256 { get; }
    public long Bytes { get; }

    /// <summary>What was odd in how it is written; goes into the report.</summary>
    public List<string> Meldingen { get; } = [];

    /// <summary>How it was read; null: nothing is known of that.</summary>
    internal Leeswijze? Leeswijze { get; set; }

    /// <summary>Takes in what the operator points at.</summary>
    /// <exception cref="ImportFout">It is not there, cannot be read, is empty or too large; or the archive cannot take
    /// it.</exception>
    internal static async Task<Levering> NeemAanAsync(string pad, string archief, CancellationToken ct)
    {
        await using var bron = Open(pad);
        var naam = Path.GetFileName(bron.Name);
        var doel = Path.Combine(
            Map(archief).FullName,
            $"{Voorvoegsel}{Guid.NewGuid():N}{Path.GetExtension(naam).ToLowerInvariant()}"
        );
        try
        {
            var (sha256, bytes) = await KopieerAsync(bron, doel, pad, ct);
            if (Ziplijst.IsTeLang(doel))
            {
                throw new ImportFout(
                    $"{naam} bevat meer bestanden dan een zip hier mag hebben. Er is niets veranderd."
                );
            }
            return bytes > 0
                ? new(doel, naam, sha256, bytes) { _tijdelijk = true }
                : throw new ImportFout(
                    $"Het bestand {pad} is leeg (0 bytes). Vraag de afzender om een nieuwe levering; er is niets "
                        + "veranderd."
                );
        }
        catch (Exception fout)
        {
            File.Delete(doel);
            throw fout is IOException or UnauthorizedAccessException ? Onschrijfbaar(archief, fout) : fout;
        }
    }

    /// <summary>An empty folder beside the copy, for as long as it is read.</summary>
    internal Werkmap Werkmap() =>
        new(Path.Combine(Path.GetDirectoryName(Path.GetFullPath(Pad))!, $"{Voorvoegsel}{Guid.NewGuid():N}"));

    /// <summary>The same file, for what follows from it.</summary>
    internal Levering OnderNaam(string naam) => new(Pad, naam, Sha256, Bytes);

    /// <summary>The table in it, whatever its form.</summary>
    internal CsvBestand AlsCsv()
    {
        var csv = CsvBestand.Lees(Pad, Naam);
        Meldingen.AddRange(csv.Meldingen);
        Leeswijze = Leeswijze.Van(csv);
        return csv;
    }

    /// <summary>Keeps the file for good, named by its hash.</summary>
    /// <returns>What was wrong in the archive and is right now, in Dutch.</returns>
    /// <exception cref="ImportFout">The archive cannot take it.</exception>
    public string? Archiveer(string archief)
    {
        try
        {
            string? melding = null;
            var doel = Path.Combine(Map(archief).FullName, Sha256 + Path.GetExtension(Naam).ToLowerInvariant());
            if (File.Exists(doel))
            {
                if (Hash(doel) == Sha256)
                {
                    return null;
                }
                melding =
                    $"Het bestand {Path.GetFileName(doel)} stond al in het archief, maar was veranderd; het is "
                    + "vervangen.";
            }
            if (_tijdelijk)
            {
                File.Move(Pad, doel, overwrite: true);
                (Pad, _tijdelijk) = (doel, false);
            }
            else
            {
                File.Copy(Pad, doel + ".nieuw", overwrite: true);
                File.Move(doel + ".nieuw", doel, overwrite: true);
            }
            return melding;
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            throw Onschrijfbaar(archief, fout);
        }
    }

    public void Dispose()
    {
        if (_tijdelijk)
        {
            File.Delete(Pad);
        }
    }

    private static FileStream Open(string pad)
    {
        if (string.IsNullOrWhiteSpace(pad) || pad.Contains('\0'))
        {
            throw new ImportFout("Geef de naam van een bestand.");
        }
        try
        {
            return new(pad, FileMode.Open, FileAccess.Read, FileShare.ReadWrite, 1 << 16, useAsync: true);
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw new ImportFout(
                Directory.Exists(pad) ? $"{pad} is een map. Geef de naam van een bestand."
                    : fout is FileNotFoundException or DirectoryNotFoundException
                        ? $"Het bestand {pad} bestaat niet. Controleer de naam en de map."
                    : $"Het bestand {pad} is niet te lezen. Controleer of u er rechten op hebt en of het niet "
                        + "in gebruik is.",
                fout
            );
        }
    }

    private static async Task<(string Sha256, long Bytes)> KopieerAsync(
        FileStream bron,
        string doel,
        string pad,
        CancellationToken ct
    )
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        await using var kopie = new FileStream(doel, AlleenVanOns());
        var blok = new byte[1 << 17];
        long bytes = 0;
        for (int gelezen; (gelezen = await LeesAsync(bron, blok, pad, ct)) > 0; bytes += gelezen)
        {
            if (bytes + gelezen > Grenzen.Nu.Bestand)
            {
                throw new ImportFout(
                    $"{pad} is groter dan {Zin.Getal(Grenzen.Nu.Bestand)} bytes. Deel het bestand op. Er is niets "
                        + "veranderd."
                );
            }
            hash.AppendData(blok, 0, gelezen);
            await kopie.WriteAsync(blok.AsMemory(0, gelezen), ct);
        }
        return (Convert.ToHexStringLower(hash.GetHashAndReset()), bytes);
    }

    private static async Task<int> LeesAsync(FileStream bron, byte[] blok, string pad, CancellationToken ct)
    {
        try
        {
            return await bron.ReadAsync(blok, ct);
        }
        catch (IOException fout)
        {
            throw new ImportFout(
                $"Het bestand {pad} is niet te lezen: de schijf geeft een fout. Er is niets veranderd.",
                fout
            );
        }
    }

    /// <summary>A new file that only its owner can read: what is delivered may name persons.</summary>
    public static FileStreamOptions AlleenVanOns()
    {
        var opties = new FileStreamOptions { Mode = FileMode.Create, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        return opties;
    }

    /// <summary>A folder, made if it is not there, that only its owner can open.</summary>
    public static DirectoryInfo MaakMap(string pad) =>
        OperatingSystem.IsWindows() || Directory.Exists(pad)
            ? Directory.CreateDirectory(pad)
            : Directory.CreateDirectory(pad, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);

    // What a killed import left there is of nobody after a day.
    private static DirectoryInfo Map(string archief)
    {
        try
        {
            var map = MaakMap(archief);
            foreach (var oud in map.EnumerateFileSystemInfos(Voorvoegsel + "*"))
            {
                if (oud.LastWriteTimeUtc < DateTime.UtcNow - Verlaten)
                {
                    Verwijder(oud);
                }
            }
            return map;
        }
        catch (Exception fout) when (fout is IOException or UnauthorizedAccessException)
        {
            throw Onschrijfbaar(archief, fout);
        }
    }

    private static void Verwijder(FileSystemInfo oud)
    {
        if (oud is DirectoryInfo map)
        {
            map.Delete(recursive: true);
            return;
        }
        oud.Delete();
    }

    private static ImportFout Onschrijfbaar(string archief, Exception fout) =>
        new(
            $"In het archief {Path.GetFullPath(archief)} kan niet worden geschreven. Is de schijf vol, of ontbreken de "
                + "rechten? Er is niets veranderd.",
            fout
        );

    private static string Hash(string pad)
    {
        using var bestand = File.OpenRead(pad);
        return Convert.ToHexStringLower(SHA256.HashData(bestand));
    }
}
