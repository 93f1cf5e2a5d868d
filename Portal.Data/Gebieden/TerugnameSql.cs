using Portal.Data.Datasets;

namespace Portal.Data.Gebieden;

/// <summary>What rests on what, as statements; the reasons are in docs/decisions/0020.</summary>
internal static class TerugnameSql
{
    /// <summary>The kinds, in an order in which each comes after those that it is built from.</summary>
    public static readonly string[] Volgorde = ["buurt", "wijk", "stadsdeel", "gebied", Gebiedsoorten.Stad];

    /// <summary>
    /// Since when each version counted that is taken back; the areas in them, and whether one is gone now.
    /// </summary>
    public const string Tijdelijk = """
        create temp table terug_weg (id int primary key, sinds timestamptz) on commit drop;
        create temp table terug_gebied (indeling smallint, code text, sinds timestamptz, weg boolean,
            primary key (indeling, code)) on commit drop
        """;

    // The areas too: where a kind is built anew, the rows of what was withdrawn are cleared away.
    public const string Weg = """
        insert into terug_weg select id, coalesce(gepubliceerd_op, now()) from versie where id = @Id;
        insert into terug_gebied
        select g.indeling, g.code, w.sinds, true from gebied g join terug_weg w on w.id = g.versie_id where w.id = @Id
        on conflict (indeling, code) do update set sinds = least(terug_gebied.sinds, excluded.sinds)
        """;

    public const string Versies = """
        select v.id, v.dataset_id, d.code, v.nummer, v.status, v.geladen as rijen,
               (select g.soort from gebied g where g.versie_id = v.id limit 1) as soort
        from versie v join dataset d on d.id = v.dataset_id where v.id = any (@ids) order by d.code, v.nummer desc
        """;

    /// <summary>The delivery that a built version was built from.</summary>
    public const string Bron = $"""
        select d.code from versie b join versie v on v.sha256 = b.sha256 and v.status = 'gepubliceerd' and {Geleverd}
        join dataset d on d.id = v.dataset_id where b.id = @VersieId order by v.gepubliceerd_op desc limit 1
        """;

    private const string Geleverd = "v.bestand not like 'samengesteld uit %'";

    private const string GebiedVersies = """
        gebied_versie as (
            select v.id, v.dataset_id, v.status, v.bestand, v.sha256, v.bytes, v.gepubliceerd_op as sinds,
                v.bestand like 'samengesteld uit %' as gebouwd, g.soort, g.indeling
            from versie v cross join lateral (select soort, indeling from gebied where versie_id = v.id limit 1) g),
        gebouwd_uit (soort, onder) as (
            values ('wijk', 'buurt'), ('stadsdeel', 'wijk'), ('gebied', 'buurt'))
        """;

    /// <summary>Areas that were built from what is taken back, or named by it.</summary>
    public const string RustGebouwd = $"""
        with {GebiedVersies}
        select b.id from gebied_versie b
        where b.gebouwd and b.status in ('gepubliceerd', 'vervangen')
          and (exists (select from gebied_versie a join terug_weg w on w.id = a.id
                       where a.indeling = b.indeling and b.sinds >= w.sinds
                         and (b.soort = 'stad' and b.sha256 = a.sha256 and not a.gebouwd
                              or (b.soort, a.soort) in (select soort, onder from gebouwd_uit)))
               or b.soort = 'gebied' and exists (
                       select from gebied_naam n join terug_weg w on w.id = n.versie_id
                       where n.soort = 'gebied' and n.indeling = b.indeling and b.sinds >= w.sinds))
        """;

    /// <summary>Built versions that could come back, of which the areas or names below have changed since.</summary>
    public const string OudGebouwd = $"""
        with {GebiedVersies}
        update versie v set status = 'ingetrokken', reden = 'Past niet op de gebieden die nu gelden.'
        from gebied_versie b
        where v.id = b.id and b.dataset_id = @DatasetId and b.status = 'vervangen' and b.gebouwd
          and not case when b.soort = 'stad'
              then exists (select from gebied_versie a where a.status = 'gepubliceerd' and not a.gebouwd
                           and a.indeling = b.indeling and a.sha256 = b.sha256)
              else exists (select from gebied_versie a join gebouwd_uit u on u.onder = a.soort and u.soort = b.soort
                           where a.status = 'gepubliceerd' and a.indeling = b.indeling and a.sinds <= b.sinds)
                   and not exists (select from gebied_naam_nu n join versie x on x.id = n.versie_id
                           where b.soort = 'gebied' and n.soort = 'gebied' and n.indeling = b.indeling
                             and x.gepubliceerd_op > b.sinds) end
        """;

    /// <summary>Kinds of which there is nothing left, though something is there to build them from.</summary>
    public const string Ontbrekend = $"""
        with {GebiedVersies},
        nu as (select * from gebied_versie where status = 'gepubliceerd'
               and indeling in (select indeling from gebied_versie where id in (select id from terug_weg))),
        mogelijk (soort, onder, rang) as (
            select soort, onder, array_position(array['wijk', 'stadsdeel', 'gebied'], soort) from gebouwd_uit
            union all select 'stad', o, 4 + n from unnest(array['buurt', 'wijk', 'gebied',
            'stadsdeel']) with ordinality s (o, n))
        select m.soort, m.onder, i.indeling, b.bestand, b.sha256, b.bytes
        from mogelijk m cross join (select distinct indeling from nu) i
        cross join lateral (select * from nu where nu.indeling = i.indeling and not nu.gebouwd
                            order by nu.soort = m.onder desc, nu.sinds desc limit 1) b
        where not exists (select from nu where nu.indeling = i.indeling and nu.soort = m.soort)
          and (m.soort <> 'stad' or m.onder = (
              select soort from nu where nu.indeling = i.indeling and soort <> 'stad' and not nu.gebouwd
              order by array_position(array['buurt', 'wijk', 'gebied', 'stadsdeel'], soort) limit 1))
        order by m.rang
        """;

    /// <summary>Code and name of the municipality whose areas are taken back.</summary>
    public const string Gemeente = """
        select g.code, g.naam from gebied g where g.soort = 'stad'
            and g.indeling = (select indeling from gebied where versie_id = @VersieId limit 1)
        order by g.versie_id in (select id from terug_weg) desc, g.versie_id desc limit 1
        """;

    public const string NieuwsteGebouwd = "select dataset_id, nummer from versie order by id desc limit 1";

    /// <summary>Which of the areas are there still, as what came back has them.</summary>
    public const string Gebieden = """
        update terug_gebied t set weg = not exists (
            select from gebied_gepubliceerd n where n.indeling = t.indeling and n.code = t.code);
        analyze terug_gebied
        """;

    /// <summary>
    /// All else that was made by what is taken back: it speaks of an area that is gone or was loaded while that
    /// counted, or was divided by inhabitants or a key that go.
    /// </summary>
    public static readonly string Rust = $"""
        select v.id from versie v
        cross join lateral (select coalesce(v.gepubliceerd_op, v.geladen_op) as sinds) t
        where v.status in ('gepubliceerd', 'concept', 'vervangen')
            and not exists (select from gebied g where g.versie_id = v.id)
          and ({string.Join("\n or ", Noemt.Select(n => NoemtSql(n.Tabel, n.Code)))}
               {string.Concat(Registers.Select(t => $"\n or {RegisterSql(t)}"))}
               or {ZoektSql} or {InwonersSql} or {SleutelSql})
          and (v.status <> 'vervangen' or {PublicatieSql.HeeftRijen}{string.Concat(
            Registers.Select(t => $" or exists (select from {t} where dataset_id = v.dataset_id)")
        )})
        """;

    // Tables with a code of an area and the division it is of. Sums have what posts and their parts have.
    private static IEnumerable<(string Tabel, string Code)> Noemt =>
        [("begrotingsom", "gebied_code"), ("gebied_inwoners", "code"), ("sleutel_gewicht", "code"), ("meting", "code")];

    private static IEnumerable<string> Registers =>
        Onderwerpen.Alle.SelectMany(o => o.Tabellen).Where(t => t.Leven == Leven.PerRij).Select(t => t.Naam);

    private static string NoemtSql(string tabel, string code) =>
        $"""
            exists (select from {tabel} r join terug_gebied g on g.indeling = r.indeling and g.code = r.{code}
                    where r.versie_id = v.id and (g.weg or t.sinds >= g.sinds))
            """;

    // A row that has a place but no area was looked up in the areas that were shown.
    private static string RegisterSql(string tabel) =>
        $"""
            exists (select from {tabel} r join versie e on e.id = r.vanaf
                    left join terug_gebied g on g.indeling = r.indeling and g.code = r.gebied_code
                    where r.dataset_id = v.dataset_id and r.vanaf <= v.id and (r.tot is null or r.tot > v.id)
                      and (g.weg or coalesce(e.gepubliceerd_op, now()) >= g.sinds
                           or r.gebied_code is null and r.geom is not null
                              and coalesce(e.gepubliceerd_op, now()) >= {GetoondSql}))
            """;

    // Money of which the place was looked for in those areas, and not found.
    private const string ZoektSql = $"""
        exists (select from begrotingsom r where r.versie_id = v.id and r.toerekening = 'onbekend'
        and t.sinds >= {GetoondSql})
        """;

    private const string GetoondSql = "(select min(sinds) from terug_gebied where indeling = @getoond)";

    private const string InwonersSql = """
        exists (select from gebied_inwoners i join terug_weg w on w.id = i.versie_id
                join postdeel d on d.versie_id = v.id and d.indeling = i.indeling and d.gebied_code = i.code
                join begrotingspost p on p.id = d.post_id and p.sleutel = 'inwoners ' || i.jaar
                where t.sinds >= w.sinds)
        """;

    private const string SleutelSql = """
        exists (select from sleutel_gewicht k join terug_weg w on w.id = k.versie_id
                join begrotingspost p on p.versie_id = v.id and p.toerekening = 'sleutel' and p.sleutel = k.sleutel
                where t.sinds >= w.sinds)
        """;
}
