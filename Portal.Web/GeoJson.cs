using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Microsoft.Extensions.Caching.Memory;
using Microsoft.Net.Http.Headers;

namespace Portal.Web;

/// <summary>
/// Answers with GeoJSON bytes as PostGIS made them: kept per URL in both encodings until a version of one of its
/// subjects is published. Beside OutputCache, which serves such bodies at half the speed (docs/decisions/0005).
/// </summary>
public sealed class GeoJson(Instellingen instellingen) : IDisposable
{
    private const string ContentType = "application/geo+json";
    private readonly MemoryCache _antwoorden = new(new MemoryCacheOptions { SizeLimit = 128 * 1024 * 1024 });
    private readonly ConcurrentDictionary<string, int> _generaties = [];

    private sealed record Lichaam(byte[] Bytes, string ETag, string? Encoding)
    {
        public static Lichaam Van(byte[] bytes, string? encoding) =>
            new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"", encoding);
    }

    private sealed record Antwoord(Lichaam Plat, Lichaam? Brotli, string[] Onderwerpen, int Generatie);

    /// <summary>What was made of this subject is stale. A body that is being made now is kept under the old generation, so never served.</summary>
    public void Vergeet(string onderwerp) => _generaties.AddOrUpdate(onderwerp, 1, (_, generatie) => generatie + 1);

    /// <summary>Answers from the cache, before routing and the rest of the pipeline: that is half the time of such an answer.</summary>
    public Task KortAsync(HttpContext context, RequestDelegate verder) =>
        context.Request.Path.Value!.EndsWith(".geojson", StringComparison.Ordinal)
        && Bewaard(context.Request) is { } antwoord
            ? SchrijfAsync(context, antwoord)
            : verder(context);

    /// <param name="onderwerpen">The subjects that the bytes are made of.</param>
    /// <param name="maak">Makes the bytes; null is 404.</param>
    public async Task GeefAsync(HttpContext context, string[] onderwerpen, Func<CancellationToken, Task<byte[]?>> maak)
    {
        var generatie = Generatie(onderwerpen);
        if (await maak(context.RequestAborted) is not { } bytes)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var brotli = instellingen.Cache ? Lichaam.Van(Comprimeer(bytes), "br") : null;
        var antwoord = new Antwoord(Lichaam.Van(bytes, null), brotli, onderwerpen, generatie);
        if (brotli is not null)
        {
            var opties = new MemoryCacheEntryOptions
            {
                Size = bytes.Length + brotli.Bytes.Length,
                SlidingExpiration = TimeSpan.FromHours(12),
            };
            _antwoorden.Set(Sleutel(context.Request), antwoord, opties);
        }
        await SchrijfAsync(context, antwoord);
    }

    private Antwoord? Bewaard(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && _antwoorden.TryGetValue(Sleutel(request), out Antwoord? antwoord)
        && antwoord!.Generatie == Generatie(antwoord.Onderwerpen)
            ? antwoord
            : null;

    private static (string?, string?) Sleutel(HttpRequest request) => (request.Path.Value, request.QueryString.Value);

    private int Generatie(string[] onderwerpen)
    {
        var som = 0;
        foreach (var onderwerp in onderwerpen)
        {
            som += _generaties.GetValueOrDefault(onderwerp);
        }
        return som;
    }

    private static byte[] Comprimeer(byte[] bytes)
    {
        var doel = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, doel, out var lengte, quality: 6, window: 22)
            ? doel[..lengte]
            : throw new InvalidOperationException("brotli");
    }

    private static Task SchrijfAsync(HttpContext context, Antwoord antwoord)
    {
        var (request, response) = (context.Request, context.Response);
        var lichaam = antwoord.Brotli is { } brotli && WilBrotli(request) ? brotli : antwoord.Plat;
        var headers = response.Headers;
        headers.ETag = lichaam.ETag;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = "public, no-cache"; // keep, but ask whether it is still good: an import shows at once
        headers.AccessControlAllowOrigin = "*";
        if (
            request.Headers.IfNoneMatch is { Count: > 0 } kent
            && (kent == "*" || kent.ToString().Contains(lichaam.ETag, StringComparison.Ordinal))
        )
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return Task.CompletedTask;
        }
        headers.ContentEncoding = lichaam.Encoding;
        headers.ContentType = ContentType;
        headers.ContentLength = lichaam.Bytes.Length;
        return response.Body.WriteAsync(lichaam.Bytes, 0, lichaam.Bytes.Length, context.RequestAborted);
    }

    private static bool WilBrotli(HttpRequest request)
    {
        var encoding = request.Headers.AcceptEncoding.ToString();
        return encoding == "br"
            || (
                encoding.Contains("br", StringComparison.Ordinal)
                && StringWithQualityHeaderValue.TryParseList([encoding], out var lijst)
                && lijst.Any(e => e.Value == "br" && e.Quality is not 0)
            );
    }

    public void Dispose() => _antwoorden.Dispose();
}
