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

    private sealed record Lichaam(byte[] Bytes, string ETag)
    {
        public static Lichaam Van(byte[] bytes) => new(bytes, $"\"{Convert.ToHexStringLower(SHA256.HashData(bytes).AsSpan(0, 12))}\"");
    }

    private sealed record Antwoord(Lichaam Plat, Lichaam Brotli);

    /// <summary>What was made of this subject is stale. A body that is being made now is kept under the old generation, so never served.</summary>
    public void Vergeet(string onderwerp) => _generaties.AddOrUpdate(onderwerp, 1, (_, generatie) => generatie + 1);

    /// <param name="onderwerpen">The subjects that the bytes are made of.</param>
    /// <param name="maak">Makes the bytes; null is 404.</param>
    public async Task GeefAsync(HttpContext context, string[] onderwerpen, Func<CancellationToken, Task<byte[]?>> maak)
    {
        var sleutel = (onderwerpen.Sum(o => _generaties.GetValueOrDefault(o)), context.Request.Path.Value, context.Request.QueryString.Value);
        if (!instellingen.Cache || !_antwoorden.TryGetValue(sleutel, out Antwoord? antwoord))
        {
            antwoord = await MaakAsync(maak, context.RequestAborted);
            Bewaar(sleutel, antwoord);
        }
        if (antwoord is null)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await SchrijfAsync(context, antwoord);
    }

    private void Bewaar((int, string?, string?) sleutel, Antwoord? antwoord)
    {
        if (instellingen.Cache && antwoord is not null)
        {
            var opties = new MemoryCacheEntryOptions { Size = antwoord.Plat.Bytes.Length + antwoord.Brotli.Bytes.Length, SlidingExpiration = TimeSpan.FromHours(12) };
            _antwoorden.Set(sleutel, antwoord, opties);
        }
    }

    private async Task<Antwoord?> MaakAsync(Func<CancellationToken, Task<byte[]?>> maak, CancellationToken ct)
    {
        var bytes = await maak(ct);
        return bytes is null ? null : new(Lichaam.Van(bytes), Lichaam.Van(instellingen.Cache ? Comprimeer(bytes) : []));
    }

    private static byte[] Comprimeer(byte[] bytes)
    {
        var doel = new byte[BrotliEncoder.GetMaxCompressedLength(bytes.Length)];
        return BrotliEncoder.TryCompress(bytes, doel, out var lengte, quality: 6, window: 22) ? doel[..lengte] : throw new InvalidOperationException("brotli");
    }

    private static async Task SchrijfAsync(HttpContext context, Antwoord antwoord)
    {
        var (request, response) = (context.Request, context.Response);
        var brotli = antwoord.Brotli.Bytes.Length > 0 && WilBrotli(request);
        var lichaam = brotli ? antwoord.Brotli : antwoord.Plat;
        var headers = response.Headers;
        headers.ETag = lichaam.ETag;
        headers.Vary = "Accept-Encoding";
        headers.CacheControl = "public, no-cache"; // keep, but ask whether it is still good: an import shows at once
        headers.AccessControlAllowOrigin = "*";
        if (request.Headers.IfNoneMatch.Count > 0 && Kent(request.Headers.IfNoneMatch.ToString(), lichaam.ETag))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }
        if (brotli)
        {
            headers.ContentEncoding = "br";
        }
        headers.ContentType = ContentType;
        headers.ContentLength = lichaam.Bytes.Length;
        await response.Body.WriteAsync(lichaam.Bytes, context.RequestAborted);
    }

    private static bool WilBrotli(HttpRequest request)
    {
        var encoding = request.Headers.AcceptEncoding.ToString();
        return encoding == "br" || (encoding.Contains("br", StringComparison.Ordinal)
            && StringWithQualityHeaderValue.TryParseList([encoding], out var lijst) && lijst.Any(e => e.Value == "br" && e.Quality is not 0));
    }

    private static bool Kent(string ifNoneMatch, string etag) => ifNoneMatch == "*" || ifNoneMatch.Contains(etag, StringComparison.Ordinal);

    public void Dispose() => _antwoorden.Dispose();
}
