using System.Text.Json.Nodes;
using Portal.Data.Uitvoer;

namespace Portal.Web.Pages.Api;

/// <summary>What a row looks like, in JSON Schema, out of the columns.</summary>
public static class ApiSchema
{
    public static JsonObject Van(Collectie collectie)
    {
        var velden = new JsonObject
        {
            ["id"] = Veld("string", "De sleutel van de bron: samen met dataset is dit uniek."),
            ["titel"] = Veld("string", "Hoe het heet."),
            ["gebiedscode"] = Veld("string", "Code van het kleinste gebied waar het in ligt.", leeg: true),
            ["gebied"] = Veld("string", "Naam van dat gebied.", leeg: true),
            ["gebiedstype"] = Veld("string", "Buurt, wijk, gebied, stadsdeel of stad.", leeg: true),
            ["dataset"] = Veld("string", "Code van de dataset waar de rij uit komt."),
            ["versie"] = Veld("integer", "Nummer van de versie van die dataset."),
        };
        foreach (var kolom in collectie.Kolommen)
        {
            velden[kolom.ApiNaam] = Van(kolom);
        }
        if (collectie.MetPlek)
        {
            velden["lon"] = Veld("number", "Lengtegraad van het midden (WGS84).", leeg: true);
            velden["lat"] = Veld("number", "Breedtegraad van het midden (WGS84).", leeg: true);
        }
        return new()
        {
            ["type"] = "object",
            ["description"] = collectie.Uitleg,
            ["required"] = new JsonArray([.. velden.Select(v => JsonValue.Create(v.Key))]),
            ["properties"] = velden,
        };
    }

    public static JsonObject Veld(string type, string uitleg, string? vorm = null, bool leeg = false)
    {
        var veld = new JsonObject { ["type"] = leeg ? new JsonArray(type, "null") : type, ["description"] = uitleg };
        if (vorm is not null)
        {
            veld["format"] = vorm;
        }
        return veld;
    }

    public static string Type(KolomSoort soort) =>
        soort switch
        {
            KolomSoort.Jaar or KolomSoort.Aantal => "integer",
            KolomSoort.Getal or KolomSoort.Bedrag => "number",
            KolomSoort.JaNee => "boolean",
            _ => "string",
        };

    public static string? Vorm(KolomSoort soort) =>
        soort switch
        {
            KolomSoort.Datum => "date",
            KolomSoort.Url => "uri",
            _ => null,
        };

    private static JsonObject Van(Kolom kolom) => Veld(Type(kolom.Soort), Uitleg(kolom), Vorm(kolom.Soort), leeg: true);

    public static string Uitleg(Kolom kolom)
    {
        var codes = kolom.Codes.Where(c => c.Code != c.Naam).Select(c => $"{c.Code} = {c.Naam}").ToList();
        return string.Join(
            ' ',
            new[]
            {
                kolom.Kop + ".",
                kolom.Uitleg,
                kolom.Soort == KolomSoort.Bedrag ? "In euro's." : null,
                codes.Count > 0 ? string.Join(", ", codes) + "." : null,
            }.OfType<string>()
        );
    }
}
