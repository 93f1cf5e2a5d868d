using System.Text.Json.Nodes;
using Portal.Data.Ogc;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.Api;

namespace Portal.Web.Pages.Ogc;

/// <summary>The description of /ogc in OpenAPI 3.0, as the standard asks, out of the collections.</summary>
public static class OgcDocument
{
    private static readonly string[] Gewoon = ["f"];

    public static JsonObject Maak(string basis, string gemeente, IReadOnlyList<Collectie> collecties)
    {
        var paden = new JsonObject
        {
            ["/"] = Pad("begin", "Waar u begint", "application/json"),
            ["/conformance"] = Pad("conformance", "Aan welke standaarden dit voldoet", "application/json"),
            ["/api"] = Pad("api", "Deze beschrijving", OgcModel.OpenApi),
            ["/collections"] = Pad("collecties", "Alle collecties", "application/json"),
        };
        foreach (var collectie in collecties)
        {
            var naam = OgcNaam.Van(collectie);
            var hier = $"/collections/{naam}";
            paden[hier] = Pad(naam, collectie.Titel, "application/json");
            paden[$"{hier}/queryables"] = Pad($"{naam}-queryables", "Waarop u kunt kiezen", OgcModel.Schema);
            paden[$"{hier}/items"] = Lijst(collectie, naam);
            paden[$"{hier}/items/{{featureId}}"] = Een(naam, collectie);
        }
        return new()
        {
            ["openapi"] = "3.0.3",
            ["info"] = new JsonObject
            {
                ["title"] = $"Kaartgegevens van {gemeente}",
                ["description"] =
                    "OGC API - Features: alles van deze site wat op een kaart kan. Alleen lezen, zonder sleutel.",
                ["version"] = Programmadeur.Versie,
            },
            ["servers"] = new JsonArray(new JsonObject { ["url"] = basis }),
            ["paths"] = paden,
            ["components"] = new JsonObject
            {
                ["parameters"] = Parameters(),
                ["responses"] = new JsonObject { ["Fout"] = Fout() },
            },
        };
    }

    private static JsonObject Pad(string id, string uitleg, string soort) =>
        Get(id, uitleg, soort, [.. Gewoon.Select(n => ApiVast.Verwijs("parameters", n))]);

    private static JsonObject Lijst(Collectie collectie, string naam)
    {
        var parameters = new JsonArray([
            .. OgcParametersAttribute.VanLijst.Append("f").Select(n => ApiVast.Verwijs("parameters", n)),
            .. OgcParametersAttribute.Kolommen(collectie).Select(Kolom),
        ]);
        return Get($"{naam}-items", $"{collectie.Titel}: de rijen", OgcModel.GeoJson, parameters);
    }

    private static JsonObject Een(string naam, Collectie collectie) =>
        Get(
            $"{naam}-item",
            $"Eén {collectie.Enkelvoud}",
            OgcModel.GeoJson,
            [
                new JsonObject
                {
                    ["name"] = "featureId",
                    ["in"] = "path",
                    ["required"] = true,
                    ["description"] = "De dataset, een dubbele punt en de sleutel van de bron.",
                    ["schema"] = new JsonObject { ["type"] = "string" },
                },
                ApiVast.Verwijs("parameters", "crs"),
                ApiVast.Verwijs("parameters", "f"),
            ]
        );

    private static JsonObject Get(string id, string uitleg, string soort, JsonArray parameters) =>
        new()
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = id,
                ["summary"] = uitleg,
                ["parameters"] = parameters,
                ["responses"] = new JsonObject
                {
                    ["200"] = new JsonObject
                    {
                        ["description"] = uitleg,
                        ["content"] = new JsonObject
                        {
                            [soort] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } },
                            ["text/html"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "string" } },
                        },
                    },
                    ["400"] = ApiVast.Verwijs("responses", "Fout"),
                    ["404"] = ApiVast.Verwijs("responses", "Fout"),
                    ["429"] = ApiVast.Verwijs("responses", "Fout"),
                    ["503"] = ApiVast.Verwijs("responses", "Fout"),
                },
            },
        };

    private static JsonObject Fout() =>
        new()
        {
            ["description"] = "Het kan niet; in detail staat in het Nederlands waarom.",
            ["content"] = new JsonObject
            {
                ["application/problem+json"] = new JsonObject { ["schema"] = new JsonObject { ["type"] = "object" } },
            },
        };

    private static JsonObject Kolom(Kiesveld kolom)
    {
        var schema = QueryablesModel.Schemaveld(kolom);
        schema.Remove("title");
        schema.Remove("description");
        return Parameter(kolom.Naam, $"Alleen met deze waarde: {kolom.Kop}.", schema);
    }

    private static JsonObject Parameters()
    {
        var crs = new JsonObject
        {
            ["type"] = "string",
            ["format"] = "uri",
            ["default"] = Crs.Crs84.Uri,
            ["enum"] = new JsonArray([.. Crs.Alle.Select(c => JsonValue.Create(c.Uri))]),
        };
        return new()
        {
            ["f"] = Parameter("f", "json of html; zonder f beslist Accept.", Tekst("json", "html")),
            ["limit"] = Parameter(
                "limit",
                "Hoeveel rijen ten hoogste.",
                new()
                {
                    ["type"] = "integer",
                    ["minimum"] = 1,
                    ["maximum"] = ItemsVraag.Meeste,
                    ["default"] = ItemsVraag.Gewoon,
                }
            ),
            ["na"] = Parameter("na", "Waar dit deel begint: staat in next.", Tekst()),
            ["bbox"] = Parameter(
                "bbox",
                "Binnen dit kader: west, zuid, oost, noord; in de volgorde van bbox-crs.",
                new()
                {
                    ["type"] = "array",
                    ["minItems"] = 4,
                    ["maxItems"] = 6,
                    ["items"] = new JsonObject { ["type"] = "number" },
                }
            ),
            ["bbox-crs"] = Parameter("bbox-crs", "Waarin bbox staat.", (JsonObject)crs.DeepClone()),
            ["datetime"] = Parameter("datetime", "Op deze dag of in deze periode: 2026-01-01/..", Tekst()),
            ["crs"] = Parameter("crs", "Waarin de vormen komen.", (JsonObject)crs.DeepClone()),
            ["filter"] = Parameter("filter", "Een voorwaarde in CQL2: soort = 'eik' AND hoogte > 10", Tekst()),
            ["filter-lang"] = Parameter("filter-lang", "De taal van filter.", Tekst("cql2-text")),
            ["filter-crs"] = Parameter("filter-crs", "Waarin de vormen in filter staan.", crs),
            ["numberMatched"] = Parameter(
                "numberMatched",
                "true: tel ook hoeveel er samen zijn.",
                Tekst("true", "false")
            ),
        };
    }

    private static JsonObject Tekst(params string[] keuzes)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (keuzes.Length > 0)
        {
            schema["enum"] = new JsonArray([.. keuzes.Select(k => JsonValue.Create(k))]);
        }
        return schema;
    }

    private static JsonObject Parameter(string naam, string uitleg, JsonObject schema) =>
        new()
        {
            ["name"] = naam,
            ["in"] = "query",
            ["required"] = false,
            ["style"] = "form",
            ["explode"] = false,
            ["description"] = uitleg,
            ["schema"] = schema,
        };
}
