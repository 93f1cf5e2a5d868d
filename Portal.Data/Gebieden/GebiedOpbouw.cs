using Dapper;
using Npgsql;
using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>
/// What follows from delivered areas: the kinds above that nobody delivered, and which area lies in which.
/// </summary>
internal sealed class GebiedOpbouw(Publicatie publicatie)
{
    /// <summary>How the file of a version begins that was built, and not delivered.</summary>
    public const string Samengesteld = "samengesteld uit ";

    /// <summary>What follows when a version of this subject is published.</summary>
    public static async Task WerkBijAsync(Publicatie publicatie, Lading lading, CancellationToken ct)
    {
        await BovenAsync(lading, ct);
        if (lading.Levering.Naam.StartsWith(Samengesteld, StringComparison.Ordinal))
        {
            return; // what it was built for goes on
        }
        var gevolg = GebiedGevolg.Lees(lading);
        if (gevolg is { AlleenNamen: true })
        {
            await GebiedNamenImport.HernoemAsync(publicatie, lading, gevolg.Indeling, ct);
        }
        else if (gevolg is not null)
        {
            await new GebiedOpbouw(publicatie).VulAanAsync(lading, gevolg, ct);
            lading.Rapport.Meldingen.AddRange(await GebiedTopologie.ControleerAsync(lading, gevolg.Indeling, ct));
        }
        await Overgang.WerkBijAsync(lading, ct);
    }

    /// <summary>Which area lies in which, and how those of older divisions lie in those of now.</summary>
    public static async Task OrdenAsync(Lading lading, CancellationToken ct)
    {
        await BovenAsync(lading, ct);
        await Overgang.WerkBijAsync(lading, ct);
    }

    // Also what those are called that have no name of their own.
    private static Task<int> BovenAsync(Lading lading, CancellationToken ct) =>
        lading.Db.ExecuteAsync(
            new(
                $"{BovenSql}; {GebiedNamen.PasToeSql}; {StatistiekSql}",
                transaction: lading.Transactie,
                commandTimeout: 0,
                cancellationToken: ct
            )
        );

    /// <summary>Builds the kinds above the delivered one that nobody delivered.</summary>
    private async Task VulAanAsync(Lading lading, GebiedGevolg gevolg, CancellationToken ct)
    {
        var soort = gevolg.Soort;
        foreach (
            var (boven, onder) in new[]
            {
                ("wijk", "buurt"),
                ("stadsdeel", "wijk"),
                ("gebied", "buurt"),
                ("stad", soort),
            }
        )
        {
            if (Gebiedsoorten.LigtOnder(soort, boven))
            {
                await BouwAsync(lading, boven, onder, gevolg.Indeling, gevolg.Gemeente, ct);
            }
        }
    }

    /// <summary>
    /// Builds one kind anew out of what lies in it, unless it was delivered, or nothing says what lies in it.
    /// </summary>
    /// <returns>Whether it was built.</returns>
    public async Task<bool> BouwAsync(
        Lading lading,
        string boven,
        string onder,
        short indeling,
        (string Code, string Naam) gemeente,
        CancellationToken ct
    )
    {
        var (connection, transaction) = (lading.Db, lading.Transactie);
        // Whose what it is built of is
        var van = await connection.QuerySingleAsync<Ophalen.Herkomst>(
            """
            select d.eigenaar, d.bron, d.licentie, coalesce(d.licentie_url, '') as licentie_url from versie v
                join dataset d on d.id = v.dataset_id
            where v.id = @VersieId
            """,
            new { lading.VersieId },
            transaction
        );
        var dataset = GebiedDataset.Van(boven, indeling, van);
        var bestaand = await connection.QuerySingleOrDefaultAsync<string?>(
            """
            select v.bestand from versie v join dataset d on d.id = v.dataset_id where d.code = @Code
                and v.status = 'gepubliceerd'
            """,
            dataset,
            transaction
        );
        var nodig = bestaand is null || bestaand.StartsWith(Samengesteld, StringComparison.Ordinal);
        if (
            nodig
            && await connection.QuerySingleAsync<bool>(
                HeeftOudersSql,
                new
                {
                    indeling,
                    onder,
                    boven,
                },
                transaction
            )
        )
        {
            using var afgeleid = lading.Levering.OnderNaam(Samengesteld + lading.Levering.Naam);
            await publicatie.LaadInAsync(
                connection,
                transaction,
                dataset,
                afgeleid,
                concept => StelSamenAsync(concept, boven, onder, indeling, gemeente),
                ct
            );
            return true;
        }
        return false;
    }

    private static async Task StelSamenAsync(
        Lading lading,
        string soort,
        string onder,
        short indeling,
        (string Code, string Naam) gemeente
    )
    {
        var args = new
        {
            lading.VersieId,
            soort,
            onder,
            indeling,
            Stad = gemeente.Code,
            StadNaam = gemeente.Naam,
            GebiedNamen.Helder,
        };
        lading.Rapport.Gelezen =
            lading.Rapport.Geladen =
            lading.Rapport.Gewijzigd =
                await lading.Db.ExecuteAsync(
                    soort == "gebied" ? GebiedNamen.SamenstelSql : SamenstelSql,
                    args,
                    lading.Transactie,
                    commandTimeout: 0
                );
    }

    private const string HeeftOudersSql = """
        select exists (select from gebied_gepubliceerd g where g.indeling = @indeling and g.soort = @onder
                       and (@boven = 'stad' or @boven = 'gebied' and g.ggw_id is not null or @boven <> 'gebied'
                           and g.ouder_code ~ case @boven when 'wijk' then '^([A-Z]{2}|WK.*)$' else '^[A-Z]$' end
                           and not exists (select from gebied_gepubliceerd x where x.indeling = @indeling
                               and x.soort <> @boven and x.code = g.ouder_code)))
        """;

    private const string SamenstelSql = """
        insert into gebied (versie_id, soort, indeling, code, cbs_code, naam, naam_bron, ouder_code, geom, kaart)
        select @VersieId, @soort, @indeling, s.code, case @soort when 'stad' then s.code when 'wijk'
            then regexp_replace('WK' || substr(@Stad, 3) || s.code, '^WK\d+WK', 'WK') end,
               case @soort when 'stad' then @StadNaam else initcap(@soort) || ' ' || s.code end,
               case when @soort <> 'stad' then '' end,
               case @soort when 'stad' then null when 'wijk' then case when s.code ~ '^[A-Z]{2}$' then left(s.code, 1)
                   else @Stad end else @Stad end,
               s.geom, ST_Transform(ST_SimplifyPreserveTopology(s.geom, 8), 4326)
        from (select case @soort when 'stad' then @Stad else ouder_code end as code,
                     ST_Multi(ST_CollectionExtract(ST_MakeValid(ST_Union(geom)), 3)) as geom
              from gebied_gepubliceerd where indeling = @indeling and soort = @onder group by 1) s
        where @soort = 'stad' or s.code <> @Stad and not exists (
            select from gebied_gepubliceerd x where x.indeling = @indeling and x.soort <> @soort and x.code = s.code)
        """;

    // Without it the planner knows nothing of these until a minute later: the figures of 11,000 areas took over 5 s.
    private const string StatistiekSql = "select ververs_statistiek('gebied', 'gebied_boven')";

    // A buurt lies in the gebied that it names; a wijk in the gebied that all its buurten lie in.
    private const string BovenSql = """
        delete from gebied_boven;
        insert into gebied_boven (indeling, code, boven_code, boven_soort, nu)
        with recursive inggw as (
            select b.indeling, b.code, b.ouder_code as wijk, g.code as gebied from gebied_gepubliceerd b
            left join gebied_gepubliceerd g on g.indeling = b.indeling and g.soort = 'gebied'
                and b.ggw_id in (g.identificatie, g.code)
            where b.soort = 'buurt'),
        omhoog as (
            select indeling, code, ouder_code from gebied_gepubliceerd where ouder_code is not null
            union all
            select indeling, code, gebied from inggw where gebied is not null
            union all
            select indeling, wijk, min(gebied) from inggw group by indeling, wijk having count(distinct gebied) = 1
                and count(gebied) = count(*)),
        keten as (
            select indeling, code, code as boven_code, soort as boven_soort from gebied_gepubliceerd
            union
            select k.indeling, k.code, o.code, o.soort
            from keten k join omhoog h on h.indeling = k.indeling and h.code = k.boven_code
            join gebied_gepubliceerd o on o.indeling = h.indeling and o.code = h.ouder_code)
        select a.*, a.indeling = (select max(indeling) from gebied_gepubliceerd)
        from (select indeling, code, boven_code, boven_soort from keten
              union
              select g.indeling, g.code, s.code, 'stad' from gebied_gepubliceerd g
              join gebied_gepubliceerd s on s.indeling = g.indeling and s.soort = 'stad') a
        """;
}
