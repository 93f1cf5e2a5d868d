using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Iv3;

/// <summary>An amount as CBS states it, × € 1,000; null: no figure.</summary>
internal sealed record Iv3Cel(int Rij, string Taakveld, string Categorie, decimal? Eerste, decimal? Tweede);

/// <summary>
/// Rows of a table of Iv3 at CBS dataderden (45067NED and so on), in an answer of OData 3 that was kept: of the
/// municipality asked for, in one year and phase.
/// </summary>
internal sealed partial record Iv3ODataBestand(Iv3Periode Periode, IReadOnlyList<Iv3Cel> Cellen)
{
    /// <summary>What CBS writes for "no figure". Other amounts may well be lower, so it is compared whole.</summary>
    private const decimal GeenCijfer = -99998;

    public static bool Herkent(Levering levering)
    {
        try
        {
            var (json, _) = JsonBestand.Lees(levering.Pad, levering.Naam);
            using (json)
            {
                return Rijen(json.RootElement) is { } rijen
                    && rijen.EnumerateArray().FirstOrDefault() is { ValueKind: JsonValueKind.Object } eerste
                    && eerste.TryGetProperty("TaakveldBalanspost", out _);
            }
        }
        catch (ImportFout)
        {
            return false; // what is wrong with it, the reader of the other form says
        }
    }

    /// <exception cref="ImportFout">Nothing in it is of this municipality, or it is of several years or
    /// phases.</exception>
    public static Iv3ODataBestand Lees(Levering levering, string gemeente)
    {
        var (json, _) = JsonBestand.Lees(levering.Pad, levering.Naam);
        using (json)
        {
            var eigen = Rijen(json.RootElement)!
                .Value.EnumerateArray()
                .Select((rij, i) => (Nummer: i + 1, Rij: rij))
                .Where(r => r.Rij.ValueKind == JsonValueKind.Object && Tekst(r.Rij, "Gemeenten") == gemeente)
                .ToList();
            var soorten = eigen.Select(r => Tekst(r.Rij, "Verslagsoort")).Distinct().ToList();
            if (soorten.Count != 1)
            {
                throw new ImportFout(
                    soorten.Count == 0
                        ? $"{levering.Naam} heeft geen rijen van {gemeente}. Er is niets veranderd."
                        : $"{levering.Naam} heeft meer verslagen ({string.Join(", ", soorten)}). Lever elk in "
                            + "een eigen bestand."
                );
            }
            return new(PeriodeVan(levering.Naam, soorten[0]), [.. eigen.Select(r => Cel(r.Nummer, r.Rij))]);
        }
    }

    // 2024X000 is the budget, 2024X005 the account; X001 to X004 are quarters
    private static Iv3Periode PeriodeVan(string naam, string? verslag) =>
        Verslag().Match(verslag ?? "") is { Success: true } gevonden
            ? new(
                short.Parse(gevonden.Groups[1].ValueSpan, CultureInfo.InvariantCulture),
                gevonden.Groups[2].Value == "0" ? "begroting" : "realisatie"
            )
            : throw new ImportFout(
                $"{naam} is van verslag '{Zin.Veilig(verslag ?? "", 20)}'. Het portaal toont hele jaren: een "
                    + "begroting (X000) "
                    + "of een jaarrekening (X005)."
            );

    private static Iv3Cel Cel(int nummer, JsonElement rij) =>
        new(
            nummer,
            Tekst(rij, "TaakveldBalanspost") ?? "",
            Tekst(rij, "Categorie") ?? "",
            Bedrag(rij, "k_1ePlaatsing"),
            Bedrag(rij, "k_2ePlaatsing")
        );

    private static decimal? Bedrag(JsonElement rij, string kolom) =>
        rij.EnumerateObject().FirstOrDefault(l => l.Name.StartsWith(kolom, StringComparison.Ordinal)).Value
            is { ValueKind: JsonValueKind.Number } waarde
        && waarde.TryGetDecimal(out var getal)
        && getal != GeenCijfer
            ? getal
            : null;

    private static string? Tekst(JsonElement rij, string kolom) =>
        rij.TryGetProperty(kolom, out var waarde) && waarde.ValueKind == JsonValueKind.String
            ? JsonBestand.Tekst(waarde)?.Trim()
            : null;

    private static JsonElement? Rijen(JsonElement json) =>
        json.ValueKind == JsonValueKind.Object
        && json.TryGetProperty("value", out var rijen)
        && rijen.ValueKind == JsonValueKind.Array
            ? rijen
            : null;

    [GeneratedRegex(@"^(\d{4})X00([05])$")]
    private static partial Regex Verslag();
}
