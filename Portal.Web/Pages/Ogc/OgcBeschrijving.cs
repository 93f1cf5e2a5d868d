using System.Text.Json.Nodes;
using Portal.Data.Datasets;
using Portal.Data.Lagen;
using Portal.Data.Ogc;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Ogc;

/// <summary>A collection as the standard describes it.</summary>
public static class OgcBeschrijving
{
    public static JsonObject Van(
        Collectie collectie,
        Omvang omvang,
        IReadOnlyList<DatasetRow> datasets,
        JsonArray links
    )
    {
        foreach (var licentie in Licenties(collectie, datasets))
        {
            links.Add(OgcModel.Link("license", licentie.Url, "text/html", licentie.Naam));
        }
        return new()
        {
            ["id"] = OgcNaam.Van(collectie),
            ["title"] = collectie.Titel,
            ["description"] = collectie.Uitleg,
            ["links"] = links,
            ["extent"] = Uitgestrektheid(omvang),
            ["itemType"] = "feature",
            ["crs"] = new JsonArray([.. Crs.Alle.Select(c => JsonValue.Create(c.Uri))]),
            ["storageCrs"] = Crs.Rd.Uri,
        };
    }

    public static JsonArray Links(string basis, Collectie collectie)
    {
        var hier = $"{basis}/collections/{OgcNaam.Van(collectie)}";
        return
        [
            OgcModel.Link("self", $"{hier}?f=json", "application/json"),
            OgcModel.Link("alternate", $"{hier}?f=html", "text/html"),
            OgcModel.Link("items", $"{hier}/items?f=json", OgcModel.GeoJson, collectie.Titel),
            OgcModel.Link("items", $"{hier}/items?f=html", "text/html", collectie.Titel),
            OgcModel.Link(
                "http://www.opengis.net/def/rel/ogc/1.0/queryables",
                $"{hier}/queryables?f=json",
                OgcModel.Schema,
                "Waarop u kunt kiezen"
            ),
        ];
    }

    /// <summary>Under what terms the rows can be used.</summary>
    public static IEnumerable<(string Naam, string Url)> Licenties(
        Collectie collectie,
        IReadOnlyList<DatasetRow> datasets
    ) =>
        datasets
            .Where(d =>
                d.Onderwerp == LaagOnderwerp.Code
                    ? collectie.Pad == $"{LaagOnderwerp.Code}/{d.Code}"
                    : d.Onderwerp == collectie.Onderwerpen[0]
            )
            .Where(d => d.LicentieUrl is not null)
            .Select(d => (d.Licentie, d.LicentieUrl!))
            .Distinct();

    private static JsonObject Uitgestrektheid(Omvang omvang)
    {
        var extent = new JsonObject();
        if (omvang.Kader is { } kader)
        {
            extent["spatial"] = new JsonObject
            {
                ["bbox"] = new JsonArray(new JsonArray([.. kader.Select(g => JsonValue.Create(Math.Round(g, 6)))])),
                ["crs"] = Crs.Crs84.Uri,
            };
        }
        if (omvang is { Van: { } van, Tot: { } tot })
        {
            extent["temporal"] = new JsonObject
            {
                ["interval"] = new JsonArray(
                    new JsonArray($"{van:yyyy-MM-dd}T00:00:00Z", $"{tot:yyyy-MM-dd}T23:59:59Z")
                ),
                ["trs"] = "http://www.opengis.net/def/uom/ISO-8601/0/Gregorian",
            };
        }
        return extent;
    }
}
