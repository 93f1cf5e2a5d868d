using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace Portal.Data.Oordelen;

/// <summary>
/// The words around a name that say what it is: grammar of our own, all folded; names come from the lists.
/// </summary>
internal static partial class Woordsoorten
{
    private const int KortsteVoorvoegsel = 3; // "Kerkstraat" is a street, "Straat" may be a surname

    /// <summary>Stand between a given name and a surname, or before a surname.</summary>
    public static readonly FrozenSet<string> Tussenvoegsels = Lijst(
        """
        't abou abu ait al aït ben bin bint bou d d' da dalla das de del della den der des di do dos du el het ibn in la le les op oulad ould s' san
        te ten ter v van vd von y zu zum
        """
    );

    public static readonly FrozenSet<string> Aanspreekvormen = Lijst(
        "mw mevr mevrouw dhr meneer mijnheer fam familie mej mejuffrouw"
    );

    /// <summary>Before a name they add nothing: titles of study and office.</summary>
    public static readonly FrozenSet<string> Titels = Lijst("drs dr ir ing mr prof msc bsc ma ba phd");

    /// <summary>
    /// What somebody does for a living, or calls the business: no surname, and beside one surname a sole trader.
    /// </summary>
    private static readonly FrozenSet<string> Bedrijfswoorden = Lijst(
        """
        accountant accountants administratie administraties advies advocaat advocatuur afbouw airport architect architecten architectenbureau art arts
        atelier auto autobedrijf autorijschool bakkerij beauty bedrijf begeleiding beheer belastingadvies boekhouding bouw bouwbedrijf
        bouwconstructies broodjeszaak bureau buro business cab cafe catering chauffeur chauffeurs chauffeursdiensten cie cinematography cleaning co
        coach coaching communicatie company concept concepts consultancy consultant consultants consulting dak dakbedekkingen delivery design designs detachering
        dienst diensten dienstverlening drankenspeciaalzaak driver dtp eetcafe elektra elektro elektrotechniek en engineering evenementen events
        expert exploitatie expo export facilitaire facility film filmproducties films filmwerk financieel financiele firma fitness foods foto fotograaf fotografie
        fysiotherapie garage glas groothandel haarmode hair hairdressing hairstyling handel hondenuitlaatservice horeca hovenier hoveniers ict
        immobilien import ingenieursbureau installatie installatiebedrijf installaties installatietechniek interieur interieurs juridisch juridische
        kapper kappers kapsalon keukens klusbedrijf klussen koerier koeriers koeriersdienst kunst lab lifestyle limo logistics logistiek loodgieter
        loodgieters loodgietersbedrijf loonbedrijf lunchroom makelaar makelaardij makelaars management marketing massage media meubels mode
        mode-ontwerp montage music muziek muziekschool nails natuurlijk onderhoud onderneming onderwijs onderzoek ontwerp ontwikkeling organisatie
        partners personenvervoer photography pizzeria podcast praktijk print producties production productions produkties project projecten
        projectmanagement projects psychologie psycholoog reclame rederij reizen restaurant restauratie rijschool salon schilder schilders
        schildersbedrijf schilderwerken schoonheidssalon schoonmaak service services slagerij snackbar solar solutions sound sport sports stoffering
        stomerij stucadoorsbedrijf studio studios stukadoor styling supermarkt supermarkten taal tandarts tax taxateurs taxi taxibedrijf taxicentrale
        taxidienst taxidiensten taxionderneming taxis taxiservice taxivervoer techniek teksten telecom text thee therapeut therapie timmer timmerwerken toko totaal
        tours training trainingen traiteur transfer transport tuin tuinen ui uitvaart vastgoed verhuizers verhuur vertalingen vervoer vervoersdienst
        verzorging vloeren vormgeving waarnemingen web webdesign werving winkel workshops yoga zakelijke zonen zoon zorg
        """
    );

    /// <summary>Makes of cars and names of feasts and sports that look like a given name and a surname.</summary>
    private static readonly FrozenSet<string> Begrippen = Lijst(
        """
        anansi and chi corona covid covid-19 de diwali een fiat for gong het holi hong hyundai iftar jazz kangoo kerst keti ketikoti kia kona kong
        koti kung kwakoe kwaku leaf mercedes niro nissan of opel pasen qi ramadan renault sint sint-maarten sinterklaas tai tesla the to top toyota
        vito volkswagen zoe
        """
    );

    /// <summary>
    /// Right before or after a name, or as the tail of a word, they say that it is an institution or a place.
    /// </summary>
    private static readonly FrozenSet<string> Instellingen = Lijst(
        """
        academie academy accommodatie akademie archief award bad band bank basisschool beeld bewonersvereniging bibliotheek bibliotheken bigband
        bioscoop biz boerderij bond brandweer broedplaats brug buurt buurthuis buurtkamer buurtpunt campus center centra centre centrum choir church
        club clubhuis clubs collectief collective college comite commissie committee complex cooperatie cooperative corporatie cup dorp dreef
        dwarsstraat eigenaars eigenaren eiland ensemble fanfare federatie festival festivals flat fonden fonds foundation fund galerie gallery gebouw
        gemeente genootschap genossenschaft gezelschap ggd gracht groep groepen gymnasium hal hallen harmonie haven havo hoeve hof hofje hogeschool
        hospice huis huize institute instituto instituut kade kapel kdv kerk kerken kinderboerderij kinderdagverblijf kinderopvang kliniek klooster
        koor kwartet kwartier kwintet laan lezing ln locatie lyceum maatschappij mandir markt masjid mavo mbo memorial ministries ministry monument
        moskee mosque musea museum netwerk network obs omroep ondernemersvereniging orchestra orkest pad park parken parochie partij pcbs
        peuterspeelzaal plantsoen platform plein polder polikliniek politie prijs quartet raad rkbs scholen school schoolvereniging schouwburg
        scouting singel sjoel sluis societeit speeltuin sporthal sportpark st stad standbeeld steeg stg stichting str straat synagoge team teater
        tehuis tempel terrein theater theatre toernooi toren trio trust tuin tuinen uitgeverij unie union universiteit university veld vereeniging
        vereniging verzorgingshuis voorschool vve vwo weg wijk wijkcentrum winkeliersvereniging zaal ziekenhuis zwembad
        """
    );

    /// <summary>Of more than one person, wherever it stands in the name of a recipient.</summary>
    private static readonly FrozenSet<string> Gezelschappen = Lijst(
        """
        academie academy band basisschool bewonersvereniging bibliotheek bigband brassband broedplaats buurthuis buurtkamer campus center centra centre
        centrum choir church club clubs collectief collective college comite commissie cooperative dorpsraad ensemble fanfare federatie festival
        fonds fund genootschap gezelschap gymnasium harmonie hogeschool instituut kerk kinderopvang koor kwartet kwintet lyceum ministries ministry
        moskee museum network netwerk omroep ondernemersvereniging orchestra orkest parochie partij platform school scouting speeltuin
        synagoge team tempel theater theatre toneelgroep theatergroep unie union universiteit university vrienden wijkcentrum winkeliersvereniging
        """
    );

    public static bool IsGezelschap(string kaal) => Gezelschappen.Contains(kaal);

    private static readonly string[] Staarten = // not "hof", "veld", "dijk" and the like, which end surnames as well
    [
        "straat",
        "plein",
        "laan",
        "weg",
        "kade",
        "gracht",
        "park",
        "plantsoen",
        "buurt",
        "school",
        "scholen",
        "college",
        "lyceum",
        "academie",
        "instituut",
        "museum",
        "theater",
        "kerk",
        "moskee",
        "fonds",
        "koor",
        "orkest",
        "ensemble",
        "festival",
        "centrum",
        "stichting",
        "vereniging",
        "vereeniging",
        "complex",
        "prijs",
        "singel",
        "dreef",
        "steeg",
        "gebouw",
        "lezing",
        "toernooi",
        "trofee",
        "opvang",
        "terrein",
        "haven",
        "kliniek",
        "loop",
        "markt",
        "eiland",
    ];

    /// <summary>"Westerpark", "Museumplein": where it is, not what it is called after the name before it.</summary>
    public static bool IsPlek(string kaal) =>
        HeeftStaart(kaal, ["park"]) && !kaal.StartsWith("sport", StringComparison.Ordinal);

    private static readonly string[] Bedrijfsstaarten =
    [
        "bedrijf",
        "service",
        "services",
        "dienst",
        "diensten",
        "werk",
        "werken",
        "winkel",
        "zaak",
        "bureau",
        "techniek",
        "praktijk",
        "studio",
        "advies",
        "adviseur",
        "management",
        "verhuur",
    ];

    /// <summary>A place or a direction is no surname, whatever stands before it.</summary>
    private static readonly FrozenSet<string> Plaatsen = Lijst(
        """
        amsterdam amsterdammers amsterdams amsterdamse april augustus december den-haag dinsdag donderdag europa europe europees europese februari
        february holland january juli july june juni maandag maart march mei nederland nederlands nederlandse nieuw-west noord noordoost noordwest
        november october oktober oost oud-oost oud-west oud-zuid rotterdam september utrecht vrijdag west woensdag zaterdag zondag zuid zuidoost
        zuidwest
        """
    );

    public static bool IsBedrijfswoord(string kaal) =>
        Bedrijfswoorden.Contains(kaal) || IsTaxi(kaal) || HeeftStaart(kaal, Bedrijfsstaarten);

    /// <summary>
    /// Of the words for a place those that are common surnames: "Petra Laan", but "Laan" after a name still makes a
    /// street of it.
    /// </summary>
    public static bool IsOokAchternaam(string kaal) =>
        kaal
            is "laan"
                or "hof"
                or "bank"
                or "park"
                or "haven"
                or "bond"
                or "veld"
                or "brug"
                or "toren"
                or "dorp"
                or "wijk";

    /// <summary>"Molenhuis", "Lindenhof": a building, unless the lists know it as a surname.</summary>
    public static bool IsGebouw(string kaal) => HeeftStaart(kaal, ["huis", "hof", "hofje", "zaal", "bad"]);

    public static bool IsTaxi(string kaal) =>
        kaal.StartsWith("taxi", StringComparison.Ordinal) || kaal is "tax" or "cab" or "cabs" or "personenvervoer";

    /// <summary>No person's name follows an article or a rank.</summary>
    public static bool IsLidwoord(string kaal) =>
        kaal
            is "de"
                or "het"
                or "'t"
                or "t"
                or "een"
                or "the"
                or "eerste"
                or "tweede"
                or "derde"
                or "1e"
                or "1ste"
                or "2e"
                or "2de"
                or "3e";

    public static bool IsVoorzetsel(string kaal) =>
        kaal is "door" or "met" or "aan" or "van" or "voor" or "olv" or "by" or "with" or "tav" or "tnv";

    /// <summary>Right before two words that no list knows they say that these are somebody.</summary>
    private static readonly FrozenSet<string> Aankondigers = Lijst(
        """
        aan auteur by choreograaf choreografie dichter dirigent docent door fotograaf kunstenaar met muzikant olv pianist regie
        regisseur schrijfster schrijver solist van voor wijlen with zanger zangeres
        """
    );

    public static bool KondigtAan(string kaal) => Aankondigers.Contains(kaal);

    public static bool IsBegrip(string kaal) => Begrippen.Contains(kaal.Split('-')[0]);

    public static bool IsPlaats(string kaal) => Plaatsen.Contains(kaal);

    public static bool IsInstelling(string kaal) => Instellingen.Contains(kaal) || HeeftStaart(kaal, Staarten);

    public static bool HeeftStaart(string kaal, string[] staarten) =>
        staarten.Any(staart =>
            kaal.Length >= staart.Length + KortsteVoorvoegsel && kaal.EndsWith(staart, StringComparison.Ordinal)
        );

    public static FrozenSet<string> Lijst(string woorden) =>
        woorden.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries).ToFrozenSet();

    /// <summary>
    /// A legal form, or a word that only an organisation has in its name: it decides before any name does.
    /// </summary>
    [GeneratedRegex(
        @"(?<![\p{L}\d.])(?:b\.? ?v|n\.? ?v|v\.? ?o\.? ?f|c\.? ?v|u\.? ?a|v\.? ?v\.? ?e|[ahr]?\.?s\.? ?v|v\.v|f\.c|k\.v|t\.v|l\.?t\.?c"
            + @"|gmbh|ltd|limited|inc|llc|s\.?a\.?r\.?l|ggmbh|e\.v|st|bi-?zone|biz|stg|maatschap|holding|vennootschap)\.?(?![\p{L}\d])"
            + @"|stichting|\bs?t?ichi?t?i?n?g\b|vere+ni|eigena+r(?:s|en)\b|co[oö]r?perati(?:e|ve|ef)|foundation|fundashon|association|associatie|corporation",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    public static partial Regex Rechtsvorm();

    /// <summary>"Handelend onder de naam": what stands before it is a person or a company.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})t?\.?h\.? ?o\.? ?d\.? ?n\.?(?!\p{L})",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    public static partial Regex OnderDeNaam();

    [GeneratedRegex(
        @"\b(?:biz|bi-?zone|winkelstraat\w*|straatmanage\w*|ondernemersvereniging|sfeerverlichting|feestverlichting)\b",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    public static partial Regex Winkelgebied();

    /// <summary>Announces the name of whoever asks or is meant, right after it.</summary>
    [GeneratedRegex(
        @"(?<!\p{L})(?:aanvraa?gst?ers?|aanvragers?|contactpers(?:oon|onen)|t\.? ?a\.? ?v\.?|t\.? ?n\.? ?v\.?|budgethouder|namens|initiatiefnemers?|penningmeester|voorzitter|ref\.)(?!\p{L})[ :]*",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant
    )]
    public static partial Regex Aankondiging();
}
