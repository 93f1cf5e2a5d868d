using Portal.Data.Datasets;
using Portal.Data.Uitvoer;

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
        ],
        (p, pad, k, ct) => new GebiedsnaamImport(p).LaadAsync(pad, k.Tekst("meting"), ct)
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

    // The pages of areas are their own; this is what they are made of, in every format.
    private static readonly Collectie Grenzen = new(
        "grenzen",
        "Grenzen en namen van gebieden",
        "gebied",
        "Zien waar uw buurt begint en ophoudt.",
        [Code],
        """
        select g.code as id, d.code as dataset, g.code as sleutel, g.naam as titel, g.code as gebied_code, g.naam as gebied,
               g.soort as gebied_soort, g.indeling, v.nummer as versie, g.geom, g.soort, g.cbs_code, g.identificatie, g.ouder_code,
               g.geldig_van, g.geldig_tot
        from gebied_nu g join versie v on v.id = g.versie_id join dataset d on d.id = v.dataset_id
        """,
        [
            new("soort", "Soort", KolomSoort.Code, Filter: true)
            {
                Codes = [.. Gebiedsoorten.Alle.Select(s => new CodeWoord(s.Soort, s.Soort))],
            },
            new("cbs_code", "Code van het CBS"),
            new("identificatie", "Nummer in de basisregistratie van de gemeente"),
            new("ouder_code", "Ligt in", Uitleg: "Code van het gebied waar het in ligt."),
            new("geldig_van", "Geldig vanaf", KolomSoort.Datum),
            new("geldig_tot", "Geldig tot", KolomSoort.Datum),
        ]
    )
    {
        MetPagina = false,
    };

    public static readonly Onderwerp Onderwerp = new(
        Code,
        [
            new("gebied", Draagt: true, Hoofd: false),
            new("gebied_naam", Draagt: true, Hoofd: false),
            new("gebied_inwoners", Draagt: true, Hoofd: false),
            new("gebiedsnaam"),
            new("herkenning_meting", Hoofd: false),
        ],
        [Gebieden, Namen, Inwoners],
        BijPublicatie: GebiedOpbouw.WerkBijAsync
    )
    {
        Collecties = [Grenzen],
    };
}
