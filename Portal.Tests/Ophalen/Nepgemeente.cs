using System.Globalization;
using System.Text.Json.Nodes;

namespace Portal.Tests.Ophalen;

/// <summary>
/// An invented municipality as the national sources would give it: buurten as squares of 500 m, two or more a wijk;
/// what the sources have of others, and what they do oddly, is there too.
/// </summary>
public sealed class Nepgemeente
{
    public const string Code = "GM9001";
    public const string Naam = "Nieuwstad";
    public const int Jaar = 2025;

    private static readonly string[] Jaren = ["2025", "2024", "2023"];
    private static readonly string[] Vast =
    [
        "WijkenEnBuurten",
        "Gemeentenaam_1",
        "IndelingswijzigingWijkenEnBuurten_4",
    ];

    public IReadOnlyList<string> Buurten { get; } =
    [.. Enumerable.Range(0, 6).Select(i => $"BU9001{i / 2 + 1:00}{i % 2 + 1:00}")];

    public IReadOnlyList<string> Wijken => [.. Buurten.Select(Wijk).Distinct()];

    public NepPdok Pdok { get; } = new();
    public NepOData Cbs { get; } = new("opendata.cbs.nl");
    public NepOData Derden { get; } = new("dataderden.cbs.nl");

    public static string Wijk(string buurt) => $"WK{buurt[2..8]}";

    public static int Inwoners(string buurt, int jaar) => 500 + 5 * (buurt[^1] + buurt[^3]) + (jaar - 2023) * 10;

    public static string Collectie(string soort, int jaar = Jaar) =>
        $"/cbs/wijken-en-buurten-{jaar}/ogc/v1/collections/{soort}/items";

    /// <param name="metBuurten">False: it has wijken only.</param>
    public Nepgemeente(bool metBuurten = true)
    {
        Pdok.Gemeenten.AddRange([(Code, Naam), ("GM9002", "Nieuwdorp")]);
        var buurten = Buurten.Select((b, i) => Buurt(b, $"Buurt {i + 1}", i));
        Pdok.Collecties[Collectie("buurten")] = metBuurten
            ? [.. buurten, Buurt("BU90010099", "", 20, "JA"), Buurt("BU90020101", "Elders", 30)]
            : [];
        Pdok.Collecties[Collectie("wijken")] =
        [
            .. Wijken.Select((w, i) => Vlak(w, $"Wijk {i + 1}", i * 2, 2)),
            Vlak("WK900200", "Elders", 30, 1),
        ];
        foreach (var (jaar, nummer) in Jaren.Zip(["86165NED", "85984NED", "85618NED"]))
        {
            Cbs.Tabellen[nummer] = Kerncijfers(int.Parse(jaar, CultureInfo.InvariantCulture), metBuurten);
        }
    }

    public static JsonObject Buurt(string code, string naam, int plek, string water = "NEE")
    {
        var feature = Vlak(Wijk(code), null, plek, 1);
        var velden = feature["properties"]!.AsObject();
        velden["buurtcode"] = code;
        velden["buurtnaam"] = naam;
        velden["water"] = water;
        velden["aantal_inwoners"] = -99997;
        return feature;
    }

    private static JsonObject Vlak(string wijk, string? naam, int plek, int breed)
    {
        var gemeente = $"GM{wijk[2..6]}";
        return new JsonObject
        {
            ["type"] = "Feature",
            ["id"] = Guid.NewGuid().ToString(), // PDOK's own, and another the next time
            ["properties"] = new JsonObject
            {
                ["wijkcode"] = wijk,
                ["wijknaam"] = naam,
                ["gemeentecode"] = gemeente,
                ["gemeentenaam"] = gemeente == Code ? Naam : "Nieuwdorp",
                ["jaar"] = Jaar,
            },
            ["geometry"] = new JsonObject
            {
                ["type"] = "MultiPolygon",
                ["coordinates"] = new JsonArray(new JsonArray(Ring(plek, breed))),
            },
        };
    }

    // In degrees, as PDOK gives by default
    private static JsonArray Ring(int plek, int breed)
    {
        var (w, o, z, n) = (5.0 + plek * 0.01, 5.0 + (plek + breed) * 0.01, 52.0, 52.01);
        return new(
            new[] { (w, z), (o, z), (o, n), (w, n), (w, z) }
                .Select(p => (JsonNode)new JsonArray(p.Item1, p.Item2))
                .ToArray()
        );
    }

    // The number after a column is another each year, codes are padded to ten, and the newest year has no income yet
    private NepTabel Kerncijfers(int jaar, bool metBuurten)
    {
        var d = 2025 - jaar;
        string[] kolommen =
        [
            .. Vast[1..],
            $"AantalInwoners_{5 + d}",
            $"HuishoudensTotaal_{29 + d}",
            $"GemiddeldeWOZWaardeVanWoningen_{39 - d}",
            $"GemiddeldInkomenPerInwoner_{81 - d}",
            $"Koopwoningen_{47 + d}",
        ];
        JsonObject Rij(string code, int inwoners) =>
            new()
            {
                [Vast[0]] = code.PadRight(10),
                [kolommen[0]] = Naam.PadRight(40),
                [kolommen[1]] = "1",
                [kolommen[2]] = inwoners,
                [kolommen[3]] = inwoners / 2,
                [kolommen[4]] = code == Buurten[0] ? null : 300 + d,
                [kolommen[5]] = jaar == Jaar ? null : 30.5m,
                [kolommen[6]] = code == Buurten[1] ? -99997 : 60,
            };
        var rijen = Buurten.Select(b => Rij(b, Inwoners(b, jaar))).ToList();
        IEnumerable<JsonObject> alle =
        [
            Rij("NL00", 17_000_000),
            Rij(Code, rijen.Sum(r => (int)r[kolommen[2]]!)),
            .. Wijken.Select(w => Rij(w, Buurten.Where(b => Wijk(b) == w).Sum(b => Inwoners(b, jaar)))),
            .. metBuurten ? rijen : [],
            Rij("BU90020101", 40),
            Rij("BU00159001", 60), // the digits of ours, in another's code
        ];
        return new(kolommen, [.. alle]);
    }
}
