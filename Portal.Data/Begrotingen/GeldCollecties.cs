using Portal.Data.Oordelen;
using Portal.Data.Uitvoer;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The money in every format: every post as its delivery gives it, and what counts per area. A choice out of the posts,
/// with what counts in it, is <see cref="PostCollectie"/>.
/// </summary>
internal static class GeldCollecties
{
    private const string Bij = "join versie v on v.id = p.versie_id join dataset d on d.id = v.dataset_id";
    private const string Gebied = "left join gebied_nu g on g.code = p.gebied_code and g.indeling = p.indeling";

    private const string Post = $"""
        select p.id, d.code as dataset, p.bronsleutel as sleutel,
            coalesce(p.project, p.omschrijving, p.regeling, '') as titel,
               p.gebied_code, g.naam as gebied, p.gebied_soort, p.indeling, v.nummer as versie, null::geometry as geom,
               p.rij, p.jaar, p.fase, p.bl, p.programma_code as programma, p.taakveld, p.categorie, p.toerekening,
               p.herkend,
               p.sleutel as verdeelsleutel, p.project, p.omschrijving, p.regeling, p.ontvanger_soort, p.ontvanger,
               p.bedrag,
               p.aangevraagd, p.vastgesteld, p.voor_van, p.voor_tot, p.peildatum
        from begrotingspost p {Bij} {Gebied}
        """;

    // By the year of the dossier: the other way of counting years is the same money again.
    private const string Som = $"""
        select p.id, d.code as dataset,
               concat_ws('-', p.jaar, p.fase, p.bl, coalesce(p.programma_code, 'geen'), p.toerekening,
               coalesce(p.gebied_code, 'geen')) as sleutel,
               coalesce(g.naam, case p.toerekening when 'stadsbreed' then 'Hele stad'
               when 'stadsdelen' then 'Meer dan één stadsdeel'
               when 'sleutel' then 'Verdeeld over de stad'
               else 'Niet bekend waar' end) as titel, p.gebied_code, g.naam as gebied, p.gebied_soort, p.indeling,
               v.nummer as versie,
               null::geometry as geom, p.jaar, p.fase, p.bl, p.programma_code as programma, p.toerekening, p.bedrag,
               p.posten
        from begrotingsom p {Bij} {Gebied} where p.jaarsoort = 'toekenning'
        """;

    private const string Gewicht = """
        select d.code || '-' || p.code as id, d.code as dataset, p.code as sleutel, coalesce(g.naam, p.code) as titel,
            p.code as gebied_code, g.naam as gebied,
               g.soort as gebied_soort, p.indeling, v.nummer as versie, null::geometry as geom,
               p.sleutel as verdeelsleutel, p.gewicht
        from sleutel_gewicht p join versie v on v.id = p.versie_id join dataset d on d.id = v.dataset_id
        left join gebied_nu g on g.code = p.code and g.indeling = p.indeling
        """;

    public static readonly Kolom Jaar = new(
        "jaar",
        "Jaar",
        KolomSoort.Jaar,
        "Boekjaar; bij subsidies het jaar van de aanvraag.",
        Filter: true
    )
    {
        Fiscaal = "date:fiscal-year",
    };

    public static readonly Kolom Bl = new("bl", "Uitgaven of inkomsten", KolomSoort.Code, Filter: true)
    {
        Fiscaal = "direction",
        Codes = [new("L", "lasten: uitgaven"), new("B", "baten: inkomsten")],
    };

    private static readonly CodeWoord[] VanEenPost =
    [
        new("begroting", "Begroot"),
        new("begrotingswijziging", "Begroting gewijzigd"),
        new("realisatie", "Besteed"),
        new("verleend", "Subsidie verleend"),
    ];

    /// <param name="codes">What a subsidy was asked for and became are columns of its post, and phases of a sum.</param>
    private static Kolom Fase(params CodeWoord[] codes) =>
        new("fase", "Soort bedrag", KolomSoort.Code, "Tel verschillende soorten nooit bij elkaar op.", Filter: true)
        {
            Fiscaal = "phase:id",
            Codes = codes,
        };

    private static readonly Kolom Programma = new(
        "programma",
        "Programma",
        KolomSoort.Code,
        "Leeg: bij geen programma.",
        Filter: true
    )
    {
        Fiscaal = "activity:generic:program:code",
    };

    private static readonly Kolom Toerekening = new("toerekening", "Hoe het geld bij een gebied hoort", KolomSoort.Code)
    {
        Filter = true,
        Codes =
        [
            new("direct_adres", "uitgegeven op een adres in het gebied"),
            new("direct_gebied", "voor het gebied, zegt de bron"),
            new("afgeleid", "herkend in de tekst"),
            new("sleutel", "verdeeld met een sleutel"),
            new("stadsbreed", "voor de hele stad, zegt de bron"),
            new("stadsdelen", "voor meer dan één stadsdeel, zegt de bron"),
            new("onbekend", "de bron zegt niet waar"),
        ],
    };

    private const string Wijder = "c.toerekening in ('stadsbreed', 'stadsdelen')";
    private const string Verdeeld = "c.toerekening = 'sleutel'";

    // Money of the whole city has no area, but it is not unknown where it is for.
    private static readonly Leemte[] Waar =
    [
        new(
            $"c.gebiedscode is null and {Wijder}",
            "Voor de hele stad, of voor meer dan één stadsdeel: {0} van de {1}. Dat telt bij geen enkele buurt mee."
        ),
        new(
            $"c.gebiedscode is null and {Verdeeld}",
            "Met een rekensom verdeeld over de buurten: {0} van de {1}. Elke buurt krijgt daar een deel van."
        ),
        new($"c.gebiedscode is null and not ({Wijder} or {Verdeeld})", Leemte.ZonderGebied.Zin),
    ];

    public static readonly Collectie Posten = new(
        "begrotingsposten",
        "Begrotingsposten en subsidies",
        "post",
        "Zien waaraan het geld is uitgegeven, tot op de regel uit de boeken.",
        [BegrotingOnderwerp.Code, Gebieden.GebiedOnderwerp.Code],
        $"{Post} where v.status = 'gepubliceerd'",
        [
            new("rij", "Rij in de levering", KolomSoort.Aantal, "De kop is rij 1."),
            Jaar,
            Fase(VanEenPost),
            Bl,
            Programma,
            new("taakveld", "Taakveld", KolomSoort.Code, "Code van Iv3.", Filter: true)
            {
                Fiscaal = "functional-classification:generic:code",
            },
            new("categorie", "Categorie", KolomSoort.Code) { Fiscaal = "economic-classification:generic:code" },
            Toerekening,
            new("herkend", "Herkend aan", Uitleg: "De woorden waaraan het gebied is herkend."),
            new("verdeelsleutel", "Verdeelsleutel"),
            new("project", "Project") { Fiscaal = "activity:generic:project:label" },
            new("omschrijving", "Omschrijving", KolomSoort.LangeTekst),
            new("regeling", "Regeling"),
            new("ontvanger_soort", "Soort ontvanger", KolomSoort.Code),
            new("ontvanger", "Naar wie", Uitleg: "(Particulier) is een persoon; diens naam geven we niet.")
            {
                Fiscaal = "recipient:generic:name",
            },
            new("bedrag", "Bedrag", KolomSoort.Bedrag, "Van deze soort. Leeg: nog niet toegezegd.")
            {
                Fiscaal = "value",
            },
            new("aangevraagd", "Aangevraagd", KolomSoort.Bedrag, "Van een subsidie: gevraagd."),
            new("vastgesteld", "Vastgesteld", KolomSoort.Bedrag, "Van een subsidie: definitief, na afloop."),
            new("voor_van", "Eerste jaar waarvoor", KolomSoort.Jaar, "Leeg: niet bekend."),
            new("voor_tot", "Laatste jaar waarvoor", KolomSoort.Jaar, "Leeg: niet bekend."),
            new("peildatum", "Peildatum", KolomSoort.Datum) { Fiscaal = "date:generic" },
        ]
    )
    {
        MetPagina = false,
        MetPlek = false,
        LetOp =
        [
            "Verleend is niet uitgegeven: pas na afloop wordt een subsidie vastgesteld.",
            "Tel begroting, verleend en realisatie nooit bij elkaar op: het is hetzelfde geld in een andere fase.",
        ],
        Leemten =
        [
            .. Waar,
            new(
                $"c.ontvanger = '{Masker.Persoon}'",
                "Van een particulier: {0}. De naam geven we niet. Van een subsidie ook niet waar die voor is."
            ),
            new(
                $"c.ontvanger = '{Masker.Onbeoordeeld}'",
                "Misschien van een persoon: {0}. De naam geven we niet, tot iemand heeft gekeken."
            ),
        ],
        VanVersie = $"{Post} where v.id = @Fversie",
    };

    public static readonly Collectie PerGebied = new(
        "begroting-per-gebied",
        "Geld per gebied en programma",
        "bedrag",
        "Zien hoeveel geld er naar een buurt gaat, en wat bij geen buurt hoort.",
        [BegrotingOnderwerp.Code, Gebieden.GebiedOnderwerp.Code],
        $"{Som} and v.status = 'gepubliceerd'",
        [
            Jaar,
            Fase([
                .. VanEenPost,
                new("aangevraagd", "Subsidie aangevraagd"),
                new("vastgesteld", "Subsidie vastgesteld"),
            ]),
            Bl,
            Programma,
            Toerekening,
            new("bedrag", "Bedrag", KolomSoort.Bedrag, "Verdeelde posten tellen voor het deel van het gebied.")
            {
                Fiscaal = "value",
            },
            new("posten", "Posten", KolomSoort.Aantal, "Zoveel posten, of delen ervan."),
        ]
    )
    {
        MetPagina = false,
        MetPlek = false,
        Leemten = Waar,
        VanVersie = $"{Som} and v.id = @Fversie",
    };

    public static readonly Collectie Sleutels = new(
        "verdeelsleutels",
        "Verdeelsleutels",
        "gewicht",
        "Zien hoe geld van de hele stad over de buurten is verdeeld.",
        [BegrotingOnderwerp.Code, Gebieden.GebiedOnderwerp.Code],
        $"{Gewicht} where v.status = 'gepubliceerd'",
        [
            new("verdeelsleutel", "Verdeelsleutel", KolomSoort.Code, Filter: true),
            new("gewicht", "Gewicht", KolomSoort.Getal, "Het deel van een gebied is zijn gewicht gedeeld door alle."),
        ]
    )
    {
        MetPagina = false,
        TekstId = true,
        MetPlek = false,
        VanVersie = $"{Gewicht} where v.id = @Fversie",
    };
}
