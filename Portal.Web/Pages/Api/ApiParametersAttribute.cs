using Portal.Data.Begrotingen;

namespace Portal.Web.Pages.Api;

/// <summary>What an address of the API can be asked: that of a list its filters, of one row nothing.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ApiParametersAttribute : Attribute, IEigenParameters
{
    public async ValueTask<IEnumerable<string>?> VanAsync(HttpContext context)
    {
        var alle = await context.RequestServices.GetRequiredService<Collectielijst>().AlleAsync();
        return ApiPad.Vind(alle, context.Request.RouteValues["pad"] as string) switch
        {
            null => null,
            { Sleutel: null } lijst => ApiKeuze.Parameters(lijst.Collectie),
            _ => [],
        };
    }
}

/// <summary>The same for the posts of the money, whose filters are their own.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PostParametersAttribute : Attribute, IEigenParameters
{
    /// <summary>Those of <see cref="PostFilter"/> but the order, which is by id.</summary>
    public static readonly string[] Namen =
    [
        "jaar",
        "fase",
        "programma",
        "bl",
        "tel",
        "gebied",
        "taakveld",
        "zoek",
        "ontvanger",
        "van",
        "tot",
        "jaarsoort",
    ];

    public ValueTask<IEnumerable<string>?> VanAsync(HttpContext context) =>
        ValueTask.FromResult<IEnumerable<string>?>([.. Namen, .. ApiKeuze.VanBladen]);
}
