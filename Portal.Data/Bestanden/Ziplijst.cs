namespace Portal.Data.Bestanden;

/// <summary>
/// The list of what is in a zip is read whole before its first entry is known, and a million of them are half a
/// gigabyte. How long it is follows from where it stands, not from what it says: it ends where its last record begins.
/// </summary>
internal static class Ziplijst
{
    private const int Langst = 1_000_000; // bytes; of a thousand entries with long names it is a third
    private const int Slot = 22;

    public static bool IsTeLang(string pad)
    {
        using var bestand = File.OpenRead(pad);
        Span<byte> begin = stackalloc byte[4];
        if (bestand.ReadAtLeast(begin, begin.Length, throwOnEndOfStream: false) < 4 || !begin.StartsWith("PK"u8))
        {
            return false;
        }
        var staart = new byte[Math.Min(bestand.Length, Slot + ushort.MaxValue)];
        bestand.Position = bestand.Length - staart.Length;
        bestand.ReadExactly(staart);
        var einde = staart.AsSpan().LastIndexOf("PK\x05\x06"u8);
        if (einde < 0 || einde + Slot > staart.Length)
        {
            return false; // no zip at all, which its reader says
        }
        var eerste = BitConverter.ToUInt32(staart, einde + 16);
        return eerste == uint.MaxValue || bestand.Length - staart.Length + einde - eerste > Langst;
    }
}
