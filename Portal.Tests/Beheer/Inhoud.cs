using System.IO.Compression;
using System.Text;

namespace Portal.Tests.Beheer;

/// <summary>What stands in an answer, whatever it is packed in.</summary>
internal static class Inhoud
{
    public static string Uitgepakt(byte[] bytes)
    {
        if (!bytes.AsSpan().StartsWith("PK"u8))
        {
            return Encoding.Latin1.GetString(bytes);
        }
        using var zip = new ZipArchive(new MemoryStream(bytes));
        var delen = zip.Entries.Where(e => !e.Name.EndsWith(".shp", StringComparison.Ordinal));
        return string.Concat(
            delen.Select(e =>
            {
                using var lezer = new StreamReader(e.Open(), Encoding.Latin1);
                return lezer.ReadToEnd();
            })
        );
    }
}
