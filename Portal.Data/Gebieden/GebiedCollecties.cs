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
        select g.id, d.code as dataset, concat_ws('-', g.code, g.indeling, g.jaar) as sleutel,
               coalesce(a.naam, g.code) as titel, g.code as gebied_code, a.naam as gebied, a.soort as gebied_soort,
               g.indeling,
               v.nummer as versie, null::geometry as geom, g.jaar, g.inwoners, g.huishoudens
        from gebied_inwoners g {BijVersie} left join gebied_nu a on a.code = g.code and a.indeling = g.indeling
        """;

    private const string Naam = $"""
        select concat_ws('-', d.code, g.rij) as id, d.code as dataset, g.rij::text as sleutel, g.naam as titel,
            g.gebied as gebied_code, a.naam as gebied,
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
        Leemten = [new(Leemte.ZonderGebied.Waar, "Geen bewijs van een plek: {0} van de {1}. Bij reden staat waarom.")],
        VanVersie = $"{Naam} where v.id = @Fversie",
    };

    /// <summary>How areas of older divisions lie in those of now; weights of an old area add up to one.</summary>
    public static readonly Collectie Overgangen = new(
        "overgangen",
        "Hoe oude gebieden in die van nu liggen",
        "overgang",
        "Zien hoe een cijfer van vroeger is herrekend naar de gebieden van nu.",
        [GebiedOnderwerp.Code],
        """
        select v.indeling || ' ' || v.soort || ' ' || v.code || ' ' || coalesce(o.naar_code, '') as id,
            d.code as dataset,
               v.indeling || '-' || v.soort || '-' || v.code || '-' || coalesce(o.naar_code, 'geen') as sleutel,
               v.naam || ' (' || v.indeling || ')' as titel, n.code as gebied_code, n.naam as gebied,
               o.soort as gebied_soort,
               o.naar_indeling as indeling, vs.nummer as versie, null::geometry as geom, o.soort, o.van_indeling,
               o.van_code,
               v.naam as van_naam, o.naar_indeling, o.naar_code, o.gewicht, o.deel, o.grondslag
        from overgang o
        join gebied_gepubliceerd v on v.indeling = o.van_indeling and v.soort = o.soort and v.code = o.van_code
        join versie vs on vs.id = v.versie_id join dataset d on d.id = vs.dataset_id
        left join gebied_nu n on n.soort = o.soort and n.code = o.naar_code
        """,
        [
            new("soort", "Soort", KolomSoort.Code, Filter: true),
            new("van_indeling", "Oude indeling", KolomSoort.Jaar, Filter: true),
            new("van_code", "Code van het oude gebied"),
            new("van_naam", "Naam van het oude gebied"),
            new("naar_indeling", "Indeling van nu", KolomSoort.Jaar),
            new(
                "naar_code",
                "Code van het gebied van nu",
                Uitleg: "Leeg: dit deel ligt nu in geen gebied van deze soort."
            ),
            new(
                "gewicht",
                "Welk deel van het oude gebied",
                KolomSoort.Getal,
                "De delen van een oud gebied zijn samen 1."
            ),
            new("deel", "Welk deel van het gebied van nu", KolomSoort.Getal),
            new("grondslag", "Waaraan gemeten", KolomSoort.Code, "Aan inwoners, of anders aan oppervlakte."),
        ]
    )
    {
        MetPagina = false,
        TekstId = true,
        MetPlek = false,
    };
}
