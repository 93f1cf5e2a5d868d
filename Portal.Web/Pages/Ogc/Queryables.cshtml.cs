using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.RateLimiting;
using Portal.Data.Ogc;
using Portal.Data.Uitvoer;
using Portal.Web.Pages.Api;

namespace Portal.Web.Pages.Ogc;

/// <summary>By what a collection can be narrowed, as JSON Schema (Part 3, /req/queryables).</summary>
[Toont]
[OgcParameters]
[EnableRateLimiting(Verzoekrem.Naam)]
public sealed class QueryablesModel : OgcModel
{
    public Collectie Collectie { get; private set; } = null!;
    public IReadOnlyList<Kiesveld> Kolommen => Kiesveld.Van(Collectie);

    public async Task<IActionResult> OnGetAsync(string collectie)
    {
        if (OgcNaam.Vind(await AlleAsync(HttpContext), collectie) is not { } gevonden)
        {
            return GeenCollectie(collectie);
        }
        Collectie = gevonden;
        return Antwoord(
            () =>
                new JsonObject
                {
                    ["$schema"] = "https://json-schema.org/draft/2020-12/schema",
                    ["$id"] = $"{Basis}/collections/{OgcNaam.Van(gevonden)}/queryables",
                    ["type"] = "object",
                    ["title"] = gevonden.Titel,
                    ["properties"] = new JsonObject(
                        Kolommen.Select(k => KeyValuePair.Create(k.Naam, (JsonNode?)Schemaveld(k)))
                    ),
                    ["additionalProperties"] = false,
                },
            Schema
        );
    }

    public static string Woord(Kiesveld kolom, Microsoft.Extensions.Localization.IStringLocalizer<Teksten> tekst) =>
        kolom.Soort switch
        {
            KiesveldSoort.Vorm => tekst["vorm op de kaart"].Value,
            KiesveldSoort.Dag => tekst["datum"].Value,
            KiesveldSoort.JaNee => tekst["ja of nee"].Value,
            KiesveldSoort.Getal => tekst["getal"].Value,
            _ => tekst["tekst"].Value,
        };

    public static JsonObject Schemaveld(Kiesveld kolom)
    {
        var veld = new JsonObject { ["title"] = kolom.Kop };
        if (kolom.Soort == KiesveldSoort.Vorm)
        {
            veld["format"] = "geometry-any";
            veld["x-ogc-role"] = "primary-geometry";
            return veld;
        }
        veld["type"] =
            kolom.Kolom is { } k ? ApiSchema.Type(k.Soort)
            : kolom.Soort == KiesveldSoort.Getal ? "integer"
            : "string";
        if (kolom.Kolom is { } met)
        {
            veld["description"] = ApiSchema.Uitleg(met);
            if (ApiSchema.Vorm(met.Soort) is { } vorm)
            {
                veld["format"] = vorm;
            }
            if (met is { Codes.Count: > 0, AndereOok: false })
            {
                veld["enum"] = new JsonArray([.. met.Codes.Select(c => JsonValue.Create(c.Code))]);
            }
        }
        return veld;
    }
}
