using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.AspNetCore.StaticAssets;
using Microsoft.Extensions.DependencyInjection;

namespace Portal.Tests.Beheer;

/// <summary>Every public address that a portal has, filled in for what may not be seen there.</summary>
/// <param name="Collecties">What a list may be called.</param>
/// <param name="Datasets">The codes of what is hidden.</param>
/// <param name="Sleutel">A key of it.</param>
/// <param name="Tegel">Where it lies on the map, as "16/x/y".</param>
internal sealed record OpenbareAdressen(
    IReadOnlyList<string> Collecties,
    IReadOnlyList<string> Datasets,
    string Sleutel = "rij-1",
    string Tegel = "0/0/0"
)
{
    private static readonly string[] Traag = [".xlsx", ".gpkg", ".shp.zip", ".zip", ".fgb", ".kml"];

    /// <summary>Files that GDAL makes take a second each: only those of layers are asked for.</summary>
    public IReadOnlyList<string> Van(PortalFixture portaal) =>
        [
            .. portaal
                .Services.GetServices<EndpointDataSource>()
                .SelectMany(b => b.Endpoints)
                .OfType<RouteEndpoint>()
                .Where(e => e.Metadata.GetMetadata<StaticAssetDescriptor>() is null)
                .Select(e => e.RoutePattern)
                .DistinctBy(p => p.RawText)
                .Where(p => !p.RawText!.TrimStart('/').StartsWith("beheer", StringComparison.Ordinal))
                .Where(p =>
                    !Traag.Any(t => p.RawText!.EndsWith(t, StringComparison.Ordinal))
                    || p.RawText!.Contains("{laag}", StringComparison.Ordinal)
                )
                .SelectMany(Gevuld)
                .Distinct(),
        ];

    private IEnumerable<string> Gevuld(RoutePattern vorm)
    {
        var namen = vorm.Parameters.Select(p => p.Name).ToHashSet();
        foreach (var collectie in namen.Contains("collectie") ? Collecties : [""])
        {
            foreach (var dataset in namen.Overlaps(["laag", "dataset"]) ? Datasets : [""])
            {
                yield return "/"
                    + string.Join(
                        '/',
                        vorm.PathSegments.Select(s => string.Concat(s.Parts.Select(p => Deel(p, collectie, dataset))))
                    );
            }
        }
    }

    private string Deel(RoutePatternPart deel, string collectie, string dataset) =>
        deel switch
        {
            RoutePatternLiteralPart l => l.Content,
            RoutePatternSeparatorPart s => s.Content,
            RoutePatternParameterPart p => p.Name switch
            {
                "collectie" => collectie,
                "laag" or "dataset" => dataset,
                "sleutel" => Sleutel,
                "soorten" => "buurten",
                "code" => "AA01",
                "z" => Tegel.Split('/')[0],
                "x" => Tegel.Split('/')[1],
                "y" => Tegel.Split('/')[2],
                _ => "1",
            },
            _ => "",
        };
}
