using Portal.Data.Ogc;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>
/// What an address under /ogc can be asked. What it does not know is 400 (/req/core/query-param-unknown).
/// </summary>
/// <param name="meer">Beside <c>f</c>.</param>
[AttributeUsage(AttributeTargets.Class)]
public sealed class OgcParametersAttribute(params string[] meer) : Attribute, IEigenParameters
{
    /// <summary>Of a list of features; then the columns of its collection can be asked too.</summary>
    public static readonly string[] VanLijst =
    [
        "limit",
        "na",
        "bbox",
        "bbox-crs",
        "datetime",
        "crs",
        "filter",
        "filter-lang",
        "filter-crs",
        "numberMatched",
    ];

    public int LangsteWaarde => 4000; // a filter with a shape in it

    public bool Streng => true;

    /// <summary>The address is one of a list of features.</summary>
    public bool IsLijst { get; init; }

    public async ValueTask<IEnumerable<string>?> VanAsync(HttpContext context)
    {
        var alle = await context.RequestServices.GetRequiredService<Collectielijst>().AlleAsync();
        return context.Request.RouteValues["collectie"] is not string naam ? [.. meer, "f"]
            : OgcNaam.Vind(alle, naam) is not { } collectie ? null
            : IsLijst ? [.. VanLijst, .. Kolommen(collectie).Select(q => q.Naam), "f"]
            : [.. meer, "f"];
    }

    /// <summary>The columns that a list can be narrowed to by their own name.</summary>
    public static IEnumerable<Kiesveld> Kolommen(Collectie collectie) =>
        Kiesveld
            .Van(collectie)
            .Where(q => q.Soort != KiesveldSoort.Vorm && !VanLijst.Contains(q.Naam) && q.Naam != "f");
}

/// <summary>What a collection is called under /ogc: one word, where its page may have two.</summary>
public static class OgcNaam
{
    public static string Van(Collectie collectie) => collectie.Pad.Replace('/', '-');

    /// <summary>Those that can lie on a map.</summary>
    public static IEnumerable<Collectie> Met(IReadOnlyList<Collectie> alle) => alle.Where(c => c.MetPlek);

    public static Collectie? Vind(IReadOnlyList<Collectie> alle, string? naam) =>
        Met(alle).FirstOrDefault(c => Van(c) == naam);

    /// <summary>A feature: its dataset and the key of the source.</summary>
    public static string Feature(string id) =>
        id.IndexOf(':', StringComparison.Ordinal) is > 0 and var punt
            ? $"{id[..punt]}:{Uri.EscapeDataString(id[(punt + 1)..])}"
            : id;
}
