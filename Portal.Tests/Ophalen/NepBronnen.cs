using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;

namespace Portal.Tests.Ophalen;

/// <summary>
/// Every host that the portal fetches from, as a mirror on loopback (<c>/{host}/{path}</c>), with their bad days.
/// </summary>
public sealed class NepBronnen : IAsyncDisposable
{
    private readonly WebApplication _app;
    private readonly ConcurrentDictionary<string, ConcurrentQueue<string>> _storingen = new();
    private readonly ConcurrentQueue<string> _gevraagd = new();

    public NepBronnen()
    {
        var bouwer = WebApplication.CreateSlimBuilder();
        bouwer.WebHost.UseUrls("http://127.0.0.1:0");
        bouwer.Logging.ClearProviders();
        _app = bouwer.Build();
        _app.MapGet("/{host}/{**pad}", (Delegate)AntwoordAsync);
    }

    /// <summary>Per host what it answers to a path with its query; null: it knows nothing there.</summary>
    public Dictionary<string, Func<string, IQueryCollection, string?>> Hosts { get; } = [];

    /// <summary>Hosts that say when something changed: an ETag that is a hash of the answer.</summary>
    public HashSet<string> MetMerk { get; } = [];

    /// <summary>host/path?query, as they came; with what was asked of a part.</summary>
    public IReadOnlyList<string> Gevraagd => [.. _gevraagd];

    public Uri Adres { get; private set; } = null!;

    /// <summary>
    /// What goes wrong with the next answers of a host, one each: traag, druk, wacht, kapot, weg, half, kort,
    /// afgebroken, webpagina, door, onbekend, goed. For ever: begin with altijd:.
    /// </summary>
    public void Stoor(string host, params string[] storingen) =>
        Array.ForEach(storingen, _storingen.GetOrAdd(host, _ => new()).Enqueue);

    public void Herstel(string host) => _storingen.TryRemove(host, out _);

    public void VergeetVragen() => _gevraagd.Clear();

    public async Task StartAsync()
    {
        await _app.StartAsync();
        Adres = new Uri(_app.Urls.Single());
    }

    private async Task AntwoordAsync(HttpContext context, string host, string pad)
    {
        var deel = context.Request.Headers.Range.ToString();
        _gevraagd.Enqueue($"{host}/{pad}{Uri.UnescapeDataString(context.Request.QueryString.Value!)}{deel}");
        var tekst = Hosts.TryGetValue(host, out var maak) ? maak("/" + pad, context.Request.Query) : null;
        if (tekst is null)
        {
            context.Response.StatusCode = 404;
            return;
        }
        await NepAntwoord.GeefAsync(context, Encoding.UTF8.GetBytes(tekst), Volgende(host), MetMerk.Contains(host));
    }

    private string Volgende(string host)
    {
        if (!_storingen.TryGetValue(host, out var rij) || !rij.TryPeek(out var storing))
        {
            return "goed";
        }
        if (storing.StartsWith("altijd:", StringComparison.Ordinal))
        {
            return storing[7..];
        }
        rij.TryDequeue(out _);
        return storing;
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();
}
