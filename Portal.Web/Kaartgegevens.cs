using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Portal.Data;
using Portal.Web.Beheer;

namespace Portal.Web;

/// <summary>What the bytes of a map are, and for how long a browser may take them as they are.</summary>
/// <param name="Bewaar">Null: keep, but ask whether it is still good, so that an import shows at once.</param>
/// <param name="Pakking">Of brotli: 11 for what is made once in a year.</param>
public sealed record Kaartsoort(string ContentType, string? Bewaar = null, int Pakking = 6)
{
    public static readonly Kaartsoort GeoJson = new("application/geo+json");
    public static readonly Kaartsoort Cijfers = new("application/json");

    public static readonly Kaartsoort Tegel = new("application/vnd.mapbox-vector-tile");

    /// <summary>At an address that names its version.</summary>
    public static readonly Kaartsoort Vormen = new("application/json", "public, max-age=31536000, immutable", 11);
}

/// <summary>
/// Answers with the bytes of a map as PostGIS made them: kept per address, plain and packed, until a version of one of
/// its subjects is published. Beside OutputCache, which serves such bodies at half the speed (docs/decisions/0005).
/// </summary>
public sealed class Kaartgegevens(Instellingen instellingen, Generaties generaties, Drukte drukte) : IDisposable
{
    private readonly MemoryCache _antwoorden = new(new MemoryCacheOptions { SizeLimit = 128 * 1024 * 1024 });
    private readonly ConcurrentDictionary<(string?, string?, long), Task<Uitkomst>> _onderweg = [];

    private sealed record Lichaam(byte[] Bytes, string ETag, string? Codering)
    {
        public static Lichaam Van(byte[] bytes, string? codering) =>
            new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"", codering);
    }

    private sealed record Antwoord(Lichaam Plat, Lichaam? Brotli, Lichaam? Gzip, Herkomst Van, long Generatie)
    {
        public int Bytes => Plat.Bytes.Length + (Brotli?.Bytes.Length ?? 0) + (Gzip?.Bytes.Length ?? 0);

        public Lichaam In(string? codering) =>
            codering switch
            {
                Codering.Brotli => Brotli,
                Codering.Gzip => Gzip,
                _ => null,
            } ?? Plat;
    }

    private sealed record Herkomst(Kaartsoort Soort, string[] Onderwerpen);

    private sealed record Uitkomst(Antwoord? Antwoord, string? Reden, bool TeDruk = false);

    /// <summary>
    /// Answers from the cache, before routing and the rest of the pipeline: that is half the time of such an answer.
    /// Only at the canonical address.
    /// </summary>
    public Task KortAsync(HttpContext context, RequestDelegate verder) =>
        Bewaard(context.Request) is { } antwoord ? SchrijfAsync(context, antwoord) : verder(context);

    /// <param name="onderwerpen">The subjects that the bytes are made of.</param>
    /// <param name="maak">Makes the bytes, or says why not; neither is 404.</param>
    /// <param name="anders">What to answer to such a reason; null: that the address is wrong.</param>
    public async Task GeefAsync(
        HttpContext context,
        Kaartsoort soort,
        string[] onderwerpen,
        Func<CancellationToken, Task<(byte[]? Bytes, string? Reden)>> maak,
        Func<string, Task>? anders = null
    )
    {
        anders ??= reden => Ongeldig.Probleem(reden).ExecuteAsync(context);
        var van = new Herkomst(soort, onderwerpen);
        var uitkomst =
            Bewaard(context.Request) is { } bewaard ? new(bewaard, null)
            : Bewaart(context) ? await EenKeerAsync(context, van, maak)
            : await MaakAsync(context, van, maak, context.RequestAborted);
        await (
            uitkomst.Antwoord is { } antwoord ? SchrijfAsync(context, antwoord)
            : uitkomst.TeDruk ? Weiger(context)
            : uitkomst.Reden is { } reden ? anders(reden)
            : NietGevonden(context)
        );
    }

    // Who comes first makes it, also when that one leaves meanwhile; who comes later waits for it.
    private async Task<Uitkomst> EenKeerAsync(
        HttpContext context,
        Herkomst van,
        Func<CancellationToken, Task<(byte[]?, string?)>> maak
    )
    {
        var sleutel = (context.Request.Path.Value, context.Request.QueryString.Value, generaties.Van(van.Onderwerpen));
        var beurt = new TaskCompletionSource<Uitkomst>(TaskCreationOptions.RunContinuationsAsynchronously);
        var eerste = _onderweg.GetOrAdd(sleutel, beurt.Task);
        if (eerste != beurt.Task)
        {
            return await eerste.WaitAsync(context.RequestAborted);
        }
        try
        {
            var uitkomst = Bewaard(context.Request) is { } net // another one was ready between our look and our turn
                ? new(net, null)
                : await MaakAsync(context, van, maak, CancellationToken.None);
            beurt.SetResult(uitkomst);
            return uitkomst;
        }
        catch (Exception fout)
        {
            beurt.SetException(fout);
            _ = beurt.Task.Exception; // perhaps nobody waits for it
            throw;
        }
        finally
        {
            _onderweg.TryRemove(sleutel, out _);
        }
    }

    private async Task<Uitkomst> MaakAsync(
        HttpContext context,
        Herkomst van,
        Func<CancellationToken, Task<(byte[]? Bytes, string? Reden)>> maak,
        CancellationToken ct
    )
    {
        using var plaats = await drukte.NeemAsync(context);
        if (plaats is null)
        {
            return new(null, null, TeDruk: true);
        }
        var generatie = generaties.Van(van.Onderwerpen); // before the first query: what is read after it is at least as new
        var (bytes, reden) = await maak(ct);
        await context.RequestServices.GetRequiredService<Lezing>().DisposeAsync(); // a slow reader needs no connection
        if (bytes is null)
        {
            return new(null, reden);
        }
        var plat = Lichaam.Van(bytes, null);
        if (!Bewaart(context))
        {
            return new(new(plat, null, null, van, generatie), null);
        }
        var (brotli, gzip) = (
            Lichaam.Van(MetBrotli(bytes, van.Soort.Pakking), Codering.Brotli),
            Lichaam.Van(MetGzip(bytes), Codering.Gzip)
        );
        var antwoord = new Antwoord(plat, brotli, gzip, van, generatie);
        _antwoorden.Set(
            Sleutel(context.Request),
            antwoord,
            new MemoryCacheEntryOptions { Size = antwoord.Bytes, SlidingExpiration = TimeSpan.FromHours(12) }
        );
        return new(antwoord, null);
    }

    // What staff look at before it is public is of nobody else
    private bool Bewaart(HttpContext context) => instellingen.Cache && !Voorbeeld.Is(context);

    private Antwoord? Bewaard(HttpRequest request) =>
        !Voorbeeld.Is(request.HttpContext)
        && (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && _antwoorden.TryGetValue(Sleutel(request), out Antwoord? antwoord)
        && antwoord!.Generatie == generaties.Van(antwoord.Van.Onderwerpen)
            ? antwoord
            : null;

    private static (string?, string?) Sleutel(HttpRequest request) => (request.Path.Value, request.QueryString.Value);

    private static byte[] MetBrotli(byte[] bytes, int pakking)
    {
        var doel = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, doel, out var lengte, quality: pakking, window: 22)
            ? doel[..lengte]
            : throw new InvalidOperationException("brotli");
    }

    private static byte[] MetGzip(byte[] bytes)
    {
        using var doel = new MemoryStream();
        using (var gzip = new GZipStream(doel, CompressionLevel.Optimal))
        {
            gzip.Write(bytes);
        }
        return doel.ToArray();
    }

    private static Task Weiger(HttpContext context)
    {
        Drukte.Weiger(context);
        return Task.CompletedTask;
    }

    private static Task NietGevonden(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }

    private static Task SchrijfAsync(HttpContext context, Antwoord antwoord)
    {
        var (request, response) = (context.Request, context.Response);
        var lichaam = antwoord.In(Codering.Van(request));
        var headers = response.Headers;
        headers.ETag = lichaam.ETag;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = antwoord.Van.Soort.Bewaar ?? "public, no-cache";
        headers.AccessControlAllowOrigin = "*";
        if (
            request.Headers.IfNoneMatch is { Count: > 0 } kent
            && (kent == "*" || kent.ToString().Contains(lichaam.ETag, StringComparison.Ordinal))
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        headers.ContentEncoding = lichaam.Codering;
        headers.ContentType = antwoord.Van.Soort.ContentType;
        headers.ContentLength = lichaam.Bytes.Length;
        return response.Body.WriteAsync(lichaam.Bytes, 0, lichaam.Bytes.Length, context.RequestAborted);
    }

    public void Dispose() => _antwoorden.Dispose();
}
