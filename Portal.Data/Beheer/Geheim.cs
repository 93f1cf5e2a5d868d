using System.Security.Cryptography;
using System.Text;

namespace Portal.Data.Beheer;

/// <summary>What is given away once and kept as a hash: links, sessions, recovery codes.</summary>
public static class Geheim
{
    private const string Tekens = "abcdefghjkmnpqrstuvwxyz23456789"; // none that look alike

    /// <summary>256 bits, as it can stand in an address.</summary>
    public static string Nieuw() => Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(32));

    /// <summary>Short enough to type, with 59 bits: <c>abcd-efgh-jkmn</c>.</summary>
    public static string Herstelcode()
    {
        var letters = RandomNumberGenerator.GetString(Tekens, 12);
        return $"{letters[..4]}-{letters[4..8]}-{letters[8..]}";
    }

    public static byte[] Hash(string geheim) => SHA256.HashData(Encoding.UTF8.GetBytes(geheim));
}
