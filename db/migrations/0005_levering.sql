-- The row as it was delivered (texts that may name a person left out), and full-text search in it.
alter table begrotingspost add column bron json;
alter table begrotingspost add column zoek tsvector generated always as (
    to_tsvector('dutch', coalesce(project, '') || ' ' || coalesce(omschrijving, '') || ' ' || coalesce(regeling, '') || ' ' || coalesce(ontvanger, ''))) stored;
create index begrotingspost_zoek on begrotingspost using gin (zoek);
create index begrotingspost_jaar on begrotingspost (versie_id, jaar, fase, bl);

drop view begrotingspost_nu;
create view begrotingspost_nu as
    select p.*, d.titel as dataset, d.code as dataset_code, v.nummer as versie
    from begrotingspost p join versie v on v.id = p.versie_id join dataset d on d.id = v.dataset_id where v.status = 'gepubliceerd';

-- What the sender says the sums are; a delivery that does not add up to them is refused.
create table controletotaal (
    versie_id       int not null references versie,
    rij             int not null,
    jaar            smallint not null,
    fase            text not null,
    bl              char(1) not null check (bl in ('L', 'B')),
    programma_code  text references programma, -- null: belongs to no programme
    taakveld        text,                      -- null: of the whole programme
    bedrag          numeric(14, 2) not null,
    unique nulls not distinct (versie_id, jaar, fase, bl, programma_code, taakveld)
);
create view controletotaal_nu as
    select c.* from controletotaal c join versie v on v.id = c.versie_id where v.status = 'gepubliceerd';

-- A named key with a weight per area, e.g. trees; inhabitants and area are built in.
create table sleutel_gewicht (
    versie_id  int not null references versie,
    sleutel    text not null, -- 'bomen 2024'
    indeling   smallint not null,
    code       text not null,
    gewicht    numeric not null check (gewicht >= 0),
    primary key (versie_id, code)
);
alter table gebied_inwoners add column huishoudens int check (huishoudens >= 0);
drop view inwoners_nu;
create view inwoners_nu as
    select i.code, i.indeling, i.jaar, max(i.inwoners) as inwoners, max(i.huishoudens) as huishoudens
    from gebied_inwoners i join versie v on v.id = i.versie_id
    where v.status = 'gepubliceerd'
    group by i.code, i.indeling, i.jaar;
create view sleutelgewicht as
    select 'inwoners ' || i.jaar as sleutel, i.indeling, i.code, i.inwoners::numeric as gewicht
    from inwoners_nu i join gebied_nu g on g.code = i.code and g.indeling = i.indeling and g.soort = 'buurt'
    union all
    select 'oppervlakte', g.indeling, g.code, round(ST_Area(g.geom)::numeric) from gebied_nu g where g.soort = 'buurt'
    union all
    select s.sleutel, s.indeling, s.code, s.gewicht from sleutel_gewicht s join versie v on v.id = s.versie_id where v.status = 'gepubliceerd';
