using Portal.Data.Uitvoer;

namespace Portal.Data.Indicatoren;

/// <summary>Every figure of every area, in every format.</summary>
internal static class MetingCollectie
{
    private const string Rij = """
        select m.id, d.code as dataset, concat_ws('-', m.indeling, m.indicator, m.code, m.jaar, nullif(m.maand, 0))
            as sleutel,
               coalesce(i.naam, m.indicator) as titel, m.code as gebied_code, g.naam as gebied, g.soort as gebied_soort,
               m.indeling,
               v.nummer as versie, null::geometry as geom, d.code as bron, m.indicator, m.jaar,
               nullif(m.maand, 0) as maand,
               m.waarde, m.n, m.voorlopig, m.onderdrukt, m.herrekend, i.eenheid, i.definitie, m.bronnaam,
               ST_AsText(ST_Transform(m.plek, 4326), 6) as plek
        from (select id, versie_id, indicator, indeling, code, jaar, maand, waarde, n, voorlopig, onderdrukt,
            coalesce(koppeling = 'gewogen', false) as herrekend, bronnaam, plek
              from meting
        """;

    // What was made of it for the areas of now
    private const string Herrekend = """
         union all select id, versie_id, indicator, (select max(indeling) from gebied_gepubliceerd), code, jaar, maand,
         waarde, null, voorlopig,
              onderdrukt, herrekend, '', null from meting_herrekend
        """;

    private const string Bij = """
        ) m join versie v on v.id = m.versie_id join dataset d on d.id = v.dataset_id
        left join indicator i on i.versie_id = m.versie_id and i.code = m.indicator
        left join gebied_gepubliceerd g on g.code = m.code and g.indeling = m.indeling
        """;

    public static readonly Collectie Collectie = new(
        "indicatoren",
        "Cijfers per gebied",
        "cijfer",
        "Zien hoe het met een buurt gaat, in cijfers.",
        [IndicatorOnderwerp.Code, Gebieden.GebiedOnderwerp.Code],
        $"{Rij}{Herrekend}{Bij} where v.status = 'gepubliceerd'",
        [
            new("bron", "Dataset", KolomSoort.Code, Filter: true),
            new("indicator", "Cijfer", KolomSoort.Code, Filter: true),
            new("jaar", "Jaar", KolomSoort.Jaar, Filter: true),
            new("maand", "Maand", KolomSoort.Aantal, "Leeg: van het hele jaar."),
            new(
                "waarde",
                "Waarde",
                KolomSoort.Getal,
                "Leeg: de bron geeft geen cijfer, of het is te klein om te tonen. Dat is geen nul."
            ),
            new(
                "n",
                "Van hoeveel",
                KolomSoort.Aantal,
                "Mensen, woningen of antwoorden waar het cijfer van is gemaakt."
            ),
            new("voorlopig", "Voorlopig", KolomSoort.JaNee),
            new(
                "onderdrukt",
                "Te klein om te tonen",
                KolomSoort.JaNee,
                "Er is een cijfer. Het is te klein, of zou een te klein cijfer verraden."
            ),
            new(
                "herrekend",
                "Herrekend",
                KolomSoort.JaNee,
                "Door deze site gemaakt uit cijfers van andere gebieden, of van gebieden die anders lagen."
            ),
            new("eenheid", "Eenheid"),
            new("definitie", "Wat het is", KolomSoort.LangeTekst),
            new("bronnaam", "Naam van het gebied in de bron"),
            new(
                "plek",
                "Waar het is gemeten",
                KolomSoort.Tekst,
                "Als WKT, met lengte en breedte in graden. Leeg: ergens in het gebied."
            ),
        ]
    )
    {
        MetPagina = false,
        MetPlek = false,
        Leemten =
        [
            Leemte.ZonderGebied,
            new(
                "c.herrekend",
                "Niet van de bron zelf, maar door deze site gemaakt uit cijfers van andere gebieden: {0}."
            ),
        ],
        VanVersie = $"{Rij}{Bij} where v.id = @Fversie",
    };
}
