using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Data.Vergunningen;

/// <summary>Permits: who may build, fell, hold or run something, and until when one can object.</summary>
public static class VergunningOnderwerp
{
    public const string Code = "vergunningen";

    public static readonly Register Register = new(
        Code,
        "vergunning",
        "vergunning",
        "Vergunningen",
        "Zien wat er in uw straat is gevraagd, toegestaan en geweigerd, en tot wanneer u bezwaar kunt maken.",
        [
            new("soort", "Soort", KolomSoort.Code, "Zoals de bron de soort noemt.", Verplicht: true, Filter: true),
            new("activiteit", "Waarvoor", KolomSoort.Code, Filter: true, InLijst: false),
            new("fase", "Hoe ver", KolomSoort.Code, "Wat er met de aanvraag is gebeurd.", Verplicht: true, Filter: true)
            {
                Codes =
                [
                    new("aanvraag", "aangevraagd"),
                    new("verlengd", "duurt langer"),
                    new("ontwerp", "ontwerp van een besluit"),
                    new("verleend", "verleend"),
                    new("geweigerd", "geweigerd"),
                    new("ingetrokken", "ingetrokken"),
                    new("besluit", "besloten"),
                ],
            },
            new("laatste_stap", "Laatste stap op", KolomSoort.Datum, "Wanneer er het laatst iets gebeurde."),
            new("adres", "Adres", InLijst: false),
            new("zaaknummer", "Zaaknummer", KolomSoort.Code, "Staat ook bij de bekendmakingen erover.", InLijst: false),
            new(
                "aangevraagd_op",
                "Aangevraagd op",
                KolomSoort.Datum,
                "Of de dag waarop dat is bekendgemaakt.",
                InLijst: false
            ),
            new(
                "besloten_op",
                "Besloten op",
                KolomSoort.Datum,
                "Of de dag waarop dat is bekendgemaakt.",
                InLijst: false
            ),
            new("bezwaar_tot", "Bezwaar maken kan tot en met", KolomSoort.Datum, "De laatste dag.") { Termijn = true },
            new("bezwaar_bron", "Hoe we die dag weten", KolomSoort.Code, InLijst: false)
            {
                Codes = Bekendmakingen.BekendmakingOnderwerp.Termijnbronnen,
            },
            new("url", "Officiële tekst", KolomSoort.Url, InLijst: false),
        ],
        "laatste_stap"
    )
    {
        Thema = Lagen.Laagthema.Bekendmakingen,
    };

    public static readonly Onderwerp Onderwerp = Register.AlsOnderwerp();
}
