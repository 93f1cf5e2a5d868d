using System.Text.Json.Nodes;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Api;

/// <summary>
/// The description of the API (OpenAPI 3.1), out of the collections and their columns. Its examples are rows that there
/// are, so every one of them can be asked.
/// </summary>
public static class ApiDocument
{
    public static async Task<JsonObject> MaakAsync(ApiVraag vraag, ApiBron bron)
    {
        var ct = vraag.Context.RequestAborted;
        var (paden, schemas) = (new JsonObject(), ApiVast.Schemas());
        foreach (var collectie in await ApiInhoud.VanAsync(vraag.Lijst))
        {
            schemas[Schemanaam(collectie)] = ApiSchema.Van(collectie);
            var rij = await bron.RijAsync(vraag.Bladen, collectie, ct);
            paden[$"/{collectie.Pad}"] = Lijst(collectie, rij);
            if (rij is not null)
            {
                var (pad, een) = Een(collectie, rij);
                paden[pad] = een;
            }
        }
        await ApiVast.VoegPadenToeAsync(paden, bron, ct);
        var gemeente = (await bron.Datasets.GemeenteAsync(ct))?.Naam ?? "Buurtbegroting";
        return new()
        {
            ["openapi"] = "3.1.0",
            ["info"] = Info(gemeente, vraag.Context.Request, bron.Instellingen),
            ["servers"] = new JsonArray(new JsonObject { ["url"] = Server(vraag.Context.Request) }),
            ["tags"] = new JsonArray(
                new JsonObject { ["name"] = "Gegevens", ["description"] = "De rijen van elke collectie." },
                new JsonObject { ["name"] = "Bronnen", ["description"] = "Datasets, hun versies en licenties." }
            ),
            ["paths"] = paden,
            ["components"] = new JsonObject
            {
                ["schemas"] = schemas,
                ["responses"] = ApiVast.Antwoorden(),
                ["parameters"] = ApiVast.Parameters(),
                ["headers"] = ApiVast.Headers(),
            },
        };
    }

    private static JsonObject Info(string gemeente, HttpRequest request, Instellingen instellingen)
    {
        var contact = new JsonObject
        {
            ["name"] = instellingen.Naam ?? gemeente,
            ["url"] = $"{request.Scheme}://{request.Host}/api/v1",
        };
        if (instellingen.Contact is { } adres)
        {
            contact["email"] = adres;
        }
        return new()
        {
            ["title"] = $"Open data van {gemeente}",
            ["summary"] = "Alles wat op deze site staat, om met een programma te lezen.",
            ["description"] =
                "Alleen lezen, zonder sleutel. Een lijst komt in delen: volg next tot het er niet meer staat. Bedragen "
                + "zijn euro's, datums zijn ISO 8601, wat niet bekend is is null. Vormen op de kaart (GeoJSON) "
                + "geeft /ogc.",
            ["version"] = Programmadeur.Versie,
            ["contact"] = contact,
        };
    }

    private static string Server(HttpRequest request) =>
        $"{request.Scheme}://{request.Host}{request.PathBase}{Programmadeur.Api}";

    private static JsonObject Lijst(Collectie collectie, JsonObject? rij)
    {
        var parameters = new JsonArray([.. ApiParameter.Van(collectie, rij)]);
        foreach (var naam in ApiKeuze.VanBladen)
        {
            parameters.Add(ApiVast.Verwijs("parameters", naam));
        }
        var voorbeeld = new JsonObject
        {
            ["_links"] = new JsonObject(),
            ["rijen"] = rij is null ? new JsonArray() : new JsonArray(rij.DeepClone()),
        };
        var antwoorden = new JsonObject
        {
            ["200"] = ApiVast.Goed($"Een deel van: {collectie.Titel}.", LijstSchema(collectie), voorbeeld),
        };
        if (BladQueries.IsGeheel(collectie))
        {
            antwoorden["410"] = ApiVast.Verwijs("responses", "Verlopen");
        }
        return ApiVast.Get(
            ($"lijst-{collectie.Pad.Replace('/', '-')}", collectie.Titel, collectie.Uitleg, "Gegevens"),
            parameters,
            antwoorden
        );
    }

    private static JsonObject LijstSchema(Collectie collectie)
    {
        var velden = new JsonObject
        {
            ["_links"] = ApiVast.Verwijs("schemas", "Links"),
            ["aantal"] = ApiSchema.Veld("integer", "Hoeveel er in alle delen samen zijn; alleen met metAantal=ja."),
            ["rijen"] = new JsonObject
            {
                ["type"] = "array",
                ["items"] = ApiVast.Verwijs("schemas", Schemanaam(collectie)),
            },
        };
        if (collectie == PostCollectie.Collectie)
        {
            velden["bedrag"] = ApiSchema.Veld(
                "number",
                "De som van alle delen samen, in euro's; alleen met metAantal=ja."
            );
        }
        return new()
        {
            ["type"] = "object",
            ["required"] = new JsonArray("_links", "rijen"),
            ["properties"] = velden,
        };
    }

    private static (string Pad, JsonObject Een) Een(Collectie collectie, JsonObject rij)
    {
        var isPost = collectie == PostCollectie.Collectie;
        string[] namen = isPost ? ["dataset", "versie", "sleutel"] : ["dataset", "sleutel"];
        var parameters = new JsonArray([
            .. namen.Select(n => ApiParameter.InPad(n, rij[n == "sleutel" ? "id" : n]!.DeepClone())),
        ]);
        var schema = isPost
            ? ApiVast.Verwijs("schemas", "PostVanVersie")
            : ApiVast.Verwijs("schemas", Schemanaam(collectie));
        return (
            $"/{collectie.Pad}/{string.Join('/', namen.Select(n => $"{{{n}}}"))}",
            ApiVast.Get(
                ($"een-{collectie.Pad.Replace('/', '-')}", $"Eén {collectie.Enkelvoud}", collectie.Uitleg, "Gegevens"),
                parameters,
                new()
                {
                    ["200"] = ApiVast.Goed($"Eén {collectie.Enkelvoud}.", schema, isPost ? null : rij.DeepClone()),
                    ["404"] = ApiVast.Verwijs("responses", "NietGevonden"),
                }
            )
        );
    }

    private static string Schemanaam(Collectie collectie) =>
        string.Concat(
            collectie.Pad.Split('/', '-').Where(d => d.Length > 0).Select(d => char.ToUpperInvariant(d[0]) + d[1..])
        );
}
