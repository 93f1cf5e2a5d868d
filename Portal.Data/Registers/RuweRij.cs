using System.Text.Json;
using Portal.Data.Bestanden;

namespace Portal.Data.Registers;

/// <summary>A row as a file gives it: a text per column, and a shape still in the file's own coordinates and form.</summary>
/// <param name="Nummer">Counts from 1; in a CSV the header is row 1.</param>
/// <param name="Fout">Why the row cannot be read at all.</param>
public sealed record RuweRij(int Nummer, Func<string, string?> Veld, string? GeoJson = null, string? Fout = null);

/// <summary>A delivery of rows: CSV, XLSX or GeoJSON.</summary>
public sealed record RuwBestand(string Naam, IReadOnlyList<string> Kolommen, IEnumerable<RuweRij> Rijen)
{
    /// <summary>The columns that say where a row is, in the order in which they are tried.</summary>
    public static readonly string[] Plek = ["wkt", "geojson", "x", "y", "lon", "lat"];

    /// <exception cref="ImportFout">It is none of these, or is cut off.</exception>
    public static RuwBestand Lees(string pad)
    {
        var naam = Path.GetFileName(pad);
        return Path.GetExtension(pad).ToLowerInvariant() is ".geojson" or ".json"
            ? VanGeoJson(naam, Tekst.Decodeer(File.ReadAllBytes(pad)))
            : VanCsv(naam, CsvBestand.Lees(pad));
    }

    /// <summary>How a column is called, whatever its capitals, spaces and dashes.</summary>
    public static string Sleutel(string kolom) => string.Concat(kolom.Where(char.IsLetterOrDigit)).ToLowerInvariant();

    private static RuwBestand VanCsv(string naam, CsvBestand csv) =>
        new(
            naam,
            csv.Behalve([]),
            csv.Rijen.Where(r => !r.IsLeeg && !r.IsStreepjes)
                .Select(r => new RuweRij(r.Nummer, k => r[k], Fout: r.Kapot))
        );

    private static RuwBestand VanGeoJson(string naam, string tekst)
    {
        try
        {
            using var json = JsonDocument.Parse(tekst);
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("features", out var features)
                || features.ValueKind != JsonValueKind.Array
            )
            {
                throw new ImportFout($"{naam} is geen GeoJSON: het hoort een FeatureCollection te zijn, met features.");
            }
            var rijen = features.EnumerateArray().Select((f, i) => Feature(i + 1, f)).ToList();
            return new(naam, [.. rijen.SelectMany(r => r.Namen).Distinct()], rijen.Select(r => r.Rij));
        }
        catch (JsonException fout)
        {
            throw new ImportFout(
                $"{naam} is geen volledig JSON-bestand: het gaat mis op regel {fout.LineNumber + 1}. Haal het opnieuw op.",
                fout
            );
        }
    }

    private static (RuweRij Rij, IEnumerable<string> Namen) Feature(int nummer, JsonElement feature)
    {
        if (feature.ValueKind != JsonValueKind.Object)
        {
            return (new(nummer, _ => null, Fout: "dit onderdeel van features is geen object"), []);
        }
        var velden = new Dictionary<string, string?>();
        var namen = new List<string>();
        if (feature.TryGetProperty("properties", out var p) && p.ValueKind == JsonValueKind.Object)
        {
            foreach (var veld in p.EnumerateObject())
            {
                velden.TryAdd(Sleutel(veld.Name), Waarde(veld.Value));
                namen.Add(veld.Name);
            }
        }
        if (feature.TryGetProperty("id", out var id) && velden.TryAdd("id", Waarde(id)))
        {
            namen.Add("id");
        }
        var vorm =
            feature.TryGetProperty("geometry", out var g) && g.ValueKind == JsonValueKind.Object
                ? g.GetRawText()
                : null;
        return (new(nummer, k => velden.GetValueOrDefault(Sleutel(k)), vorm), namen);
    }

    private static string? Waarde(JsonElement waarde) =>
        waarde.ValueKind switch
        {
            JsonValueKind.String => waarde.GetString()!.Trim() is { Length: > 0 } tekst ? tekst : null,
            JsonValueKind.True => "ja",
            JsonValueKind.False => "nee",
            JsonValueKind.Number => waarde.GetRawText(),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => waarde.GetRawText(), // a list or an object: as it was written
        };
}
