using System.Threading.RateLimiting;

namespace Portal.Web.Beheer;

/// <summary>
/// How often one visitor may try to come in, whoever she says she is; and how many passwords are judged at once, for
/// each
/// takes a processor a tenth of a second.
/// </summary>
public sealed class Inlogrem(Instellingen instellingen) : IDisposable
{
    private static readonly TimeSpan Tijd = TimeSpan.FromMinutes(5);

    private readonly PartitionedRateLimiter<string> _bezoekers = PartitionedRateLimiter.Create<string, string>(b =>
        RateLimitPartition.GetSlidingWindowLimiter(
            b,
            _ =>
                new()
                {
                    PermitLimit = instellingen.Inlogpogingen,
                    Window = Tijd,
                    SegmentsPerWindow = 5,
                }
        )
    );
    private readonly ConcurrencyLimiter _samen = new(new() { PermitLimit = 2, QueueLimit = 20 });

    public async Task LaatDoorAsync(HttpContext context, RequestDelegate verder)
    {
        using var beurt = _bezoekers.AttemptAcquire(Drukte.Bezoeker(context.Connection.RemoteIpAddress));
        using var plaats = beurt.IsAcquired ? await _samen.AcquireAsync(1, context.RequestAborted) : beurt;
        if (!plaats.IsAcquired)
        {
            context.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            context.Response.Headers.RetryAfter = $"{Tijd.TotalSeconds}";
            return;
        }
        await verder(context);
    }

    public void Dispose()
    {
        _bezoekers.Dispose();
        _samen.Dispose();
    }
}
