using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.DependencyInjection;
using Portal.Tests.Gebieden;

namespace Portal.Tests;

/// <summary>
/// Asks the portal only when what was published before has left its caches. The notice of it comes a moment later than
/// the publication (decision 0005), and a test that is quicker than that would read the page of before.
/// </summary>
internal sealed class NaPublicatie(PortalFixture portaal) : DelegatingHandler
{
    private readonly SemaphoreSlim _een = new(1, 1); // a hundred requests at once need no hundred connections for this

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken ct)
    {
        await _een.WaitAsync(ct);
        try
        {
            await GehoordAsync(ct);
        }
        finally
        {
            _een.Release();
        }
        return await base.SendAsync(request, ct);
    }

    private async Task GehoordAsync(CancellationToken ct)
    {
        // Notices are handled in the order in which they were sent: when ours is, so are those of before.
        var cache = portaal.Services.GetRequiredService<IOutputCacheStore>();
        var merk = $"proef-{Guid.NewGuid():N}";
        await cache.SetAsync(merk, [], [merk], TimeSpan.FromHours(1), ct);
        while (await cache.GetAsync(merk, ct) is not null)
        {
            // Again and again: the portal may not listen yet.
            await portaal.Db.ExecuteAsync($"select pg_notify('portal_versie', '{merk}')");
            await Task.Delay(TimeSpan.FromMilliseconds(1), ct);
        }
    }

    protected override void Dispose(bool disposing)
    {
        _een.Dispose();
        base.Dispose(disposing);
    }
}
