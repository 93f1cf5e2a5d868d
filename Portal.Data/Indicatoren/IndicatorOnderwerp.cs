using Portal.Data.Datasets;
using Portal.Data.Registers;

namespace Portal.Data.Indicatoren;

/// <summary>Figures per area: of each, its name, what it means and its unit come with the delivery.</summary>
public static class IndicatorOnderwerp
{
    public const string Code = "indicatoren";

    private static readonly Importsoort Ses = new(
        "ses",
        "De sociaal-economische score SES-WOA van CBS (CSV van StatLine).",
        [],
        (p, pad, _, ct) => new SesImport(p).LaadAsync(pad, ct)
    );

    private static readonly Importsoort Metingen = new(
        "metingen",
        "Cijfers per gebied (CSV of XLSX met indicator;naam;definitie;eenheid;gebiedscode;jaar;waarde,"
            + " en wat er verder "
            + "van bekend is; of de BBGA van Amsterdam). Een nieuwe indicator is een nieuwe naam.",
        [
            .. RegisterImport.DatasetOpties.Where(o => o.Naam != "aanvulling"),
            new(
                "indeling",
                "Jaar van de indeling waar de gebieden in staan; anders de nieuwste die de code kent.",
                OptieSoort.Jaar
            ),
            new(
                "uitleg",
                "Wat de indicatoren betekenen, als dat niet in de levering staat (CSV: "
                    + "indicator;naam;definitie;eenheid).",
                OptieSoort.Bestand
            ),
        ],
        (p, pad, k, ct) => new MetingImport(p).LaadAsync(pad, k, ct)
    );

    public static readonly Onderwerp Onderwerp = new(
        Code,
        [
            new("meting"),
            new("indicator", Hoofd: false),
            new("meting_gesloten", Hoofd: false),
            new("meting_herrekend", Hoofd: false),
        ],
        [Ses, Metingen],
        Herrekening.NaLadenAsync
    )
    {
        Collecties = [MetingCollectie.Collectie],
    };
}
