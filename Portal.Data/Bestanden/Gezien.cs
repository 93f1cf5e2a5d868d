using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Data.Bestanden;

/// <summary>Which keys came by before, without keeping them: of a million keys their hashes take some 40 MB.</summary>
internal sealed class Gezien
{
    private readonly HashSet<UInt128> _sleutels = [];

    /// <returns>Whether the key is new.</returns>
    public bool Voeg(string sleutel)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(sleutel), hash);
        return _sleutels.Add(BinaryPrimitives.ReadUInt128BigEndian(hash));
    }
}
