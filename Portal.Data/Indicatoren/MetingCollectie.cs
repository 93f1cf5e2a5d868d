using Portal.Data.Uitvoer;

namespace Portal.Data.Indicatoren;

/// <summary>Every figure of every area, in every format.</summary>
internal static class MetingCollectie
{
    private const string Select = """
        select concat_ws('-', d.code, m.indicator, m.code, m.jaar) as id, d.code as dataset, concat_ws('-', m.indicator, m.code, m.jaar) as sleutel,
               coalesce(i.naam, m.indicator) as titel, m.code as gebied_code, g.naam as gebied, g.soort as gebied_soort, m.indeling,
               v.nummer as versie, null::geometry as geom, m.indicator, m.jaar, m.waarde, i.eenheid, i.definitie, m.bronnaam
        from meting m join versie v on v.id = m.versie_id join dataset d on d.id = v.dataset_id
        left join indicator i on i.versie_id = m.versie_id and i.code = m.indicator
        left join gebied_nu g on g.code = m.code and g.indeling = m.indeling
        """;

    public static readonly Collectie Collectie = new(
        "indicatoren",
        "Cijfers per gebied",
        "cijfer",
        "Zien hoe het met een buurt gaat, in cijfers.",
        [IndicatorOnderwerp.Code, Gebieden.GebiedOnderwerp.Code],
        $"{Select} where v.status = 'gepubliceerd'",
        [
            new("indicator", "Cijfer", KolomSoort.Code, Filter: true),
            new("jaar", "Jaar", KolomSoort.Jaar, Filter: true),
            new("waarde", "Waarde", KolomSoort.Getal, "Leeg: de bron geeft geen cijfer. Dat is geen nul."),
            new("eenheid", "Eenheid"),
            new("definitie", "Wat het is", KolomSoort.LangeTekst),
            new("bronnaam", "Naam van het gebied in de bron"),
        ]
    )
    {
        MetPagina = false,
        TekstId = true,
        MetPlek = false,
        VanVersie = $"{Select} where v.id = @Fversie",
    };
}
