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
