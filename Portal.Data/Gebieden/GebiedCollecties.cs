using Portal.Data.Uitvoer;

namespace Portal.Data.Gebieden;

/// <summary>The areas in every format. Their pages are their own; this is what they are made of.</summary>
internal static class GebiedCollecties
{
    private const string Grens = """
        select g.code as id, d.code as dataset, g.code as sleutel, g.naam as titel, g.code as gebied_code, g.naam as gebied,
               g.soort as gebied_soort, g.indeling, v.nummer as versie, g.geom, g.soort, g.cbs_code, g.identificatie, g.ouder_code,
               g.geldig_van, g.geldig_tot
        """;

    private const string BijVersie = "join versie v on v.id = g.versie_id join dataset d on d.id = v.dataset_id";

    private const string Aantal = $"""
        select concat_ws('-', d.code, g.code, g.indeling, g.jaar) as id, d.code as dataset, concat_ws('-', g.code, g.indeling, g.jaar) as sleutel,
               coalesce(a.naam, g.code) as titel, g.code as gebied_code, a.naam as gebied, a.soort as gebied_soort, g.indeling,
               v.nummer as versie, null::geometry as geom, g.jaar, g.inwoners, g.huishoudens
        from gebied_inwoners g {BijVersie} left join gebied_nu a on a.code = g.code and a.indeling = g.indeling
        """;

    private const string Naam = $"""
        select concat_ws('-', d.code, g.rij) as id, d.code as dataset, g.rij::text as sleutel, g.naam as titel, g.gebied as gebied_code, a.naam as gebied,
               a.soort as gebied_soort, a.indeling, v.nummer as versie, null::geometry as geom, g.reden, g.stadsdeel
        from gebiedsnaam g {BijVersie} left join gebied_nu a on a.code = g.gebied
        """;

    public static readonly Collectie Grenzen = new(
        "grenzen",
        "Grenzen en namen van gebieden",
        "gebied",
        "Zien waar uw buurt begint en ophoudt.",
        [GebiedOnderwerp.Code],
        $"{Grens} from gebied_nu g {BijVersie}",
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
        TekstId = true,
        VanVersie = $"{Grens} from gebied g {BijVersie} where v.id = @Fversie",
    };

    public static readonly Collectie Inwoners = new(
        "inwoners",
        "Inwoners en huishoudens per gebied",
        "aantal",
        "Zien hoeveel mensen er in een buurt wonen.",
        [GebiedOnderwerp.Code],
        $"{Aantal} where v.status = 'gepubliceerd'",
        [
            new("jaar", "Jaar", KolomSoort.Jaar, Filter: true),
            new("inwoners", "Inwoners", KolomSoort.Aantal),
            new("huishoudens", "Huishoudens", KolomSoort.Aantal, "Leeg: de bron geeft het niet."),
        ]
    )
    {
        MetPagina = false,
        TekstId = true,
        MetPlek = false,
        VanVersie = $"{Aantal} where v.id = @Fversie",
    };

    public static readonly Collectie Namen = new(
        "gebiedsnamen",
        "Andere namen van gebieden",
        "naam",
        "Zien aan welke woorden een gebied in een tekst wordt herkend.",
        [GebiedOnderwerp.Code],
        $"{Naam} where v.status = 'gepubliceerd'",
        [
            new("reden", "Waarom niet", KolomSoort.LangeTekst, "Waarom deze naam geen bewijs van een plek is."),
            new("stadsdeel", "Alleen in stadsdeel", Uitleg: "De naam telt alleen in rijen van dit stadsdeel."),
        ]
    )
    {
        MetPagina = false,
        TekstId = true,
        MetPlek = false,
        VanVersie = $"{Naam} where v.id = @Fversie",
    };
}
