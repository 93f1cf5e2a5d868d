namespace Portal.Data.Ophalen;

/// <summary>What we know of one host: when it may be asked again, and how often it failed in a row.</summary>
internal sealed class Gastheer(string naam, HalerInstellingen instellingen, TimeProvider tijd) : IDisposable
{
    private readonly SemaphoreSlim _een = new(1, 1);
    private DateTimeOffset _vrij = DateTimeOffset.MinValue;
    private DateTimeOffset _dichtTot = DateTimeOffset.MinValue;
    private int _mislukt;

    /// <summary>One question at a time, and none sooner than the pause after the one before began.</summary>
    /// <exception cref="ImportFout">It failed too often, and is left alone for a while.</exception>
    public async Task<T> BezoekAsync<T>(Func<Task<T>> vraag, CancellationToken ct)
    {
        await _een.WaitAsync(ct);
        try
        {
            if (tijd.GetUtcNow() < _dichtTot)
            {
                throw new ImportFout(
                    $"{naam} gaf {instellingen.Zekering} keer achter elkaar geen bruikbaar antwoord; "
                        + $"vóór {Klok.Hier(_dichtTot.UtcDateTime):HH:mm} vragen we niets meer."
                );
            }
            if (_vrij - tijd.GetUtcNow() is var wacht && wacht > TimeSpan.Zero)
            {
                await Task.Delay(wacht, tijd, ct);
            }
            _vrij = tijd.GetUtcNow() + instellingen.Pauze;
            return await vraag();
        }
        finally
        {
            _een.Release();
        }
    }

    public void Lukt() => _mislukt = 0;

    public void Mislukt()
    {
        if (++_mislukt >= instellingen.Zekering)
        {
            (_mislukt, _dichtTot) = (0, tijd.GetUtcNow() + instellingen.Rust);
        }
    }

    public void Dispose() => _een.Dispose();
}
