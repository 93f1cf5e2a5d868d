using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Data.Initiatieven;

/// <summary>Plans of residents and entrepreneurs, with what became of them.</summary>
public static class InitiatiefOnderwerp
{
    public const string Code = "initiatieven";

    public static readonly Register Register = new(
        Code,
        "plan",
        "initiatief",
        "Plannen van bewoners",
        "Zien welke plannen bewoners indienden, en wat ermee is gebeurd.",
        [
            new("status", "Wat ermee is gebeurd", KolomSoort.Code, Verplicht: true, Filter: true)
            {
                Codes =
                [
                    new("gekozen", "gekozen"),
                    new("deels_gekozen", "deels gekozen"),
                    new("niet_gekozen", "niet gekozen"),
                    new("voorgesteld", "voorgesteld"),
                    new("loopt", "loopt"),
                    new("klaar", "klaar"),
                    new("gestopt", "gestopt"),
                ],
            },
            new("jaar", "Jaar", KolomSoort.Jaar, Verplicht: true, Filter: true),
            new("thema", "Thema", KolomSoort.Code, "Zoals de bron het noemt."),
            new("kosten", "Kosten", KolomSoort.Bedrag, "Wat het plan zou kosten, in euro's; niet wat is uitgegeven."),
            new("stemmen", "Stemmen", KolomSoort.Aantal),
            new("omschrijving", "Omschrijving", KolomSoort.LangeTekst, Vrij: true, InLijst: false),
            new(
                "herkend",
                "Gebied herkend aan",
                KolomSoort.Tekst,
                "De bron zegt niet in welke buurt het plan is. Deze woorden uit de naam zeggen het; dat klopt "
                    + "niet altijd."
            ),
        ],
        "jaar"
    )
    {
        Orde = "c.stemmen desc nulls last",
        Thema = Lagen.Laagthema.Initiatieven,
    };

    private static readonly Importsoort Buurtbudget = new(
        "buurtbudget",
        "De uitslag van een buurtbudget (.pb).",
        [],
        (p, pad, _, ct) => new InitiatiefImport(p).LaadAsync(pad, ct)
    );

    public static readonly Onderwerp Onderwerp = Register.AlsOnderwerp(Buurtbudget);
}
