-- What a year means, what is not known of a place, and how complete a year is (docs/decisions/0015).

-- Check constraints have made-up names: they are found by what they say.
do $$
declare c record;
begin
    for c in select conname from pg_constraint
             where conrelid = 'begrotingspost'::regclass and contype = 'c' and pg_get_constraintdef(oid) ~ '(stadsbreed|ontvanger_soort)' loop
        execute format('alter table begrotingspost drop constraint %I', c.conname);
    end loop;
end $$;
alter table begrotingspost
    add constraint toerekening_bekend check (toerekening in ('direct_adres', 'direct_gebied', 'afgeleid', 'sleutel', 'stadsbreed', 'onbekend')),
    add constraint gebied_bij_toerekening check ((toerekening in ('stadsbreed', 'sleutel', 'onbekend')) = (gebied_code is null)),
    add constraint ontvanger_soort_bekend check (ontvanger_soort in ('organisatie', 'particulier', 'gemeente', 'onbeoordeeld')),
    add constraint particulier_zonder_naam check (ontvanger_soort is distinct from 'particulier' or (ontvanger = '(Particulier)' and project is null)),
    add constraint onbeoordeeld_zonder_naam check (ontvanger_soort is distinct from 'onbeoordeeld' or ontvanger = '(naam nog niet beoordeeld)');

-- The years the money is for. voor_tot null: from voor_van on, until when is not known. Both null: only the year of the dossier is known.
alter table begrotingspost add column voor_van smallint, add column voor_tot smallint,
    add column jaar_basis text not null default 'bron' check (jaar_basis in ('bron', 'tekst', 'dossier')),
    add column voor_tekst text; -- the words from which the years were read
update begrotingspost set voor_van = case when fase <> 'verleend' then jaar end, voor_tot = case when fase <> 'verleend' then jaar end, jaar_basis = case when fase = 'verleend' then 'dossier' else 'bron' end;
alter table begrotingspost
    add constraint jaren_bij_basis check ((jaar_basis = 'dossier') = (voor_van is null) and (voor_tot is null or voor_tot >= voor_van) and (voor_van is not null or voor_tot is null)),
    add constraint tekst_bij_basis check ((jaar_basis = 'tekst') = (voor_tekst is not null)),
    add constraint begroting_van_eigen_jaar check (fase = 'verleend' or (voor_van = jaar and voor_tot = jaar and jaar_basis = 'bron'));
create index begrotingspost_voor on begrotingspost (versie_id, voor_van, voor_tot) where fase = 'verleend';

-- What makes a post different from itself in another version: a hash that PostRij makes over its columns.
alter table begrotingspost add column inhoud text not null default '';

-- The part of one year of an amount that is for the years van..tot: equal parts in whole cents, the cents that are left go to the first years (largest remainder; all remainders are equal).
create function jaardeel(bedrag numeric, van int, tot int, jaar int) returns numeric language sql immutable parallel safe as $$
    select case when jaar between van and tot then
        round(sign(bedrag) * (div(abs(bedrag) * 100, tot - van + 1) + case when jaar - van < mod(abs(bedrag) * 100, tot - van + 1) then 1 else 0 end) / 100, 2) end
$$;

-- A published part keeps the weight it was made with.
alter table postdeel add column gewicht numeric;

-- Sums stand twice for subsidies: by the year of the dossier (jaarsoort 'toekenning'), and by the years the money is for ('waarvoor').
alter table begrotingsom add column jaarsoort text not null default 'toekenning', add column jaar_basis text not null default 'bron';
alter table postsom add column jaarsoort text not null default 'toekenning';
drop view begrotingsom_nu;
create view begrotingsom_nu as
    select s.* from begrotingsom s join versie v on v.id = s.versie_id where v.status = 'gepubliceerd';
drop view postsom_nu;
create view postsom_nu as
    select s.* from postsom s join versie v on v.id = s.versie_id where v.status = 'gepubliceerd';
drop index begrotingsom_jaar;
create index begrotingsom_jaar on begrotingsom (jaar, fase, bl, jaarsoort);

drop view postbedrag;
create view postbedrag as
    select p.id as post_id, p.versie_id, 'toekenning' as jaarsoort, p.jaar, f.fase, p.bl, p.programma_code, p.toerekening, p.jaar_basis,
           coalesce(d.indeling, p.indeling) as indeling,
           case when d.post_id is null then p.gebied_soort else 'buurt' end as gebied_soort,
           coalesce(d.gebied_code, p.gebied_code) as gebied_code,
           coalesce(d.bedrag, f.bedrag) as bedrag
    from begrotingspost p
    cross join lateral (values (p.fase, p.bedrag), ('aangevraagd', p.aangevraagd), ('vastgesteld', p.vastgesteld)) f (fase, bedrag)
    left join postdeel d on d.post_id = p.id
    where f.bedrag is not null
    union all
    select p.id, p.versie_id, 'waarvoor', j.jaar::smallint, f.fase, p.bl, p.programma_code, p.toerekening, p.jaar_basis, p.indeling, p.gebied_soort, p.gebied_code, jaardeel(f.bedrag, p.voor_van, p.voor_tot, j.jaar)
    from begrotingspost p
    cross join lateral (values (p.fase, p.bedrag), ('aangevraagd', p.aangevraagd), ('vastgesteld', p.vastgesteld)) f (fase, bedrag)
    cross join lateral generate_series(p.voor_van::int, p.voor_tot::int) j (jaar)
    where p.fase = 'verleend' and f.bedrag is not null;

drop view begrotingspost_nu;
create view begrotingspost_nu as
    select p.*, d.titel as dataset, d.code as dataset_code, v.nummer as versie
    from begrotingspost p join versie v on v.id = p.versie_id join dataset d on d.id = v.dataset_id where v.status = 'gepubliceerd';

-- What is known of a year: how complete it is, and of how much of its money the place and the years are known. Euros; filled when a version is published.
create table jaarprofiel (
    versie_id      int not null references versie,
    jaarsoort      text not null check (jaarsoort in ('toekenning', 'waarvoor')),
    jaar           smallint not null,
    fase           text not null,
    bl             char(1) not null,
    posten         int not null,
    bedrag         numeric(16, 2) not null,
    zonder_plek    numeric(16, 2) not null, -- the source does not say where
    ander_jaar     numeric(16, 2) not null, -- known to be for other years than this one, or for more than this one
    later          numeric(16, 2) not null, -- known to be for later years only
    meer_jaren     numeric(16, 2) not null, -- known to be for more than one year
    zonder_jaar    numeric(16, 2) not null, -- of the year of the dossier: no year is known; of the year that money is for: may be for this year, but that is not known
    zonder_programma numeric(16, 2) not null, -- belongs to no programme that we know
    dekking        text not null check (dekking in ('volledig', 'deel', 'onvolledig')),
    tot            date, -- of a part: the last day
    reden          text check (reden in ('datum', 'rijen', 'vaststelling', 'jaar')), -- by which rule it is not volledig
    primary key (versie_id, jaarsoort, jaar, fase, bl)
);

-- What the sender or a staff member says of it counts above the rule. Kept with the dataset, for every later version.
create table dekking_besluit (
    dataset_id  int not null references dataset,
    jaar        smallint not null,
    fase        text not null,
    dekking     text not null check (dekking in ('volledig', 'deel', 'onvolledig')),
    tot         date,
    door        text not null check (door in ('levering', 'beheer')),
    versie_id   int references versie, -- of a delivery: it counts for that version only
    toelichting text,
    op          timestamptz not null default now(),
    check ((door = 'levering') = (versie_id is not null)),
    unique nulls not distinct (dataset_id, jaar, fase, versie_id)
);
create view jaarprofiel_nu as
    select p.versie_id, p.jaarsoort, p.jaar, p.fase, p.bl, p.posten, p.bedrag, p.zonder_plek, p.ander_jaar, p.later, p.meer_jaren, p.zonder_jaar, p.zonder_programma,
           coalesce(b.dekking, p.dekking) as dekking,
           case when b.dekking is null then p.tot when b.dekking = 'deel' then coalesce(b.tot, p.tot) end as tot,
           case when b.dekking is null then p.reden else b.door end as reden, b.toelichting
    from jaarprofiel p join versie v on v.id = p.versie_id and v.status = 'gepubliceerd'
    left join lateral (select * from dekking_besluit b where b.dataset_id = v.dataset_id and b.jaar = p.jaar and b.fase = p.fase and (b.versie_id is null or b.versie_id = p.versie_id) order by b.door limit 1) b on true; -- 'beheer' before 'levering'

-- Versions from before this migration are a part or whole by their date, as they were.
insert into jaarprofiel (versie_id, jaarsoort, jaar, fase, bl, posten, bedrag, zonder_plek, ander_jaar, later, meer_jaren, zonder_jaar, zonder_programma, dekking, tot, reden)
select s.versie_id, 'toekenning', s.jaar, s.fase, s.bl, 0, sum(s.bedrag), 0, 0, 0, 0, case when s.fase in ('verleend', 'aangevraagd', 'vastgesteld') then sum(s.bedrag) else 0 end, coalesce(sum(s.bedrag) filter (where s.programma_code is null), 0),
       case when deel then 'deel' else 'volledig' end, case when deel then v.peildatum end, case when deel then 'datum' end
from postsom s join versie v on v.id = s.versie_id
cross join lateral (select coalesce(s.fase not in ('begroting', 'begrotingswijziging') and v.peildatum < make_date(s.jaar, 12, 31), false) as deel) d
group by s.versie_id, s.jaar, s.fase, s.bl, deel, v.peildatum;

-- Judgements of texts that may name a person, kept per text. A text that names one is kept as a salted hash only.
create table oordeel (
    sleutel  text primary key, -- HMAC-SHA256 of the text, with a salt that is not in the database
    oordeel  text not null check (oordeel in ('openbaar', 'persoon')),
    tekst    text,
    op       timestamptz not null default now(),
    door     text not null default session_user,
    check ((oordeel = 'openbaar') = (tekst is not null))
);

-- By which salt they were made (class Zout); one row at most.
create table oordeel_zout (
    een       boolean primary key default true check (een),
    controle  text not null
);
