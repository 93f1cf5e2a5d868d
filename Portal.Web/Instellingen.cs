using System.Net;
using Portal.Data;
using Portal.Data.Bestanden;

namespace Portal.Web;

/// <summary>What an operator can set; each has a default but the database (docs/beheer.md).</summary>
/// <param name="Database">Npgsql connection string, from PORTAL_DB.</param>
/// <param name="Archief">Folder for delivered files, from PORTAL_ARCHIEF.</param>
/// <param name="Achtergrond">URL of background map tiles with {z}, {x} and {y}; empty is none. From
/// Portal__Achtergrond.</param>
/// <param name="AchtergrondBron">Whom the tiles are from, as shown on the map.</param>
/// <param name="Cache">False (Portal__Cache=uit) only to measure.</param>
/// <param name="Proxy">The proxies whose word counts about the reader's address and https, from PORTAL_PROXY.</param>
public sealed record Instellingen(
    string Database,
    string Archief,
    string Achtergrond,
    string AchtergrondBron,
    bool Cache,
    IReadOnlyList<IPNetwork> Proxy
)
{
    /// <summary>
    /// Where visitors find the portal (https://buurt.gemeente.nl), from PORTAL_ADRES: addresses on pages are made of
    /// it, and another name than this is refused. Null: by the names and addresses of the machine itself.
    /// </summary>
    public Uri? Adres { get; init; }

    /// <summary>Other names that may be asked for, from AllowedHosts.</summary>
    public IReadOnlyList<string> Namen { get; init; } = [];

    /// <summary>
    /// How many pages and maps that no cache holds are made at the same time; from Portal__PaginasTegelijk. More than
    /// the database has processors for makes them all slow, and what is in the cache with them: two for each of ours,
    /// as if the database stood on a machine like this one.
    /// </summary>
    public int PaginasTegelijk { get; init; } = VanzelfTegelijk;

    private static int VanzelfTegelijk => Math.Clamp(2 * Environment.ProcessorCount, 4, 8);

    /// <summary>
    /// PDOK's Locatieserver, which knows addresses; from Portal__Locatieserver, empty is none. What a visitor types is
    /// asked there, by us and without anything of her.
    /// </summary>
    public Uri? Locatieserver { get; init; }

    /// <summary>KOOP's SRU service of official announcements; from Portal__Koop.</summary>
    public Uri Koop { get; init; } = new(Overheid);

    /// <summary>
    /// After how many hours a running site fetches announcements again, from Portal__KoopUren; 0 is never.
    /// </summary>
    public int KoopUren { get; init; }

    /// <summary>
    /// A folder with sources of the operator's own, beside those that come with the portal; from Portal__Bronnen__Map.
    /// </summary>
    public string? BronnenMap { get; init; }

    /// <summary>
    /// A mirror that is asked in place of every source (https://mirror/host/path), from Portal__Bronnen__Via. Null: the
    /// sources themselves.
    /// </summary>
    public Uri? BronnenVia { get; init; }

    /// <summary>
    /// After how many hours a running site looks whether it is time for a source again, from Portal__Bronnen__Uren; 0
    /// is never.
    /// </summary>
    public int BronnenUren { get; init; }

    /// <summary>Between two questions to one source, from Portal__Bronnen__Pauze (milliseconds).</summary>
    public TimeSpan BronnenPauze { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>What the portal is called; from Portal__Naam. Null: after the municipality.</summary>
    public string? Naam { get; init; }

    /// <summary>
    /// The code of the area that the portal is about, from Portal__Gebied; null is the whole municipality.
    /// </summary>
    public string? Gebied { get; init; }

    /// <summary>Whom a reader writes to about a fault, from Portal__Contact: a mail address. Null is nobody.</summary>
    public string? Contact { get; init; }

    /// <summary>A folder with <c>thema.css</c> and what it needs, from Portal__Thema; null is ours.</summary>
    public string? Thema { get; init; }

    /// <summary>How large a delivery may be, from Portal__Grenzen__Bestand and so on.</summary>
    public Grenzen Grenzen { get; init; } = new();

    /// <summary>The login of imports, from PORTAL_DB_IMPORT; by default that of the site.</summary>
    public string DatabaseVanImports { get; init; } = Database;

    /// <summary>The login that owns the tables, from PORTAL_DB_MIGRATE; by default that of imports.</summary>
    public string DatabaseVanMigraties { get; init; } = Database;

    /// <summary>The login of the staff pages, from PORTAL_DB_BEHEER; null: there are none.</summary>
    public string? DatabaseVanBeheer { get; init; }

    /// <summary>Whether staff can load and publish: from PORTAL_DB_IMPORT, which must be given for it.</summary>
    public bool StafSchrijft { get; init; }

    /// <summary>Who delivered does not approve; off with Portal__VierOgen=false, for a team of one.</summary>
    public bool VierOgen { get; init; } = true;

    /// <summary>
    /// Where the keys of sessions and second factors are kept, from Portal__Sleutels; without them everybody needs a
    /// new invitation.
    /// </summary>
    public string Sleutels { get; init; } = "";

    /// <summary>The folder with the files of versions, which the site makes itself; from Portal__Uitgaven.</summary>
    public string Uitgaven { get; init; } = "";

    /// <summary>
    /// After how many seconds a running site looks whether files of what was published are to be made, from
    /// Portal__UitgavenSeconden; 0: only when they are asked for.
    /// </summary>
    public int UitgavenSeconden { get; init; } = 60;

    /// <summary>
    /// Where invitations are mailed from, from Portal__Mail__Server …; null: the link is shown to who invites.
    /// </summary>
    public Beheer.Mailinstelling? Mail { get; init; }

    /// <summary>
    /// Signing in with the account of the municipality, from Portal__OpenId__Adres …; null: it is off.
    /// </summary>
    public Beheer.OpenIdInstelling? OpenId { get; init; }

    /// <summary>How often a visitor may try to sign in within five minutes; from Portal__Inlogpogingen.</summary>
    public int Inlogpogingen { get; init; } = 20;

    /// <summary>How often one client may ask the API a minute; from Portal__ApiPerMinuut.</summary>
    public int VerzoekenPerMinuut { get; init; } = 600;

    /// <summary>
    /// How long a statement of a page may take; from Portal__PaginaSeconden. More is for slow machines.
    /// </summary>
    public TimeSpan PaginaTijd { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// How long a download that others wait for may wait for its reader; from Portal__DownloadSeconden
    /// (<see cref="Downloadplaatsen"/>).
    /// </summary>
    public TimeSpan DownloadGeduld { get; init; } = TimeSpan.FromSeconds(20);

    /// <summary>The tiles under the map of a municipality; an invented one has no ground.</summary>
    public string? AchtergrondVan(Portal.Data.Datasets.GemeenteRow? gemeente) =>
        Achtergrond.Length == 0 || gemeente is null or { Voorbeeld: true } ? null : Achtergrond;

    /// <summary>What a page may load: nothing of others but the tiles of the map.</summary>
    public string Csp { get; } =
        $"default-src 'self'; img-src 'self' data:{Tegels(Achtergrond)}; object-src 'none'; base-uri "
        + "'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>Of a page that any site may show in a frame.</summary>
    public string CspIngesloten => Csp.Replace("frame-ancestors 'none'", "frame-ancestors *", StringComparison.Ordinal);

    public static Instellingen Lees(IConfiguration config) =>
        new(
            config["PORTAL_DB"] is { Length: > 0 } db
                ? db
                : throw new InstellingFout(
                    "PORTAL_DB ontbreekt. Start met ./start of ./portal, of zet PORTAL_DB op een "
                        + "PostGIS-verbinding (Host=…;Database=…)."
                ),
            config["PORTAL_ARCHIEF"] is { Length: > 0 } archief ? archief : Path.Combine(".local", "archief"),
            config["Portal:Achtergrond"] ?? Brt,
            config["Portal:AchtergrondBron"] ?? "Kadaster",
            config["Portal:Cache"] != "uit",
            [
                .. (config["PORTAL_PROXY"] ?? "")
                    .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                    .Select(Netwerk),
            ]
        )
        {
            Adres = LeesAdres(config["PORTAL_ADRES"]),
            Namen = (config["AllowedHosts"] ?? "").Split(
                ';',
                StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries
            ),
            PaginasTegelijk = Math.Clamp(
                config.GetValue("Portal:PaginasTegelijk", VanzelfTegelijk),
                2,
                PortalData.Verbindingen - 4
            ),
            Locatieserver = LeesLocatieserver(config["Portal:Locatieserver"] ?? Pdok),
            Koop = LeesWebadres("Portal__Koop", Tekst(config["Portal:Koop"]) ?? Overheid),
            KoopUren = Math.Clamp(config.GetValue("Portal:KoopUren", 0), 0, 24 * 7),
            BronnenMap = LeesMap("Portal__Bronnen__Map", Tekst(config["Portal:Bronnen:Map"])),
            BronnenVia = LeesVia(Tekst(config["Portal:Bronnen:Via"])),
            BronnenPauze = TimeSpan.FromMilliseconds(
                Math.Clamp(config.GetValue("Portal:Bronnen:Pauze", 100), 0, 60_000)
            ),
            BronnenUren = Math.Clamp(config.GetValue("Portal:Bronnen:Uren", 0), 0, 24 * 7),
            Naam = Tekst(config["Portal:Naam"]),
            Gebied = Tekst(config["Portal:Gebied"]),
            Contact = LeesContact(Tekst(config["Portal:Contact"])),
            Thema = LeesThema(Tekst(config["Portal:Thema"])),
            Grenzen = config.GetSection("Portal:Grenzen").Get<Grenzen>() ?? new(),
            DatabaseVanImports = Eerste(config, "PORTAL_DB_IMPORT", "PORTAL_DB"),
            DatabaseVanMigraties = Eerste(config, "PORTAL_DB_MIGRATE", "PORTAL_DB_IMPORT", "PORTAL_DB"),
            DatabaseVanBeheer = Tekst(config["PORTAL_DB_BEHEER"]),
            StafSchrijft = Tekst(config["PORTAL_DB_IMPORT"]) is not null,
            VierOgen = config.GetValue("Portal:VierOgen", true),
            Sleutels = Tekst(config["Portal:Sleutels"]) ?? Naast(config["PORTAL_ARCHIEF"], "sleutels"),
            Uitgaven = Tekst(config["Portal:Uitgaven"]) ?? Naast(config["PORTAL_ARCHIEF"], "uitgaven"),
            UitgavenSeconden = Math.Clamp(config.GetValue("Portal:UitgavenSeconden", 60), 0, 86_400),
            Mail = LeesMail(config.GetSection("Portal:Mail").Get<Beheer.Mailinstelling>()),
            OpenId = LeesOpenId(config.GetSection("Portal:OpenId").Get<Beheer.OpenIdInstelling>()),
            Inlogpogingen = Math.Max(1, config.GetValue("Portal:Inlogpogingen", 20)),
            VerzoekenPerMinuut = Math.Max(1, config.GetValue("Portal:ApiPerMinuut", 600)),
            PaginaTijd = TimeSpan.FromSeconds(config.GetValue("Portal:PaginaSeconden", 5)),
            DownloadGeduld = TimeSpan.FromSeconds(Math.Max(1, config.GetValue("Portal:DownloadSeconden", 20))),
        };

    // The grey background map of the Kadaster (BRT-A), CC BY 4.0
    private const string Brt = "https://service.pdok.nl/brt/achtergrondkaart/wmts/v2_0/grijs/EPSG:3857/{z}/{x}/{y}.png";

    private const string Pdok = "https://api.pdok.nl/bzk/locatieserver/search/v3_1";

    private const string Overheid = "https://repository.overheid.nl/sru";

    // Beside the archive, not in it: what reads the one need not read the other
    private static string Naast(string? archief, string wat) =>
        Path.TrimEndingDirectorySeparator(Tekst(archief) ?? Path.Combine(".local", "archief")) + $"-{wat}";

    private static Uri? LeesLocatieserver(string tekst) =>
        tekst.Length == 0 ? null : LeesWebadres("Portal__Locatieserver", tekst);

    private static string? LeesMap(string naam, string? map) =>
        map is null || Directory.Exists(map)
            ? map
            : throw new InstellingFout($"In {naam} staat '{map}'. Die map is er niet; leeg is geen.");

    // What goes over the line in the clear stays on this machine
    private static Uri? LeesVia(string? tekst) =>
        tekst is null ? null
        : LeesWebadres("Portal__Bronnen__Via", tekst) is var adres && (adres.Scheme == "https" || adres.IsLoopback)
            ? adres
        : throw new InstellingFout(
            $"In Portal__Bronnen__Via staat '{tekst}'. Neem https; http mag alleen naar deze machine."
        );

    private static Uri LeesWebadres(string naam, string tekst) =>
        Uri.TryCreate(tekst, UriKind.Absolute, out var adres) && adres.Scheme is "https" or "http"
            ? adres
            : throw new InstellingFout($"In {naam} staat '{tekst}'. Dat is geen webadres.");

    private static string? Tekst(string? tekst) => string.IsNullOrWhiteSpace(tekst) ? null : tekst.Trim();

    private static string? LeesContact(string? tekst) =>
        tekst is null || System.Net.Mail.MailAddress.TryCreate(tekst, out var adres) && adres.Address == tekst
            ? tekst
            : throw new InstellingFout($"In Portal__Contact staat '{tekst}'. Schrijf een mailadres; leeg is geen.");

    private static Beheer.Mailinstelling? LeesMail(Beheer.Mailinstelling? mail) =>
        mail is null or { Server: "" } ? null
        : System.Net.Mail.MailAddress.TryCreate(mail.Van, out _) ? mail
        : throw new InstellingFout(
            $"In Portal__Mail__Van staat '{mail.Van}'. Schrijf het mailadres waar uitnodigingen vandaan komen."
        );

    private static Beheer.OpenIdInstelling? LeesOpenId(Beheer.OpenIdInstelling? openId) =>
        openId is null or { Adres: "" } ? null
        : LeesWebadres("Portal__OpenId__Adres", openId.Adres) is var adres
        && (adres.Scheme == "https" || adres.IsLoopback)
        && openId is { Client.Length: > 0, Geheim.Length: > 0 }
            ? openId
        : throw new InstellingFout(
            "Portal__OpenId: geef een adres met https, en Portal__OpenId__Client en Portal__OpenId__Geheim erbij."
        );

    private static string? LeesThema(string? map) =>
        map is null || File.Exists(Path.Combine(map, "thema.css"))
            ? map
            : throw new InstellingFout(
                $"In Portal__Thema staat '{map}'. Noem een map waar thema.css in staat; leeg is ons eigen thema."
            );

    private static Uri? LeesAdres(string? tekst) =>
        string.IsNullOrWhiteSpace(tekst) ? null
        : Uri.TryCreate(tekst, UriKind.Absolute, out var adres)
        && adres.Scheme is "https" or "http"
        && adres.PathAndQuery == "/"
            ? adres
        : throw new InstellingFout(
            $"In PORTAL_ADRES staat '{tekst}'. Schrijf het adres zoals bezoekers het typen, zonder pad erachter, "
                + "bijvoorbeeld https://buurt.gemeente.nl."
        );

    private static string Eerste(IConfiguration config, params string[] namen) =>
        namen.Select(n => config[n]).FirstOrDefault(w => !string.IsNullOrEmpty(w)) ?? "";

    // An address alone is a network of one.
    private static IPNetwork Netwerk(string tekst) =>
        IPNetwork.TryParse(tekst, out var netwerk) ? netwerk
        : IPAddress.TryParse(tekst, out var adres) ? new(adres, adres.GetAddressBytes().Length * 8)
        : throw new InstellingFout(
            $"In PORTAL_PROXY staat '{tekst}'. Schrijf adressen of netwerken met een komma ertussen, "
                + "bijvoorbeeld 10.0.0.5, 192.168.0.0/16."
        );

    private static string Tegels(string achtergrond) =>
        Uri.TryCreate(
            achtergrond.Replace("{", "", StringComparison.Ordinal).Replace("}", "", StringComparison.Ordinal),
            UriKind.Absolute,
            out var uri
        )
            ? $" {uri.GetLeftPart(UriPartial.Authority)}"
            : "";
}
