-- What an indicator is (register R16), a month, the number of observations, and what is too small to be shown.
drop view indicator_nu;
alter table indicator
    alter column definitie drop not null, -- null: its source names it by a code, and nobody explained it yet
    add column thema text not null default 'overig',
    add column richting text not null default 'neutraal' check (richting in ('hoog', 'laag', 'neutraal')), -- which way is better
    add column methode text,
    add column bron text,
    add column laagste_schaal text check (laagste_schaal in ('buurt', 'wijk', 'gebied', 'stadsdeel', 'stad')),
    add column drempel int check (drempel > 0), -- a figure of fewer is not shown
    add column optelbaar boolean, -- whether areas add up: of a count they do, of a share or a mean not; null: not said
    add column beleving boolean not null default false, -- what people find, not what was counted
    add column kern text check (kern in ('schoon', 'heel', 'veilig')),
    add column naast_geld boolean not null default false, -- a measure of need that stands beside money
    add column plek int not null default 0; -- in its delivery: what comes first is shown first
create view indicator_nu as
    select i.*, d.code as dataset, d.titel as dataset_titel, v.nummer as versie
    from indicator i join versie v on v.id = i.versie_id join dataset d on d.id = v.dataset_id where v.status = 'gepubliceerd';

alter table meting
    add column maand smallint not null default 0 check (maand between 0 and 12), -- 0: of the whole year
    add column n int check (n >= 0), -- of how many people, homes or answers it is made
    add column voorlopig boolean not null default false,
    add column onderdrukt boolean not null default false, -- there is a figure, and it is too small to be shown: waarde is null
    add check (not onderdrukt or waarde is null);
alter table meting drop constraint meting_pkey;
alter table meting add primary key (versie_id, indicator, code, jaar, maand);
create index meting_gebied on meting (indeling, code);
create or replace view meting_nu as
    select m.* from meting m join versie v on v.id = m.versie_id where v.status = 'gepubliceerd';

-- The figures that are not shown, for who must act on them: no page, download or search of the public reads this.
create table meting_gesloten (
    versie_id  int not null references versie,
    indicator  text not null,
    code       text not null,
    jaar       smallint not null,
    maand      smallint not null,
    waarde     numeric not null,
    n          int,
    primary key (versie_id, indicator, code, jaar, maand)
);
select alleen_openbaar('meting_gesloten');
revoke all on meting_gesloten from portal_lezer;

-- The socio-economic score is an indicator like any other.
update dataset set onderwerp = 'indicatoren' where code in ('ses-woa', 'voorbeeld-ses-woa', 'voorbeeld-ses');
insert into indicator (versie_id, code, naam, definitie, eenheid, thema, richting, methode, bron, laagste_schaal, optelbaar, naast_geld)
select distinct m.versie_id, 'ses-woa', 'Sociaal-economische score (SES-WOA)',
    'Welvaart, opleiding en werk van de huishoudens in een gebied, in één getal. 0 is het gemiddelde van Nederland.', 'punten',
    'werk_inkomen', 'hoog', 'Het CBS rekent de score uit van huishoudens; gebieden die nu anders zijn, koppelen we zelf.',
    'CBS StatLine 85163NED', 'buurt', false, true
from meting m where m.indicator = 'ses-woa';
