using System.Security.Cryptography;

namespace Portal.Data.Datasets;

/// <summary>A file as it was handed over.</summary>
public sealed record Levering(string Pad, string Naam, string Sha256, long Bytes)
{
    public static async Task<Levering> OpenAsync(string pad, CancellationToken ct)
    {
        var file = new FileInfo(pad);
        if (!file.Exists)
        {
            throw new ImportFout(
                Directory.Exists(pad)
                    ? $"{pad} is een map. Geef de naam van een bestand."
                    : $"Het bestand {pad} bestaat niet. Controleer de naam en de map."
            );
        }
        if (file.Length == 0)
        {
            throw new ImportFout(
                $"Het bestand {pad} is leeg (0 bytes). Vraag de afzender om een nieuwe levering; er is niets veranderd."
            );
        }
        await using var stream = file.OpenRead();
        return new(
            file.FullName,
            file.Name,
            Convert.ToHexStringLower(await SHA256.HashDataAsync(stream, ct)),
            file.Length
        );
    }

    /// <summary>Keeps the file for good, named by its hash.</summary>
    public void Archiveer(string archief)
    {
        Directory.CreateDirectory(archief);
        var doel = Path.Combine(archief, Sha256 + Path.GetExtension(Naam).ToLowerInvariant());
        if (File.Exists(doel))
        {
            return;
        }
        var tijdelijk = doel + ".nieuw";
        File.Copy(Pad, tijdelijk, overwrite: true);
        File.SetAttributes(tijdelijk, FileAttributes.Normal);
        File.Move(tijdelijk, doel);
    }
}
