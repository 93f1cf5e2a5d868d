using System.Diagnostics;

namespace Portal.Web;

/// <summary>
/// The places of downloads, fairly: one visitor has more than one of them only while more than half are free, so that
/// some are always left for who has none; and who reads slowly has his as long as nobody waits for it.
/// </summary>
public sealed class Downloadplaatsen(int aantal, TimeSpan geduld)
{
    private const int MeesteWachtenden = 1000;
    private static readonly TimeSpan Kijk = TimeSpan.FromMilliseconds(250);

    private readonly Lock _slot = new();
    private readonly List<Downloadplaats> _bezet = [];
    private readonly LinkedList<Wachtende> _wachtend = [];

    private sealed record Wachtende(Downloadplaats Plaats, TaskCompletionSource Beurt);

    /// <param name="breekAf">Ends the download of who reads too slowly.</param>
    /// <returns>Null: too many wait.</returns>
    /// <exception cref="OperationCanceledException">No place came free in time.</exception>
    public async Task<Downloadplaats?> NeemAsync(string bezoeker, Action breekAf, CancellationToken ct)
    {
        var plaats = new Downloadplaats(bezoeker, breekAf, geduld, GeefTerug);
        LinkedListNode<Wachtende> ik;
        lock (_slot)
        {
            if (Mag(bezoeker))
            {
                _bezet.Add(plaats);
                return plaats;
            }
            if (_wachtend.Count >= MeesteWachtenden)
            {
                return null;
            }
            ik = _wachtend.AddLast(new Wachtende(plaats, new(TaskCreationOptions.RunContinuationsAsynchronously)));
        }
        try
        {
            while (true)
            {
                VraagTrageLezer(bezoeker);
                try
                {
                    await ik.Value.Beurt.Task.WaitAsync(Kijk, ct);
                    return plaats;
                }
                catch (TimeoutException) { } // look again who reads slowly
            }
        }
        catch (OperationCanceledException) when (GafOp(ik))
        {
            throw;
        }
        catch (OperationCanceledException)
        {
            return plaats; // it came at the last moment
        }
    }

    private bool Mag(string bezoeker)
    {
        var vrij = aantal - _bezet.Count;
        return vrij > (_bezet.Any(p => p.Bezoeker == bezoeker) ? aantal / 2 : 0);
    }

    // Only for who has none: his own are for himself to end.
    private void VraagTrageLezer(string bezoeker)
    {
        Downloadplaats? traag = null;
        lock (_slot)
        {
            if (
                _bezet.Count == aantal
                && _bezet.All(p => p.Bezoeker != bezoeker)
                && _bezet.Count(p => p.Afgebroken) < _wachtend.Count
            )
            {
                traag = _bezet.Where(p => !p.Afgebroken).OrderByDescending(p => p.TeLang).First();
            }
        }
        if (traag?.TeLang > TimeSpan.Zero)
        {
            traag.BreekAf();
        }
    }

    // Whether it still waited, and now no longer.
    private bool GafOp(LinkedListNode<Wachtende> ik)
    {
        lock (_slot)
        {
            var wachtte = ik.List is not null;
            if (wachtte)
            {
                _wachtend.Remove(ik);
            }
            return wachtte;
        }
    }

    private void GeefTerug(Downloadplaats plaats)
    {
        lock (_slot)
        {
            if (!_bezet.Remove(plaats))
            {
                return;
            }
            for (var (een, volgende) = (_wachtend.First, _wachtend.First?.Next); een is not null; )
            {
                if (Mag(een.Value.Plaats.Bezoeker))
                {
                    _wachtend.Remove(een);
                    _bezet.Add(een.Value.Plaats);
                    een.Value.Beurt.SetResult();
                }
                (een, volgende) = (volgende, volgende?.Next);
            }
        }
    }
}

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
    /// How much longer than it may this download waits for its reader. It may so long at first; then what it wrote earns
    /// it more, up to that.
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
