using Portal.Data.Datasets;
using Portal.Data.Registers;
using Portal.Data.Uitvoer;

namespace Portal.Data.Gebieden;

/// <summary>
/// Labels that the municipality gives an area for a time: a focus area, an area with priority, a motto.
/// </summary>
public static class GebiedslabelOnderwerp
{
    public const string Code = "gebiedslabels";

    public static readonly Register Register = new(
        Code,
        "label",
        "gebiedslabel",
        "Gebieden met extra aandacht",
        "Zien of uw buurt extra aandacht krijgt, waarom, en hoelang.",
        [
            new("label", "Welk label", KolomSoort.Code, Verplicht: true, Filter: true)
            {
                Codes =
                [
                    new("focusgebied", "focusgebied"),
                    new("aandachtswijk", "aandachtswijk"),
                    new("voorrang", "gebied met voorrang"),
                    new("motto", "motto"),
                ],
            },
            new("van", "Vanaf", KolomSoort.Datum, Verplicht: true),
            new("tot_en_met", "Tot en met", KolomSoort.Datum, "Leeg: er is geen einddatum."),
            new("reden", "Waarom", KolomSoort.LangeTekst, Verplicht: true, Vrij: true),
            new("aanpak", "Hoe", KolomSoort.Code)
            {
                Codes =
                [
                    new("sectoraal", "per onderwerp"),
                    new("wijkgericht", "voor de hele wijk"),
                    new("programmatisch", "met een programma"),
                ],
            },
            new("document", "Document", KolomSoort.Url, "Waar het besluit of het plan staat."),
        ],
        Datum: null
    )
    {
        Thema = Lagen.Laagthema.Bestuur,
    };

    // On the map its area is the place of a label, for as long as it holds; the list has those of before too.
    private static readonly Collectie Collectie = Register.Collectie with
    {
        Van = $"""
            select r.id, r.dataset, r.sleutel, r.titel, r.gebied_code, g.naam as gebied, g.soort as gebied_soort,
                r.indeling, r.versie,
                   case when {Geldt(
                "(now() at time zone 'Europe/Amsterdam')::date"
            )} then coalesce(r.geom, g.geom) end as geom,
                   r.label, r.van, r.tot_en_met, r.reden, r.aanpak, r.document
            from gebiedslabel_nu r left join gebied_nu g on g.code = r.gebied_code and g.indeling = r.indeling
            """,
    };

    internal static string Geldt(string dag) => $"r.van <= {dag} and coalesce(r.tot_en_met, 'infinity') >= {dag}";

    public static readonly Onderwerp Onderwerp = Register.AlsOnderwerp() with { Collecties = [Collectie] };
}
