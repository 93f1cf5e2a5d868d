using System.Text.Json;
using System.Text.Json.Nodes;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Web.Pages.Api;

/// <summary>The parts of the description that no collection changes.</summary>
public static class ApiVast
{
    public static JsonObject Verwijs(string soort, string naam) => new() { ["$ref"] = $"#/components/{soort}/{naam}" };

    public static JsonObject Get(
        (string Id, string Kop, string Uitleg, string Tag) wat,
        JsonArray parameters,
        JsonObject antwoorden
    )
    {
        antwoorden["304"] = Verwijs("responses", "Hetzelfde");
        antwoorden["400"] = Verwijs("responses", "KanNiet");
        antwoorden["429"] = Verwijs("responses", "TeVaak");
        antwoorden["503"] = Verwijs("responses", "TeDruk");
        return new()
        {
            ["get"] = new JsonObject
            {
                ["operationId"] = wat.Id,
                ["summary"] = wat.Kop,
                ["description"] = wat.Uitleg,
                ["tags"] = new JsonArray(wat.Tag),
                ["parameters"] = parameters,
                ["responses"] = antwoorden,
            },
        };
    }

    public static JsonObject Goed(string uitleg, JsonObject schema, JsonNode? voorbeeld)
    {
        var inhoud = new JsonObject { ["schema"] = schema };
        if (voorbeeld is not null && !LijktOpMethode(voorbeeld))
        {
            inhoud["example"] = voorbeeld;
        }
        return new()
        {
            ["description"] = uitleg,
            ["headers"] = MetVersie(),
            ["content"] = new JsonObject { ["application/json"] = inhoud },
        };
    }

    // The linter of the government takes any name with "post" in it, as posten, for a method that must have answers
    private static bool LijktOpMethode(JsonNode voorbeeld) =>
        voorbeeld switch
        {
            JsonObject o => o.Any(v =>
                v.Key.Contains("post", StringComparison.OrdinalIgnoreCase) || v.Value is { } w && LijktOpMethode(w)
            ),
            JsonArray a => a.Any(v => v is not null && LijktOpMethode(v)),
            _ => false,
        };

    public static async Task VoegPadenToeAsync(JsonObject paden, ApiBron bron, CancellationToken ct)
    {
        var dataset = await bron.Datasets.ListAsync(ct) is [var eerste, ..] ? eerste : null;
        var een = JsonSerializer.SerializeToNode(dataset, ApiEndpoints.Json);
        paden["/collecties"] = Get(
            ("collecties", "Wat er is", "Elke collectie, met haar kolommen en codes.", "Gegevens"),
            [],
            new() { ["200"] = Goed("Alle collecties.", Lijst("collecties", new() { ["type"] = "object" }), null) }
        );
        paden["/datasets"] = Get(
            ("datasets", "Alle datasets", "Bron, licentie, versie en controlegetal van wat nu openbaar is.", "Bronnen"),
            [],
            new()
            {
                ["200"] = Goed(
                    "Alle datasets.",
                    Lijst("datasets", Verwijs("schemas", "Dataset")),
                    new JsonObject { ["datasets"] = een is null ? new JsonArray() : new JsonArray(een.DeepClone()) }
                ),
            }
        );
        if (dataset is null)
        {
            return;
        }
        paden["/datasets/{dataset}"] = Get(
            ("dataset", "Eén dataset", "Bron, licentie, versie en controlegetal.", "Bronnen"),
            [ApiParameter.InPad("dataset", dataset.Code)],
            MetWeg(Goed("De dataset zoals die nu is.", Verwijs("schemas", "Dataset"), een))
        );
        paden["/datasets/{dataset}/versies"] = Get(
            ("versies", "Alle versies van een dataset", "Ook wat vervangen of ingetrokken is, en waarom.", "Bronnen"),
            [ApiParameter.InPad("dataset", dataset.Code)],
            MetWeg(Goed("De nieuwste eerst.", Lijst("versies", Verwijs("schemas", "Versie")), null))
        );
    }

    private static JsonObject MetWeg(JsonObject goed) =>
        new() { ["200"] = goed, ["404"] = Verwijs("responses", "NietGevonden") };

    private static JsonObject Lijst(string naam, JsonObject van) =>
        new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray(naam),
            ["properties"] = new JsonObject
            {
                [naam] = new JsonObject { ["type"] = "array", ["items"] = van },
            },
        };

    public static JsonObject Headers() =>
        new()
        {
            ["API-Version"] = new JsonObject
            {
                ["description"] = "Het volledige nummer van deze API.",
                ["schema"] = new JsonObject { ["type"] = "string" },
                ["example"] = Programmadeur.Versie,
            },
            ["Retry-After"] = new JsonObject
            {
                ["description"] = "Na hoeveel seconden u weer kunt vragen.",
                ["schema"] = new JsonObject { ["type"] = "integer" },
            },
        };

    private static JsonObject MetVersie() => new() { ["API-Version"] = Verwijs("headers", "API-Version") };

    public static JsonObject Parameters() =>
        new()
        {
            ["limit"] = Parameter(
                "limit",
                "Hoeveel rijen in een deel.",
                new()
                {
                    ["type"] = "integer",
                    ["minimum"] = 1,
                    ["maximum"] = ApiKeuze.Meeste,
                    ["default"] = ApiKeuze.Gewoon,
                },
                2
            ),
            ["na"] = Parameter("na", "Waar dit deel begint: staat in next.", new() { ["type"] = "string" }, null),
            ["metAantal"] = Parameter(
                "metAantal",
                "Met ja: tel ook hoeveel er in alle delen samen zijn. Dat kost meer tijd.",
                new() { ["type"] = "string", ["enum"] = new JsonArray("ja") },
                "ja"
            ),
        };

    private static JsonObject Parameter(string naam, string uitleg, JsonObject schema, JsonNode? voorbeeld)
    {
        var parameter = new JsonObject
        {
            ["name"] = naam,
            ["in"] = "query",
            ["description"] = uitleg,
            ["schema"] = schema,
        };
        if (voorbeeld is not null)
        {
            parameter["example"] = voorbeeld;
        }
        return parameter;
    }

    public static JsonObject Antwoorden() =>
        new()
        {
            ["Hetzelfde"] = new JsonObject
            {
                ["description"] = "Niet veranderd sinds de ETag die u meestuurde (If-None-Match).",
                ["headers"] = MetVersie(),
            },
            ["KanNiet"] = Fout("De vraag kan niet. In detail staat waarom."),
            ["NietGevonden"] = Fout("Dit bestaat niet, of niet meer."),
            ["Verlopen"] = Fout("Er is een nieuwe versie gepubliceerd: begin opnieuw zonder na."),
            ["TeVaak"] = Fout("U vraagt te vaak achter elkaar.", metWacht: true),
            ["TeDruk"] = Fout("Het is te druk, of er is een storing.", metWacht: true),
        };

    private static JsonObject Fout(string uitleg, bool metWacht = false)
    {
        var antwoord = new JsonObject
        {
            ["description"] = uitleg,
            ["content"] = new JsonObject
            {
                ["application/problem+json"] = new JsonObject { ["schema"] = Verwijs("schemas", "Probleem") },
            },
        };
        if (metWacht)
        {
            antwoord["headers"] = new JsonObject { ["Retry-After"] = Verwijs("headers", "Retry-After") };
        }
        return antwoord;
    }

    public static JsonObject Schemas() =>
        new()
        {
            ["Probleem"] = Voorwerp(
                "Wat er mis is (RFC 9457).",
                ("status", ApiSchema.Veld("integer", "De HTTP-status.")),
                ("title", ApiSchema.Veld("string", "In het kort.")),
                ("detail", ApiSchema.Veld("string", "Wat er mis is en wat u kunt doen, in het Nederlands.", leeg: true))
            ),
            ["Links"] = new JsonObject
            {
                ["type"] = "object",
                ["description"] = "self is dit adres, next het volgende deel.",
                ["additionalProperties"] = new JsonObject
                {
                    ["type"] = "object",
                    ["properties"] = new JsonObject { ["href"] = ApiSchema.Veld("string", "Het adres.", "uri") },
                },
            },
            ["Dataset"] = Van(typeof(DatasetRow), "Een dataset zoals die nu openbaar is."),
            ["Versie"] = Van(typeof(DatasetVersieRow), "Een versie die openbaar is of was."),
            ["PostVanVersie"] = Van(typeof(PostDetail), "Een post zoals die in een versie staat."),
        };

    private static JsonObject Voorwerp(string uitleg, params (string Naam, JsonObject Veld)[] velden) =>
        new()
        {
            ["type"] = "object",
            ["description"] = uitleg,
            ["properties"] = new JsonObject(velden.Select(v => KeyValuePair.Create(v.Naam, (JsonNode?)v.Veld))),
        };

    // A record as it is written: the names of its properties, and what kind each is
    private static JsonObject Van(Type soort, string uitleg) =>
        Voorwerp(
            uitleg,
            [
                .. soort
                    .GetProperties()
                    .Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name), Veld(p.PropertyType))),
            ]
        );

    private static JsonObject Veld(Type soort)
    {
        var kaal = Nullable.GetUnderlyingType(soort) ?? soort;
        var (type, vorm) =
            kaal == typeof(int) || kaal == typeof(long) ? ("integer", null)
            : kaal == typeof(decimal) ? ("number", null)
            : kaal == typeof(bool) ? ("boolean", null)
            : kaal == typeof(DateOnly) ? ("string", "date")
            : kaal == typeof(DateTime) ? ("string", "date-time")
            : ("string", (string?)null);
        var veld = new JsonObject { ["type"] = new JsonArray(type, "null") };
        if (vorm is not null)
        {
            veld["format"] = vorm;
        }
        return veld;
    }
}
