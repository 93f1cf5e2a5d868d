using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Portal.Data.Bestanden;

namespace Portal.Data.Gebieden;

/// <summary>
/// Reads areas from GeoJSON (Amsterdam API, CBS/PDOK) and from the Amsterdam API's HAL JSON. Names are matched
/// without case; relations may be called <c>ligtInWijkId</c>, <c>ligtinwijkId</c> or <c>ligtInGebiedenWijkId</c>.
/// </summary>
public static class GebiedBestand
{
    /// <summary>By its name, or by how it begins.</summary>
    public static bool IsJson(string pad)
    {
        if (Path.GetExtension(pad).ToLowerInvariant() is ".geojson" or ".json")
        {
            return true;
        }
        using var bestand = File.OpenRead(pad);
        var begin = new byte[64];
        var tekst = Encoding.Latin1.GetString(begin, 0, bestand.ReadAtLeast(begin, begin.Length, false));
        return tekst.TrimStart('ï', '»', '¿', ' ', '\t', '\r', '\n') is ['{' or '[', ..];
    }

    /// <exception cref="ImportFout">The file is cut off, or is not GeoJSON or HAL JSON with areas.</exception>
    public static IReadOnlyList<GebiedRij> Lees(string naam, byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(AlsUtf8(bytes));
            return Rijen(naam, json.RootElement);
        }
        catch (JsonException fout)
        {
            var staart = Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, bytes.Length - 200)));
            throw new ImportFout(
                staart.Contains("Aborted by", StringComparison.Ordinal)
                    ? $"De bron heeft {naam} halverwege afgebroken (\"Aborted by …\" aan het eind). Haal het "
                        + "bestand opnieuw op; er is niets veranderd."
                    : $"{naam} is geen volledig JSON-bestand: het gaat mis op regel {fout.LineNumber + 1}. "
                        + "Waarschijnlijk is het afgekapt; haal het opnieuw op.",
                fout
            );
        }
    }

    // JSON is UTF-8, but Windows-1252 is what some systems write; JsonDocument only finds out at the first text.
    private static ReadOnlyMemory<byte> AlsUtf8(byte[] bytes) =>
        !Utf8.IsValid(bytes) ? Encoding.UTF8.GetBytes(Tekst.Decodeer(bytes))
        : bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsMemory(Encoding.UTF8.Preamble.Length)
        : bytes;

    private static List<GebiedRij> Rijen(string naam, JsonElement wortel)
    {
        if (Lid(wortel, "features") is { ValueKind: JsonValueKind.Array } features)
        {
            return [.. features.EnumerateArray().Select((feature, i) => Rij(i + 1, feature, Feature))];
        }
        if (
            Lid(wortel, "_embedded") is { ValueKind: JsonValueKind.Object } embedded
            && embedded.EnumerateObject().FirstOrDefault(l => l.Value.ValueKind == JsonValueKind.Array)
                is { Value.ValueKind: JsonValueKind.Array } lijst
        )
        {
            return [.. lijst.Value.EnumerateArray().Select((gebied, i) => Rij(i + 1, gebied, Hal(lijst.Name)))];
        }
        throw new ImportFout(
            $"{naam} is geen GeoJSON (FeatureCollection) en geen HAL-JSON van de gebieden-API. Lever een van die twee."
        );
    }

    private static GebiedRij Rij(int rij, JsonElement gebied, Func<int, JsonElement, GebiedRij> lees)
    {
        try
        {
            return gebied.ValueKind == JsonValueKind.Object
                ? lees(rij, gebied)
                : new() { Rij = rij, Kapot = "hier staat geen gebied met eigenschappen en een geometrie" };
        }
        catch (InvalidOperationException) // what JsonElement throws for \ud800 without its other half
        {
            return new() { Rij = rij, Kapot = "hierin staat een half teken (zoals \\ud800); lever de tekst als UTF-8" };
        }
    }

    private static GebiedRij Feature(int rij, JsonElement feature)
    {
        var id = Lid(feature, "id") is { ValueKind: JsonValueKind.String } tekst ? tekst.GetString() : null;
        return new GebiedVelden(Lid(feature, "properties") ?? default).Lees(
            rij,
            SoortVan(id?.Split('.')[0]),
            Geometrie(feature, "geometry")
        );
    }

    private static Func<int, JsonElement, GebiedRij> Hal(string lijst) =>
        (rij, gebied) => new GebiedVelden(gebied).Lees(rij, SoortVan(lijst), Geometrie(gebied, "geometrie"));

    private static JsonElement? Lid(JsonElement gebied, string naam) =>
        gebied.ValueKind == JsonValueKind.Object && gebied.TryGetProperty(naam, out var lid) ? lid : null;

    private static string? Geometrie(JsonElement gebied, string naam) =>
        Lid(gebied, naam) is { ValueKind: JsonValueKind.Object } geometrie ? geometrie.GetRawText() : null;

    private static string? SoortVan(string? lijst) =>
        lijst switch
        {
            "buurten" => "buurt",
            "wijken" => "wijk",
            "ggwgebieden" => "gebied",
            "stadsdelen" => "stadsdeel",
            _ => null,
        };
}
