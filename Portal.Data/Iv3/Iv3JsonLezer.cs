using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Data.Datasets;

namespace Portal.Data.Iv3;

/// <summary>The lasten and baten of a JSON delivery to amounts in euros, or to the reasons why not.</summary>
internal sealed partial class Iv3JsonLezer(
    Iv3Metadata meta,
    Iv3Definities? definities,
    int factor,
    ImportRapport rapport
)
{
    private readonly HashSet<(string, string, string, decimal?)> _gezien = [];
    private const decimal Grens = 999_999_999_999.99m; // numeric(14,2)

    public IReadOnlyList<Iv3Rij> Lees(JsonObject data)
    {
        var rijen = new List<Iv3Rij>();
        foreach (var (kant, bl) in new[] { ("lasten", "L"), ("baten", "B") })
        {
            var lijst =
                data[kant] as JsonArray
                ?? throw new ImportFout($"In {rapport.Bestand} ontbreekt het onderdeel data.{kant}.");
            rapport.Gelezen += lijst.Count;
            rijen.AddRange(
                lijst.Select((rij, i) => LeesRij(rij as JsonObject ?? [], kant, bl, i + 1)).OfType<Iv3Rij>()
            );
        }
        rapport.Geladen = rijen.Count;
        return rijen;
    }

    private Iv3Rij? LeesRij(JsonObject rij, string kant, string bl, int nummer)
    {
        var aantal = rapport.Afwijzingen.Count;
        void Wijs(string kolom, string reden) => rapport.Wijs(nummer, $"{kant}.{kolom}", rij[kolom]?.ToString(), reden);

        var (taakveld, categorie) = (Code(rij["taakveld"]), Code(rij["categorie"]));
        if (taakveld is null || TaakveldLijst.Splits(taakveld).Code != taakveld)
        {
            Wijs("taakveld", "dit is geen code van een taakveld; totalen horen niet in de levering");
        }
        else if (definities?.KentTaakveld(taakveld) == false)
        {
            Wijs("taakveld", $"dit taakveld bestaat niet in {definities.Jaar}");
        }
        if (categorie is null || !CategorieCode().IsMatch(categorie))
        {
            Wijs("categorie", "dit is geen code van een categorie; totalen horen niet in de levering");
        }
        else if (definities?.KentCategorie(kant, categorie) == false)
        {
            Wijs("categorie", $"deze categorie bestaat bij {kant} niet in {definities.Jaar}");
        }
        var bedrag = Euro(rij["bedrag"]);
        if (bedrag is null)
        {
            Wijs(
                "bedrag",
                $"schrijf een getal met hooguit {(factor == 1 ? "twee" : "vijf")} decimalen, zonder aanhalingstekens"
            );
        }
        if (
            rapport.Afwijzingen.Count == aantal
            && bedrag != 0
            && definities?.IsGrijs(kant, taakveld!, categorie!) == true
        )
        {
            Wijs("categorie", $"bij taakveld {taakveld} mag op deze categorie niets staan (grijze cel)");
        }
        if (rapport.Afwijzingen.Count == aantal && !_gezien.Add((kant, taakveld!, categorie!, bedrag)))
        {
            Wijs("categorie", "precies dezelfde rij stond al eerder in de levering");
        }
        return rapport.Afwijzingen.Count > aantal
            ? null
            : new(nummer, $"GM{meta.Nummer}", meta.Naam, taakveld!, categorie, bl, bedrag);
    }

    private decimal? Euro(JsonNode? node) =>
        Iv3Controles.Getal(node) is { } getal
        && Math.Abs(getal) <= Grens / factor
        && getal * factor == decimal.Round(getal * factor, 2)
            ? getal * factor
            : null;

    private static string? Code(JsonNode? node) =>
        node is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>().Trim() : null;

    [GeneratedRegex(@"^\d(\.\d{1,2}){1,2}$")]
    private static partial Regex CategorieCode();
}
