using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Portal.Data;
using Portal.Data.Bestanden;
using Portal.Data.Ophalen;

namespace Portal.Web.Beheer;

/// <summary>A source as it was filled in, to the description that a file of <c>bronnen</c> has.</summary>
public sealed class Bronformulier(IFormCollection formulier)
{
    private const int Langst = 2000;

    /// <exception cref="ImportFout">Something is missing, or is no source.</exception>
    public (string Code, string Json) Lees()
    {
        var titel = Eis("titel", "de titel");
        var (code, eigenaar) = (Code(titel), Eis("eigenaar", "van wie de gegevens zijn"));
        var json = new JsonObject
        {
            ["code"] = code,
            ["titel"] = titel,
            ["soort"] = "laag",
            ["doel"] = Eis("doel", "waar bewoners het voor kunnen gebruiken"),
            ["ritme"] = Eis("ritme", "hoe vaak er iets nieuws komt"),
            ["adres"] = Eis("adres", "het adres"),
            ["formaat"] = IsCsv ? "csv" : "geoJson",
            ["gezien"] = "opgegeven op /beheer",
            ["herkomst"] = new JsonObject
            {
                ["eigenaar"] = eigenaar,
                ["bron"] = $"{eigenaar}: {titel}",
                ["licentie"] = Eis("licentie", "de licentie"),
                ["licentieUrl"] = Eis("licentieUrl", "het adres van de licentie"),
            },
            ["laag"] = Laag(),
        }.ToJsonString();
        Bronlijst.Lees(json, "Deze bron");
        return (code, json);
    }

    private bool IsCsv => formulier["formaat"] == "csv";

    private JsonObject Laag()
    {
        var laag = new JsonObject { ["thema"] = Eis("thema", "het thema"), ["kolommen"] = Kolommen() };
        if (IsCsv)
        {
            laag["plaats"] = new JsonObject
            {
                ["straat"] = Eis("straat", "de kolom met de straat"),
                ["postcode"] = Eis("postcode", "de kolom met de postcode"),
                ["woonplaats"] = Eis("woonplaats", "de kolom met de woonplaats"),
                ["huisnummer"] = Tekst("huisnummer"),
            };
        }
        return laag;
    }

    private JsonObject Kolommen()
    {
        var kolommen = new JsonObject
        {
            ["id"] = Eis("id", "de kolom die elk ding uniek maakt"),
            ["naam"] = Eis("naam", "de kolom met de naam"),
        };
        foreach (var regel in (Tekst("kolommen") ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            if (regel.Split('=', 2, StringSplitOptions.TrimEntries) is not [{ Length: > 0 } ons, { Length: > 0 } bron])
            {
                throw new ImportFout(
                    $"Schrijf bij de kolommen: soort = typefunctioneelgebied. Er staat: {Zin.Veilig(regel, 80)}"
                );
            }
            kolommen[ons] = bron;
        }
        return kolommen;
    }

    // As a dataset is called in addresses
    private static string Code(string titel)
    {
        var plat = titel
            .ToLowerInvariant()
            .Normalize(NormalizationForm.FormD)
            .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
            .Select(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) ? c : '-');
        var code = string.Join('-', string.Concat(plat).Split('-', StringSplitOptions.RemoveEmptyEntries));
        return code.Length is > 0 and <= 60
            ? code
            : throw new ImportFout("Neem een titel met letters, van hoogstens 60 tekens.");
    }

    private string Eis(string veld, string wat) => Tekst(veld) ?? throw new ImportFout($"Vul in: {wat}.");

    private string? Tekst(string veld) =>
        formulier[veld].ToString().Trim() is not { Length: > 0 } tekst ? null
        : tekst.Length > Langst ? throw new ImportFout($"Wat er in het veld ‘{veld}’ staat, is te lang.")
        : veld != "adres" && Privacy.Vind(tekst) is { } soort
            ? throw new ImportFout($"Hierin staat een {soort}. Haal het weg.")
        : tekst;
}
