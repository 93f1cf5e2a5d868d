using Portal.Data;

namespace Portal.Web;

/// <summary>What an operator can set; each has a default but the database (docs/beheer.md).</summary>
/// <param name="Database">Npgsql connection string, from PORTAL_DB.</param>
/// <param name="Archief">Folder for delivered files, from PORTAL_ARCHIEF.</param>
/// <param name="Achtergrond">URL of background map tiles with {z}, {x} and {y}; empty is none. From Portal__Achtergrond.</param>
/// <param name="AchtergrondBron">Whom the tiles are from, as shown on the map.</param>
/// <param name="Cache">False (Portal__Cache=uit) only to measure.</param>
public sealed record Instellingen(
    string Database,
    string Archief,
    string Achtergrond,
    string AchtergrondBron,
    bool Cache
)
{
    public static Instellingen Lees(IConfiguration config) =>
        new(
            config["PORTAL_DB"] is { Length: > 0 } db
                ? db
                : throw new ImportFout(
                    "PORTAL_DB ontbreekt. Start met ./start of ./portal, of zet PORTAL_DB op een PostGIS-verbinding (Host=…;Database=…)."
                ),
            config["PORTAL_ARCHIEF"] is { Length: > 0 } archief ? archief : Path.Combine(".local", "archief"),
            config["Portal:Achtergrond"] ?? "",
            config["Portal:AchtergrondBron"] ?? "Kadaster",
            config["Portal:Cache"] != "uit"
        );
}
