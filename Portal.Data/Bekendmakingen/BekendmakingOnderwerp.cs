using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Data.Bekendmakingen;

/// <summary>Official announcements: about a permit, or about anything else that touches a street.</summary>
public static class BekendmakingOnderwerp
{
    public const string Code = "bekendmakingen";

    public static readonly Register Register = new(
        Code,
        "bekendmaking",
        "bekendmaking",
        "Bekendmakingen",
        "Zien wat de gemeente over uw straat bekendmaakt, en tot wanneer u kunt reageren.",
        [
            new("soort", "Soort", KolomSoort.Code, "Zoals de bron de soort noemt.", Verplicht: true, Filter: true),
            new("publicatiedatum", "Bekendgemaakt op", KolomSoort.Datum, Verplicht: true),
            new("reactie_tot", "Reageren kan tot en met", KolomSoort.Datum, "De laatste dag."),
            new("zaaknummer", "Zaaknummer", KolomSoort.Code, "Van de vergunning waar het over gaat.", InLijst: false),
            new("omschrijving", "Omschrijving", KolomSoort.LangeTekst, Vrij: true, InLijst: false),
            new("url", "Officiële tekst", KolomSoort.Url, InLijst: false),
        ],
        "publicatiedatum"
    );

    public static readonly Onderwerp Onderwerp = Register.AlsOnderwerp();
}
