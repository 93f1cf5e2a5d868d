using System.Text.Json.Nodes;

namespace Portal.Tests.Ophalen;

/// <summary>
/// Answers of the other national sources for <see cref="Nepgemeente"/>, in the forms that the list of sources says.
/// </summary>
public static class NepRegisters
{
    public const string Duo = "onderwijsdata.duo.nl";
    public const string Lrk = "www.landelijkregisterkinderopvang.nl";
    public const string Leefbaarheid = "geo.leefbaarometer.nl";

    private const string DuoKop =
        "PROVINCIE,BEVOEGD GEZAG NUMMER,INSTELLINGSCODE,VESTIGINGSCODE,VESTIGINGSNAAM,STRAATNAAM,"
        + "HUISNUMMER-TOEVOEGING,POSTCODE,"
        + "PLAATSNAAM,GEMEENTENUMMER,GEMEENTENAAM,DENOMINATIE,TELEFOONNUMMER,INTERNETADRES,ONDERWIJSSTRUCTUUR";

    public static string Scholen(string code) =>
        $"\uFEFF{DuoKop}\r\n"
        + $"Utrecht,41234,{code},{code}00,De Regenboog,Schoolstraat,1,9001 "
        + "AA,NIEUWSTAD,9001,NIEUWSTAD,Openbaar,0301234567,www.regenboog.example,\r\n"
        + $"Utrecht,41234,{code},{code}01,\"De Linde, locatie Zuid\",Lindelaan,12-A,9001 "
        + "AB,NIEUWSTAD,9001,NIEUWSTAD,Rooms-Katholiek,,,HAVO/VWO\r\n"
        + $"Utrecht,41235,99ZZ,99ZZ00,Elders,Dorpsstraat,3,9002 AA,NIEUWDORP,9002,NIEUWDORP,Openbaar,,,VMBO\r\n";

    public static string Kinderopvang() =>
        "\uFEFFlrk_id;type_oko;opc;actuele_naam_oko;aantal_kindplaatsen;ve;status;inschrijfdatum;opvanglocatie_adres;"
        + "opvanglocatie_postcode;opvanglocatie_woonplaats;bag_id;naam_houder;kvk_nummer_houder;"
        + "vestigingsnummer_houder;"
        + "rechtsvorm_houder;start_geschillencommissie;einde_geschillencommissie;houder_adres;houder_postcode;"
        + "houder_woonplaats;"
        + "houder_buitenland;correspondentie_adres;correspondentie_postcode;correspondentie_woonplaats;"
        + "correspondentie_buitenland;"
        + "contact_persoon;contact_telefoon;contact_emailadres;contact_website;cbs_code;verantwoordelijke_gemeente;"
        + "gastouderbureau_1;gastouderbureau_2;lrk_url\r\n"
        + Opvang("101", "KDV", "De Bij", "Ingeschreven", "Bijenweg 3", "9001AC")
        + Opvang("102", "BSO", "De Bij BSO", "Ingeschreven", "Bijenweg 3", "9001AC")
        + Opvang("103", "VGO", "Sanne van der Velde", "Ingeschreven", "Thuisweg 9", "9001AD")
        + Opvang("104", "KDV", "Dicht", "Uitgeschreven", "Oudweg 1", "9001AE")
        + Opvang("105", "KDV", "Elders", "Ingeschreven", "Verweg 1", "9002AA", "9002");

    private static string Opvang(
        string id,
        string soort,
        string naam,
        string status,
        string adres,
        string postcode,
        string gemeente = "9001"
    ) =>
        $"{id};{soort};Nee;{naam};20;;{status};01-01-2020;{adres};{postcode};Nieuwstad;9001010000492877;"
        + "Houder Jansen;;;;;;;;;;;;;;"
        + $"J. Jansen;0612345678;jansen@example.nl;;{gemeente};Nieuwstad;;;"
        + $"https://www.landelijkregisterkinderopvang.nl/{id}\r\n";

    public static string Leefbaarometer(IEnumerable<string> buurten) =>
        new JsonObject
        {
            ["type"] = "FeatureCollection",
            ["features"] = new JsonArray([
                .. buurten
                    .Append("BU90020101")
                    .Select(b => new JsonObject
                    {
                        ["type"] = "Feature",
                        ["id"] = $"buurtscore24.fid-{b}",
                        ["geometry"] = null,
                        ["properties"] = new JsonObject
                        {
                            ["id"] = b,
                            ["name"] = "Buurt",
                            ["gemeente"] = Nepgemeente.Naam,
                            ["year"] = "2024",
                            ["kscore"] = 6,
                            ["kfys"] = 5,
                            ["konv"] = 7,
                            ["ksoc"] = 5,
                            ["kvrz"] = 8,
                            ["kwon"] = 4,
                        },
                    }),
            ]),
            ["totalFeatures"] = "unknown",
            ["numberReturned"] = buurten.Count() + 1,
        }.ToJsonString();

    /// <summary>
    /// TOP10NL: a park in the municipality, one of a kind that we do not show, and one of the neighbours.
    /// </summary>
    public static IReadOnlyList<JsonObject> Functiegebieden() =>
        [
            Gebied("1", "park", "Stadspark", 5.005),
            Gebied("2", "sportterrein, sportcomplex", null, 5.015),
            Gebied("3", "bedrijventerrein", "De Haven", 5.025),
            Gebied("4", "park", "Park van de buren", 5.305),
        ];

    /// <summary>
    /// Pieces of road as the Nationaal Wegenbestand gives them: a street in three of them, out of order; one without a
    /// name, and one of the neighbours.
    /// </summary>
    public static IReadOnlyList<JsonObject> Wegvakken() =>
        [
            Wegvak(12, "Lange Laan", "Nieuwstad", 5.002),
            Wegvak(11, "Lange Laan", "Nieuwstad", 5.001),
            Wegvak(13, "Lange Laan", "Nieuwdorp", 5.021),
            Wegvak(14, "", "Nieuwstad", 5.003),
            Wegvak(15, "Burenweg", "Buurstad", 5.301),
        ];

    private static JsonObject Wegvak(int id, string naam, string plaats, double lon) =>
        new()
        {
            ["type"] = "Feature",
            ["id"] = Guid.NewGuid().ToString(),
            ["properties"] = new JsonObject
            {
                ["wvk_id"] = id,
                ["stt_naam"] = naam,
                ["wpsnaam"] = plaats,
                ["gme_naam"] = "Nieuwstad",
                ["bst_code"] = "RB",
            },
            ["geometry"] = new JsonObject
            {
                ["type"] = "MultiLineString",
                ["coordinates"] = new JsonArray(
                    new JsonArray(new JsonArray(lon, 52.005), new JsonArray(lon + 0.001, 52.005))
                ),
            },
        };

    private static JsonObject Gebied(string id, string soort, string? naam, double lon) =>
        new()
        {
            ["type"] = "Feature",
            ["id"] = Guid.NewGuid().ToString(),
            ["properties"] = new JsonObject
            {
                ["lokaal_id"] = id,
                ["typefunctioneelgebied"] = soort,
                ["naamnl"] = naam,
            },
            ["geometry"] = new JsonObject
            {
                ["type"] = "Polygon",
                ["coordinates"] = new JsonArray(
                    new JsonArray(
                        new[] { (0.0, 0.0), (0.001, 0.0), (0.001, 0.001), (0.0, 0.0) }
                            .Select(p => (JsonNode)new JsonArray(lon + p.Item1, 52.005 + p.Item2))
                            .ToArray()
                    )
                ),
            },
        };
}
