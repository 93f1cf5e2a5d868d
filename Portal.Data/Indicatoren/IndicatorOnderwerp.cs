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
        "Cijfers per gebied (CSV of XLSX met indicator;naam;definitie;eenheid;gebiedscode;jaar;waarde). "
            + "Een nieuwe indicator is een nieuwe naam.",
        [.. RegisterImport.DatasetOpties.Where(o => o.Naam != "aanvulling")],
        (p, pad, k, ct) => new MetingImport(p).LaadAsync(pad, k, ct)
    );

    public static readonly Onderwerp Onderwerp = new(
        Code,
        [new("meting"), new("indicator", Hoofd: false)],
        [Ses, Metingen]
    );
}
