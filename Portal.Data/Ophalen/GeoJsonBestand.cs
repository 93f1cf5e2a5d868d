using System.Text;
using System.Text.Json;

namespace Portal.Data.Ophalen;

/// <summary>What was fetched, as one GeoJSON that an import reads. The same rows give the same bytes.</summary>
internal static class GeoJsonBestand
{
    private static readonly JsonSerializerOptions Letterlijk = new()
    {
        Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <param name="features">Each as JSON.</param>
    public static async Task SchrijfAsync(string pad, IEnumerable<string> features, CancellationToken ct)
    {
        await using var naar = new StreamWriter(pad, append: false, new UTF8Encoding(false));
        await naar.WriteAsync("""{"type":"FeatureCollection","features":[""");
        var tussen = "";
        foreach (var feature in features)
        {
            ct.ThrowIfCancellationRequested();
            await naar.WriteAsync($"{tussen}\n{feature}");
            tussen = ",";
        }
        await naar.WriteAsync("\n]}");
    }

    /// <summary>Pieces of line as one shape; in whatever order they come, it is the same.</summary>
    /// <returns>Null: there are none.</returns>
    /// <exception cref="ImportFout">One of them is no line.</exception>
    public static string? Lijnen(IEnumerable<string?> vormen)
    {
        var stukken = new SortedSet<string>(vormen.OfType<string>().SelectMany(Stukken), StringComparer.Ordinal);
        return stukken.Count == 0
            ? null
            : $$"""{"type":"MultiLineString","coordinates":[{{string.Join(',', stukken)}}]}""";
    }

    private static string[] Stukken(string vorm)
    {
        using var json = JsonDocument.Parse(vorm);
        var lijnen = json.RootElement.GetProperty("coordinates");
        return json.RootElement.GetProperty("type").GetString() switch
        {
            "LineString" => [lijnen.GetRawText()],
            "MultiLineString" => [.. lijnen.EnumerateArray().Select(l => l.GetRawText())],
            var soort => throw new ImportFout(
                $"De bron geeft een {soort} waar lijnen horen; alleen lijnen kunnen samen één ding zijn."
            ),
        };
    }

    /// <param name="vorm">A geometry as JSON; null: there is none.</param>
    public static string Feature(IReadOnlyDictionary<string, string?> velden, string? vorm) =>
        $$"""{"type":"Feature","properties":{{JsonSerializer.Serialize(velden, Letterlijk)}},"geometry":{{vorm ?? "null"}}}""";
}
