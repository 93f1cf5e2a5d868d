using Portal.Data.Uitvoer;

namespace Portal.Data.Ogc;

/// <summary>How a value is compared.</summary>
public enum KiesveldSoort
{
    Tekst,
    Getal,
    JaNee,
    Dag,
    Vorm,
}

/// <summary>What a filter can name: a column of a collection, or what every collection has.</summary>
/// <param name="Sql">Made of constants and of names that <see cref="Collectie.Naam"/> let through.</param>
/// <param name="Kolom">Null: every collection has it.</param>
public sealed record Kiesveld(string Naam, string Kop, KiesveldSoort Soort, string Sql, Kolom? Kolom = null)
{
    public const string Vorm = "geom";

    private static readonly Kiesveld[] Vast =
    [
        new("sleutel", "Sleutel van de bron", KiesveldSoort.Tekst, "c.sleutel"),
        new("titel", "Titel", KiesveldSoort.Tekst, "c.titel"),
        new("gebiedscode", "Code van het gebied", KiesveldSoort.Tekst, "c.gebied_code"),
        new("gebied", "Gebied", KiesveldSoort.Tekst, "c.gebied"),
        new("gebiedstype", "Soort gebied", KiesveldSoort.Tekst, "c.gebied_soort"),
        new("dataset", "Dataset", KiesveldSoort.Tekst, "c.dataset"),
        new("versie", "Versie", KiesveldSoort.Getal, "c.versie"),
    ];

    public static IReadOnlyList<Kiesveld> Van(Collectie collectie) =>
        [
            .. Vast,
            .. collectie.Kolommen.Select(k => new Kiesveld(k.Naam, k.Kop, Van(k.Soort), CollectieSql.Gewoon(k), k)),
            new(Vorm, "Plek op de kaart", KiesveldSoort.Vorm, "c.geom"),
        ];

    private static KiesveldSoort Van(KolomSoort soort) =>
        soort switch
        {
            KolomSoort.Datum => KiesveldSoort.Dag,
            KolomSoort.Jaar or KolomSoort.Aantal or KolomSoort.Getal or KolomSoort.Bedrag => KiesveldSoort.Getal,
            KolomSoort.JaNee => KiesveldSoort.JaNee,
            _ => KiesveldSoort.Tekst,
        };
}
