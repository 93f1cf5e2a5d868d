using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Portal.Data.Iv3;

/// <summary>
/// The numbered controls of CBS whose meaning is published (fouten.json and the definitions of 2019 in
/// statistiekcbs/iv3_definities). They give remarks, not rejections: CBS accepts a delivery that explains itself.
/// </summary>
internal static class Iv3Controles
{
    private static readonly string[] Kanten = ["lasten", "baten"];

    public static IEnumerable<string> Voer(JsonObject wortel, Iv3Metadata meta, Iv3Definities definities, int factor)
    {
        var data = (JsonObject)wortel["data"]!;
        decimal Som(string onderdeel, Func<JsonObject, bool> telt) =>
            (data[onderdeel] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(telt)
                .Sum(r => (Getal(r["bedrag"]) ?? 0) * factor);

        var verschil = Som("lasten", _ => true) - Som("baten", _ => true);
        if (verschil != 0)
        {
            yield return $"PF006: alle lasten samen zijn {Euro(Math.Abs(verschil))} {(verschil > 0 ? "hoger" : "lager")} "
                + "dan alle baten; met 0.10 en 0.11 erbij horen ze gelijk te zijn.";
        }
        if (meta.Periode.Fase == "begroting")
        {
            yield break;
        }
        foreach (var (code, naam, begin) in new[] { ("PF007", "begin", true), ("PF008", "eind", false) })
        {
            var standen =
                Som("balans_standen", r => Is(r, 'A') && Begin(r) == begin)
                - Som("balans_standen", r => Is(r, 'P') && Begin(r) == begin);
            if (standen != 0)
            {
                yield return $"{code}: bij het {naam} van het jaar verschillen activa en passiva "
                    + $"{Euro(Math.Abs(standen))}.";
            }
        }
        var onverdeeld = Kanten.Sum(o =>
            (data[o] as JsonArray ?? [])
                .OfType<JsonObject>()
                .Where(r => Veld(r, "categorie") is "4.3.9" or "4.4.9")
                .Sum(r => Math.Abs(Getal(r["bedrag"]) ?? 0) * factor)
        );
        if (onverdeeld != 0)
        {
            yield return $"PF009: op de categorieën 4.3.9 en 4.4.9 (onverdeeld) staat {Euro(onverdeeld)}; na afloop van "
                + "het jaar horen die leeg te zijn.";
        }
        if (Rekeningen(Som, definities) is { } melding)
        {
            yield return melding;
        }

        bool Begin(JsonObject rij) => definities.IsBeginstand(Veld(rij, "standper") ?? "");
    }

    // 2019: c = lasten - baten on 6.1, b = baten - lasten on 1 to 5; |b - c| at most 1 % of the lasten on 1 to 5.
    private static string? Rekeningen(Func<string, Func<JsonObject, bool>, decimal> som, Iv3Definities definities)
    {
        decimal Beide(string kant, string groep) =>
            new[] { kant, $"balans_{kant}" }.Sum(o =>
                som(o, r => definities.InGroep(kant, groep, Veld(r, "categorie") ?? ""))
            );

        var lasten = Beide("lasten", "LR");
        var verschil = Math.Abs(Beide("baten", "LR") - lasten - (Beide("lasten", "FR") - Beide("baten", "FR")));
        return verschil <= Math.Abs(lasten) * 0.01m
            ? null
            : $"PF001: het saldo van de lopende rekening en dat van de financiële rekening verschillen "
                + $"{Euro(verschil)}, meer dan 1 % van de lasten.";
    }

    internal static decimal? Getal(JsonNode? node) =>
        node is JsonValue v
        && v.GetValueKind() == JsonValueKind.Number
        && decimal.TryParse(v.ToJsonString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var getal)
        && Math.Abs(getal) < 1e18m // what is more is refused as an amount, and would not add up
            ? getal
            : null;

    private static string? Veld(JsonObject rij, string naam) => (rij[naam] as JsonValue)?.ToString().Trim();

    private static bool Is(JsonObject rij, char kant) => Veld(rij, "balanscode")?.StartsWith(kant) == true;

    private static string Euro(decimal bedrag) => string.Create(CultureInfo.GetCultureInfo("nl-NL"), $"€ {bedrag:N0}");
}
