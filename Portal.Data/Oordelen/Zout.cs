using System.Security.Cryptography;

namespace Portal.Data.Oordelen;

/// <summary>The secret with which judged texts are hashed: beside the archive, not in the database, so that a copy of the database alone names nobody.</summary>
internal static class Zout
{
    private const int Lengte = 32;

    public static byte[] Lees(string archief)
    {
        Directory.CreateDirectory(archief);
        var pad = Path.Combine(archief, "oordeel.zout");
        if (!File.Exists(pad))
        {
            Maak(pad);
        }
        var zout = File.ReadAllBytes(pad);
        return zout.Length == Lengte ? zout : throw new ImportFout($"{pad} is geen zout van {Lengte} bytes. Zet de reservekopie terug: zonder dit bestand zijn eerdere oordelen niet te herkennen.");
    }

    // Two processes may begin at the same time: the one that is second keeps what the first made.
    private static void Maak(string pad)
    {
        var nieuw = $"{pad}.{Guid.NewGuid():N}";
        var opties = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows())
        {
            opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        using (var bestand = new FileStream(nieuw, opties))
        {
            bestand.Write(RandomNumberGenerator.GetBytes(Lengte));
        }
        try
        {
            File.Move(nieuw, pad, overwrite: false);
        }
        catch (IOException) when (File.Exists(pad))
        {
            File.Delete(nieuw);
        }
    }
}
