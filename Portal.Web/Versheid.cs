namespace Portal.Web;

/// <summary>
/// Whether a program has the newest already: an answer is the same until a version of its subjects is published, so
/// that is its ETag, and who asks with it costs no query.
/// </summary>
public static class Versheid
{
    // Other code may write another answer
    private static readonly string Begin = Convert.ToHexStringLower(Guid.NewGuid().ToByteArray().AsSpan(0, 4));

    /// <summary>Sets the headers; true: the answer is 304, and complete.</summary>
    public static bool IsBekend(HttpContext context, IReadOnlyList<string> onderwerpen)
    {
        var generaties = context.RequestServices.GetRequiredService<Generaties>();
        var etag = $"W/\"{Begin}-{generaties.Van([.. onderwerpen]):x}\"";
        var (request, response) = (context.Request, context.Response);
        response.Headers.ETag = etag;
        response.Headers.CacheControl = "public, no-cache";
        if (!request.Headers.IfNoneMatch.ToString().Contains(etag, StringComparison.Ordinal))
        {
            return false;
        }
        response.StatusCode = StatusCodes.Status304NotModified;
        return true;
    }
}
