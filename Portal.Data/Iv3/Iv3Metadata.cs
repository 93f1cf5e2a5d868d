using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Portal.Data.Begrotingen;
using Portal.Data.Datasets;

namespace Portal.Data.Iv3;

/// <summary>Of which municipality, year and phase a JSON delivery is.</summary>
internal sealed partial record Iv3Metadata(string Nummer, string Naam, Iv3Periode Periode)
{
    public Dataset Dataset =>
        new(
            $"iv3-{Periode.Jaar}-{Periode.Fase}-{Nummer}",
            $"Iv3 {(Periode.Fase == "begroting" ? "begroting" : "jaarrekening")} {Periode.Jaar} van {Naam}",
            BegrotingOnderwerp.Code,
            "Zien wat de gemeente uitgeeft, en waaraan.",
            $"Gemeente {Naam}",
            "Iv3-levering van de gemeente aan het CBS",
            "Zie de voorwaarden van de bron"
        );

    public static Iv3Metadata Lees(string bestand, JsonObject wortel)
    {
        var meta =
            wortel["metadata"] as JsonObject
            ?? throw new ImportFout($"In {bestand} ontbreekt het onderdeel metadata: dit is geen Iv3-levering.");
        var (laag, nummer, naam) = (
            Tekst(meta, "overheidslaag"),
            Tekst(meta, "overheidsnummer"),
            Tekst(meta, "overheidsnaam")
        );
        if (laag != "Gemeente" || nummer is null || !Viercijfers().IsMatch(nummer) || string.IsNullOrWhiteSpace(naam))
        {
            throw new ImportFout(
                $"{bestand} is niet van een gemeente: overheidslaag '{laag}', nummer '{nummer}', naam "
                    + $"'{naam}'. Verwacht Gemeente, vier cijfers en een naam."
            );
        }
        var (jaar, periode, status) = (Getal(meta, "boekjaar"), Getal(meta, "periode"), Tekst(meta, "status"));
        // Quarters are cumulative parts of a year: shown as a year they would seem too low.
        if (periode is >= 1 and <= 4)
        {
            throw new ImportFout(
                $"{bestand} is van kwartaal {periode}. Het portaal toont hele jaren: laad de begroting "
                    + "(periode 0) of de jaarrekening (periode 5)."
            );
        }
        var fase = (periode, status) switch
        {
            (0, "Begroting") => "begroting",
            (5, "Realisatie") => "realisatie",
            _ => null,
        };
        return jaar is >= 1990 and <= 2100 && fase is not null
            ? new(nummer, naam.Trim(), new((short)jaar, fase))
            : throw new ImportFout(
                $"In {bestand} kan boekjaar '{jaar}' met periode '{periode}' en status '{status}' niet. "
                    + "Periode 0 hoort bij Begroting, 5 bij Realisatie."
            );
    }

    private static string? Tekst(JsonObject meta, string sleutel) =>
        meta[sleutel] is JsonValue v && v.GetValueKind() == JsonValueKind.String ? v.GetValue<string>() : null;

    private static int? Getal(JsonObject meta, string sleutel) =>
        int.TryParse(meta[sleutel]?.ToString(), NumberStyles.None, CultureInfo.InvariantCulture, out var getal)
            ? getal
            : null;

    [GeneratedRegex("^[0-9]{4}$")]
    private static partial Regex Viercijfers();
}
