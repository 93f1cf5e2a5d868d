using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;
using Portal.Data.Uitvoer;

namespace Portal.Web;

/// <summary>
/// Pages and data are kept until a version of a subject they show is published or withdrawn
/// (<see cref="ToontAttribute"/>).
/// </summary>
public static class Caching
{
    private const long MeesteVanPaginas = 256L * 1024 * 1024; // of the bytes as they are kept, so mostly compressed
    private const long GrootstePagina = 8L * 1024 * 1024;

    private static readonly string[] OokTeVerkleinen =
    [
        .. Formaten.Alle.Select(f => f.MediaType.Split(';')[0]),
        "application/csvm+json",
        "application/problem+json",
        "application/schema+json",
        "application/vnd.oai.openapi+json",
        "image/svg+xml",
    ];

    public static void AddPortalCaching(this IServiceCollection services)
    {
        services.AddOutputCache(o => (o.SizeLimit, o.MaximumBodySize) = (MeesteVanPaginas, GrootstePagina));
        services.AddResponseCompression(o =>
        {
            o.EnableForHttps = true; // public pages, no secrets in them
            o.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, .. OokTeVerkleinen];
            o.Providers.Add<BrotliCompressionProvider>();
            o.Providers.Add<GzipCompressionProvider>();
        });
        services.AddSingleton<IResponseCompressionProvider, Pakking>();
        services.Configure<BrotliCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.Configure<GzipCompressionProviderOptions>(o => o.Level = CompressionLevel.Optimal);
        services.AddSingleton<Generaties>();
        services.AddSingleton<Kaartgegevens>();
        services.AddSingleton<Drukte>();
        services.AddSingleton<Laatstgenoemd>();
        services.AddSingleton<Pages.Collecties.Laagparameters>();
        services.AddSingleton<Collectielijst>();
        services.AddSingleton<Collectieomvang>();
        services.AddHostedService<CacheVerversing>();
    }

    /// <summary>
    /// The cache stands before the compression, so that it holds compressed bytes, and before the places: what is kept
    /// needs none.
    /// </summary>
    public static void UsePortalCaching(this WebApplication app)
    {
        app.Use(Adressen.MaakCanoniekAsync);
        app.Use(Codering.KiesAsync);
        var drukte = app.Services.GetRequiredService<Drukte>();
        app.Use(Drukte.KomtBinnenAsync);
        app.UseOutputCache();
        app.Use(LosVanDeLezerAsync);
        app.Use(drukte.DeeltWeigeringAsync);
        app.Use(drukte.LaatDoorAsync);
        app.UseResponseCompression();
        app.Use(Engels.SchrijfAsync);
    }

    // Whoever asks for the same page waits for the one who came first: that one leaving must not take it from the
    // others.
    // A statement has a limit of its own; a download is for one reader, and stops when that one leaves.
    private static Task LosVanDeLezerAsync(HttpContext context, RequestDelegate verder)
    {
        if (context.GetEndpoint()?.Metadata.GetMetadata<ToontAttribute>() is not null)
        {
            context.RequestAborted = CancellationToken.None;
        }
        return verder(context);
    }
}
