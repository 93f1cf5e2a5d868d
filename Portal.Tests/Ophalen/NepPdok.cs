using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;

namespace Portal.Tests.Ophalen;

/// <summary>PDOK as far as we ask it: collections of OGC API Features, page by page, and the Locatieserver.</summary>
public sealed partial class NepPdok
{
    /// <summary>
    /// Per address of a collection (<c>/cbs/wijken-en-buurten-2025/…/buurten/items</c>) its features.
    /// </summary>
    public Dictionary<string, IReadOnlyList<JsonObject>> Collecties { get; } = [];

    /// <summary>What stands at an address, by its postcode: POINT(x y) in RD.</summary>
    public Dictionary<string, string> Adressen { get; } = [];

    public List<(string Code, string Naam)> Gemeenten { get; } = [];

    public int Pagina { get; set; } = 1000;

    /// <summary>How many it says to have more than it gives.</summary>
    public int Tekort { get; set; }

    public string? Antwoord(string pad, IQueryCollection vraag) =>
        pad.EndsWith("/free", StringComparison.Ordinal) ? Zoek(vraag)
        : Collecties.TryGetValue(pad, out var features) ? Items(pad, features, vraag)
        : null;

    private string Items(string pad, IReadOnlyList<JsonObject> alle, IQueryCollection vraag)
    {
        var begin = int.TryParse(vraag["cursor"], out var cursor) ? cursor : 0;
        var links = new JsonArray(new JsonObject { ["rel"] = "self", ["href"] = $"https://api.pdok.nl{pad}" });
        if (begin + Pagina < alle.Count)
        {
            var rest = string.Join('&', vraag.Where(v => v.Key != "cursor").Select(v => $"{v.Key}={v.Value}"));
            links.Add(
                new JsonObject
                {
                    ["rel"] = "next",
                    ["href"] = $"https://api.pdok.nl{pad}?{rest}&cursor={begin + Pagina}",
                }
            );
        }
        var hier = alle.Skip(begin).Take(Pagina).Select(f => f.DeepClone()).ToArray();
        return new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["timeStamp"] = DateTime.UtcNow.ToString("O", CultureInfo.InvariantCulture),
            ["links"] = links,
            ["features"] = new JsonArray(hier),
            ["numberReturned"] = hier.Length,
            ["numberMatched"] = alle.Count + Tekort,
        }.ToJsonString();
    }

    private string Zoek(IQueryCollection vraag)
    {
        var soort = vraag["fq"].First(f => f!.StartsWith("type:", StringComparison.Ordinal))!;
        IEnumerable<JsonNode> docs =
            soort == "type:gemeente"
                ? Gemeenten
                    .Where(g => g.Naam.StartsWith(vraag["q"].ToString()[..3], StringComparison.OrdinalIgnoreCase))
                    .Select(g => new JsonObject { ["gemeentecode"] = g.Code[2..], ["gemeentenaam"] = g.Naam })
            : Postcode().Match(vraag["q"].ToString()) is { Success: true } pc
            && Adressen.TryGetValue(pc.Value, out var punt)
                ? [new JsonObject { ["postcode"] = pc.Value, ["centroide_rd"] = punt }]
            : [];
        var gevonden = docs.ToArray();
        return new JsonObject
        {
            ["response"] = new JsonObject { ["numFound"] = gevonden.Length, ["docs"] = new JsonArray(gevonden) },
        }.ToJsonString();
    }

    [GeneratedRegex(@"\d{4}[A-Z]{2}")]
    private static partial Regex Postcode();
}
