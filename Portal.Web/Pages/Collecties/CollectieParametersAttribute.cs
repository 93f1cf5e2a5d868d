using Portal.Data.Lagen;
using Portal.Data.Uitvoer;
using Portal.Web.Beheer;

namespace Portal.Web.Pages.Collecties;

/// <summary>
/// What an address of a collection can be asked: its filters, which for a layer only the database knows.
/// </summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class CollectieParametersAttribute : Attribute, IEigenParameters
{
    /// <summary>The collection, where the address itself says it.</summary>
    public Collectie? Vast { get; init; }

    /// <summary>A list comes in pages; a download does not.</summary>
    public bool InPaginas { get; init; } = true;

    /// <summary>Beside its filters: how the rows can be written.</summary>
    public IReadOnlyDictionary<string, string[]> Vormen { get; init; } = new Dictionary<string, string[]>();

    public async ValueTask<IEnumerable<string>?> VanAsync(HttpContext context) =>
        (await FiltersAsync(context))?.Concat(Vormen.Keys);

    private async Task<IEnumerable<string>?> FiltersAsync(HttpContext context)
    {
        var (diensten, route) = (context.RequestServices, context.Request.RouteValues);
        var lagen = diensten.GetRequiredService<LaagQueries>();
        if (Vast is null && route["laag"] is string laag && !Voorbeeld.Is(context))
        {
            var parameters = await diensten.GetRequiredService<Laagparameters>().VanAsync(laag, lagen, InPaginas);
            await diensten.GetRequiredService<Portal.Data.Lezing>().DisposeAsync(); // what comes next reads a snapshot of its own
            return parameters;
        }
        var collectie = Vast ?? await CollectieKeuze.VindAsync(context, lagen, context.RequestAborted);
        return collectie is null ? null : CollectieKeuze.Parameters(collectie, InPaginas);
    }
}
