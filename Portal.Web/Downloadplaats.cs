using System.Diagnostics;

namespace Portal.Web;

/// <summary>One download in one of <see cref="Downloadplaatsen"/>, and how fast it is read.</summary>
public sealed class Downloadplaats(string bezoeker, Action breekAf, TimeSpan geduld, Action<Downloadplaats> terug)
    : IDisposable
{
    private const double BytesPerSeconde = 16 * 1024;

    private readonly Lock _slot = new();
    private readonly TimeSpan _geduld = geduld;
    private TimeSpan _tegoed = geduld;
    private long _wachtSinds;

    public string Bezoeker => bezoeker;

    public bool Afgebroken { get; private set; }

    /// <summary>
    /// How much longer than it may this download waits for its reader. It may so long at first; then what it wrote
    /// earns it more, up to that.
    /// </summary>
    public TimeSpan TeLang
    {
        get
        {
            lock (_slot)
            {
                return _wachtSinds == 0 ? TimeSpan.MinValue : Stopwatch.GetElapsedTime(_wachtSinds) - _tegoed;
            }
        }
    }

    internal void Begint()
    {
        lock (_slot)
        {
            _wachtSinds = Stopwatch.GetTimestamp();
        }
    }

    internal void Klaar(int bytes)
    {
        lock (_slot)
        {
            var over = _tegoed - Stopwatch.GetElapsedTime(_wachtSinds);
            var verdiend = TimeSpan.FromSeconds(bytes / BytesPerSeconde);
            _tegoed = (over < TimeSpan.Zero ? TimeSpan.Zero : over) + verdiend;
            _tegoed = _tegoed > _geduld ? _geduld : _tegoed;
            _wachtSinds = 0;
        }
    }

    public void BreekAf()
    {
        Afgebroken = true;
        breekAf();
    }

    /// <summary>Gives the place back; once.</summary>
    public void Dispose() => terug(this);
}

/// <summary>What goes to the reader of a download, with an eye on how long that takes.</summary>
internal sealed class Lezerstroom(Stream naar, Downloadplaats plaats) : Stream
{
    private const int Stuk = 64 * 1024; // of what is written at once too, the reader has no more to take at a time

    public override async ValueTask WriteAsync(
        ReadOnlyMemory<byte> buffer,
        CancellationToken cancellationToken = default
    )
    {
        while (buffer.Length > 0)
        {
            var stuk = buffer[..Math.Min(Stuk, buffer.Length)];
            plaats.Begint();
            try
            {
                await naar.WriteAsync(stuk, cancellationToken);
            }
            finally
            {
                plaats.Klaar(stuk.Length);
            }
            buffer = buffer[stuk.Length..];
        }
    }

    public override Task WriteAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        WriteAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override Task FlushAsync(CancellationToken cancellationToken) => naar.FlushAsync(cancellationToken);

    public override void Flush() => naar.Flush();

    public override void Write(byte[] buffer, int offset, int count) => naar.Write(buffer, offset, count);

    public override bool CanRead => false;
    public override bool CanSeek => false;
    public override bool CanWrite => true;
    public override long Length => throw new NotSupportedException();
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();
}
