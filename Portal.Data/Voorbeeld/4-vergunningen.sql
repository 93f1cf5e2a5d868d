-- Permits of Markerwaard and what was published about its streets, 2021-2025. Runs in a transaction that has set voorbeeld.versie.
create or replace function pg_temp.loting(tekst text, n int) returns int language sql immutable as
    $$ select ('x' || substr(md5(tekst), 1, 7))::bit(28)::int % n $$;

create or replace function pg_temp.werkdag(dag date) returns date language sql immutable as
    $$ select dag - greatest(0, extract(isodow from dag)::int - 5) $$;

-- Six weeks later; a term that would end in a weekend runs to the Monday.
create or replace function pg_temp.termijn(dag date) returns date language sql immutable as
    $$ select dag + 42 + case extract(isodow from dag)::int when 6 then 2 when 7 then 1 else 0 end $$;

-- Kinds of cases, how long a decision takes in days, and how often each occurs.
create temp table vb_zaak (soort text, dagen int, tickets int, wat text) on commit drop;
insert into vb_zaak values
    ('omgevingsvergunning', 56, 9, 'dakkapel plaatsen'), ('omgevingsvergunning', 56, 7, 'aanbouw aan de achterkant'), ('omgevingsvergunning', 56, 4, 'dakopbouw plaatsen'),
    ('omgevingsvergunning', 56, 4, 'dakterras maken'), ('omgevingsvergunning', 56, 4, 'kozijnen vervangen'), ('omgevingsvergunning', 56, 4, 'warmtepomp aan de gevel'),
    ('omgevingsvergunning', 56, 3, 'schuur bouwen'), ('omgevingsvergunning', 56, 3, 'inrit aanleggen'), ('omgevingsvergunning', 56, 3, 'dragende muur weghalen'),
    ('omgevingsvergunning', 56, 3, 'woning splitsen in twee appartementen'), ('omgevingsvergunning', 56, 2, 'winkel verbouwen tot woning'), ('omgevingsvergunning', 56, 2, 'reclame aan de gevel'),
    ('omgevingsvergunning', 90, 2, 'nieuw woonhuis bouwen'), ('omgevingsvergunning', 90, 1, '24 appartementen bouwen'), ('omgevingsvergunning', 90, 1, 'school uitbreiden'),
    ('omgevingsvergunning', 56, 2, 'steiger in het water maken'), ('omgevingsvergunning', 56, 2, 'schuur slopen'), ('omgevingsvergunning', 56, 2, 'zonnepanelen op een plat dak'),
    ('kapvergunning', 42, 4, 'drie wilgen kappen'), ('kapvergunning', 42, 4, 'een populier kappen'), ('kapvergunning', 42, 3, 'zes zieke essen kappen'), ('kapvergunning', 42, 3, 'elzen langs de sloot kappen'),
    ('kapvergunning', 42, 2, 'een esdoorn kappen'), ('evenementenvergunning', 50, 4, 'straatfeest'), ('evenementenvergunning', 50, 3, 'rommelmarkt'), ('evenementenvergunning', 60, 2, 'buurtfestival'),
    ('evenementenvergunning', 50, 2, 'openluchtfilm'), ('evenementenvergunning', 50, 2, 'braderie'), ('evenementenvergunning', 60, 1, 'hardloopwedstrijd'), ('evenementenvergunning', 50, 1, 'kerstmarkt'),
    ('exploitatievergunning', 70, 3, 'restaurant'), ('exploitatievergunning', 70, 3, 'café'), ('exploitatievergunning', 70, 2, 'lunchroom'), ('exploitatievergunning', 70, 2, 'afhaalzaak'),
    ('exploitatievergunning', 60, 3, 'terras'), ('objectvergunning', 12, 4, 'container op een parkeerplaats'), ('objectvergunning', 12, 3, 'steiger voor de gevel'), ('objectvergunning', 14, 2, 'bouwkraan op straat'),
    ('objectvergunning', 10, 2, 'verhuislift'), ('standplaatsvergunning', 35, 2, 'viskraam'), ('standplaatsvergunning', 35, 1, 'bloemenkraam'), ('standplaatsvergunning', 35, 1, 'ijswagen');

-- Publications without a case; days to react, if any.
create temp table vb_los (soort text, reactie int, tickets int, titel text) on commit drop;
insert into vb_los values
    ('verkeersbesluit', 42, 8, 'Verkeersbesluit: laadpaal voor elektrische auto''s, {s}'), ('verkeersbesluit', 42, 4, 'Verkeersbesluit: eenrichtingsverkeer, {s}'),
    ('verkeersbesluit', 42, 3, 'Verkeersbesluit: maximaal 30 kilometer per uur, {s}'), ('verkeersbesluit', 42, 3, 'Verkeersbesluit: plek om te laden en lossen, {s}'),
    ('verkeersbesluit', 42, 3, 'Verkeersbesluit: parkeerverbod, {s}'), ('verkeersbesluit', null, 5, 'Tijdelijke afsluiting: werk aan het riool, {s}'),
    ('verkeersbesluit', null, 4, 'Tijdelijke afsluiting: nieuw asfalt, {s}'), ('andere melding', null, 4, 'Melding: asbest verwijderen, {a}'),
    ('andere melding', null, 2, 'Melding: mobiel puin breken, {a}'), ('andere melding', null, 3, 'Melding: warmte uit de bodem halen, {a}'),
    ('andere melding', null, 2, 'Melding: brandveilig gebruik, {a}'), ('omgevingsplan', 42, 2, 'Ontwerp wijziging omgevingsplan {b}'),
    ('omgevingsplan', 42, 1, 'Wijziging omgevingsplan {b}'), ('andere beschikking', 42, 2, 'Maatregel tegen wateroverlast, {s}');

create temp table vb_stadsbreed (soort text, maand int, titel text) on commit drop; -- one of each every year, for the whole city
insert into vb_stadsbreed values
    ('verordening', 12, 'Verordening afvalstoffenheffing'), ('verordening', 12, 'Verordening rioolheffing'), ('verordening', 12, 'Verordening parkeerbelasting'),
    ('verordening', 12, 'Legesverordening'), ('beleidsregel', 3, 'Beleidsregel bijzondere bijstand'), ('beleidsregel', 6, 'Beleidsregel terrassen'),
    ('subsidieregeling', 2, 'Subsidieregeling bewonersinitiatieven'), ('subsidieregeling', 4, 'Subsidieregeling groene daken');

-- A buurt gets streets named after itself and two of its own from the list; it takes part once per 400 inhabitants and once for itself.
create temp table vb_straat on commit drop as
with buurt as (
    select g.code, n.naam, regexp_replace(n.naam, '^Bedrijvenpark |(buurt|wijk)?(-(Noord|Zuid|Oost|West))?$', '', 'g') as stam,
           (case substring(n.naam from '-(Zuid|Oost|West)$') when 'Zuid' then '{laan,plein,tuin}' when 'Oost' then '{dreef,singel,weg}'
                when 'West' then '{kade,akker,gaarde}' else '{straat,pad,hof}' end)::text[] as uitgangen,
           row_number() over (order by g.code)::int - 1 as rang
    from gebied g cross join lateral (select split_part(g.naam, ' <', 1) as naam) n -- the name as people say it
    where g.versie_id = (select max(versie_id) from gebied where indeling = 2025) and g.soort = 'buurt'
), woord as (
    select '{Spiering,Snoek,Paling,Baars,Zeelt,Brasem,Otter,Bever,Egel,Vlinder,Libellen,Krekel,Wilgen,Elzen,Berken,Populieren,Vlier,Meidoorn,Klaver,
             Koolzaad,Gerst,Haver,Rogge,Ploeg,Greppel,Kavel,Tocht,Zaai,Oogst,Windmolen}'::text[] as woorden, '{straat,laan,hof,pad}'::text[] as soorten
)
select code, naam, n, case when n < 3 then stam || uitgangen[1 + n]
                           else woorden[1 + (rang * 2 + n - 3) % 30] || soorten[1 + (rang * 2 + n - 3) / 30] end as straat
from buurt cross join woord cross join generate_series(0, 4) n;

create temp table vb_lot on commit drop as
select g.code, row_number() over (order by g.code, n)::int - 1 as nr
from gebied g
left join gebied_inwoners i on (i.versie_id, i.code, i.jaar) = (g.versie_id, g.code, 2024)
cross join lateral generate_series(0, coalesce(i.inwoners, 0) / 400) n
where g.versie_id = (select max(versie_id) from gebied where indeling = 2025) and g.soort = 'buurt';

-- 1,760 places: the first 1,200 for cases, the rest for publications without one.
create temp table vb_plek on commit drop as
with adres as (
    select i as nr, s.code, s.naam, s.straat, s.straat || ' ' || 1 + pg_temp.loting('huisnummer' || i, 118) as adres,
           row_number() over (partition by s.code order by i) as volg
    from generate_series(1, 1760) i
    join vb_lot l on l.nr = pg_temp.loting('buurt' || i, (select count(*)::int from vb_lot))
    join vb_straat s on s.code = l.code and s.n = pg_temp.loting('straat' || i, 5)
), punt as (
    select g.code, (ST_Dump(ST_GeneratePoints(ST_Buffer(g.geom, -25), 120, 1 + pg_temp.loting(g.code, 65535)))).*
    from gebied g where g.versie_id = (select max(versie_id) from gebied where indeling = 2025) and g.soort = 'buurt'
)
select a.nr, a.code, a.naam, a.straat, a.adres, ST_SnapToGrid(p.geom, 0.1) as geom
from adres a join punt p on p.code = a.code and p.path[1] = a.volg;

create temp table vb_zaken on commit drop as
with keuze as (
    select z.*, row_number() over (order by z.soort collate "C", z.wat collate "C", n) - 1 as lot from vb_zaak z cross join lateral generate_series(1, z.tickets) n
), aanvraag as (
    select p.*, k.soort, k.wat, k.dagen, pg_temp.loting('uitslag' || p.nr, 100) as uitslag,
           pg_temp.werkdag('2025-12-22'::date - (1810 * (pg_temp.loting('dag' || p.nr, 10000) / 10000.0) ^ 1.3)::int) as aangevraagd_op
    from vb_plek p join keuze k on k.lot = pg_temp.loting('zaak' || p.nr, (select sum(tickets)::int from vb_zaak))
    where p.nr <= 1200
), besluit as (
    select a.*, pg_temp.werkdag(aangevraagd_op + dagen * (60 + pg_temp.loting('duur' || nr, 80)) / 100) as besluit from aanvraag a
)
select b.*, case when besluit <= '2025-12-31' then besluit end as besloten_op,
       case when besluit > '2025-12-31' then case when aangevraagd_op < '2025-11-28' then 'verlengd' else 'aanvraag' end
            when uitslag < 5 then 'ingetrokken' when uitslag < 12 then 'geweigerd' else 'verleend' end as fase,
       'Z' || extract(year from aangevraagd_op) || '-MW' || lpad((row_number() over (order by aangevraagd_op, nr))::text, 5, '0') as zaaknummer
from besluit b;

create temp table vb_kop on commit drop as
select * from (values ('aanvraag', 'Aanvraag '), ('verlengd', 'Langere beslistijd '), ('verleend', 'Verleende '), ('geweigerd', 'Geweigerde '),
               ('ingetrokken', 'Ingetrokken aanvraag ')) k (fase, kop);

insert into vergunning (dataset_id, vanaf, rij, sleutel, inhoud, titel, gebied_code, indeling, geom, soort, fase, adres, aangevraagd_op, besloten_op, bezwaar_tot, bezwaar_bron)
select v.dataset_id, v.id, 1 + row_number() over (order by zaaknummer), zaaknummer, '', kop || soort || ': ' || wat || ', ' || adres, code, 2025, geom,
       soort, fase, adres, aangevraagd_op, besloten_op, case when fase in ('verleend', 'geweigerd') then pg_temp.termijn(besloten_op) end,
       case when fase in ('verleend', 'geweigerd') then 'register' end
from vb_zaken join vb_kop using (fase) cross join (select id, dataset_id from versie where id = current_setting('voorbeeld.versie')::int) v;
