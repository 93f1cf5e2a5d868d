using Portal.Data.Datasets;
using Portal.Data.Iv3;

namespace Portal.Data.Begrotingen;

/// <summary>The money: budgets, accounts and subsidies, the keys by which they are divided, and Iv3.</summary>
public static class BegrotingOnderwerp
{
    public const string Code = "begroting";

    private static readonly Importsoort Begroting = new(
        "begroting",
        "Een begrotingslevering (CSV of XLSX).",
        [],
        (p, pad, _, ct) => new BegrotingImport(p).LaadAsync(pad, ct)
    );

    private static readonly Importsoort Subsidies = new(
        "subsidies",
        "Een subsidieregister (CSV of XLSX).",
        [],
        (p, pad, _, ct) => new SubsidieImport(p).LaadAsync(pad, ct)
    );

    private static readonly Importsoort Sleutel = new(
        "sleutel",
        "Een verdeelsleutel (CSV met code;gewicht).",
        [
            new("naam", "Bijvoorbeeld bomen.", Verplicht: true),
            new("jaar", "Het jaar van de gewichten.", OptieSoort.Jaar, Verplicht: true),
            new("bron", "Waar de gewichten vandaan komen.", Verplicht: true),
        ],
        (p, pad, k, ct) => new SleutelImport(p).LaadAsync(pad, k.Eis("naam"), k.Jaar("jaar")!.Value, k.Eis("bron"), ct)
    );

    private static readonly Importsoort Iv3 = new(
        "iv3",
        "Iv3-cijfers: CSV van alle gemeenten, de JSON van één gemeente, of een antwoord van CBS dataderden (JSON).",
        [
            new("jaar", "Het jaar, als het niet in de naam van het bestand staat.", OptieSoort.Jaar),
            new(
                "fase",
                "begroting of realisatie, als het niet in de naam van het bestand staat.",
                Keuze: ["begroting", "realisatie"]
            ),
            new(
                "definities",
                "Definitiebestand van het CBS voor dat jaar (iv3_definities_Gemeente_JAAR.json).",
                OptieSoort.Bestand
            ),
            new(
                "eenheid",
                "Bij JSON: of de bedragen in euro of in duizend euro zijn. Dat staat niet in het bestand.",
                Keuze: ["euro", "duizend"]
            ),
        ],
        (p, pad, k, ct) =>
            new Iv3Import(p).LaadAsync(
                pad,
                new(k.Jaar("jaar"), k.Tekst("fase"), k.Tekst("definities"), k.Tekst("eenheid")),
                ct
            )
    );

    public static readonly Onderwerp Onderwerp = new(
        Code,
        [
            new("sleutel_gewicht", Draagt: true, Hoofd: false),
            new("begrotingspost"),
            new("iv3"),
            new("controletotaal", Hoofd: false, Blijft: true),
            new("begrotingsom", Hoofd: false, Blijft: true),
            new("postsom", Hoofd: false, Blijft: true),
            new("jaarprofiel", Hoofd: false, Blijft: true),
        ],
        [Begroting, Subsidies, Sleutel, Iv3],
        NaLaden: Toerekening.VerdeelEnTelAsync
    )
    {
        Collecties =
        [
            GeldCollecties.Posten,
            GeldCollecties.PerGebied,
            GeldCollecties.Sleutels,
            Iv3Collectie.Collectie,
            Geldplekken.Collectie,
        ],
    };
}
