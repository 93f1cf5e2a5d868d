using Portal.Data.Datasets;
using Portal.Data.Gebieden;
using Portal.Data.Registers;

namespace Portal.Data.Lagen;

/// <summary>Layers: datasets that staff invent, with columns of their own. Each dataset is one layer.</summary>
public static class LaagOnderwerp
{
    public const string Code = "lagen";

    /// <summary>What the collection of a layer is made of.</summary>
    public static readonly IReadOnlyList<string> VanCollecties = [Code, GebiedOnderwerp.Code];

    private static readonly Importsoort Laag = new(
        "laag",
        "Een kaartlaag met eigen kolommen: GeoJSON, Shapefile (zip), GeoPackage, KML, GML, FlatGeobuf, CSV "
            + "of XLSX. De soort van elke kolom volgt uit het bestand.",
        [
            .. RegisterImport.DatasetOpties.Select(o =>
                o.Naam is "dataset" or "titel" ? o with { Verplicht = true } : o
            ),
            new("doel", "Waar een bewoner de laag voor kan gebruiken, in één zin."),
            new(
                "thema",
                "Waar de laag bij hoort. Anders blijft het zoals het was; van een nieuwe laag is het overig.",
                Keuze: [.. Laagthema.Alle.Select(t => t.Code)]
            ),
            new("peildatum", "Tot en met welke dag de gegevens kloppen, bijvoorbeeld 2026-03-31."),
            new("laag", "Welke laag, als er meer in het bestand zitten."),
            new("sleutel", "De kolom die elk ding uniek maakt. Anders id; is die er niet, dan het nummer van de rij."),
            new("titelkolom", "De kolom met de naam van elk ding. Anders titel, naam, name of title."),
            new("kolommen", "Welke kolommen op de site komen, met komma's ertussen. Anders alle."),
        ],
        (p, pad, k, ct) => new LaagImport(p).LaadAsync(pad, k, ct)
    );

    public static readonly Onderwerp Onderwerp = new(Code, [new("laagobject", Leven.PerRij)], [Laag]);
}
