using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>The areas, their names and inhabitants, what names in texts mean, and figures per area.</summary>
public static class GebiedOnderwerp
{
    public const string Code = "gebieden";

    private static readonly Importsoort Gebieden = new(
        "gebieden",
        "Buurten, wijken, gebieden of stadsdelen (GeoJSON, of JSON van de Amsterdamse API).",
        [
            new("indeling", "Jaar van de indeling, bijvoorbeeld 2022.", OptieSoort.Jaar, Verplicht: true),
            new(
                "soort",
                "buurt, wijk, gebied of stadsdeel; anders volgt het uit het bestand.",
                Keuze: Gebiedsoorten.InDeStad
            ),
            new("gemeente", "Code van de gemeente, bijvoorbeeld GM0363."),
            new("naam", "Naam van de gemeente."),
            new(
                "alleen-namen",
                "Alleen de namen en codes van gebieden, voor gebieden die uit hun buurten zijn "
                    + "samengesteld (GeoJSON of codelijst).",
                OptieSoort.JaNee
            ),
        ],
        (p, pad, k, ct) =>
            k.Ja("alleen-namen")
                ? new GebiedNamenImport(p).LaadAsync(pad, k.Jaar("indeling")!.Value, ct)
                : new GebiedImport(p).LaadAsync(
                    pad,
                    new(k.Jaar("indeling")!.Value, k.Tekst("soort"), k.Tekst("gemeente"), k.Tekst("naam")),
                    ct
                )
    );

    private static readonly Importsoort Namen = new(
        "namen",
        "Wat namen in teksten betekenen (CSV met naam;gebiedscode;reden;stadsdeel). Laad ze vóór het subsidieregister.",
        [
            new(
                "meting",
                "Hoe vaak de herkenning met deze namen klopt, nagekeken in deze gemeente (CSV).",
                OptieSoort.Bestand
            ),
            new(
                "plaatsen",
                "Van welke lagen de namen in teksten plekken zijn, en hoe vaak dat klopt, nagekeken in deze "
                    + "gemeente (CSV).",
                OptieSoort.Bestand
            ),
        ],
        (p, pad, k, ct) => new GebiedsnaamImport(p).LaadAsync(pad, k.Tekst("meting"), ct, k.Tekst("plaatsen"))
    );

    private static readonly Importsoort Inwoners = new(
        "inwoners",
        "Inwoners per gebied (GeoJSON met aantal_inwoners, CSV met code;inwoners, of de BBGA met alle jaren).",
        [
            new(
                "jaar",
                "Het jaar waarvan de aantallen zijn; niet nodig als het bestand het zegt (BBGA).",
                OptieSoort.Jaar
            ),
            new("bron", "Waar de aantallen van een CSV vandaan komen."),
        ],
        (p, pad, k, ct) => new InwonersImport(p).LaadAsync(pad, k.Jaar("jaar"), k.Tekst("bron"), ct)
    );

    public static readonly Onderwerp Onderwerp = new(
        Code,
        [
            new("gebied", Draagt: true, Hoofd: false),
            new("gebied_naam", Draagt: true, Hoofd: false),
            new("gebied_inwoners", Draagt: true, Hoofd: false),
            new("gebiedsnaam"),
            new("herkenning_meting", Hoofd: false),
            new("plaatsmeting", Hoofd: false),
        ],
        [Gebieden, Namen, Inwoners],
        BijPublicatie: GebiedOpbouw.WerkBijAsync
    )
    {
        Collecties =
        [
            GebiedCollecties.Grenzen,
            GebiedCollecties.Inwoners,
            GebiedCollecties.Namen,
            GebiedCollecties.Overgangen,
        ],
    };
}
