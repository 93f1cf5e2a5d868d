-- What was published about the permits of 4-vergunningen.sql, and without one; runs after it in the same transaction.
-- A case is published when it is asked for, when it takes longer and when it is decided; two thirds of that is in the delivery.
with stap as (
    select z.nr, 'aanvraag' as stap, aangevraagd_op + 3 + pg_temp.loting('bericht' || nr, 6) as dag from vb_zaken z
    union all
    select nr, 'verlengd', aangevraagd_op + 45 from vb_zaken where fase = 'verlengd' or dagen > 50 and besloten_op > aangevraagd_op + 60
    union all
    select nr, fase, besloten_op + 2 + pg_temp.loting('besluit' || nr, 6) from vb_zaken where besloten_op is not null
), over_zaak as (
    select z.soort, k.kop || z.soort || ': ' || z.wat || ', ' || z.adres as titel, z.zaaknummer, pg_temp.werkdag(s.dag) as dag, case s.stap when 'verlengd' then 'verlenging' else s.stap end as fase,
           case when s.stap in ('verleend', 'geweigerd') then pg_temp.termijn(z.besloten_op) end as reactie_tot, z.code, z.geom, z.nr
    from stap s join vb_zaken z using (nr) join vb_kop k on k.fase = s.stap
    where s.dag <= '2025-12-31'
    order by pg_temp.loting('keuze' || s.nr || s.stap, 1000000), s.nr, s.stap limit 1200
), keuze as (
    select l.*, row_number() over (order by l.titel collate "C", n) - 1 as lot from vb_los l cross join lateral generate_series(1, l.tickets) n
), los as (
    select k.soort, replace(replace(replace(k.titel, '{a}', p.adres), '{s}', p.straat), '{b}', p.naam) as titel, null as zaaknummer, d.dag, case when k.titel like 'Ontwerp%' then 'ontwerp' when k.soort = 'andere melding' then 'melding' when k.reactie is not null then 'besluit' else 'overig' end as fase,
           case when k.reactie is not null then pg_temp.termijn(d.dag) end as reactie_tot, p.code, p.geom, p.nr
    from vb_plek p
    join keuze k on k.lot = pg_temp.loting('los' || p.nr, (select sum(tickets)::int from vb_los))
    cross join lateral (select pg_temp.werkdag('2021-01-04'::date + pg_temp.loting('losdag' || p.nr, 1820)) as dag) d
    where p.nr > 1200
), stad as (
    select soort, titel || ' ' || j + maand / 12 as titel, null, pg_temp.werkdag(make_date(j, maand, 8 + pg_temp.loting(titel || j, 12))) as dag, 'overig',
           null::date, (select code from gebied_nu where soort = 'stad'), null::geometry, 5000 + pg_temp.loting(titel || j, 1000)
    from vb_stadsbreed cross join generate_series(2021, 2025) j
), alles as (
    select * from over_zaak union all select * from los union all select * from stad
)
insert into bekendmaking (dataset_id, vanaf, rij, sleutel, inhoud, titel, gebied_code, indeling, geom, soort, zaaknummer, publicatiedatum, reactie_tot, fase, reactie_hoe, reactie_bron, reactie_uitleg, plek)
select v.dataset_id, v.id, 1 + row_number() over (order by dag, nr, titel collate "C"),
       'gmb-' || extract(year from dag) || '-mw' || lpad((row_number() over (partition by extract(year from dag) order by dag, nr, titel collate "C"))::text, 5, '0'),
       '', titel, code, case when code is not null then 2025 end, geom, soort, zaaknummer, dag, reactie_tot, fase,
       case when reactie_tot is null then null when fase in ('verleend', 'geweigerd', 'besluit') then 'bezwaar' else 'zienswijze' end, case when reactie_tot is not null then 'register' end,
       case when reactie_tot is null then case fase when 'aanvraag' then 'Dit is een aanvraag: er is nog niets besloten waar u bezwaar tegen kunt maken.'
            when 'verlenging' then 'De gemeente neemt meer tijd om te besluiten; daar kunt u geen bezwaar tegen maken.'
            when 'melding' then 'Dit is een melding: de gemeente hoeft er geen besluit over te nemen.' end end,
       case when geom is null then 'gemeente' else 'punt' end
from alles cross join (select id, dataset_id from versie where id = current_setting('voorbeeld.versie')::int) v;
