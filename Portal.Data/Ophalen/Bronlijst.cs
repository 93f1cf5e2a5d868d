using System.Text.Json;
using System.Text.Json.Serialization;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Indicatoren;
using Portal.Data.Lagen;

namespace Portal.Data.Ophalen;

/// <summary>The sources that come with the portal, and those that an operator put in a folder beside them.</summary>
public static class Bronlijst
{
    private const string Voorvoegsel = "bronnen/";

    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectNullableAnnotations = true,
        ReadCommentHandling = JsonCommentHandling.Skip,
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.CamelCase) },
    };

    /// <summary>Areas first; then by kind and name.</summary>
    /// <param name="map">A folder of the operator's; a source with a code that we have takes the place of ours.</param>
    /// <exception cref="ImportFout">A file in it is no source.</exception>
    public static IReadOnlyList<Bron> Lees(string? map = null)
    {
        var bronnen = Ingebouwd().ToDictionary(b => b.Code);
        string[] eigen = map is null ? [] : Directory.GetFiles(map, "*.json");
        foreach (var pad in eigen.Order(StringComparer.Ordinal))
        {
            var bron = Lees(File.ReadAllText(pad), Path.GetFileName(pad));
            bronnen[bron.Code] = bron;
        }
        return [.. bronnen.Values.OrderBy(b => b.Soort).ThenBy(b => b.Code, StringComparer.Ordinal)];
    }

    /// <summary>The hosts that these sources are at.</summary>
    public static IReadOnlySet<string> Hosts(IEnumerable<Bron> bronnen, params IEnumerable<Uri?> anders) =>
        bronnen
            .Select(b => Host(b.Adres))
            .Concat(anders.Where(a => a is not null).Select(a => a!.IdnHost))
            .ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <exception cref="ImportFout">It is no source, or one that is not whole.</exception>
    public static Bron Lees(string json, string naam)
    {
        try
        {
            var bron = JsonSerializer.Deserialize<Bron>(json, Json)!;
            return Fout(bron) is { } fout ? throw new ImportFout($"{naam}: {fout}") : bron;
        }
        catch (JsonException fout)
        {
            throw new ImportFout($"{naam} beschrijft geen bron: {Zin.Veilig(fout.Message, 200)}", fout);
        }
    }

    private static string? Fout(Bron bron) =>
        !HeeftVasteNaam(bron.Adres) ? "adres is geen https-adres met een vaste naam"
        : Ritme.Van(bron.Ritme) is null ? $"ritme '{bron.Ritme}' bestaat niet"
        : bron.Soort == Bronsoort.Laag != (bron.Laag is not null) ? "laag hoort bij soort laag, en alleen daar"
        : bron.Soort == Bronsoort.Cijfers != (bron.Cijfers is not null)
            ? "cijfers hoort bij soort cijfers, en alleen daar"
        : bron.Laag is { } laag && Laagfout(laag) is { } fout ? fout
        : bron.Cijfers is { Indicatoren.Count: 0 } ? "er staat geen enkel cijfer in"
        : bron.Cijfers?.Indicatoren.FirstOrDefault(i => !Indicatorthema.Alle.ContainsKey(i.Thema)) is { } cijfer
            ? $"{cijfer.Code}: thema '{cijfer.Thema}' bestaat niet"
        : null;

    // What is filled in may not change whom we ask
    private static bool HeeftVasteNaam(string adres) =>
        adres.StartsWith("https://", StringComparison.Ordinal)
        && adres.Split('/') is [_, _, { Length: > 0 } host, ..]
        && !host.Contains('{')
        && Uri.TryCreate($"https://{host}/", UriKind.Absolute, out var uri)
        && uri.IdnHost == host;

    private static string? Laagfout(Laagdeel laag) =>
        Laagthema.Alle.All(t => t.Code != laag.Thema) ? $"thema '{laag.Thema}' bestaat niet"
        : !laag.Kolommen.ContainsKey("id") || !laag.Kolommen.ContainsKey("naam") ? "kolommen mist id of naam"
        : laag.Woorden?.Keys.FirstOrDefault(k => !laag.Kolommen.ContainsKey(k)) is { } kolom
            ? $"woorden: er is geen kolom '{kolom}'"
        : laag.Thema == Laagthema.Veiligheid ? "cijfers over veiligheid staan per gebied: gebruik soort cijfers"
        : null;

    private static string Host(string adres) => adres.Split('/')[2];

    private static IEnumerable<Bron> Ingebouwd()
    {
        var ons = typeof(Bronlijst).Assembly;
        foreach (
            var naam in ons.GetManifestResourceNames().Where(n => n.StartsWith(Voorvoegsel, StringComparison.Ordinal))
        )
        {
            using var lezer = new StreamReader(ons.GetManifestResourceStream(naam)!);
            yield return Lees(lezer.ReadToEnd(), naam);
        }
    }
}
