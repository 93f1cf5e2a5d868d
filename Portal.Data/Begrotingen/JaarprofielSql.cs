namespace Portal.Data.Begrotingen;

/// <summary>
/// What is known of each year of a version, and how complete it is; the rules stand in docs/decisions/0015.
/// </summary>
internal static class JaarprofielSql
{
    // Of the dossier years everything is known from the posts; of the years that money is for, also how much more may
    // be for that year.
    private const string Jaren = $"""
        bedragen as (
            select p.jaar as dossierjaar, f.fase, p.bl, f.bedrag, p.toerekening, p.programma_code, p.voor_van,
                p.voor_tot, {Duplicaat.Sql} as dubbel
            from begrotingspost p
            cross join lateral (values (p.fase, p.bedrag), ('aangevraagd', p.aangevraagd),
                ('vastgesteld', p.vastgesteld)) f (fase, bedrag)
            where p.versie_id = @VersieId and f.bedrag is not null),
        dossier as (
            select 'toekenning' as jaarsoort, dossierjaar::int as jaar, fase, bl, count(*) as posten,
                sum(bedrag) as bedrag, coalesce(sum(bedrag) filter (where toerekening in ('stadsdelen', 'onbekend')), 0)
                as zonder_plek,
                   coalesce(sum(bedrag) filter (where voor_van <> dossierjaar or voor_van is not null
                   and voor_tot is distinct from dossierjaar), 0) as ander_jaar,
                   coalesce(sum(bedrag) filter (where voor_van > dossierjaar), 0) as later,
                   coalesce(sum(bedrag) filter (where voor_van is not null and voor_tot is distinct from voor_van), 0)
                   as meer_jaren,
                   coalesce(sum(bedrag) filter (where voor_van is null), 0) as zonder_jaar,
                   coalesce(sum(bedrag) filter (where programma_code is null), 0) as zonder_programma,
                   count(*) filter (where bedrag = 0) as nul, count(*) filter (where dubbel) as duplicaten,
                   coalesce(sum(bedrag) filter (where dubbel), 0) as duplicaat
            from bedragen group by dossierjaar, fase, bl),
        waarvoor as (
            select 'waarvoor' as jaarsoort, j.jaar, b.fase, b.bl, count(*) as posten,
                sum(jaardeel(b.bedrag, b.voor_van, b.voor_tot, j.jaar)) as bedrag,
                   coalesce(sum(jaardeel(b.bedrag, b.voor_van, b.voor_tot, j.jaar))
                   filter (where toerekening in ('stadsdelen', 'onbekend')), 0) as zonder_plek,
                   coalesce(sum(jaardeel(b.bedrag, b.voor_van, b.voor_tot, j.jaar))
                   filter (where programma_code is null), 0) as zonder_programma,
                   count(*) filter (where b.bedrag = 0) as nul, count(*) filter (where dubbel) as duplicaten,
                   coalesce(sum(jaardeel(b.bedrag, b.voor_van, b.voor_tot, j.jaar)) filter (where dubbel), 0)
                   as duplicaat
            from bedragen b cross join lateral generate_series(b.voor_van::int, b.voor_tot::int) j (jaar)
            where b.fase in ('verleend', 'aangevraagd', 'vastgesteld') group by j.jaar, b.fase, b.bl),
        misschien as ( -- what may be for a year: dossiers of that year or the one before without a year, and what began and has no end that we know
            select w.jaar, w.fase, w.bl, coalesce(sum(b.bedrag), 0) as bedrag
            from waarvoor w left join bedragen b on b.fase = w.fase and b.bl = w.bl
                and (b.voor_van is null and b.dossierjaar between w.jaar - 1 and w.jaar
                or b.voor_tot is null and b.voor_van <= w.jaar)
            group by w.jaar, w.fase, w.bl),
        jaren as (
            select * from dossier
            union all
            select w.jaarsoort, w.jaar, w.fase, w.bl, w.posten, w.bedrag, w.zonder_plek, 0, 0, 0, m.bedrag,
                w.zonder_programma, w.nul, w.duplicaten, w.duplicaat from waarvoor w
                join misschien m using (jaar, fase, bl)),
        open as (
            select jaar, sum(bedrag) filter (where vastgesteld is null) / nullif(sum(bedrag), 0) as deel
            from begrotingspost p where p.versie_id = @VersieId and p.fase = 'verleend' group by jaar)
        """;

    // A year is a part when the figures stop before its end (a budget is a plan of the whole year); it is incomplete
    // when it has under half the posts
    // of the middle year of its kind, when over 10 % of what was granted is not settled yet,
    // or when over 10 % of what may be for that year is not known to be.
    private const string Regels = """
        gedateerd as (
            select j.*, j.fase not in ('begroting', 'begrotingswijziging')
                and v.peildatum < make_date(j.jaar, 12, 31) as deel, v.peildatum
            from jaren j join versie v on v.id = @VersieId),
        midden as (
            select jaarsoort, fase, bl, percentile_cont(0.5) within group (order by posten) as posten from gedateerd
                where deel is not true group by jaarsoort, fase, bl having count(*) >= 3),
        beoordeeld as (
            select g.*, case when g.fase = 'vastgesteld'
                and o.deel > 0.1 then 'vaststelling' when g.deel then 'datum' when g.jaarsoort = 'waarvoor'
                and g.zonder_jaar > (g.bedrag + g.zonder_jaar) * 0.1 then 'jaar'
                when g.posten < m.posten / 2 then 'rijen' end as reden
            from gedateerd g left join midden m using (jaarsoort, fase, bl) left join open o on o.jaar = g.jaar)
        """;

    public const string Maak = $"""
        delete from jaarprofiel where versie_id = @VersieId;
        with {Jaren}, {Regels}
        insert into jaarprofiel (versie_id, jaarsoort, jaar, fase, bl, posten, bedrag, zonder_plek, ander_jaar, later,
            meer_jaren, zonder_jaar, zonder_programma, nul, duplicaten, duplicaat, dekking, tot, reden)
        select @VersieId, jaarsoort, jaar, fase, bl, posten, bedrag, zonder_plek, ander_jaar, later, meer_jaren,
            zonder_jaar, zonder_programma, nul, duplicaten, duplicaat,
               case reden when 'datum' then 'deel' when 'rijen' then 'onvolledig' when 'vaststelling' then 'onvolledig'
                   when 'jaar' then 'onvolledig' else 'volledig' end, case when reden = 'datum' then peildatum end,
                   reden
        from beoordeeld
        """;
}
