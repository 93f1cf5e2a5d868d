using System.Text.Json;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;
using Portal.Data.Geobestanden;

namespace Portal.Data.Registers;

/// <summary>
/// A row as a file gives it: a text per column, and a shape still in the file's own coordinates and form.
/// </summary>
/// <param name="Nummer">Counts from 1; in a CSV the header is row 1.</param>
/// <param name="Fout">Why the row cannot be read at all.</param>
public sealed record RuweRij(int Nummer, Func<string, string?> Veld, string? GeoJson = null, string? Fout = null);

/// <summary>A delivery of rows: CSV, XLSX, GeoJSON, or what GDAL makes that of.</summary>
public sealed record RuwBestand(string Naam, IReadOnlyList<string> Kolommen, IEnumerable<RuweRij> Rijen)
{
    /// <summary>The columns that say where a row is, in the order in which they are tried.</summary>
    public static readonly string[] Plek = ["wkt", "geojson", "x", "y", "lon", "lat", "longitude", "latitude"];

    /// <summary>The columns by which it names the area it lies in.</summary>
    public static readonly string[] Gebied = ["gebiedscode", "gebied_code"];

    internal const string GeoJson = "Een GeoJSON; letters zijn UTF-8.";

    /// <param name="laag">Which layer, of a file that holds several.</param>
    /// <exception cref="ImportFout">It is none of these, or is cut off.</exception>
    public static async Task<RuwBestand> LeesAsync(
        Levering levering,
        CancellationToken ct,
        string? laag = null,
        Grenzen? grenzen = null
    )
    {
        if (Geosoort.Van(levering.Pad) is { } soort)
        {
            using var map = levering.Werkmap();
            var geojson = await new Geobestand(soort, map.Pad, grenzen).ZetOmAsync(levering, laag, ct);
            return MetWijze(levering, VanGeoJson(levering, geojson), $"Een geobestand ({soort.Naam}).");
        }
        if (laag is not null)
        {
            throw new ImportFout($"--laag {Zin.Veilig(laag, 40)}: {levering.Naam} heeft geen lagen om uit te kiezen.");
        }
        return Bestandssoorten.Van(levering.Pad, levering.Naam) == Bestandssoort.Json
            ? GeoJsonStroom.Kan(levering.Pad, levering.Naam)
                ? MetWijze(levering, VanStroom(levering), GeoJson)
                : MetWijze(levering, VanGeoJson(levering, levering.Pad), GeoJson)
            : VanCsv(levering.AlsCsv());
    }

    /// <summary>How a column is called, whatever its capitals, spaces and dashes.</summary>
    public static string Sleutel(string kolom) => CsvBestand.Sleutel(kolom);

    /// <summary>A row that takes more lines than rows do; known once the rows were read.</summary>
    public Func<(int Rij, int Regels)?> TeLang { get; init; } = () => null;

    private static RuwBestand MetWijze(Levering levering, RuwBestand bestand, string wijze)
    {
        levering.Leeswijze = Leeswijze.Van(bestand, wijze);
        return bestand;
    }

    private static RuwBestand VanCsv(CsvBestand csv) =>
        new(
            csv.Naam,
            [.. csv.Kop.Where(k => k.Trim().Length > 0)],
            csv.Rijen.Where(r => !r.IsLeeg && !r.IsStreepjes)
                .Select(r => new RuweRij(r.Nummer, k => r[k] is { } tekst ? Formule.Terug(tekst) : null, Fout: r.Kapot))
        )
        {
            TeLang = () => csv.TeLang,
        };

    // Walked twice: for the names, and for the rows
    private static RuwBestand VanStroom(Levering levering)
    {
        var stroom = new GeoJsonStroom(levering.Pad, levering.Naam);
        var (namen, gezien, aantal) = (new List<string>(), new HashSet<string>(), 0);
        foreach (var ding in stroom.Dingen())
        {
            EisAantal(levering.Naam, ++aantal);
            namen.AddRange(ding is { } d ? Feature(aantal, d).Namen.Where(gezien.Add) : []);
            EisKolommen(levering.Naam, namen.Count);
        }
        if (aantal > 0 && namen.Count == 0 && stroom.Dingen().All(d => d is null))
        {
            throw new ImportFout(
                $"In {levering.Naam} is elke vorm groter dan {Grenzen.Nu.Regel} tekens. Deel de vormen op. "
                    + "Er is niets veranderd."
            );
        }
        return new(
            levering.Naam,
            namen,
            stroom.Dingen().Select((ding, i) => ding is { } d ? Feature(i + 1, d).Rij : TeGroot(i + 1))
        );
    }

    private static RuweRij TeGroot(int nummer) =>
        new(nummer, _ => null, Fout: $"de vorm is groter dan {Grenzen.Nu.Regel} tekens");

    private static void EisAantal(string naam, int aantal)
    {
        if (aantal > Grenzen.Nu.Rijen)
        {
            throw new ImportFout(
                $"{naam} heeft meer dan {Grenzen.Nu.Rijen} dingen. Deel het bestand op. Er is niets veranderd."
            );
        }
    }

    private static void EisKolommen(string naam, int aantal)
    {
        if (aantal > Grenzen.Nu.Kolommen)
        {
            throw new ImportFout(
                $"{naam} heeft {aantal} verschillende eigenschappen; er mogen er {Grenzen.Nu.Kolommen} zijn. "
                    + "Er is niets veranderd."
            );
        }
    }

    private static RuwBestand VanGeoJson(Levering levering, string pad)
    {
        var (json, melding) = JsonBestand.Lees(pad, levering.Naam);
        using var _ = json;
        levering.Meldingen.AddRange(melding is null ? [] : [melding]);
        if (
            json.RootElement.ValueKind != JsonValueKind.Object
            || !json.RootElement.TryGetProperty("features", out var features)
            || features.ValueKind != JsonValueKind.Array
        )
        {
            throw new ImportFout(
                $"{levering.Naam} is geen GeoJSON: het hoort een FeatureCollection te zijn, met features."
            );
        }
        EisAantal(levering.Naam, features.GetArrayLength());
        var rijen = features.EnumerateArray().Select((f, i) => Feature(i + 1, f)).ToList();
        var namen = rijen.SelectMany(r => r.Namen).Distinct().ToList();
        EisKolommen(levering.Naam, namen.Count);
        return new(levering.Naam, namen, rijen.Select(r => r.Rij));
    }

    internal static (RuweRij Rij, IEnumerable<string> Namen) Feature(int nummer, JsonElement feature)
    {
        if (feature.ValueKind != JsonValueKind.Object)
        {
            return (new(nummer, _ => null, Fout: "dit onderdeel van features is geen object"), []);
        }
        var velden = new Dictionary<string, string?>();
        var namen = new List<string>();
        string? fout = null;
        if (feature.TryGetProperty("properties", out var p) && p.ValueKind == JsonValueKind.Object)
        {
            foreach (var veld in p.EnumerateObject())
            {
                var tekst = Waarde(veld.Value, out var kapot);
                fout ??= kapot is null ? null : $"{Zin.Veilig(veld.Name, 40)}: {kapot}";
                velden.TryAdd(Sleutel(veld.Name), tekst);
                namen.Add(veld.Name);
            }
        }
        if (feature.TryGetProperty("id", out var id) && velden.TryAdd("id", Waarde(id, out _)))
        {
            namen.Add("id");
        }
        var vorm =
            feature.TryGetProperty("geometry", out var g) && g.ValueKind == JsonValueKind.Object
                ? g.GetRawText()
                : null;
        fout ??= vorm?.Length > Grenzen.Nu.Regel ? $"de vorm is groter dan {Grenzen.Nu.Regel} tekens" : null;
        return (new(nummer, k => velden.GetValueOrDefault(Sleutel(k)), fout is null ? vorm : null, fout), namen);
    }

    private static string? Waarde(JsonElement waarde, out string? fout)
    {
        var tekst = Tekst(waarde);
        fout =
            waarde.ValueKind == JsonValueKind.String && JsonBestand.Tekst(waarde) is null
                ? "hier staat een half teken (een kapotte emoji of vreemde letter)"
            : tekst is null ? null
            : Cel.Fout(tekst);
        return tekst;
    }

    private static string? Tekst(JsonElement waarde) =>
        waarde.ValueKind switch
        {
            JsonValueKind.String => JsonBestand.Tekst(waarde)?.Trim() is { Length: > 0 } tekst ? tekst : null,
            JsonValueKind.True => "ja",
            JsonValueKind.False => "nee",
            JsonValueKind.Number => waarde.GetRawText(),
            JsonValueKind.Null or JsonValueKind.Undefined => null,
            _ => waarde.GetRawText(), // a list or an object: as it was written
        };
}
