using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Portal.Web.Beheer;

/// <summary>
/// The codes of an authenticator app (RFC 6238 with what every app takes: SHA-1, 30 seconds, six digits).
/// </summary>
public static class Totp
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int Seconden = 30;

    /// <summary>160 bits, as it is typed into an app.</summary>
    public static string NieuwGeheim() => RandomNumberGenerator.GetString(Base32, 32);

    public static string Code(string geheim, long stap)
    {
        Span<byte> moment = stackalloc byte[8];
        BinaryPrimitives.WriteInt64BigEndian(moment, stap);
#pragma warning disable CA5350 // the standard asks for it, and as an HMAC it is not broken
        var hash = HMACSHA1.HashData(Bytes(geheim), moment);
#pragma warning restore CA5350
        var getal = BinaryPrimitives.ReadInt32BigEndian(hash.AsSpan(hash[^1] & 15)) & int.MaxValue;
        return (getal % 1_000_000).ToString("000000", System.Globalization.CultureInfo.InvariantCulture);
    }

    public static long Stap(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / Seconden;

    /// <summary>
    /// The moment that a code is of: now, or one before or after, for clocks that differ. Null: it is wrong.
    /// </summary>
    public static long? Vind(string geheim, string code, DateTimeOffset nu)
    {
        long? gevonden = null;
        for (var stap = Stap(nu) - 1; stap <= Stap(nu) + 1; stap++)
        {
            var gelijk = CryptographicOperations.FixedTimeEquals(
                Encoding.ASCII.GetBytes(Code(geheim, stap)),
                Encoding.ASCII.GetBytes(code)
            );
            gevonden = gelijk ? stap : gevonden;
        }
        return gevonden;
    }

    /// <summary>What the square holds.</summary>
    public static string Adres(string geheim, string email, string portaal) =>
        $"otpauth://totp/{Uri.EscapeDataString(portaal)}:{Uri.EscapeDataString(email)}?secret={geheim}"
        + $"&issuer={Uri.EscapeDataString(portaal)}";

    private static byte[] Bytes(string geheim)
    {
        var bytes = new byte[geheim.Length * 5 / 8];
        var (bits, aantal, plek) = (0, 0, 0);
        foreach (var letter in geheim)
        {
            (bits, aantal) = ((bits << 5) | Base32.IndexOf(letter, StringComparison.Ordinal), aantal + 5);
            if (aantal >= 8)
            {
                aantal -= 8;
                bytes[plek++] = (byte)(bits >> aantal);
                bits &= (1 << aantal) - 1;
            }
        }
        return bytes;
    }
}
