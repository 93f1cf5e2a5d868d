using System.Globalization;
using System.Text.Json;

namespace Portal.Data.Gebieden;

/// <summary>
/// An area as a file states it. <see cref="Geometrie"/> is GeoJSON, still in the file's own coordinates.
/// </summary>
public sealed record GebiedRij
{
    public int Rij { get; init; }
    public string? Soort { get; init; }
    public string? Code { get; init; }
    public string? CbsCode { get; init; }
    public string? Identificatie { get; init; }
    public int? Volgnummer { get; init; }
    public string? Naam { get; init; }
    public string? Ouder { get; init; }
    public string? Gemeente { get; init; }
    public string? GemeenteNaam { get; init; }
    public DateOnly? GeldigVan { get; init; }
    public DateOnly? GeldigTot { get; init; }
    public int? Inwoners { get; init; }
    public int? Huishoudens { get; init; }
    public string? Geometrie { get; init; }

    /// <summary>The gebied that a buurt says to lie in.</summary>
    public string? Ggw { get; init; }
}

/// <summary>
/// Reads areas from GeoJSON (Amsterdam API, CBS/PDOK) and from the Amsterdam API's HAL JSON. Names are matched
/// without case; relations may be called <c>ligtInWijkId</c>, <c>ligtinwijkId</c> or <c>ligtInGebiedenWijkId</c>.
/// </summary>
public static class GebiedBestand
{
    private static readonly string[] Ouders =
    [
        "ligtinwijkid",
        "ligtingebiedenwijkid",
        "ligtinstadsdeelid",
        "ligtingebiedenstadsdeelid",
        "stadsdeel_code",
        "wijkcode",
        "wk_code",
    ];

    /// <exception cref="ImportFout">The file is cut off, or is not GeoJSON or HAL JSON with areas.</exception>
    public static IReadOnlyList<GebiedRij> Lees(string naam, byte[] bytes)
    {
        try
        {
            using var json = JsonDocument.Parse(
                bytes.AsMemory(bytes.AsSpan().StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? 3 : 0)
            );
            return Rijen(naam, json.RootElement);
        }
        catch (JsonException fout)
        {
            var staart = System.Text.Encoding.UTF8.GetString(bytes.AsSpan(Math.Max(0, bytes.Length - 200)));
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

    private static List<GebiedRij> Rijen(string naam, JsonElement wortel)
    {
        if (
            wortel.ValueKind == JsonValueKind.Object
            && wortel.TryGetProperty("features", out var features)
            && features.ValueKind == JsonValueKind.Array
        )
        {
            return [.. features.EnumerateArray().Select((feature, i) => Feature(i + 1, feature))];
        }
        if (
            wortel.ValueKind == JsonValueKind.Object
            && wortel.TryGetProperty("_embedded", out var embedded)
            && embedded.EnumerateObject().FirstOrDefault() is { Name: not null } lijst
        )
        {
            return
            [
                .. lijst
                    .Value.EnumerateArray()
                    .Select(
                        (gebied, i) => Lees(i + 1, Velden(gebied), SoortVan(lijst.Name), Geometrie(gebied, "geometrie"))
                    ),
            ];
        }
        throw new ImportFout(
            $"{naam} is geen GeoJSON (FeatureCollection) en geen HAL-JSON van de gebieden-API. Lever een van die twee."
        );
    }

    private static GebiedRij Feature(int rij, JsonElement feature)
    {
        var velden =
            feature.TryGetProperty("properties", out var p) && p.ValueKind == JsonValueKind.Object ? Velden(p) : [];
        var id = feature.TryGetProperty("id", out var i) && i.ValueKind == JsonValueKind.String ? i.GetString() : null;
        return Lees(rij, velden, SoortVan(id?.Split('.')[0]), Geometrie(feature, "geometry"));
    }

    private static GebiedRij Lees(int rij, Dictionary<string, string> velden, string? soort, string? geometrie)
    {
        string? Eerste(params string[] namen) =>
            namen.Select(n => velden.GetValueOrDefault(n)).FirstOrDefault(w => !string.IsNullOrWhiteSpace(w))?.Trim();

        var cbs = Eerste("cbscode", "cbs_code", "buurtcode", "bu_code", "wijkcode", "wk_code");
        var ouder = Eerste([.. Ouders.Where(o => velden.GetValueOrDefault(o)?.Trim() != cbs)]);
        soort ??=
            SoortVanCode(cbs)
            ?? (velden.ContainsKey("gebied_code") ? "gebied" : null)
            ?? (velden.ContainsKey("stadsdeel_code") ? "wijk" : null)
            ?? (velden.ContainsKey("aantal_wijken") ? "stadsdeel" : null);
        return new()
        {
            Rij = rij,
            Soort = soort,
            Code = Eerste("code", "gebied_code") ?? cbs,
            CbsCode = cbs,
            Identificatie = Eerste("identificatie"),
            Volgnummer = Getal(Eerste("volgnummer")),
            Naam = Eerste("naam", "buurtnaam", "wijknaam", "bu_naam", "wk_naam", "gebied"),
            Ouder = ouder,
            Gemeente = Eerste("gemeentecode", "gm_code"),
            GemeenteNaam = Eerste("gemeentenaam", "gm_naam"),
            GeldigVan = Datum(Eerste("begingeldigheid")),
            GeldigTot = Datum(Eerste("eindgeldigheid")),
            // CBS: -99997 and the like are missing
            Inwoners = Getal(Eerste("aantal_inwoners", "aantalinwoners", "aant_inw")) is >= 0 and var inwoners
                ? inwoners
                : null,
            Huishoudens = Getal(Eerste("huishoudens", "aantal_huishoudens", "aantalhuishoudens", "aantal_hh"))
                is >= 0
                    and var huishoudens
                ? huishoudens
                : null,
            Geometrie = geometrie,
            Ggw = Eerste("ligtinggwgebiedid", "ligtingebiedenggwgebiedid", "ggwgebiedcode"),
        };
    }

    /// <summary>
    /// All plain properties, and of HAL also the links that name another area, as lower-case name → text.
    /// </summary>
    private static Dictionary<string, string> Velden(JsonElement gebied)
    {
        var velden = new Dictionary<string, string>();
        foreach (var veld in gebied.EnumerateObject())
        {
            if (veld.Value.ValueKind is JsonValueKind.String or JsonValueKind.Number)
            {
                velden[veld.Name.ToLowerInvariant()] = veld.Value.ToString();
            }
        }
        if (gebied.TryGetProperty("_links", out var links) && links.ValueKind == JsonValueKind.Object)
        {
            foreach (
                var link in links
                    .EnumerateObject()
                    .Where(l =>
                        l.Value.ValueKind == JsonValueKind.Object && l.Value.TryGetProperty("identificatie", out _)
                    )
            )
            {
                velden.TryAdd(link.Name.ToLowerInvariant() + "id", link.Value.GetProperty("identificatie").ToString());
            }
        }
        return velden;
    }

    private static string? Geometrie(JsonElement gebied, string naam) =>
        gebied.TryGetProperty(naam, out var geometrie) && geometrie.ValueKind == JsonValueKind.Object
            ? geometrie.GetRawText()
            : null;

    private static string? SoortVan(string? lijst) =>
        lijst switch
        {
            "buurten" => "buurt",
            "wijken" => "wijk",
            "ggwgebieden" => "gebied",
            "stadsdelen" => "stadsdeel",
            _ => null,
        };

    private static string? SoortVanCode(string? cbs) =>
        cbs?[..Math.Min(2, cbs.Length)] switch
        {
            "BU" => "buurt",
            "WK" => "wijk",
            _ => null,
        };

    private static int? Getal(string? tekst) =>
        double.TryParse(tekst, NumberStyles.Float, CultureInfo.InvariantCulture, out var getal)
        && Math.Abs(getal) < int.MaxValue
            ? (int)getal
            : null;

    private static DateOnly? Datum(string? tekst) =>
        DateTime.TryParse(tekst, CultureInfo.InvariantCulture, DateTimeStyles.None, out var datum)
            ? DateOnly.FromDateTime(datum)
            : null;
}
