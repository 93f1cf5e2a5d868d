namespace Portal.Data.Bestanden;

/// <summary>
/// A file without a name: what stands in it may name persons, and nothing of it may stay behind, also when the process
/// is killed.
/// </summary>
internal static class Tijdelijk
{
    public static FileStream ZonderNaam()
    {
        var opties = new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.ReadWrite,
            Options = FileOptions.DeleteOnClose,
            BufferSize = 1 << 16,
        };
        if (!OperatingSystem.IsWindows())
        {
            opties.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        }
        var bestand = new FileStream(Path.Combine(Path.GetTempPath(), Path.GetRandomFileName()), opties);
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(bestand.Name);
        }
        return bestand;
    }
}
