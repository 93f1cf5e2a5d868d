using Dapper;
using Portal.Data.Lagen;
using Portal.Data.Uitvoer;

namespace Portal.Data.Begrotingen;

/// <summary>Of one stage of the money: how much has a place of its own on the map, and how much has not.</summary>
/// <param name="Posten">That have one.</param>
public sealed record GeldplekSom(string Fase, long Posten, decimal OpKaart, decimal Totaal)
{
    public decimal ZonderPlek => Totaal - OpKaart;
}

/// <summary>
/// Money as places: the posts whose delivery says where they are or whose text names one place, each in every stage
/// that it has. Money of an area stays with its area; these posts are part of that.
/// </summary>
public sealed class Geldplekken(Lezing lezing)
{
    public const string Pad = "geldplekken";

    /// <summary>The stages, from plan to result.</summary>
    public static readonly IReadOnlyList<CodeWoord> Fasen =
    [
        new("begroting", "begroot"),
        new("begrotingswijziging", "begroting gewijzigd"),
        new("verleend", "toegekend"),
        new("vastgesteld", "vastgesteld"),
        new("realisatie", "besteed"),
    ];

    // A recipient who is a person, or may be one, has no place on a map
    private const string Van = """
        select p.id * 2 + f.nr as id, p.dataset_code as dataset,
            p.bronsleutel || case f.nr when 0 then '' else '~vastgesteld' end as sleutel,
               coalesce(p.project, p.omschrijving, p.regeling, 'Zonder omschrijving') as titel, p.gebied_code,
               g.naam as gebied, p.gebied_soort,
               p.indeling, p.versie, l.geom, p.jaar::int as jaar, f.fase, p.bl::text as bl, r.naam as programma,
               p.ontvanger, f.bedrag,
               p.project_id, p.programma_code, l.plaats
        from postplek l join begrotingspost_nu p on p.id = l.post_id
        cross join lateral (values (0, p.fase, p.bedrag), (1, 'vastgesteld', p.vastgesteld)) f (nr, fase, bedrag)
        left join programma r on r.code = p.programma_code
        left join gebied_nu g on g.code = p.gebied_code and g.indeling = p.indeling
        where f.bedrag is not null and coalesce(p.ontvanger_soort, '') not in ('particulier', 'onbeoordeeld')
        """;

    public static readonly Collectie Collectie = new(
        Pad,
        "Geld op een plek",
        "bedrag",
        "Zien waar in uw straat de gemeente geld uitgeeft, en waaraan.",
        [BegrotingOnderwerp.Code, Gebieden.GebiedOnderwerp.Code],
        Van,
        [
            new("bedrag", "Bedrag", KolomSoort.Bedrag, "Van deze regel, in euro's."),
            new(
                "fase",
                "Soort bedrag",
                KolomSoort.Code,
                "Hoe ver het is. Tel verschillende soorten nooit bij elkaar op.",
                Filter: true
            )
            {
                Codes = Fasen,
            },
            new("jaar", "Jaar", KolomSoort.Jaar, Filter: true),
            new("bl", "Uitgaven of inkomsten", KolomSoort.Code, Filter: true, InLijst: false)
            {
                Codes = [new("L", "uitgaven"), new("B", "inkomsten")],
            },
            new("programma", "Programma", KolomSoort.Code, Filter: true, InLijst: false),
            new("ontvanger", "Naar wie"),
            new("project_id", "Projectnummer", KolomSoort.Code, InLijst: false),
            new(
                "plaats",
                "Plek in de tekst",
                KolomSoort.Tekst,
                "Zo heet de plek die in de tekst staat. Leeg: de bron zegt zelf waar het is.",
                InLijst: false
            ),
        ],
        "jaar"
    )
    {
        Orde = "c.bedrag desc",
        Thema = Laagthema.Bestuur,
    };

    /// <summary>What a list of them is narrowed to by a choice of money; every stage of it.</summary>
    public static IReadOnlyDictionary<string, string> Codes(BegrotingKeuze keuze, BegrotingAanbod aanbod)
    {
        var codes = new Dictionary<string, string> { ["jaar"] = $"{keuze.Jaar}", ["bl"] = keuze.Bl };
        if (aanbod.Programmas.FirstOrDefault(p => p.Code == keuze.Programma) is { } programma)
        {
            codes["programma"] = programma.Naam;
        }
        return codes;
    }

    private const string SommenSql = $"""
        select t.fase, coalesce(k.posten, 0) as posten, coalesce(k.op_kaart, 0) as op_kaart, t.totaal
        from (select s.fase, sum(s.bedrag) as totaal from begrotingsom_nu s
              where s.jaar = @Jaar and s.bl = @Bl and s.jaarsoort = 'toekenning' and s.fase <> 'aangevraagd'
                and (@Programma::text is null or s.programma_code = @Programma) group by s.fase) t
        left join (select c.fase, count(*) as posten, sum(c.bedrag) as op_kaart from ({Van}) c
                   where c.jaar = @Jaar and c.bl = @Bl and (@Programma::text is null or c.programma_code = @Programma)
                       group by c.fase) k using (fase)
        order by array_position(@fasen, t.fase)
        """;

    /// <summary>Of each stage of a year what is on the map and what is not; together they are all its money.</summary>
    public async Task<IReadOnlyList<GeldplekSom>> SommenAsync(BegrotingKeuze keuze, CancellationToken ct)
    {
        var connection = await lezing.OpenAsync(ct);
        return (
            await connection.QueryAsync<GeldplekSom>(
                new(
                    SommenSql,
                    new
                    {
                        keuze.Jaar,
                        keuze.Bl,
                        keuze.Programma,
                        fasen = Fasen.Select(f => f.Code).ToArray(),
                    },
                    cancellationToken: ct
                )
            )
        ).AsList();
    }
}
