using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Caching.Memory;

namespace Portal.Web;

/// <summary>
/// How much of the database is asked at once: of what no cache holds a few pages and a few downloads at a time, and of
/// one visitor not all of them (<see cref="Downloadplaatsen"/>). Who comes on top of that waits shortly, and is then
/// told to come back (503). What is in a cache never comes here.
/// </summary>
public sealed class Drukte : IDisposable
{
    private const int Wachtrij = 1000;
    private const int WachtSeconden = 5;

    private readonly PartitionedRateLimiter<string> _paginas;
    private readonly Downloadplaatsen _downloads;
    private readonly MemoryCache _geweigerd = new(new MemoryCacheOptions { SizeLimit = 10_000 });

    public Drukte(Instellingen instellingen)
    {
        _paginas = Maak(instellingen.PaginasTegelijk, Math.Max(1, instellingen.PaginasTegelijk * 3 / 4));
        _downloads = new(Portal.Data.DownloadBron.Plaatsen, instellingen.DownloadGeduld);
    }

    /// <summary>Takes a place for a page or a download, before its first query.</summary>
    public async Task LaatDoorAsync(HttpContext context, RequestDelegate verder)
    {
        var endpoint = context.GetEndpoint();
        if (
            endpoint is null
            || !Adressen.IsVanOns(endpoint)
            || endpoint.Metadata.GetMetadata<NeemtZelfPlaatsAttribute>() is not null
        )
        {
            await verder(context);
            return;
        }
        if (endpoint.Metadata.GetMetadata<IsDownload>() is not null)
        {
            await LaatDownloadDoorAsync(context, verder);
            return;
        }
        using var plaats = await NeemAsync(context);
        if (plaats is null)
        {
            Weiger(context);
            return;
        }
        await verder(context);
    }

    /// <summary>Takes the place of a download, or says that there is none.</summary>
    public async Task LaatDownloadDoorAsync(HttpContext context, RequestDelegate verder)
    {
        using var plaats = await BinnenAsync(ct => _downloads.NeemAsync(Bezoeker(context), context.Abort, ct), context);
        if (plaats is null)
        {
            Weiger(context);
            return;
        }
        context.Features.Set(plaats);
        var naar = context.Response.Body;
        context.Response.Body = new Lezerstroom(naar, plaats);
        try
        {
            await verder(context);
        }
        finally
        {
            context.Response.Body = naar;
        }
    }

    /// <summary>
    /// What is left of this download asks nothing of the database: it may take as long as its reader likes.
    /// </summary>
    public static void GeefPlaatsTerug(HttpContext context) => context.Features.Get<Downloadplaats>()?.Dispose();

    /// <summary>
    /// Before and after the output cache, which lets many wait for the one who makes a page, and all of them make it
    /// when that one found no place: they have waited as long, so they are told the same.
    /// </summary>
    public static Task KomtBinnenAsync(HttpContext context, RequestDelegate verder)
    {
        context.Items[nameof(KomtBinnenAsync)] = Stopwatch.GetTimestamp();
        return verder(context);
    }

    /// <inheritdoc cref="KomtBinnenAsync"/>
    public async Task DeeltWeigeringAsync(HttpContext context, RequestDelegate verder)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ToontAttribute>() is null)
        {
            await verder(context);
            return;
        }
        var request = context.Request;
        var sleutel = (Engels.Adres(context, Taal.IsEngels), request.Headers.AcceptEncoding.ToString());
        if (
            _geweigerd.TryGetValue(sleutel, out long moment)
            && context.Items[nameof(KomtBinnenAsync)] is long binnen
            && binnen <= moment
        )
        {
            Weiger(context);
            return;
        }
        await verder(context);
        if (context.Response.StatusCode == StatusCodes.Status503ServiceUnavailable)
        {
            _geweigerd.Set(
                sleutel,
                Stopwatch.GetTimestamp(),
                new MemoryCacheEntryOptions { Size = 1, AbsoluteExpirationRelativeToNow = TimeSpan.FromMinutes(1) }
            );
        }
    }

    /// <summary>The same for an answer that is made once for many; null: it is too busy.</summary>
    public Task<IDisposable?> NeemAsync(HttpContext context) =>
        BinnenAsync<IDisposable>(
            async ct =>
            {
                var plaats = await _paginas.AcquireAsync(Bezoeker(context), 1, ct);
                if (plaats.IsAcquired)
                {
                    return plaats;
                }
                plaats.Dispose();
                return null;
            },
            context
        );

    /// <summary>The page of errors follows, or its form for data.</summary>
    public static void Weiger(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = WachtSeconden.ToString(CultureInfo.InvariantCulture);
    }

    private static async Task<T?> BinnenAsync<T>(Func<CancellationToken, Task<T?>> neem, HttpContext context)
        where T : class
    {
        using var genoeg = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        genoeg.CancelAfter(TimeSpan.FromSeconds(WachtSeconden));
        try
        {
            return await neem(genoeg.Token);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            return null;
        }
    }

    private static string Bezoeker(HttpContext context) => Bezoeker(context.Connection.RemoteIpAddress);

    // One household has some 2^64 addresses of IPv6
    internal static string Bezoeker(IPAddress? adres) =>
        adres is null ? ""
        : adres.IsIPv4MappedToIPv6 ? adres.MapToIPv4().ToString()
        : adres.AddressFamily == AddressFamily.InterNetworkV6
            ? Convert.ToHexString(adres.GetAddressBytes().AsSpan(0, 8))
        : adres.ToString();

    private static PartitionedRateLimiter<string> Maak(int samen, int perBezoeker) =>
        PartitionedRateLimiter.CreateChained(
            PartitionedRateLimiter.Create<string, string>(b =>
                RateLimitPartition.GetConcurrencyLimiter(b, _ => Plaatsen(perBezoeker))
            ),
            PartitionedRateLimiter.Create<string, string>(_ =>
                RateLimitPartition.GetConcurrencyLimiter("", _ => Plaatsen(samen))
            )
        );

    private static ConcurrencyLimiterOptions Plaatsen(int aantal) =>
        new()
        {
            PermitLimit = aantal,
            QueueLimit = Wachtrij,
            QueueProcessingOrder = QueueProcessingOrder.OldestFirst,
        };

    public void Dispose()
    {
        _paginas.Dispose();
        _geweigerd.Dispose();
    }
}

/// <summary>On an endpoint that asks <see cref="Drukte"/> itself, once for all who wait for the same.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class NeemtZelfPlaatsAttribute : Attribute;
