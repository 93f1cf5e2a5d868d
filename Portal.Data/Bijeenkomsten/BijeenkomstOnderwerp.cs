using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Data.Bijeenkomsten;

/// <summary>Meetings for residents.</summary>
public static class BijeenkomstOnderwerp
{
    public static readonly Register Register = new(
        "bijeenkomsten",
        "bijeenkomst",
        "bijeenkomst",
        "Bijeenkomsten",
        "Zien waar en wanneer u kunt meepraten.",
        [
            new("soort", "Soort", KolomSoort.Code, Verplicht: true, Filter: true)
            {
                Codes = [new("buurtgesprek", "buurtgesprek"), new("schouw", "schouw"), new("inloop", "inloop")],
            },
            new("datum", "Wanneer", KolomSoort.Datum, Verplicht: true),
            new("plek", "Waar precies"),
        ],
        "datum"
    );

    public static readonly Onderwerp Onderwerp = Register.AlsOnderwerp();
}
