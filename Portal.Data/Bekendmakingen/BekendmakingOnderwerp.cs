using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Data.Bekendmakingen;

/// <summary>Official announcements: about a permit, or about anything else that touches a street.</summary>
public static class BekendmakingOnderwerp
{
    public const string Code = "bekendmakingen";

    /// <summary>How it is known until when one can react, from sure to less sure.</summary>
    public static readonly IReadOnlyList<CodeWoord> Termijnbronnen =
    [
        new("register", "de dag staat in het register"),
        new("tekst", "de dag of de termijn staat in de tekst"),
        new("geschat", "geschat: zes weken na de bekendmaking. Kijk in de officiële tekst"),
    ];

    private static readonly IReadOnlyList<CodeWoord> Fasen =
    [
        new("aanvraag", "aangevraagd"),
        new("verlenging", "het besluit duurt langer"),
        new("ontwerp", "ontwerp van een besluit"),
        new("verleend", "toegestaan"),
        new("geweigerd", "geweigerd"),
        new("ingetrokken", "ingetrokken"),
        new("besluit", "besloten"),
        new("melding", "gemeld"),
        new("rectificatie", "verbeterd bericht"),
        new("overig", "ander bericht"),
    ];

    public static readonly Register Register = new(
        Code,
        "bekendmaking",
        "bekendmaking",
        "Bekendmakingen",
        "Zien wat de gemeente over uw straat bekendmaakt, en tot wanneer u kunt reageren.",
        [
            new("soort", "Soort", KolomSoort.Code, "Zoals de bron de soort noemt.", Verplicht: true, Filter: true),
            new("activiteit", "Waarvoor", KolomSoort.Code, "Wat er gebouwd, gekapt of gedaan wordt.", Filter: true),
            new(
                "fase",
                "Hoe ver",
                KolomSoort.Code,
                "Wat er volgens de titel is gebeurd.",
                Verplicht: true,
                Filter: true
            )
            {
                Codes = Fasen,
            },
            new("publicatiedatum", "Bekendgemaakt op", KolomSoort.Datum, Verplicht: true),
            new("reactie_tot", "Reageren kan tot en met", KolomSoort.Datum, "De laatste dag.") { Termijn = true },
            new("reactie_hoe", "Hoe u kunt reageren", KolomSoort.Code, InLijst: false)
            {
                Codes =
                [
                    new("bezwaar", "bezwaar maken tegen het besluit"),
                    new("beroep", "in beroep gaan bij de rechtbank"),
                    new("zienswijze", "een zienswijze geven op het ontwerp"),
                ],
            },
            new("reactie_bron", "Hoe we die dag weten", KolomSoort.Code, InLijst: false) { Codes = Termijnbronnen },
            new("reactie_uitleg", "Over die dag", KolomSoort.LangeTekst, InLijst: false),
            new("plek", "Hoe precies de plek is", KolomSoort.Code, InLijst: false)
            {
                Codes =
                [
                    new("punt", "de plek die de bron geeft"),
                    new("ongeveer", "ongeveer: de bron geeft veel adressen hetzelfde punt"),
                    new("gemeente", "voor de hele gemeente"),
                ],
            },
            new(
                "zaaknummer",
                "Zaak",
                KolomSoort.Code,
                "Berichten van dezelfde zaak horen bij elkaar: het zaaknummer, of waar de bron dat niet geeft wat deze site er zelf van maakte (met een streepje erin).",
                InLijst: false
            ),
            new("omschrijving", "Omschrijving", KolomSoort.LangeTekst, Vrij: true, InLijst: false),
            new("url", "Officiële tekst", KolomSoort.Url, InLijst: false),
        ],
        "publicatiedatum"
    )
    {
        Thema = Lagen.Laagthema.Bekendmakingen,
        LetOp = ["De laatste dag om te reageren is soms geschat: reactie_bron zegt waar hij vandaan komt."],
    };

    public static readonly Onderwerp Onderwerp = Register.AlsOnderwerp(KoopImport.Soort) with
    {
        BijPublicatie = Zaken.WerkBijAsync,
        NaOordeel = Zaken.TitelsSql,
    };
}
