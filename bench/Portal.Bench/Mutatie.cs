using System.Text;

namespace Portal.Bench;

/// <summary>
/// A file that went wrong on its way: bytes flipped, cut, doubled, or with what systems and ill-willed people put in
/// files. From one number follows one file, so that what goes wrong can be done again.
/// </summary>
public static class Mutatie
{
    private static readonly byte[][] Vreemd =
    [
        .. new[]
        {
            "\0",
            "\"",
            "\"\"",
            ";",
            ",",
            "\t",
            "\r",
            "\n",
            "\r\n\r\n",
            "=cmd()",
            "@x",
            "'; drop table versie; --",
            "<script>",
            "{",
            "}",
            "[",
            "]",
            "null",
            ":null,",
            "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
            "\\ud800",
            "\\u0000",
            "1e999",
            "-0",
            "99999999999999999999999999",
            "NaN",
            "0x41",
            "31-02-2020",
            "0001-01-01",
            "2024-13-45T99:99",
            "rij 5",
            "BU03630000",
            "POLYGON((0 0,1 1",
            "é",
            "\u202e",
            "\u0301\u0301\u0301",
            "\ud83d\ude00",
        }.Select(Encoding.UTF8.GetBytes),
        [0xFF],
        [0xFE, 0xFF],
        [0xEF, 0xBB, 0xBF],
        [0xED, 0xA0, 0x80],
        [0xC3],
        [0xF0, 0x9F],
        [0x1A],
        [0x1B, (byte)'['],
    ];

    public static byte[] Muteer(byte[] bron, int zaad)
    {
        var toeval = new Random(zaad);
        var bytes = new List<byte>(bron);
        for (var keer = toeval.Next(1, 5); keer > 0; keer--)
        {
            Grijp(bytes, toeval);
        }
        return bytes.Count == 0 ? [(byte)'x'] : [.. bytes];
    }

    private static void Grijp(List<byte> bytes, Random toeval)
    {
        // Half of what goes wrong goes wrong in the head, where the names of the columns stand
        var plek = toeval.Next(Math.Max(1, toeval.Next(2) == 0 ? Math.Min(bytes.Count, 400) : bytes.Count));
        var lengte = Math.Min(bytes.Count - plek, toeval.Next(1, toeval.Next(2) == 0 ? 8 : 2000));
        switch (toeval.Next(8))
        {
            case 0 when bytes.Count > 0:
                bytes[plek] = (byte)toeval.Next(256);
                break;
            case 1:
                bytes.RemoveRange(plek, lengte);
                break;
            case 2:
                bytes.RemoveRange(plek, bytes.Count - plek); // cut off
                break;
            case 3:
                bytes.InsertRange(plek, bytes.GetRange(plek, lengte)); // twice
                break;
            case 4:
                var stuk = Vreemd[toeval.Next(Vreemd.Length)];
                bytes.InsertRange(plek, Enumerable.Repeat(stuk, Veel(toeval)).SelectMany(b => b));
                break;
            case 5:
                bytes.InsertRange(plek, bytes.GetRange(toeval.Next(bytes.Count - lengte + 1), lengte)); // from elsewhere
                break;
            case 6 when bytes.Count > 0:
                Wissel(bytes, toeval);
                break;
            default:
                bytes.RemoveRange(plek, lengte);
                bytes.InsertRange(plek, Vreemd[toeval.Next(Vreemd.Length)]);
                break;
        }
    }

    private static int Veel(Random toeval) =>
        toeval.Next(10) switch
        {
            0 => 30_000,
            1 => 500,
            _ => 1,
        };

    // Every separator another one, as when a system is set otherwise.
    private static void Wissel(List<byte> bytes, Random toeval)
    {
        const string tekens = ";,.\t\"\n:{}[]0";
        var (van, naar) = ((byte)tekens[toeval.Next(tekens.Length)], (byte)tekens[toeval.Next(tekens.Length)]);
        for (var i = 0; i < bytes.Count; i++)
        {
            bytes[i] = bytes[i] == van ? naar : bytes[i];
        }
    }
}
