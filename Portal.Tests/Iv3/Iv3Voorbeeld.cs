using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Tests.Iv3;

/// <summary>
/// An invented delivery of the example municipality, and an invented definition file in the form of CBS.
/// </summary>
internal static class Iv3Voorbeeld
{
    public static JsonObject Levering(short jaar, int periode = 5) =>
        (JsonObject)
            JsonNode.Parse(
                $$"""
                {
                  "metadata": { "overheidslaag": "Gemeente", "overheidsnummer": "9999", "overheidsnaam": "Markerwaard", "boekjaar": {{jaar}}, "periode": {{periode}},
                    "status": "{{(
                    periode == 0 ? "Begroting" : "Realisatie"
                )}}", "datum": "{{jaar}}-11-15T12:00:00+01:00", "details_openbaar": false, "financieel_pakket": "x", "export_software": "y" },
                  "contact": { "naam": "Piet Geheim", "email": "p.geheim@voorbeeld.nl", "telefoon": "0612345678" },
                  "opmerkingen": [ { "tekst": "Bel mij even", "auteur": "P. Geheim" } ],
                  "data": {
                    "lasten": [
                      { "taakveld": "0.1", "categorie": "1.1", "bedrag": 600, "details": { "grootboek": "Loon van Piet Geheim" } },
                      { "taakveld": "5.7", "categorie": "3.8", "bedrag": 250.5 },
                      { "taakveld": "5.7", "categorie": "1.1", "bedrag": 149.5 },
                      { "taakveld": "0.10", "categorie": "7.1", "bedrag": 80 },
                      { "taakveld": "0.11", "categorie": "7.1", "bedrag": 20 } ],
                    "baten": [ { "taakveld": "0.7", "categorie": "4.3.1", "bedrag": 1000 }, { "taakveld": "0.10", "categorie": "7.1", "bedrag": 100 } ],
                    "balans_lasten": [],
                    "balans_baten": [],
                    "balans_standen": [
                      { "balanscode": "A111", "standper": "1 januari", "bedrag": 40 }, { "balanscode": "P111", "standper": "1 januari", "bedrag": 40 },
                      { "balanscode": "A111", "standper": "ultimo", "bedrag": 60 }, { "balanscode": "P111", "standper": "ultimo", "bedrag": 60 } ]
                  }
                }
                """
            )!;

    public static string Definities(short jaar) =>
        $$"""
            {
              "metadata": { "overheidslaag": "Gemeente", "boekjaar": "{{jaar}}" },
              "codelijsten": {
                "taakveld": { "codelijst": [ { "code": "Tot_TV", "omschrijving": "Totaal", "subcodes": [
                  { "code": "0.", "omschrijving": "BESTUUR", "subcodes": [ { "code": "0.1", "omschrijving": "Bestuur" }, { "code": "0.7", "omschrijving": "Uitkeringen" }, { "code": "0.10", "omschrijving": "Mutaties reserves" }, { "code": "0.11", "omschrijving": "Resultaat" } ] },
                  { "code": "5.", "omschrijving": "SPORT", "subcodes": [ { "code": "5.7", "omschrijving": "Groen" } ] } ] } ] },
                "categorie_lasten": { "codelijst": [ { "code": "Tot_cat_l", "omschrijving": "Totaal", "subcodes": [
                  { "code": "LR", "omschrijving": "Lopend", "subcodes": [ { "code": "1.1", "omschrijving": "Loon" }, { "code": "3.8", "omschrijving": "Diensten" }, { "code": "4.3.9", "omschrijving": "Onverdeeld" } ] },
                  { "code": "FR", "omschrijving": "Financieel", "subcodes": [ { "code": "6.1", "omschrijving": "Transacties" } ] },
                  { "code": "IV", "omschrijving": "Intern", "subcodes": [ { "code": "7.1", "omschrijving": "Reserves" }, { "code": "7.5", "omschrijving": "Overig" } ] } ] } ] },
                "categorie_baten": { "codelijst": [ { "code": "Tot_cat_b", "omschrijving": "Totaal", "subcodes": [
                  { "code": "LR", "omschrijving": "Lopend", "subcodes": [ { "code": "4.3.1", "omschrijving": "Rijk" } ] },
                  { "code": "FR", "omschrijving": "Financieel", "subcodes": [ { "code": "6.1", "omschrijving": "Transacties" } ] },
                  { "code": "IV", "omschrijving": "Intern", "subcodes": [ { "code": "7.1", "omschrijving": "Reserves" } ] } ] } ] },
                "standper": { "codelijst": [ { "code": "1 januari", "omschrijving": "begindatum" }, { "code": "ultimo", "omschrijving": "einddatum" } ] }
              },
              "grijze_cellen": { "lasten": [ { "taakveld": "0.1", "categorie": "3.8" } ], "baten": [ { "taakveld": "5.7", "categorie": "4.3.1" } ] }
            }
            """;

    public static JsonObject Rij(string taakveld, string categorie, object bedrag) =>
        new()
        {
            ["taakveld"] = taakveld,
            ["categorie"] = categorie,
            ["bedrag"] = JsonSerializer.SerializeToNode(bedrag),
        };
}
