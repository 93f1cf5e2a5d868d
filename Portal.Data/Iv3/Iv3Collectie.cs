using Portal.Data.Begrotingen;
using Portal.Data.Uitvoer;

namespace Portal.Data.Iv3;

/// <summary>What municipalities report per taakveld, in every format.</summary>
internal static class Iv3Collectie
{
    private const string Select = """
        select i.id, d.code as dataset, i.bl || '-' || i.rij as sleutel, i.gemeente as titel,
            i.gemeente_code as gebied_code,
               i.gemeente as gebied, 'gemeente' as gebied_soort, null::smallint as indeling, v.nummer as versie,
               null::geometry as geom,
               i.jaar, i.fase, i.bl, i.taakveld, i.categorie, i.bedrag, i.inwoners, i.grootteklasse, i.provincie
        from iv3 i join versie v on v.id = i.versie_id join dataset d on d.id = v.dataset_id
        """;

    public static readonly Collectie Collectie = new(
        "iv3",
        "Geld per taakveld, van alle gemeenten",
        "bedrag",
        "Zien hoeveel uw gemeente uitgeeft aan een taak, naast andere gemeenten.",
        [BegrotingOnderwerp.Code],
        $"{Select} where v.status = 'gepubliceerd'",
        [
            new("jaar", "Jaar", KolomSoort.Jaar, Filter: true),
            new("fase", "Soort bedrag", KolomSoort.Code, "begroting of realisatie.", Filter: true),
            GeldCollecties.Bl,
            new("taakveld", "Taakveld", KolomSoort.Code, "Code van Iv3.", Filter: true),
            new("categorie", "Categorie", KolomSoort.Code, "Leeg: alle categorieën samen."),
            new("bedrag", "Bedrag", KolomSoort.Bedrag, "Leeg: niet opgegeven. Dat is geen nul."),
            new("inwoners", "Inwoners", KolomSoort.Aantal),
            new("grootteklasse", "Grootteklasse"),
            new("provincie", "Provincie"),
        ]
    )
    {
        MetPagina = false,
        MetPlek = false,
        Leemten = [], // each row is of a municipality, which is named
        VanVersie = $"{Select} where v.id = @Fversie",
    };
}
