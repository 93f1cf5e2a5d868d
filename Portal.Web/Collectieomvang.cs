using System.Collections.Concurrent;
using Portal.Data;
using Portal.Data.Uitvoer;

namespace Portal.Web;

/// <summary>How much each collection holds, and where and when: counted once per generation.</summary>
public sealed class Collectieomvang(Generaties generaties, DownloadBron bron, IServiceScopeFactory diensten)
{
    private readonly ConcurrentDictionary<string, (long Generatie, Task<Omvang> Omvang)> _bekend = [];

    public async Task<Omvang> VanAsync(Collectie collectie)
    {
        var nu = generaties.Van([.. collectie.Onderwerpen]);
        var (_, omvang) = _bekend.AddOrUpdate(
            collectie.Pad,
            _ => (nu, LeesAsync(collectie)),
            (_, was) => was.Generatie == nu ? was : (nu, LeesAsync(collectie))
        );
        try
        {
            return await omvang;
        }
        catch
        {
            _bekend.TryRemove(collectie.Pad, out _); // the next one asks again
            throw;
        }
    }

    private async Task<Omvang> LeesAsync(Collectie collectie)
    {
        await using var scope = diensten.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<Lezing>().Uit(bron.Db); // a million rows take a second, or more
        return await scope
            .ServiceProvider.GetRequiredService<BladQueries>()
            .OmvangAsync(collectie, CancellationToken.None);
    }
}
