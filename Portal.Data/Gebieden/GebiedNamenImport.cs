using Dapper;
using Portal.Data.Bestanden;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// Loads names and codes of gebieden that were built from their buurten: shapes with a name (GeoJSON; the same area
/// where they
/// overlap clearly), or a list of codes (CSV with level, code, naam, identificatie, and perhaps vintage).
/// </summary>
public sealed class GebiedNamenImport(Publicatie publicatie)
{
    private const string Soort = "gebied";

    public async Task<ImportRapport> LaadAsync(string pad, short indeling, CancellationToken ct)
    {
        using var levering = await publicatie.NeemAanAsync(pad, ct);
        var isLijst = !GebiedBestand.IsJson(levering);
        var rijen = isLijst
            ? Lijst(levering.AlsCsv(), indeling)
            : [.. GebiedBestand.Lees(levering).Where(r => r.Soort is null or Soort)];
        return await publicatie.LaadAsync(
            Dataset(isLijst, indeling),
            levering,
            lading =>
            {
                new GebiedGevolg(indeling, Soort, ("", ""), AlleenNamen: true).Bewaar(lading);
                return LaadRijenAsync(lading, rijen, isLijst, indeling, ct);
            },
            ct
        );
    }

    private static Dataset Dataset(bool isLijst, short indeling) =>
        new(
            isLijst ? $"namen-lijst-{indeling}" : $"namen-gebieden-{indeling}",
            $"Namen van gebieden, indeling {indeling}{(isLijst ? " (codelijst)" : "")}",
            GebiedOnderwerp.Code,
            "Een gebied herkennen aan zijn naam.",
            "Gemeente",
            isLijst ? "Codelijst van de gebieden" : "Grenzen en namen van de gebieden",
            "Zie de voorwaarden van de bron"
        );

    private static List<GebiedRij> Lijst(CsvBestand csv, short indeling)
    {
        csv.Eis("level", "code", "naam", "identificatie");
        return
        [
            .. csv
                .Rijen.Where(r =>
                    r["level"] is "ggwgebied" or Soort && (r["vintage"] is null || r["vintage"] == $"{indeling}")
                )
                .Select(r => new GebiedRij
                {
                    Rij = r.Nummer,
                    Soort = Soort,
                    Code = r["code"],
                    Identificatie = r["identificatie"],
                    Naam = r["naam"],
                }),
        ];
    }

    private static async Task LaadRijenAsync(
        Lading lading,
        List<GebiedRij> rijen,
        bool isLijst,
        short indeling,
        CancellationToken ct
    )
    {
        lading.Rapport.Gelezen = rijen.Count;
        var gemeente = await GebiedGemeente.BekendAsync(lading, ct);
        var eigen = gemeente is { } bekend ? GebiedGemeente.EigenNamen(rijen, bekend, lading.Rapport) : rijen;
        var goede = Goede(eigen, isLijst, lading.Rapport);
        if (!isLijst)
        {
            await GebiedTabel.KopieerAsync(lading, goede, ct);
        }
        lading.Rapport.Geladen = lading.Rapport.Gewijzigd = isLijst
            ? await lading.Db.ExecuteAsync(
                new(
                    LijstSql,
                    goede.Select(r => new
                    {
                        lading.VersieId,
                        indeling,
                        r.Rij,
                        r.Code,
                        r.Identificatie,
                        r.Naam,
                    }),
                    lading.Transactie,
                    cancellationToken: ct
                )
            )
            : await lading.Db.ExecuteAsync(
                new(VormSql, new { lading.VersieId, indeling }, lading.Transactie, cancellationToken: ct)
            );
    }

    private static List<GebiedRij> Goede(List<GebiedRij> rijen, bool isLijst, ImportRapport rapport)
    {
        var goede = new List<GebiedRij>();
        foreach (var rij in rijen)
        {
            if (Fout(rij, isLijst) is var (kolom, waarde, reden))
            {
                rapport.Wijs(rij.Rij, kolom, waarde, reden);
            }
            else
            {
                goede.Add(rij);
            }
        }
        return goede;
    }

    private static (string Kolom, string? Waarde, string Reden)? Fout(GebiedRij rij, bool isLijst) =>
        rij.Kapot is { } kapot ? ("", null, kapot)
        : rij.Code is null || rij.Naam is null || (isLijst ? rij.Identificatie : rij.Geometrie) is null
            ? (
                "naam",
                rij.Naam,
                $"een naam heeft een code nodig, en {(isLijst ? "een identificatie" : "een geometrie")}"
            )
        : GebiedKeuze.TeLang(rij) is { } lang ? lang
        : GebiedKeuze.TeVeelPunten(rij);

    /// <summary>Gives the built gebieden their names, and says what got none.</summary>
    internal static async Task HernoemAsync(Publicatie publicatie, Lading lading, short indeling, CancellationToken ct)
    {
        var rapport = lading.Rapport;
        var stad = await lading.Db.QuerySingleOrDefaultAsync<(string Code, string Naam)?>(
            new(
                "select code, naam from gebied_gepubliceerd where soort = 'stad' and indeling = @indeling",
                new { indeling },
                lading.Transactie,
                cancellationToken: ct
            )
        );
        if (
            stad is null
            || !await new GebiedOpbouw(publicatie).BouwAsync(lading, Soort, "buurt", indeling, stad.Value, ct)
        )
        {
            rapport.Meldingen.Add(
                "Er zijn geen gebieden om een naam te geven: ze zijn al met eigen grenzen geleverd, of de "
                    + "buurten noemen geen gebied. De namen zijn bewaard."
            );
        }
        rapport.Meldingen.AddRange(
            await lading.Db.QueryAsync<string>(
                new(
                    VerslagSql,
                    new
                    {
                        lading.VersieId,
                        indeling,
                        GebiedNamen.Helder,
                    },
                    lading.Transactie,
                    commandTimeout: 0,
                    cancellationToken: ct
                )
            )
        );
    }

    private const string LijstSql = """
        insert into gebied_naam (versie_id, rij, indeling, soort, code, identificatie, naam)
            values (@VersieId, @Rij, @indeling, 'gebied', @Code, @Identificatie, @Naam)
        """;

    private const string VormSql = """
        insert into gebied_naam (versie_id, rij, indeling, soort, code, naam, geom)
        select @VersieId, rij, @indeling, 'gebied', code, naam, ST_Multi(geom) from gebied_in where geom is not null
        """;

    // What got no name, and what has one that fits nothing: with the shares of overlap, so that someone can judge.
    private const string VerslagSql = """
        with deel as (
            select n.code, n.naam, g.identificatie as ggw, g.code as gebied,
                round((100 * ST_Area(i) / ST_Area(n.geom))::numeric) as van_vorm,
                round((100 * ST_Area(i) / ST_Area(g.geom))::numeric) as van_gebied
            from gebied_naam n join gebied_gepubliceerd g on g.soort = 'gebied' and g.indeling = @indeling
                and g.geom && n.geom
            cross join lateral (select ST_Intersection(g.geom, n.geom) as i) x
            where n.versie_id = @VersieId and n.geom is not null
                and ST_Area(i) > 0.02 * least(ST_Area(n.geom), ST_Area(g.geom)))
        select format('%s %s is van geen gebied de naam: %s.', n.code, n.naam, coalesce(
                   (select string_agg(format('%s %% van deze vorm is %s %% van gebied %s', d.van_vorm, d.van_gebied,
                       d.ggw), '; ' order by d.van_vorm desc) from deel d where d.code = n.code),
                       'het overlapt met geen enkel gebied'))
        from gebied_naam n
        where n.versie_id = @VersieId and n.geom is not null
            and not exists (select from gebied_gepubliceerd g where g.soort = 'gebied' and g.indeling = @indeling
            and g.code = n.code)
        union all
        select format('%s gebieden hebben nog geen naam: %s.', count(*),
            string_agg(format('%s ("%s")', g.identificatie, g.naam), ', ' order by g.identificatie))
        from gebied_gepubliceerd g where g.soort = 'gebied' and g.indeling = @indeling and g.naam_bron = ''
            having count(*) > 0
        union all
        select format('%s bedragen noemen gebied %s, dat nu een andere code heeft: laad die levering opnieuw.',
            count(*), p.gebied_code)
        from begrotingspost p join versie v on v.id = p.versie_id and v.status = 'gepubliceerd'
        where p.gebied_soort = 'gebied' and p.indeling = @indeling
            and not exists (select from gebied_gepubliceerd g where g.indeling = @indeling and g.code = p.gebied_code)
        group by p.gebied_code
        """;
}
