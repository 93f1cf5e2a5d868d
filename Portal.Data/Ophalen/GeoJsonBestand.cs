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

    /// <param name="vorm">A geometry as JSON; null: there is none.</param>
    public static string Feature(IReadOnlyDictionary<string, string?> velden, string? vorm) =>
        $$"""{"type":"Feature","properties":{{JsonSerializer.Serialize(velden, Letterlijk)}},"geometry":{{vorm ?? "null"}}}""";
}
