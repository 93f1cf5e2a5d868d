using System.Collections.Concurrent;
using Portal.Data.Lagen;

namespace Portal.Web.Pages.Collecties;

/// <summary>
/// What the address of each layer can be asked, read once per generation: it is looked up before any cache, also for
/// names of layers that do not exist.
/// </summary>
public sealed class Laagparameters(Generaties generaties)
{
    private readonly ConcurrentDictionary<long, Task<Dictionary<string, string[]>>> _bekend = [];

    /// <returns>Null: there is no such layer.</returns>
    public async Task<string[]?> VanAsync(string laag, LaagQueries lagen, bool inPaginas)
    {
        var nu = generaties.Van([LaagOnderwerp.Code]);
        var lezen = _bekend.GetOrAdd(nu, _ => LeesAsync(lagen));
        foreach (var oud in _bekend.Keys.Where(g => g != nu))
        {
            _bekend.TryRemove(oud, out _);
        }
        try
        {
            var parameters = (await lezen).GetValueOrDefault(laag);
            return inPaginas && parameters is not null ? [.. parameters, "pagina"] : parameters;
        }
        catch
        {
            _bekend.TryRemove(nu, out _); // the next one asks again
            throw;
        }
    }

    private static async Task<Dictionary<string, string[]>> LeesAsync(LaagQueries lagen) =>
        (await lagen.CollectiesAsync(CancellationToken.None)).ToDictionary(
            c => c.Key,
            c => CollectieKeuze.Parameters(c.Value, inPaginas: false).ToArray()
        );
}
