using System.Text.Json;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Gebieden;

/// <summary>
/// Reads areas from GeoJSON (Amsterdam API, CBS/PDOK) and from the Amsterdam API's HAL JSON. Names are matched
/// without case; relations may be called <c>ligtInWijkId</c>, <c>ligtinwijkId</c> or <c>ligtInGebiedenWijkId</c>.
/// </summary>
public static class GebiedBestand
{
    public static bool IsJson(Levering levering) =>
        Bestandssoorten.Van(levering.Pad, levering.Naam) == Bestandssoort.Json;

    /// <exception cref="ImportFout">The file is cut off, or is not GeoJSON or HAL JSON with areas.</exception>
    public static IReadOnlyList<GebiedRij> Lees(Levering levering)
    {
        if (!IsJson(levering))
        {
            throw GeenGebieden(levering.Naam);
        }
        var (json, melding) = JsonBestand.Lees(levering.Pad, levering.Naam);
        using (json)
        {
            levering.Meldingen.AddRange(melding is null ? [] : [melding]);
            levering.Leeswijze = Wijze(levering.Naam, json.RootElement);
            return Rijen(levering.Naam, json.RootElement);
        }
    }

    private static Leeswijze? Wijze(string naam, JsonElement wortel)
    {
        if (Lid(wortel, "features") is not { ValueKind: JsonValueKind.Array } features)
        {
            return null;
        }
        var rijen = features.EnumerateArray().Take(Leeswijze.Bekeken).Select((f, i) => RuwBestand.Feature(i + 1, f));
        var eerste = rijen.Select(r => (r.Rij, Namen: r.Namen.ToList())).ToList();
        return Leeswijze.Van(
            new RuwBestand(naam, [.. eerste.SelectMany(r => r.Namen).Distinct()], eerste.Select(r => r.Rij)),
            RuwBestand.GeoJson
        );
    }

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
        throw GeenGebieden(naam);
    }

    private static ImportFout GeenGebieden(string naam) =>
        new(
            $"{naam} is geen GeoJSON (FeatureCollection) en geen HAL-JSON van de gebieden-API. Lever een van die twee."
        );

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
