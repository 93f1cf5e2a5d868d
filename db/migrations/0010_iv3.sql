-- Iv3: what every municipality reports to CBS, per taakveld (docs/decisions/0010-iv3.md).
create table iv3_taakveld (
    jaar        smallint not null,
    code        text not null,
    naam        text not null,
    hoofd_code  text not null, -- 0 to 8
    hoofd_naam  text not null,
    primary key (jaar, code)
);

create table iv3 (
    id             bigint generated always as identity primary key,
    versie_id      int not null references versie,
    rij            int not null, -- row of the CSV, or place in lasten or baten of the JSON, from 1
    jaar           smallint not null check (jaar between 1990 and 2100),
    fase           text not null check (fase in ('begroting', 'realisatie')),
    gemeente_code  text check (gemeente_code ~ '^GM[0-9]{4}$'), -- null: the source gives only the name
    gemeente       text not null,
    taakveld       text not null,
    categorie      text, -- null: all categories of the taakveld together
    bl             char(1) not null check (bl in ('L', 'B')),
    bedrag         numeric(14, 2), -- euros; null is "not reported", never zero
    inwoners       int check (inwoners >= 0),
    grootteklasse  text,
    provincie      text,
    unique (versie_id, bl, rij)
);
create index iv3_keuze on iv3 (jaar, fase, bl, taakveld);
create index iv3_gemeente on iv3 (gemeente, jaar, fase);
create index iv3_eigen on iv3 (gemeente, jaar, fase) where gemeente_code is not null; -- few, and asked of every row

create view iv3_gepubliceerd as
    select i.* from iv3 i join versie v on v.id = i.versie_id where v.status = 'gepubliceerd';

-- What counts. Where a municipality handed over its own delivery, the row of the national file is the same money again.
create view iv3_nu as
    select i.* from iv3_gepubliceerd i
    where i.gemeente_code is not null
       or not exists (select from iv3_gepubliceerd e
                      where e.gemeente_code is not null and e.gemeente = i.gemeente and e.jaar = i.jaar and e.fase = i.fase);

create view iv3_gemeente_nu as
    select jaar, fase, gemeente, max(inwoners) as inwoners, max(grootteklasse) as grootteklasse, max(provincie) as provincie, count(bedrag) > 0 as gemeld
    from iv3_gepubliceerd group by jaar, fase, gemeente;
