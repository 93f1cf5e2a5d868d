using System.IO.Compression;
using Microsoft.AspNetCore.OutputCaching;
using Microsoft.AspNetCore.ResponseCompression;
using Npgsql;
using Portal.Data;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web;

/// <summary>Pages and data are kept until a version is published or withdrawn; then they leave the cache at once, on every node.</summary>
public static class Caching
{
    /// <summary>Pages: kept per URL.</summary>
    public const string OpenData = "open-data";

    public static void AddPortalCaching(this IServiceCollection services, Instellingen instellingen)
    {
        services.AddOutputCache(o =>
            o.AddPolicy(
                OpenData,
                p =>
                    p.Tag([.. Onderwerpen.Alle.Select(o => o.Code)])
                        .SetVaryByQuery([])
                        .VaryByValue(VolgensAdres)
                        .SetVaryByHeader("Accept-Encoding")
                        .Expire(TimeSpan.FromHours(12))
            )
        );
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // public pages, no secrets in them
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.AddSingleton<GeoJson>();
        services.AddHostedService<CacheVerversing>();
        if (!instellingen.Cache)
        {
            services.AddOutputCache(o => o.AddPolicy(OpenData, p => p.NoCache()));
        }
    }

    // The query as it was typed. Left to itself the cache sorts the values of a key, in the request too: two areas to compare would change places.
    private static KeyValuePair<string, string> VolgensAdres(HttpContext context) =>
        new("query", context.Request.QueryString.Value ?? "");

    /// <summary>The cache stands before the compression, so that it holds compressed bytes.</summary>
    public static void UsePortalCaching(this WebApplication app)
    {
        app.UseOutputCache();
        app.UseResponseCompression();
    }
}

/// <summary>Listens to the database: each notice names the subject whose cached answers are stale.</summary>
public sealed partial class CacheVerversing(
    Instellingen instellingen,
    IOutputCacheStore paginas,
    GeoJson geojson,
    PostArchief archief,
    ILogger<CacheVerversing> logger
) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        while (!stoppingToken.IsCancellationRequested)
        {
            try
            {
                await LuisterAsync(stoppingToken);
            }
            catch (Exception fout) when (fout is NpgsqlException or IOException or TimeoutException)
            {
                LogWeg(logger, fout.Message);
                await Task.Delay(TimeSpan.FromSeconds(1), stoppingToken);
            }
        }
    }

    private async Task LuisterAsync(CancellationToken ct)
    {
        var lezer = new NpgsqlConnectionStringBuilder(PortalData.AlsLezer(instellingen.Database))
        {
            Pooling = false,
            KeepAlive = 30,
        };
        await using var connection = new NpgsqlConnection(lezer.ConnectionString);
        await connection.OpenAsync(ct);
        connection.Notification += (_, notice) => _ = VergeetAsync(notice.Payload);
        await using (var listen = new NpgsqlCommand("listen portal_versie", connection))
        {
            await listen.ExecuteNonQueryAsync(ct);
        }
        await Task.WhenAll(Onderwerpen.Alle.Select(o => VergeetAsync(o.Code))); // what was published while nobody listened
        while (!ct.IsCancellationRequested)
        {
            await connection.WaitAsync(ct);
        }
    }

    private async Task VergeetAsync(string onderwerp)
    {
        geojson.Vergeet(onderwerp);
        archief.Vergeet();
        await paginas.EvictByTagAsync(onderwerp, CancellationToken.None);
    }

    [LoggerMessage(
        Level = LogLevel.Warning,
        Message = "De verbinding waarover versies worden gemeld is weg: {Reden}. Over een seconde opnieuw."
    )]
    private static partial void LogWeg(ILogger logger, string reden);
}
