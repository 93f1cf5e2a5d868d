using System.Globalization;
using System.Text;
using Portal.Data.Bestanden;

namespace Portal.Web;

/// <summary>Writes CSV as it comes: comma, UTF-8, CRLF, decimal point (RFC 4180).</summary>
public static class Csv
{
    private const int Blok = 32 * 1024;
    private static readonly System.Buffers.SearchValues<char> Bijzonder = System.Buffers.SearchValues.Create(",\"\r\n");

    public static async Task SchrijfAsync(
        Stream stream,
        string[] kop,
        IAsyncEnumerable<string?[]> rijen,
        CancellationToken ct
    )
    {
        var uit = new StringBuilder(Blok + 4096);
        Rij(uit, kop);
        await foreach (var rij in rijen.WithCancellation(ct))
        {
            Rij(uit, rij);
            if (uit.Length >= Blok)
            {
                await LeegAsync(uit, stream, ct);
            }
        }
        await LeegAsync(uit, stream, ct);
    }

    private static async Task LeegAsync(StringBuilder uit, Stream stream, CancellationToken ct)
    {
        await stream.WriteAsync(Encoding.UTF8.GetBytes(uit.ToString()), ct);
        uit.Clear();
    }

    public static string Getal(long getal) => getal.ToString(CultureInfo.InvariantCulture);

    private static void Rij(StringBuilder uit, string?[] velden)
    {
        for (var i = 0; i < velden.Length; i++)
        {
            if (i > 0)
            {
                uit.Append(',');
            }
            Veld(uit, velden[i]);
        }
        uit.Append("\r\n");
    }

    // An amount such as -12.50 is no formula.
    private static void Veld(StringBuilder uit, string? tekst)
    {
        if (string.IsNullOrEmpty(tekst))
        {
            return;
        }
        if (Formule.Is(tekst) && !decimal.TryParse(tekst, NumberStyles.Float, CultureInfo.InvariantCulture, out _))
        {
            tekst = Formule.Vrij(tekst);
        }
        if (!tekst.AsSpan().ContainsAny(Bijzonder))
        {
            uit.Append(tekst);
            return;
        }
        uit.Append('"');
        uit.Append(tekst.Replace("\"", "\"\""));
        uit.Append('"');
    }
}
