using System.Text.Json;
using Portal.Data.Bestanden;

namespace Portal.Data.Ophalen;

/// <summary>A row of a source: a text per column, and a shape as GeoJSON where it has one.</summary>
internal sealed record Bronrij(Func<string, string?> Veld, string? Vorm = null);

/// <summary>The rows of a source that is one file, or pages of GeoJSON.</summary>
internal static class Bronrijen
{
    /// <returns>Null: the source says that nothing changed.</returns>
    public static async Task<(IReadOnlyList<Bronrij> Rijen, string? Kenmerk)?> LeesAsync(
        Opdracht opdracht,
        Gereedschap met,
        Func<Bronrij, bool> telt,
        CancellationToken ct
    ) =>
        opdracht.Bron.Formaat switch
        {
            Bronformaat.Csv => await CsvAsync(opdracht, met, telt, ct),
            Bronformaat.GeoJson => (await FeaturesAsync(opdracht, met, telt, ct), null),
            _ => throw new ImportFout($"{opdracht.Bron.Code}: dit formaat past niet bij een {opdracht.Bron.Soort}."),
        };

    private static async Task<(IReadOnlyList<Bronrij>, string?)?> CsvAsync(
        Opdracht opdracht,
        Gereedschap met,
        Func<Bronrij, bool> telt,
        CancellationToken ct
    )
    {
        var adres = opdracht.Adres();
        var pad = met.Pad($"{opdracht.Bron.Code}.csv");
        try
        {
            var antwoord =
                await met.Haler.HaalAsync(adres, pad, Inhoud.Tekst, Merk.Lees(opdracht.Eerder), ct)
                ?? throw new AdresOnbekend($"{adres.Host} kent dit adres niet: {adres.PathAndQuery}");
            if (antwoord.Ongewijzigd)
            {
                return null;
            }
            var csv = CsvBestand.Lees(pad, Path.GetFileName(pad));
            // What does not count is let go at once: a national file names people that we have no business with
            return (
                [.. csv.Rijen.Where(r => !r.IsLeeg).Select(r => new Bronrij(k => r[k])).Where(telt)],
                Merk.Schrijf(antwoord.Kenmerk)
            );
        }
        finally
        {
            File.Delete(pad);
        }
    }

    private static async Task<IReadOnlyList<Bronrij>> FeaturesAsync(
        Opdracht opdracht,
        Gereedschap met,
        Func<Bronrij, bool> telt,
        CancellationToken ct
    )
    {
        var rijen = new List<Bronrij>();
        var gelezen = opdracht.Bron.Laag?.VanBron();
        await foreach (var feature in met.Paginas.FeaturesAsync(opdracht.Adres(), ct))
        {
            var velden = Velden(feature, gelezen);
            var rij = new Bronrij(
                k => velden.GetValueOrDefault(k),
                feature.TryGetProperty("geometry", out var vorm) && vorm.ValueKind == JsonValueKind.Object
                    ? vorm.GetRawText()
                    : null
            );
            if (telt(rij))
            {
                rijen.Add(rij);
            }
        }
        return rijen;
    }

    // The number of a feature is a field as well, unless it has one of that name
    private static Dictionary<string, string?> Velden(JsonElement feature, HashSet<string>? gelezen)
    {
        var velden = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        if (feature.TryGetProperty("properties", out var eigen) && eigen.ValueKind == JsonValueKind.Object)
        {
            foreach (var veld in eigen.EnumerateObject().Where(v => gelezen?.Contains(v.Name) != false))
            {
                velden[veld.Name] = CbsTabel.Tekst(eigen, veld.Name);
            }
        }
        if (feature.TryGetProperty("id", out _))
        {
            velden.TryAdd("id", CbsTabel.Tekst(feature, "id"));
        }
        return velden;
    }
}

/// <summary>What a source says of itself, as it is kept until the next time.</summary>
internal static class Merk
{
    public static string? Schrijf(Kenmerk kenmerk) =>
        kenmerk is { ETag: null, Gewijzigd: null } ? null : JsonSerializer.Serialize(kenmerk);

    public static Kenmerk? Lees(string? tekst) => tekst is null ? null : JsonSerializer.Deserialize<Kenmerk>(tekst);
}
