using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Extensions.Primitives;
using Portal.Data;
using Portal.Data.Datasets;
using Portal.Data.Gebieden;

namespace Portal.Web;

/// <summary>
/// Which subjects an answer is made of. It is kept per address and encoding until a version of one of them is
/// published,
/// and made once however many ask for it at the same time. A page always shows the areas too: the name of the
/// municipality stands above it. Without any named it is made of all, and of which files of versions are kept.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ToontAttribute(params string[] onderwerpen) : Attribute, IOutputCachePolicy
{
    private const string Generatie = "generatie";
    private static readonly TimeSpan Bewaar = TimeSpan.FromHours(12);

    private readonly string[] _onderwerpen =
        onderwerpen.Length == 0
            ? [.. Onderwerpen.Alle.Select(o => o.Code), Uitgavenmaker.Bestanden]
            : [.. onderwerpen.Append(GebiedOnderwerp.Code).Distinct()];

    ValueTask IOutputCachePolicy.CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        if (
            !http.RequestServices.GetRequiredService<Instellingen>().Cache
            || Beheer.Voorbeeld.Is(http)
            || !(HttpMethods.IsGet(http.Request.Method) || HttpMethods.IsHead(http.Request.Method))
        )
        {
            return ValueTask.CompletedTask;
        }
        context.EnableOutputCaching = context.AllowCacheLookup = context.AllowCacheStorage = true;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Bewaar;
        context.Tags.UnionWith(_onderwerpen);
        var sleutel = context.CacheVaryByRules;
        // The query as Adressen wrote it; left to itself the cache sorts the values of a key
        sleutel.QueryKeys = StringValues.Empty;
        sleutel.VaryByValues["adres"] = http.Request.QueryString.Value ?? "";
        sleutel.VaryByValues["taal"] = Taal.Code;
        sleutel.VaryByValues["codering"] = http.Request.Headers.AcceptEncoding.ToString();
        sleutel.VaryByValues[Generatie] = $"{Nu(http)}";
        return ValueTask.CompletedTask;
    }

    ValueTask IOutputCachePolicy.ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) =>
        ValueTask.CompletedTask;

    ValueTask IOutputCachePolicy.ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        context.AllowCacheStorage &=
            http.Response.StatusCode == StatusCodes.Status200OK
            && StringValues.IsNullOrEmpty(http.Response.Headers.SetCookie)
            && context.CacheVaryByRules.VaryByValues[Generatie] == $"{Nu(http)}"; // else nobody will ask for it again
        return ValueTask.CompletedTask;
    }

    private long Nu(HttpContext http) => http.RequestServices.GetRequiredService<Generaties>().Van(_onderwerpen);
}
