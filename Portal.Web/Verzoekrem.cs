using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace Portal.Web;

/// <summary>
/// How often one client may ask at the addresses for programs (/api, /ogc): beside <see cref="Drukte"/>, which says how
/// much at the same time. Who asks more is told when to come back (429).
/// </summary>
public static class Verzoekrem
{
    public const string Naam = "programmas";

    private static readonly TimeSpan Stap = TimeSpan.FromSeconds(5);

    public static void AddPortalRem(this IServiceCollection services, Instellingen instellingen) =>
        services.AddRateLimiter(o =>
        {
            o.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
            o.OnRejected = WeigerAsync;
            o.AddPolicy(
                Naam,
                context =>
                    RateLimitPartition.GetTokenBucketLimiter(
                        Drukte.Bezoeker(context.Connection.RemoteIpAddress),
                        _ => Emmer(instellingen.VerzoekenPerMinuut)
                    )
            );
        });

    // A minute's worth at once, and then as it comes
    private static TokenBucketRateLimiterOptions Emmer(int perMinuut) =>
        new()
        {
            TokenLimit = perMinuut,
            TokensPerPeriod = Math.Max(1, perMinuut * (int)Stap.TotalSeconds / 60),
            ReplenishmentPeriod = Stap,
            QueueLimit = 0,
        };

    private static async ValueTask WeigerAsync(OnRejectedContext geweigerd, CancellationToken ct)
    {
        var wacht = geweigerd.Lease.TryGetMetadata(MetadataName.RetryAfter, out var duur) ? duur : Stap;
        var seconden = Math.Max(1, (int)Math.Ceiling(wacht.TotalSeconds));
        var context = geweigerd.HttpContext;
        context.Response.Headers.RetryAfter = seconden.ToString(CultureInfo.InvariantCulture);
        await Ongeldig
            .Probleem(
                $"U vraagt te vaak achter elkaar. Wacht {seconden} seconden en ga dan verder. Wilt u alles? Neem "
                    + "dan een "
                    + "download: die telt als één vraag.",
                StatusCodes.Status429TooManyRequests
            )
            .ExecuteAsync(context);
    }
}
