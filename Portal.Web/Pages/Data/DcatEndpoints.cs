using System.Text.Json;
using Microsoft.AspNetCore.Routing;
using Portal.Data.Datasets;
using Portal.Data.Uitgaven;
using Portal.Web.Pages.Collecties;

namespace Portal.Web.Pages.Data;

/// <summary>The catalogue for programs, and of each dataset what a search engine reads.</summary>
public static class DcatEndpoints
{
    private static readonly string[] GetEnHead = [HttpMethods.Get, HttpMethods.Head];

    private static readonly Dataservice[] Services =
    [
        new(
            "api/v1",
            "API",
            "Alle lijsten in delen, als JSON, met hun filters.",
            "api/v1/openapi.json",
            "https://spec.openapis.org/oas/v3.1.0"
        ),
        new(
            "ogc",
            "OGC API Features",
            "Alles wat een plek heeft, voor kaartprogramma's.",
            "ogc/api",
            "http://www.opengis.net/spec/ogcapi-features-1/1.0/conf/core"
        ),
    ];

    public static void MapDcat(this IEndpointRouteBuilder routes)
    {
        routes.MapMethods("/data/catalogus.ttl", GetEnHead, TurtleAsync).WithMetadata(new ToontAttribute());
        routes.MapMethods("/data/catalogus.jsonld", GetEnHead, JsonLdAsync).WithMetadata(new ToontAttribute());
        routes.MapMethods("/data/{dataset}/schema.jsonld", GetEnHead, SchemaAsync).WithMetadata(new ToontAttribute());
    }

    private static async Task<IResult> TurtleAsync([AsParameters] Catalogusvraag vraag) =>
        TypedResults.Text((await vraag.MaakAsync()).Turtle(), "text/turtle; charset=utf-8");

    private static async Task<IResult> JsonLdAsync([AsParameters] Catalogusvraag vraag) =>
        TypedResults.Text((await vraag.MaakAsync()).JsonLd(), "application/ld+json");

    /// <summary>What the catalogue is made of.</summary>
    public sealed record Catalogusvraag(
        UitgaveQueries Uitgaven,
        Uitgever Uitgever,
        DatasetQueries Datasets,
        HttpContext Context
    )
    {
        public async Task<Grafiek> MaakAsync()
        {
            var (ct, diensten) = (Context.RequestAborted, Context.RequestServices);
            Context.Response.Headers.AccessControlAllowOrigin = "*";
            var uitgaven = new List<Uitgave>();
            foreach (var code in await Uitgaven.CodesAsync(ct))
            {
                uitgaven.AddRange(await Uitgaven.VindAsync(code, null, ct) is { } uitgave ? [uitgave] : []);
            }
            var adressen = diensten
                .GetRequiredService<EndpointDataSource>()
                .Endpoints.OfType<RouteEndpoint>()
                .Select(e => e.RoutePattern.RawText?.Trim('/'))
                .ToHashSet();
            return new Dcat(
                CollectiesEndpoints.Basis(Context.Request),
                (await Datasets.GemeenteAsync(ct))?.Naam ?? "de gemeente",
                diensten.GetRequiredService<Instellingen>().Contact
            ).Maak(uitgaven, [.. Services.Where(s => adressen.Contains(s.Pad))], Uitgever.Bekend);
        }
    }

    // schema.org, by which search engines find data. Beside the page, for a page of ours has no script in it.
    private static async Task<IResult> SchemaAsync(string dataset, UitgaveQueries queries, HttpContext context)
    {
        if (await queries.VindAsync(dataset, null, context.RequestAborted) is not { Versie.Geldt: true } uitgave)
        {
            return Ongeldig.Probleem("Deze dataset is er niet.", StatusCodes.Status404NotFound);
        }
        var (basis, d) = (CollectiesEndpoints.Basis(context.Request), uitgave.Dataset);
        string Adres(string pad) => new Uri(basis, pad).AbsoluteUri;
        var beschrijving = new Dictionary<string, object?>
        {
            ["@context"] = "https://schema.org/",
            ["@type"] = "Dataset",
            ["@id"] = Adres($"data/{d.Code}"),
            ["name"] = d.Titel,
            ["description"] = $"{d.Doel} Bron: {d.Bron}",
            ["url"] = Adres($"data/{d.Code}"),
            ["identifier"] = Adres(uitgave.Pad),
            ["version"] = $"{uitgave.Versie.Nummer}",
            ["dateModified"] = uitgave.Versie.GepubliceerdOp.ToUniversalTime(),
            ["inLanguage"] = "nl",
            ["isAccessibleForFree"] = true,
            ["license"] = d.LicentieUrl ?? d.Licentie,
            ["creator"] = new Dictionary<string, string> { ["@type"] = "Organization", ["name"] = d.Eigenaar },
            ["includedInDataCatalog"] = new Dictionary<string, string>
            {
                ["@type"] = "DataCatalog",
                ["url"] = Adres("data"),
            },
            ["variableMeasured"] = uitgave.Tabellen.SelectMany(t => t.Collectie.Kolommen).Select(k => k.Kop).Distinct(),
            ["distribution"] = uitgave.Tabellen.SelectMany(t =>
                t.Formaten.Select(f => new Dictionary<string, string>
                {
                    ["@type"] = "DataDownload",
                    ["encodingFormat"] = f.MediaType.Split(';')[0],
                    ["contentUrl"] = Adres(uitgave.Bestand(t, f)),
                })
            ),
        };
        return TypedResults.Text(JsonSerializer.Serialize(beschrijving), "application/ld+json");
    }
}
