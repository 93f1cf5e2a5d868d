using Portal.Data.Uitvoer;

namespace Portal.Data.Begrotingen;

/// <summary>
/// The posts of a choice as a collection, so that every format that fits can give them. CSV and JSON of posts are older
/// and their own.
/// </summary>
public static class PostCollectie
{
    public static readonly Collectie Collectie = new(
        "begroting/posten",
        "Posten",
        "post",
        "Zien waaraan het geld is uitgegeven, tot op de regel uit de boeken.",
        [BegrotingOnderwerp.Code, Gebieden.GebiedOnderwerp.Code],
        $"""
        select s.id, s.dataset_code as dataset, s.bronsleutel as sleutel, coalesce(s.project, s.omschrijving, s.regeling, '') as titel, s.gebied_code,
               g.naam as gebied, s.gebied_soort, s.indeling, s.versie, null::geometry as geom, s.jaar, @Fase as fase, s.bl, s.programma_code as programma,
               s.taakveld, s.toerekening, s.regeling, s.ontvanger, s.telt as bedrag, s.hele_bedrag
        {PostSql.Van}
        """,
        [
            new("jaar", "Jaar", KolomSoort.Jaar),
            new("fase", "Soort bedrag", KolomSoort.Code),
            new("bl", "Uitgaven of inkomsten", KolomSoort.Code),
            new("programma", "Programma", KolomSoort.Code),
            new("taakveld", "Taakveld", KolomSoort.Code),
            new("toerekening", "Hoe toegerekend", KolomSoort.Code),
            new("regeling", "Regeling"),
            new("ontvanger", "Naar wie"),
            new("bedrag", "Bedrag", KolomSoort.Bedrag, "Wat telt in de keuze; van een verdeelde post het deel."),
            new("hele_bedrag", "Hele bedrag", KolomSoort.Bedrag),
        ]
    )
    {
        MetPlek = false,
    };

    /// <summary>The formats in which posts are given from here.</summary>
    public static IEnumerable<Formaat> Formaten =>
        Uitvoer.Formaten.Alle.Where(f => f.Past(Collectie) && f.Extensie is not ("csv" or "json"));

    public static CollectieFilter Filter(PostKeuze keuze)
    {
        var parameters = PostSql.Parameters(keuze);
        return new CollectieFilter
        {
            Eigen = parameters.GetType().GetProperties().ToDictionary(p => p.Name, p => p.GetValue(parameters)),
        };
    }
}
