using System.Collections.Concurrent;
using Portal.Data;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Web;

/// <summary>
/// Every collection: of the subjects, and the layers as they are published now, read once per generation.
/// </summary>
public sealed class Collectielijst(Onderwerplijst onderwerpen, Generaties generaties, IServiceScopeFactory diensten)
{
    private readonly ConcurrentDictionary<long, Task<IReadOnlyList<Collectie>>> _bekend = [];

    /// <summary>In the order of the subjects, the layers after them by title.</summary>
    public async Task<IReadOnlyList<Collectie>> AlleAsync()
    {
        var nu = generaties.Van([LaagOnderwerp.Code]);
        var lezen = _bekend.GetOrAdd(nu, _ => LeesAsync());
        foreach (var oud in _bekend.Keys.Where(g => g != nu))
        {
            _bekend.TryRemove(oud, out _);
        }
        try
        {
            return await lezen;
        }
        catch
        {
            _bekend.TryRemove(nu, out _); // the next one asks again
            throw;
        }
    }

    private async Task<IReadOnlyList<Collectie>> LeesAsync()
    {
        await using var scope = diensten.CreateAsyncScope();
        var lagen = await scope
            .ServiceProvider.GetRequiredService<LaagQueries>()
            .CollectiesAsync(CancellationToken.None);
        return [.. onderwerpen.Collecties, .. lagen.Values];
    }
}
