using Portal.Data.Datasets;

namespace Portal.Data.Uitvoer;

/// <summary>
/// Where a file is made that cannot be written as the rows come: in a folder that is gone afterwards, two at a time.
/// Only when it is whole does anything of it go to the reader.
/// </summary>
internal static class Maakplaats
{
    private const int MeesteWachtenden = 8;
    private static readonly TimeSpan Geduld = TimeSpan.FromSeconds(30);
    private static readonly SemaphoreSlim Plaatsen = new(2, 2);
    private static int _wachtend;

    /// <param name="maak">Is given the folder; gives the path of the file in it.</param>
    /// <exception cref="UitvoerFout">Too many wait.</exception>
    public static async Task MaakAsync(Func<string, Task<string>> maak, Stream naar, CancellationToken ct)
    {
        using var map = new Werkmap(Path.Combine(Path.GetTempPath(), $"portal-uitvoer-{Guid.NewGuid():N}"));
        await using var klaar = File.OpenRead(await MaakAsync(() => maak(map.Pad), ct));
        await klaar.CopyToAsync(naar, ct);
    }

    // Who reads it slowly keeps nobody from making another.
    private static async Task<string> MaakAsync(Func<Task<string>> maak, CancellationToken ct)
    {
        await NeemAsync(ct);
        try
        {
            return await maak();
        }
        finally
        {
            Plaatsen.Release();
        }
    }

    private static async Task NeemAsync(CancellationToken ct)
    {
        try
        {
            if (
                Interlocked.Increment(ref _wachtend) > MeesteWachtenden + Plaatsen.CurrentCount
                || !await Plaatsen.WaitAsync(Geduld, ct)
            )
            {
                throw new UitvoerFout(
                    "Er worden nu veel bestanden gemaakt. Probeer het over een paar minuten opnieuw, of neem CSV.",
                    druk: true
                );
            }
        }
        finally
        {
            Interlocked.Decrement(ref _wachtend);
        }
    }
}
