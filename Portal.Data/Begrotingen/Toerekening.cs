using Dapper;
using Portal.Data.Datasets;

namespace Portal.Data.Begrotingen;

/// <summary>Divides the lines that have a key over the buurten, and makes the sums that the pages read.</summary>
public static class Toerekening
{
    /// <summary>
    /// So many rows that the next queries would be planned for a table that it no longer is: they do not wait for
    /// autovacuum.
    /// </summary>
    private const int Veel = 10_000;

    /// <summary>
    /// Largest remainder, in whole cents: every part is its exact share rounded down, and the cents that are left go to
    /// the largest fractions (ties by area code). The parts add up to the line exactly, also when it is negative.
    /// </summary>
    internal static async Task VerdeelEnTelAsync(Lading lading, CancellationToken ct)
    {
        var veel = lading.Rapport.Geladen >= Veel;
        if (veel)
        {
            await DoeAsync(lading, "select ververs_statistiek('begrotingspost')", ct);
        }
        await ControleerSleutelsAsync(lading, ct);
        foreach (var sql in new[] { VerdeelSql, TelSql, PostsomSql, PeildatumSql, JaarprofielSql.Maak })
        {
            await DoeAsync(lading, sql, ct);
        }
        if (veel)
        {
            await DoeAsync(lading, "select ververs_statistiek('begrotingsom', 'postsom', 'postdeel')", ct);
        }
    }

    // No limit of time: how long it takes is up to the delivery.
    private static Task<int> DoeAsync(Lading lading, string sql, CancellationToken ct) =>
        lading.Db.ExecuteAsync(
            new(sql, new { lading.VersieId }, lading.Transactie, commandTimeout: 0, cancellationToken: ct)
        );

    private static async Task ControleerSleutelsAsync(Lading lading, CancellationToken ct)
    {
        var onbekend = (
            await lading.Db.QueryAsync<(string Sleutel, int Rij)>(
                new(
                    OnbekendeSleutelSql,
                    new { lading.VersieId },
                    lading.Transactie,
                    commandTimeout: 0,
                    cancellationToken: ct
                )
            )
        ).AsList();
        if (onbekend.Count == 0)
        {
            return;
        }
        foreach (var (sleutel, rij) in onbekend)
        {
            lading.Rapport.Wijs(rij, "sleutel", sleutel, "deze verdeelsleutel is niet bekend");
        }
        var bekend = await lading.Db.QueryAsync<string>(
            new(
                "select distinct sleutel from sleutelgewicht order by 1 limit 30",
                transaction: lading.Transactie,
                cancellationToken: ct
            )
        );
        throw new AfgekeurdeLevering(
            lading.Rapport,
            $"{lading.Rapport.Bestand}: verdeelsleutel '{onbekend[0].Sleutel}' is niet bekend. Bekend zijn: "
                + $"{string.Join(", ", bekend)}. Laad zelf een sleutel met: portal import sleutel. Er is niets "
                + "veranderd."
        );
    }

    private const string Gewichten = """
        gewicht as (
            select sleutel, indeling, code, gewicht, sum(gewicht) over (partition by sleutel) as totaal
                from sleutelgewicht
            where gewicht > 0 and sleutel in (
                select sleutel from begrotingspost where versie_id = @VersieId and toerekening = 'sleutel'))
        """;

    private const string OnbekendeSleutelSql = $"""
        with {Gewichten}
        select p.sleutel, min(p.rij) from begrotingspost p
        where p.versie_id = @VersieId and p.toerekening = 'sleutel' and p.sleutel not in (select sleutel from gewicht)
        group by p.sleutel order by 2 limit 100
        """;

    private const string VerdeelSql = $"""
        with {Gewichten},
        deel as (
            select p.id, w.indeling, w.code, w.gewicht, sign(p.bedrag) as teken, abs(p.bedrag) * 100 as cent,
                   div(abs(p.bedrag) * 100 * w.gewicht, w.totaal) as heel,
                   mod(abs(p.bedrag) * 100 * w.gewicht, w.totaal) as rest
            from begrotingspost p join gewicht w on w.sleutel = p.sleutel
            where p.versie_id = @VersieId and p.toerekening = 'sleutel'),
        rang as (
            select *, row_number() over (partition by id order by rest desc, code collate "C") as nr,
                cent - sum(heel) over (partition by id) as over from deel)
        insert into postdeel (versie_id, post_id, indeling, gebied_code, bedrag, gewicht)
        select @VersieId, id, indeling, code, teken * (heel + case when nr <= over then 1 else 0 end) / 100, gewicht
            from rang
        """;

    private const string TelSql = """
        insert into begrotingsom (versie_id, jaarsoort, jaar, fase, bl, programma_code, toerekening, indeling,
            gebied_soort, gebied_code, bedrag, posten)
        select versie_id, jaarsoort, jaar, fase, bl, programma_code, toerekening, indeling, gebied_soort, gebied_code,
            sum(bedrag), count(*)
        from postbedrag where versie_id = @VersieId
        group by versie_id, jaarsoort, jaar, fase, bl, programma_code, toerekening, indeling, gebied_soort, gebied_code
        order by jaarsoort, jaar, fase, bl, programma_code, toerekening, gebied_code
        """;

    // The same total by another way: from the rows, not from the view with the divided parts.
    private const string PostsomSql = """
        insert into postsom (versie_id, jaarsoort, jaar, fase, bl, programma_code, taakveld, bedrag)
        select versie_id, 'toekenning', jaar, f.fase, bl, programma_code, taakveld, sum(f.bedrag)
        from (select versie_id, jaar, fase, bl, programma_code, taakveld, sum(bedrag) as bedrag,
            sum(aangevraagd) as aangevraagd, sum(vastgesteld) as vastgesteld
              from begrotingspost where versie_id = @VersieId group by 1, 2, 3, 4, 5, 6) p
        cross join lateral (values (p.fase, p.bedrag), ('aangevraagd', p.aangevraagd),
            ('vastgesteld', p.vastgesteld)) f (fase, bedrag)
        where f.bedrag is not null
        group by versie_id, jaar, f.fase, bl, programma_code, taakveld
        union all
        select versie_id, 'waarvoor', j.jaar, f.fase, bl, programma_code, taakveld,
               sum(jaardeel(f.bedrag, p.voor_van, p.voor_tot, j.jaar))
        from begrotingspost p
        cross join lateral (values (p.fase, p.bedrag), ('aangevraagd', p.aangevraagd),
            ('vastgesteld', p.vastgesteld)) f (fase, bedrag)
        cross join lateral generate_series(p.voor_van::int, p.voor_tot::int) j (jaar)
        where p.versie_id = @VersieId and p.fase = 'verleend' and f.bedrag is not null
        group by versie_id, j.jaar, f.fase, bl, programma_code, taakveld
        """;

    // A date to come is a slip of the pen, or a plan: not a date that the figures run to.
    private const string PeildatumSql = """
        update versie set peildatum = (select max(peildatum) from begrotingspost
            where versie_id = @VersieId and peildatum <= (now() at time zone 'Europe/Amsterdam')::date)
            where id = @VersieId
        """;
}
