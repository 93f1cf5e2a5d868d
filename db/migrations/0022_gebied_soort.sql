-- The kind gebied, between wijk and stadsdeel: a buurt says in which it lies, a wijk lies in it when all its buurten do.
alter table gebied add column ggw_id text; -- of a buurt: the identificatie (or code) of its gebied
alter table gebied add column naam_bron text; -- null: the delivery itself gives the name; else the dataset the name is from, or '' when we made it up

-- Names from another delivery than that of the borders. One row has a shape, or an identificatie, or the code itself to be known by.
create table gebied_naam (
    versie_id      int not null references versie,
    rij            int not null,
    indeling       smallint not null,
    soort          text not null check (soort in ('gebied', 'wijk', 'buurt')),
    code           text not null,
    identificatie  text,
    naam           text not null,
    geom           geometry(MultiPolygon, 28992),
    primary key (versie_id, rij)
);

create or replace view gebied_gepubliceerd as
    select g.* from gebied g join versie v on v.id = g.versie_id where v.status = 'gepubliceerd';
create or replace view gebied_nu as
    select g.* from gebied_gepubliceerd g
    where g.indeling = (select max(indeling) from gebied_gepubliceerd where soort = 'buurt');

create view gebied_naam_nu as
    select n.*, d.code as bron, v.geladen_op from gebied_naam n join versie v on v.id = n.versie_id join dataset d on d.id = v.dataset_id where v.status = 'gepubliceerd';

-- What was loaded before this: the names that we made up.
update gebied set naam_bron = '' where naam = initcap(soort) || ' ' || code and soort in ('buurt', 'wijk', 'gebied', 'stadsdeel');
