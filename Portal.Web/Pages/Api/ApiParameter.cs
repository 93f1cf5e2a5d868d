using System.Text.Json.Nodes;
using Portal.Data.Begrotingen;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Api;

/// <summary>What can be asked of a list, described, with an example that can be asked.</summary>
public static class ApiParameter
{
    private static readonly Dictionary<string, (string Uitleg, string? Vorm)> Vast = new()
    {
        ["gebied"] = ("Code van een gebied: alles wat er in ligt.", null),
        ["zoek"] = ("Woorden die in de tekst staan.", null),
        ["van"] = ("Vanaf deze dag.", "date"),
        ["tot"] = ("Tot en met deze dag.", "date"),
        ["nog"] = ("Met ja: alleen waarop nu nog gereageerd kan worden.", null),
        ["bij"] = ("Rond deze plek: breedtegraad, komma, lengtegraad (WGS84).", null),
        ["straal"] = ("Hoe ver rond die plek, in meters: 250, 500 of 1000. Alleen samen met bij.", null),
        ["vlak"] = ("Binnen deze hoeken: plekken met een puntkomma ertussen, drie tot 25.", null),
    };

    private static readonly Dictionary<string, string> VanPosten = new()
    {
        ["jaar"] = "Het jaar. Zonder jaar: het laatste dat compleet is.",
        ["fase"] = $"Soort bedrag: {string.Join(", ", BegrotingAanbod.Fasen)}. Soorten tellen nooit bij elkaar op.",
        ["programma"] = "Code van een programma.",
        ["bl"] = "L voor lasten (uitgaven), B voor baten (inkomsten).",
        ["tel"] = "alles, afgeleid (zonder verdeelde posten) of direct (alleen met een eigen plek).",
        ["gebied"] = "Code of naam van een gebied: alles wat er in ligt; van een verdeelde post het deel.",
        ["taakveld"] = "Code van een taakveld, als 5.7; - is zonder taakveld.",
        ["zoek"] = "Woorden, of het begin daarvan; -woord sluit uit.",
        ["ontvanger"] = "Een deel van de naam van de ontvanger.",
        ["van"] = "Laagste bedrag in euro's.",
        ["tot"] = "Hoogste bedrag in euro's.",
        ["jaarsoort"] = "toekenning (het jaar van de boeken) of waarvoor (de jaren waarvoor het is).",
    };

    public static IEnumerable<JsonNode> Van(Collectie collectie, JsonObject? rij)
    {
        if (collectie == PostCollectie.Collectie)
        {
            return VanPosten.Select(p => (JsonNode)Query(p.Key, p.Value, null, VoorbeeldVanPost(p.Key, rij)));
        }
        return ApiKeuze
            .Parameters(collectie)
            .Except(ApiKeuze.VanBladen)
            .Select(n =>
                collectie.Filters.FirstOrDefault(k => k.ApiNaam == n) is { } kolom
                    ? (JsonNode)VanKolom(kolom, rij)
                    : Query(n, Vast[n].Uitleg, Vast[n].Vorm, Voorbeeld(n, rij))
            );
    }

    public static JsonNode InPad(string naam, JsonNode voorbeeld) =>
        new JsonObject
        {
            ["name"] = naam,
            ["in"] = "path",
            ["required"] = true,
            ["description"] = naam switch
            {
                "dataset" => "Code van de dataset.",
                "versie" => "Nummer van de versie.",
                _ => "De sleutel van de bron.",
            },
            ["schema"] = new JsonObject { ["type"] = naam == "versie" ? "integer" : "string" },
            ["example"] = voorbeeld,
        };

    private static JsonObject VanKolom(Kolom kolom, JsonObject? rij)
    {
        var parameter = Query(kolom.ApiNaam, ApiSchema.Uitleg(kolom), null, rij?[kolom.ApiNaam]?.ToString());
        if (kolom is { Codes.Count: > 0, AndereOok: false })
        {
            parameter["schema"]!["enum"] = new JsonArray([.. kolom.Codes.Select(c => JsonValue.Create(c.Code))]);
        }
        return parameter;
    }

    private static JsonObject Query(string naam, string uitleg, string? vorm, string? voorbeeld)
    {
        var schema = new JsonObject { ["type"] = "string" };
        if (vorm is not null)
        {
            schema["format"] = vorm;
        }
        var parameter = new JsonObject
        {
            ["name"] = naam,
            ["in"] = "query",
            ["description"] = uitleg,
            ["schema"] = schema,
        };
        if (voorbeeld is { Length: > 0 })
        {
            parameter["example"] = voorbeeld;
        }
        return parameter;
    }

    private static string? Voorbeeld(string naam, JsonObject? rij) =>
        naam switch
        {
            "gebied" => rij?["gebiedscode"]?.ToString(),
            "zoek" => rij?["titel"]?.ToString().Split(' ')[0],
            "van" => "2020-01-01",
            "tot" => "2099-12-31",
            "nog" => "ja",
            "bij" => rij is { } r && r["lat"] is { } lat && r["lon"] is { } lon ? $"{lat},{lon}" : null,
            "vlak" => "52.37,4.88;52.37,4.9;52.38,4.89",
            _ => null, // straal says nothing alone
        };

    private static string? VoorbeeldVanPost(string naam, JsonObject? rij) =>
        naam switch
        {
            "jaar" or "fase" or "programma" or "bl" or "taakveld" => rij?[naam]?.ToString(),
            "gebied" => rij?["gebiedscode"]?.ToString(),
            "tel" => "alles",
            "zoek" => "subsidie",
            "van" => "100",
            "tot" => "1000000",
            "jaarsoort" => BegrotingKeuze.Toekenning,
            _ => null,
        };
}
