using System.Globalization;
using System.Net.Sockets;
using System.Text;

namespace Portal.Tests.Web;

/// <summary>
/// A reader on a socket of his own, who takes the first line of an answer, and then nothing until he is told to.
/// </summary>
internal sealed class Traag : IDisposable
{
    private static readonly byte[] Einde = "\r\n0\r\n\r\n"u8.ToArray();

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { ReceiveBufferSize = 4096 };

    public int Status { get; private set; }

    public static async Task<Traag> BeginAsync(Uri adres, string bezoeker, string pad)
    {
        var traag = new Traag();
        await traag._socket.ConnectAsync(adres.Host, adres.Port);
        await traag._socket.SendAsync(
            Encoding.ASCII.GetBytes(
                $"GET {pad} HTTP/1.1\r\nHost: {adres.Authority}\r\nX-Forwarded-For: {bezoeker}\r\n"
                    + "Connection: close\r\n\r\n"
            )
        );
        var kop = new byte["HTTP/1.1 200".Length];
        for (var gelezen = 0; gelezen < kop.Length; )
        {
            var deel = await traag._socket.ReceiveAsync(kop.AsMemory(gelezen));
            gelezen += deel > 0 ? deel : throw new IOException("The portal closed before it answered.");
        }
        traag.Status = int.Parse(kop.AsSpan(9), CultureInfo.InvariantCulture);
        return traag;
    }

    /// <summary>Whether the answer is whole, to its last piece.</summary>
    public async Task<bool> LeesVerderAsync()
    {
        var (blok, staart) = (new byte[256 * 1024], Array.Empty<byte>());
        try
        {
            int gelezen;
            while ((gelezen = await _socket.ReceiveAsync(blok)) > 0)
            {
                byte[] samen =
                [
                    .. staart,
                    .. blok.AsSpan(Math.Max(0, gelezen - Einde.Length), Math.Min(gelezen, Einde.Length)),
                ];
                staart = samen[^Math.Min(samen.Length, Einde.Length)..];
            }
        }
        catch (SocketException) { } // reset by the server
        return staart.AsSpan().SequenceEqual(Einde);
    }

    public void Dispose() => _socket.Dispose();
}
